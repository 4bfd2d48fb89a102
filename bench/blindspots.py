"""How often the rule of the blindspots is wrong where the truth is known.

    python -m bench.blindspots

Draws 30 days of 400 stories in which it is known who was kept out: an outlet takes part by its rate of publishing,
which differs a hundredfold, and never twice in a story; in one story of ten a side writes nothing. Prints, for several
rules, how many of the sides that were named had not been kept out, and how many of those kept out were named. Ours is
the last one: odds added, of the smaller share, as the counts scatter.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from aggregator.config import read_config
from aggregator.store.publish import publish
from aggregator.times import iso
from aggregator.workspace import Workspace, open_workspace
from bench.newsroom import Outlets, outlets_of, poll

START = datetime(2026, 9, 1, tzinfo=UTC)
SIDES = ("left", "center", "right")
KEPT_OUT = 0.1
RATE = 0.1


@dataclass(frozen=True, slots=True)
class Draw:
    """How stories come about: how many a day, the least outlets of one, and how much the sides' interest differs."""

    days: int
    a_day: int
    least: int
    interest: float
    seed: int = 1


def stories(outlets: Outlets, draw: Draw) -> Iterator[tuple[datetime, int | None, list[int], str]]:
    """Draws each story's opening, the side kept out of it, its outlets in order, and its language."""
    dice = np.random.default_rng(draw.seed)
    for number in range(draw.days * draw.a_day):
        opens = START + timedelta(seconds=int(number * 86400 / draw.a_day))
        silent = int(dice.integers(3)) if dice.random() < KEPT_OUT else None
        interest = np.append(np.exp(dice.normal(0, draw.interest, 3)) if draw.interest else np.ones(3), 1.0)
        weights = outlets.rates * interest[outlets.sides]
        if silent is not None:
            weights = np.where(outlets.sides == silent, 0.0, weights)
        founder = dice.choice(len(weights), p=weights / weights.sum())
        weights = np.where(outlets.languages == outlets.languages[founder], weights, 0.0)
        size = min(int(draw.least * dice.pareto(1.5) + draw.least), 60, int((weights > 0).sum()))
        order = np.argsort(dice.exponential(size=len(weights)) / np.maximum(weights, 1e-12))[:size]
        yield opens, silent, [int(outlets.ids[place]) for place in order], str(outlets.languages[founder])


def fill(workspace: Workspace, outlets: Outlets, draw: Draw) -> dict[int, int | None]:
    """Writes the stories with an article for each outlet; returns the side kept out of each."""
    db, kept_out, article = workspace.store.db.conn, {}, 0
    articles, members, rows = [], [], []
    for number, (opens, silent, those, language) in enumerate(stories(outlets, draw), 1):
        kept_out[number] = silent
        for place, outlet in enumerate(those):
            article += 1
            at = iso(opens + timedelta(minutes=37 * place % 1200))
            articles.append((article, str(article), outlet, at, at, language))
            members.append((number, article))
        last = iso(opens + timedelta(minutes=max(37 * place % 1200 for place in range(len(those)))))
        rows.append((number, iso(opens), iso(opens), last, *[len(those)] * 4))
    with workspace.store.transaction():
        db.executemany(
            "insert into articles (id, url, original_url, outlet_id, title, published, first_seen, last_seen,"
            " title_from, language) values (?, ?, '', ?, 'T', ?, ?, '', 'feed', ?)", articles)  # fmt: skip
        db.execute("insert into origins (id, representative_id, kind) select id, id, 'original' from articles")
        db.execute("insert into copies (article_id, origin_id, score, method) select id, id, 1, 'itself' from articles")
        db.executemany(
            "insert into stories (id, title, first_seen, first_published, last_published, articles, outlets, owners,"
            " origins) values (?, 'T', ?, ?, ?, ?, ?, ?, ?)", rows)  # fmt: skip
        db.executemany("insert into story_articles (story_id, article_id, score) values (?, ?, 1)", members)
    return kept_out


@dataclass(frozen=True, slots=True)
class Test:
    """A side of a story as the view `side_tests` has it, and whether it was kept out."""

    day: str
    silent: bool
    origins: int
    by_outlets: float
    by_articles: float
    kept_out: bool
    dispersion: float

    def chance(self, share: str) -> float:
        shares = {"by outlets": self.by_outlets, "by articles": self.by_articles,
                  "by the smaller": min(self.by_outlets, self.by_articles)}  # fmt: skip
        if share == "as scattered":
            return float((1 - min(self.by_outlets, self.by_articles)) ** (self.origins / self.dispersion))
        return float((1 - shares[share]) ** self.origins)


