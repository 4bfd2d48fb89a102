"""A drawn newsroom with polls, published; and what two of its outlets or sides have, counted anew in plain Python."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from aggregator.grouping.headlines import cleaned_title, headline
from aggregator.site.serve import make_app
from aggregator.store.publish import publish
from aggregator.text.headline_words import headline_words
from aggregator.times import from_iso, iso
from aggregator.workspace import Workspace
from tests import research_newsroom as newsroom
from tests.research_newsroom import Piece
from tests.site_fixtures import METADATA

HOURS = 24
# When each outlet's feed was heard without a gap; unrated.example has none.
HEARD = {
    "left.example": [("2026-10-01T00:00:00Z", "2026-11-20T00:00:00Z")],
    "center.example": [("2026-10-01T00:00:00Z", "2026-11-02T00:00:00Z"),
                       ("2026-11-03T00:00:00Z", "2026-11-16T00:00:00Z")],
    "right.example": [],
    "rightweekly.example": [("2026-10-10T00:00:00Z", "2026-11-12T00:00:00Z")],
}  # fmt: skip
THINNED = 5
MADE = "2026-11-14T00:00:00Z"
NAMES = {"left.example": "The Left Post", "center.example": "The Center", "right.example": "Right Tribune",
         "rightweekly.example": "Right Weekly", "unrated.example": "Nobody Rated This"}  # fmt: skip


def drawn(seed: int, size: int) -> list[Piece]:
    """Draws articles in some hundred and sixty stories of a few articles each; Right Weekly writes Spanish.

    A copy stays in the story of its original.
    """
    return [
        replace(
            one,
            story=one.story + 14 * ((one.copy_of or one.number) % 12) if one.story else None,
            language="es" if one.outlet == "rightweekly.example" else one.language,
        )
        for one in newsroom.drawn(seed, size)
    ]


@contextmanager
def served(folder: Path, pieces: Sequence[Piece]) -> Iterator[Any]:
    """Publishes the pieces with their stories' counts and with polls, and serves them."""
    with newsroom.opened(folder) as workspace:
        newsroom.published(workspace, pieces).close()
        with workspace.store.transaction():
            _complete(workspace, pieces)
        path = publish(workspace.store.path, summary_characters=300).path
        yield make_app(path, METADATA, clock=workspace.clock)


def _complete(workspace: Workspace, pieces: Sequence[Piece]) -> None:
    db = workspace.store.db
    for story in stories(pieces):
        db.execute(
            "update stories set first_published = ?, last_published = ?, origins = ?, outlets = ?, thinned = ?"
            " where id = ?",
            [opened(pieces, story), latest(pieces, story), origins(pieces, story),
             len({one.outlet for one in members(pieces, story)}), MADE if story == THINNED else None, story],
        )  # fmt: skip
    db.execute("delete from runs")
    db.execute("insert into runs (started, finished, kind, version, config_hash, ratings_hash, outcome)"
               " values (?, ?, 'group', '', '', '', 'finished')", [MADE, MADE])  # fmt: skip
    for outlet, stretches in HEARD.items():
        feed = db.execute("select feed.id from feeds feed join outlets on outlets.id = outlet_id where domain = ?",
                          [outlet]).fetchone()[0]  # fmt: skip
        for since, until in stretches:
            db.execute("insert into polls (feed_id, at, code, reaches_back, new, fresh, elapsed_ms)"
                       " values (?, ?, 'ok', ?, 1, 1, 1)", [feed, until, since])  # fmt: skip


def at(one: Piece) -> str:
    return one.published or one.first_seen


def members(pieces: Sequence[Piece], story: int) -> list[Piece]:
    return [one for one in pieces if one.story == story]


def stories(pieces: Sequence[Piece]) -> list[int]:
    return sorted({one.story for one in pieces if one.story})


def opened(pieces: Sequence[Piece], story: int) -> str:
    return min(at(one) for one in members(pieces, story))


