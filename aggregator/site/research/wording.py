"""The wording of headlines by side, on the stories that both sides have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from urllib.parse import urlencode

from aggregator.site.charts import SIDES, Bar, bars
from aggregator.site.queries import Edition, Reader
from aggregator.site.queries import research as questions
from aggregator.site.queries.research import Row, rows
from aggregator.site.research import filters
from aggregator.site.research.finding import (
    Asked,
    Column,
    Figure,
    Filter,
    Finding,
    Question,
    Table,
    count,
    measure,
)
from aggregator.site.shares import LEAST_FOR_SHARE
from aggregator.site.words import short_day
from aggregator.store.headline_words import DAYS
from aggregator.text.log_odds import BEYOND_CHANCE

WORDS = 25
_BY_KEY = {kind.key: kind for kind in SIDES}
_PAIRS = list(combinations([kind.key for kind in SIDES if kind.key != "unrated"], 2))


async def answer(db: Reader, asked: Asked, edition: Edition) -> Finding:
    totals = await rows(db, questions.WORDING_TOTALS, provider=asked.provider)
    side, other = asked.sides
    mine = [row for row in totals if (row["side"], row["other_side"]) == asked.sides]
    total = next((row for row in mine if row["language"] == asked.language), mine[0] if mine else None)
    language = str(total["language"]) if total else asked.language
    place = {"provider": asked.provider, "language": language, "side": side, "other_side": other}
    enough = total is not None and min(count(total["headlines"]), count(total["other_headlines"])) >= LEAST_FOR_SHARE
    found = {one: await rows(db, sql, **place, limit=WORDS) if enough else []
             for one, sql in ((side, questions.WORDS_OF_ONE), (other, questions.WORDS_OF_OTHER))}  # fmt: skip
    for one, words in found.items():
        for row in words:
            row |= {"z": round(measure(row["z"]), 2), "log_odds": round(measure(row["log_odds"]), 2)}
            row |= {"prior": round(measure(row["prior"]), 1)}
            row["address"] = headlines_with(place, one, str(row["word"]))
    return Finding(
        answer=_in_words(total, found, asked.sides),
        rests_on=_rests_on(total, asked.sides),
        figures=[_figure(one, words) for one, words in found.items() if words],
        tables=[_table(one, asked.sides, words) for one, words in found.items()],
        view="headline_wording",
        narrowed=place,
        query="wording_of_headlines",
        arguments=place,
        filters=(
            Filter("sides", "Sides", f"{side}-{other}", [(f"{a}-{b}", f"{a} and {b}") for a, b in _PAIRS]),
            filters.languages([str(row["language"]) for row in mine], language, everyone=False),
        ),
        notes=_notes(total),
        also={"headline_sides": place},
        since=str(total["since"]) if total else "",
    )


def headlines_with(place: Mapping[str, str], side: str, word: str) -> str:
    """Returns the address of the headlines of a side that have a word, where another side has the story too."""
    other = place["other_side"] if side == place["side"] else place["side"]
    told = dict(place) | {"side": side, "other_side": other, "word": word}
    return f"/news/headlines_with_word?{urlencode(told)}"


def _figure(side: str, words: Sequence[Row]) -> Figure:
    drawn = [Bar(str(row["word"]), abs(measure(row["z"])), f"z {abs(measure(row['z'])):.1f}", _BY_KEY[side])
             for row in words[:15]]  # fmt: skip
    listed = ", ".join(f"{bar.name} {bar.text}" for bar in drawn)
    return Figure(f"What the {side} says more than the other side, by z", bars(f"Words of the {side}: {listed}", drawn))


def _table(one: str, sides: tuple[str, str], words: Sequence[Row]) -> Table:
    side, other = sides
    return Table(
        f"Words of the {one}",
        [
            Column("word", "word", number=False, href="address"),
            Column("z", "z"),
            Column("log_odds", "log-odds"),
            Column("headlines", f"headlines of the {side}"),
            Column("other_headlines", f"headlines of the {other}"),
            Column("outlets", f"outlets of the {side}"),
            Column("other_outlets", f"outlets of the {other}"),
            Column("prior", "prior"),
        ],
        words,
    )


def _in_words(total: Row | None, found: dict[str, list[Row]], sides: tuple[str, str]) -> str:
    if total is None:
        return f"No story has rated articles of the {sides[0]} and of the {sides[1]} yet."
    if not any(found.values()):
        return f"There are too few headlines to compare: {LEAST_FOR_SHARE} of each side are the least."
    told = []
    for side, words in found.items():
        beyond = [str(row["word"]) for row in words if abs(measure(row["z"])) >= BEYOND_CHANCE]
        said = ", ".join(f"“{word}”" for word in beyond[:5])
        if said:
            told.append(f"the {side} says {said} more")
    if not told:
        return "On the same stories no word stands out on either side beyond chance."
    return f"On the same stories {' and '.join(told)}."


def _rests_on(total: Row | None, sides: tuple[str, str]) -> str:
    if total is None:
        return "no headlines"
    return (
        f"{total['headlines']:,} independent headlines of the {sides[0]} and {total['other_headlines']:,} of the"
        f" {sides[1]}, on stories that both have, with an article since {short_day(str(total['since']))}"
    )


def _notes(total: Row | None) -> Sequence[str]:
    if total is None:
        return ()
    return (
        (
            f"z beyond {BEYOND_CHANCE} is what one word in twenty reaches by chance, and hundreds are compared: read"
            " the top of the list, not its edge. A word that one outlet alone uses tells of that outlet."
        ),
        (
            f"The prior is each word's share of {total['all_words']:,} words in all {total['all_headlines']:,}"
            f" independent headlines of the language, weighed as"
            f" {count(total['words']) + count(total['other_words']):,} words."
        ),
    )


QUESTION = Question(
    name="wording",
    title="Which words does each side put into its headlines on the same stories?",
    method="Log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008), over the stories"
    f" of the latest {DAYS} days that both sides have; one vote an independent article, a word once a headline.",
    limits="A word says nothing of why it was chosen, and an outlet of many articles weighs more than one of few. A"
    " story holds what grouping put there: where a side covers other events in it, its words are of other things.",
    rated=True,
    answer=answer,
)
