"""A newsroom drawn by dice, as plain rows: what the views of research count, counted anew in Python."""

from __future__ import annotations

import random
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from aggregator.config import Config, CrawlConfig, FilesConfig, SiteConfig
from aggregator.store.publish import publish
from aggregator.times import from_iso, iso
from aggregator.workspace import Workspace, open_workspace
from tests import conftest

PROVIDERS = ("AllSides", "MBFC")
OUTLETS = ("left.example", "center.example", "right.example", "rightweekly.example", "unrated.example")
MOVED = "2026-10-16"
WORDS = ("mayor", "harbour", "won't", "storm's", "tax", "2026", "strike", "the", "a", "Ältere", "ferry", "vote")
TOPICS = ("politics", "sport", "war and conflict", None)


def opened(folder: Path) -> AbstractContextManager[Workspace]:
    """Opens a working file with the outlets and ratings of the tests, for a whole module."""
    files = FilesConfig()
    for name, text in (("outlets", conftest.OUTLETS), ("ratings", conftest.RATINGS), ("feeds", conftest.FEEDS)):
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
        files = replace(files, **{name: folder / f"{name}.csv"})
    crawl = CrawlConfig(contact="test@aggregator.example")
    config = Config(files=files, site=SiteConfig(provider="AllSides"), crawl=crawl)
    return open_workspace(config, folder / "news.db", conftest.Clock(datetime(2026, 11, 22, tzinfo=UTC)))


@dataclass(frozen=True, slots=True)
class Piece:
    number: int
    outlet: str
    scope: str
    published: str | None
    first_seen: str
    again: bool
    title: str
    language: str | None
    topic: str | None
    wire: str | None
    story: int | None
    copy_of: int | None
    retitled: tuple[str, ...]

    @property
    def day(self) -> str:
        return (self.published or self.first_seen)[:10]

    @property
    def minute(self) -> int | None:
        if self.published is None or self.published[11:] in ("00:00:00Z", "12:00:00Z"):
            return None
        return int(from_iso(self.published).timestamp()) // 60

    @property
    def independent(self) -> bool:
        return self.story is not None and self.copy_of is None

    def months(self) -> tuple[str, str]:
        return "all", self.day[:7]

    def side(self, provider: str) -> str:
        """The side by the test's ratings, where center.example moved to the right on MOVED."""
        if provider == "MBFC":
            return "left" if self.outlet == "left.example" else "unrated"
        if self.outlet == "center.example":
            return "right" if self.day >= MOVED else "center"
        known = {"left.example": "left", "right.example": "right", "rightweekly.example": "right"}
        return known.get(self.outlet, "unrated")


def drawn(seed: int, size: int = 120) -> list[Piece]:
    """Draws articles of two months; a copy is of an earlier article of its story."""
    dice = random.Random(seed)
    pieces: list[Piece] = []
    for number in range(1, size + 1):
        seen = from_iso("2026-10-05T06:00:00Z") + timedelta(minutes=dice.randrange(40 * 1440))
        story = dice.randrange(1, 15) if dice.random() < 0.85 else None
        originals = [one.number for one in pieces if story and one.story == story and one.copy_of is None]
        times = [iso(seen), iso(seen), f"{iso(seen)[:10]}T12:00:00Z", f"{iso(seen)[:10]}T00:00:00Z", None]
        published = dice.choice(times) if dice.random() < 0.3 else iso(seen - timedelta(seconds=dice.randrange(90)))
        if originals and dice.random() < 0.2:  # two of one minute
            published = pieces[dice.choice(originals) - 1].published
        # Of an odd minute, so that no median lies between two tenths of an hour.
        changes, wait = dice.randrange(1, 3) if dice.random() < 0.2 else 0, 6 + 12 * dice.randrange(250)
        pieces.append(Piece(
            number, dice.choice(OUTLETS), dice.choice(("news", "news", "opinion")), published, iso(seen),
            dice.random() < 0.6, " ".join(dice.choices(WORDS, k=5)), dice.choice(("en", "en", "en", "es", None, "zh")),
            dice.choice(TOPICS), dice.choice((None, None, None, "AP")), story,
            dice.choice(originals) if originals and dice.random() < 0.3 else None,
            tuple(iso(seen + timedelta(minutes=wait * n + 7)) for n in range(1, changes + 1)),
        ))  # fmt: skip
    return pieces


def published(workspace: Workspace, pieces: Sequence[Piece]) -> sqlite3.Connection:
    """Writes the pieces into the working file and opens what is published of them."""
    db = workspace.store.db
    with workspace.store.transaction():
        ids = dict(db.execute("select domain, id from outlets").fetchall())
        db.execute("update ratings set valid_to = ? where outlet_id = ? and provider = 'AllSides'",
                   [MOVED, ids["center.example"]])  # fmt: skip
        db.execute("insert into ratings (outlet_id, provider, scope, label, lean, valid_from)"
                   " values (?, 'AllSides', 'news', 'lean right', 1, ?)", [ids["center.example"], MOVED])  # fmt: skip
        for story in sorted({one.story for one in pieces if one.story}):
            _story(workspace, story, [one for one in pieces if one.story == story])
        for one in pieces:
            _article(workspace, ids[one.outlet], one, named_of(pieces, one.number))
    path = publish(workspace.store.path, summary_characters=300).path
    return sqlite3.connect(f"file:{path}?immutable=1", uri=True)


def _story(workspace: Workspace, story: int, members: Sequence[Piece]) -> None:
    first = min(one.published or one.first_seen for one in members)
    workspace.store.db.execute(
        "insert into stories (id, title, first_seen, first_published, last_published, articles, outlets, owners,"
        " origins) values (?, 'T', ?, ?, ?, ?, ?, 1, 1)",
        [story, first, first, first, len(members), len({one.outlet for one in members})],
    )