def no_control(chances: Sequence[float], silent: Sequence[bool]) -> list[bool]:
    return [chance <= RATE and mute for chance, mute in zip(chances, silent, strict=True)]


def benjamini_hochberg(chances: Sequence[float], silent: Sequence[bool]) -> list[bool]:
    found = sorted(chance for chance, mute in zip(chances, silent, strict=True) if mute)
    bars = [chance for rank, chance in enumerate(found, 1) if chance * len(chances) / rank <= RATE]
    return [mute and chance <= max(bars, default=-1.0) for chance, mute in zip(chances, silent, strict=True)]


def odds_added(chances: Sequence[float], silent: Sequence[bool]) -> list[bool]:
    """The rule of the view: the chance silences as sharp as this one, over those that are there."""
    bars = []
    for bar in sorted({chance for chance, mute in zip(chances, silent, strict=True) if mute and chance < 1}):
        by_chance = sum(chance / (1 - chance) for chance in chances if chance <= bar)
        seen = sum(mute for chance, mute in zip(chances, silent, strict=True) if chance <= bar)
        if by_chance / seen <= RATE:
            bars.append(bar)
    return [mute and chance <= max(bars, default=-1.0) for chance, mute in zip(chances, silent, strict=True)]


RULES: Mapping[str, Callable[[Sequence[float], Sequence[bool]], list[bool]]] = {
    f"p <= {RATE}, no control": no_control,
    "Benjamini-Hochberg": benjamini_hochberg,
    "odds added": odds_added,
}


_TESTS = """
select day, observed, heard_origins, 1.0 * polled_outlets / outlets, 1.0 * wrote / shared, story_id, side, dispersion
from side_tests where state = 'tested' and provider = (select value from settings where key = 'provider')
"""


def tests(interest: float) -> list[Test]:
    """Draws 30 days, writes them into a database and reads what the views make of them."""
    with tempfile.TemporaryDirectory() as folder:
        with open_workspace(read_config(), Path(folder) / "bench.db") as workspace:
            drawn = fill(workspace, outlets_of(workspace, 1), Draw(30, 400, 6, interest))
            poll(workspace, START, 30, hours=4, outages=0.0)
        published = publish(Path(folder) / "bench.db", summary_characters=0)
        rows = sqlite3.connect(published.path).execute(_TESTS).fetchall()
    return [
        Test(day, observed == 0, origins, by_outlets, by_articles, drawn[story] == SIDES.index(side), dispersion)
        for day, observed, origins, by_outlets, by_articles, story, side, dispersion in rows
    ]


def simulated(interest: float) -> None:
    found = tests(interest)
    days = defaultdict(list)
    for test in found:
        days[test.day].append(test)
    kept_out = sum(test.kept_out for test in found)
    print(
        f"sides' interest in a story varies by {interest:.0%}: {len(found):,} tests, {kept_out:,} of sides kept out,"
        f" dispersion {found[0].dispersion}"
    )
    for share in ("by outlets", "by articles", "by the smaller", "as scattered"):
        for name, rule in RULES.items():
            _print_rule(share, name, days, rule, kept_out)


def _print_rule(
    share: str,
    name: str,
    days: Mapping[str, Sequence[Test]],
    rule: Callable[[Sequence[float], Sequence[bool]], list[bool]],
    kept_out: int,
) -> None:
    wrong, right, shares = 0, 0, []
    for those in days.values():
        named = rule([test.chance(share) for test in those], [test.silent for test in those])
        false = sum(name and not test.kept_out for name, test in zip(named, those, strict=True))
        wrong, right = wrong + false, right + sum(named) - false
        shares.append(false / max(1, sum(named)))
    print(f"  {share:<15} {name:<24} named {right + wrong:>4}, falsely {wrong:>3}: a day's false share"
          f" {np.mean(shares):.3f}, found {right / kept_out:.0%} of those kept out")  # fmt: skip


def main() -> None:
    for interest in (0.0, 0.5):
        simulated(interest)


if __name__ == "__main__":
    main()