def latest(pieces: Sequence[Piece], story: int) -> str:
    return max(at(one) for one in members(pieces, story))


def origins(pieces: Sequence[Piece], story: int) -> int:
    return sum(one.independent for one in members(pieces, story))


@dataclass(frozen=True)
class Two:
    """Two keys, and a provider where they are sides."""

    a: str
    b: str
    provider: str | None = None

    def key(self, one: Piece) -> str:
        return one.side(self.provider) if self.provider else one.outlet

    def has(self, pieces: Sequence[Piece], story: int, key: str) -> str:
        mine = [one for one in members(pieces, story) if self.key(one) == key]
        return "own" if any(one.independent for one in mine) else "reprint" if mine else "none"


def within(pieces: Sequence[Piece], since: str, until: str, language: str | None = None) -> list[int]:
    """The stories of several origins whose latest article is of the days, both included."""
    return [
        story for story in stories(pieces)
        if since <= latest(pieces, story)[:10] <= until and origins(pieces, story) > 1
        and (language is None or any(one.language == language for one in members(pieces, story)))
    ]  # fmt: skip


def lists(pieces: Sequence[Piece], two: Two, among: Sequence[int]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for story in among:
        found[f"{two.has(pieces, story, two.a)}-{two.has(pieces, story, two.b)}"].add(story)
    return found


def languages(pieces: Sequence[Piece], outlet: str) -> set[str]:
    """The languages of a tenth or more of an outlet's articles that tell one."""
    counts = Counter(one.language for one in pieces if one.outlet == outlet and one.language)
    return {code for code, count in counts.items() if count >= counts.total() / 10}


def silence(pieces: Sequence[Piece], story: int, outlet: str) -> str:
    """What is known of an outlet that has nothing of a story."""
    spoken = {one.language for one in members(pieces, story)}
    known = languages(pieces, outlet)
    if known and None not in spoken and not spoken & known:
        return "other language"
    if story == THINNED:
        return "not told"
    opens, closes = opened(pieces, story), iso(from_iso(latest(pieces, story)) + timedelta(hours=HOURS))
    if any(since <= opens and closes <= until for since, until in HEARD.get(outlet, [])):
        return "left out"
    return "too early" if closes > MADE else "not known"


def earliest(pieces: Sequence[Piece], two: Two, story: int, key: str) -> Piece:
    return min((one for one in members(pieces, story) if one.independent and two.key(one) == key),
               key=lambda one: (at(one), one.number))  # fmt: skip


def lead(pieces: Sequence[Piece], two: Two, story: int) -> int | None:
    """The minutes by which the first of two had a story before the other, where both tell a time of day."""
    first = []
    for key in (two.a, two.b):
        minutes = [one.minute for one in members(pieces, story) if one.independent and two.key(one) == key]
        first.append(min((minute for minute in minutes if minute is not None), default=None))
    a, b = first
    return None if a is None or b is None else b - a


def words(pieces: Sequence[Piece], two: Two, among: set[int], language: str) -> dict[str, tuple[int, int, float]]:
    """Maps each word of three headlines or more to its headlines by each, and z, by the formula itself."""
    counts, totals = [], []
    for key in (two.a, two.b):
        mine = [one for one in pieces if one.story in among and one.independent and two.key(one) == key
                and (one.language or "und") == language]  # fmt: skip
        found = Counter(word for one in mine for word in headline_words(headline(cleaned_title(one.title), NAMES[key])))
        counts.append(found)
        totals.append(found.total())
    told = {}
    for word in counts[0] | counts[1]:
        prior, weight = counts[0][word] + counts[1][word], sum(totals)
        if prior < 3:
            continue
        odds = [math.log((count[word] + prior) / (total + weight - count[word] - prior))
                for count, total in zip(counts, totals, strict=True)]  # fmt: skip
        z = (odds[0] - odds[1]) / math.sqrt(sum(1 / (count[word] + prior) for count in counts))
        told[word] = (counts[0][word], counts[1][word], z)
    return told