def _article(workspace: Workspace, outlet: int, one: Piece, wire: bool) -> None:
    db = workspace.store.db
    last = iso(from_iso(one.first_seen) + timedelta(hours=1)) if one.again else one.first_seen
    db.execute(
        "insert into articles (id, url, original_url, outlet_id, title, published, first_seen, last_seen, title_from,"
        " language, topic, scope, wire) values (?, ?, '', ?, ?, ?, ?, ?, 'feed', ?, ?, ?, ?)",
        [one.number, f"https://{one.outlet}/{one.number}", outlet, one.title, one.published, one.first_seen, last,
         one.language, one.topic, one.scope, one.wire],
    )  # fmt: skip
    if one.copy_of is None:
        db.execute("insert into origins (id, representative_id, kind) values (?, ?, ?)",
                   [one.number, one.number, "wire" if wire else "original"])  # fmt: skip
    db.execute("insert into copies (article_id, origin_id, score, method) values (?, ?, 1, 'exact')",
               [one.number, one.copy_of or one.number])  # fmt: skip
    if one.story:
        db.execute("insert into story_articles (story_id, article_id, score) values (?, ?, 1)", [one.story, one.number])
    for seen in one.retitled:
        db.execute("insert into revisions (article_id, seen, field, old, new) values (?, ?, 'title', 'a', 'b')",
                   [one.number, seen])  # fmt: skip


def _opened(pieces: Sequence[Piece], story: int) -> str:
    return min(one.published or one.first_seen for one in pieces if one.story == story)[:7]


def coverage(pieces: Sequence[Piece]) -> Counter[tuple[object, ...]]:
    return Counter(
        (provider, one.day, one.side(provider), one.topic or "not told", one.language or "und", one.independent)
        for one in pieces for provider in PROVIDERS
    )  # fmt: skip


def named_of(pieces: Sequence[Piece], text: int) -> bool:
    """Says whether an agency is named on any article of a text: then grouping calls the text an agency's."""
    return any(one.wire for one in pieces if (one.copy_of or one.number) == text)


def kinds(pieces: Sequence[Piece]) -> Counter[tuple[str, str, str]]:
    """Counts each outlet's articles by whose text they are."""
    by_number = {one.number: one for one in pieces}

    def kind(one: Piece) -> str:
        original = by_number[one.copy_of or one.number]
        if named_of(pieces, original.number):
            return "wire"
        return "copy" if original.outlet != one.outlet else "own"

    return Counter((month, one.outlet, kind(one)) for one in pieces for month in one.months())


def retitling(pieces: Sequence[Piece]) -> Mapping[tuple[str, str, str], tuple[object, ...]]:
    groups: dict[tuple[str, str, str], list[Piece]] = defaultdict(list)
    for one in pieces:
        for provider in PROVIDERS:
            for month in one.months():
                groups[month, provider, one.side(provider)].append(one)
    return {place: _retitled(found) for place, found in groups.items()}


def _retitled(found: Sequence[Piece]) -> tuple[object, ...]:
    changed = [one for one in found if one.retitled]
    waits = [(from_iso(one.retitled[0]) - from_iso(one.first_seen)).total_seconds() / 3600 for one in changed]
    middle = round(median(waits), 1) if waits else None
    watched = sum(one.again or bool(one.retitled) for one in found)
    return len(found), watched, len(changed), sum(len(one.retitled) for one in changed), middle


def _places(pieces: Sequence[Piece], part_of: Mapping[int, str]) -> Iterator[tuple[int, str, str, int]]:
    """Says of each part (a side, or an outlet) of each story whether it was first, and by how many minutes not."""
    earliest: dict[int, dict[str, int]] = defaultdict(dict)
    for one in pieces:
        if one.independent and one.minute is not None and one.number in part_of and one.story:
            parts = earliest[one.story]
            parts[part_of[one.number]] = min(one.minute, parts.get(part_of[one.number], one.minute))
    for story, parts in earliest.items():
        if len(parts) > 1:
            first = min(parts.values())
            together = sum(minute == first for minute in parts.values())
            for part, minute in parts.items():
                yield story, part, "later" if minute > first else "tied" if together > 1 else "first", minute - first


def story_firsts(pieces: Sequence[Piece], provider: str) -> set[tuple[int, str, str, int]]:
    rated = {one.number: one.side(provider) for one in pieces if one.side(provider) != "unrated"}
    return set(_places(pieces, rated))


def firsts(pieces: Sequence[Piece], provider: str | None) -> Mapping[tuple[str, str], tuple[object, ...]]:
    """Counts the places by month and side, or by month and outlet where no provider is named."""
    found = story_firsts(pieces, provider) if provider else _places(pieces, {one.number: one.outlet for one in pieces})
    groups: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    for story, part, place, lag in found:
        for month in ("all", _opened(pieces, story)):
            groups[month, part].append((place, lag))
    return {key: _counted(places) for key, places in groups.items()}


def _counted(places: Sequence[tuple[str, int]]) -> tuple[object, ...]:
    count = Counter(place for place, _ in places)
    lags = [lag for place, lag in places if place == "later"]
    return len(places), count["first"], count["tied"], count["later"], median(lags) if lags else None


def leaders(pieces: Sequence[Piece], provider: str) -> dict[int, str]:
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for one in pieces:
        if one.independent and one.story and one.side(provider) != "unrated":
            votes[one.story][one.side(provider)] += 1
    told = {}
    for story, sides in votes.items():
        if sides.total() >= 3:
            best = [side for side, count in sides.items() if count == max(sides.values())]
            told[story] = best[0] if len(best) == 1 else "tie"
    return told
