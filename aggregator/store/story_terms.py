"""The terms of stories, in a file of their own beside the database: a cache without words, which may be deleted."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import numpy as np

from aggregator.grouping.rows import Array
from aggregator.store.connection import store_errors
from aggregator.storylines import StoryTerms

BUSY_SECONDS = 30.0
"""How long another process is waited for that writes to the file."""

READ_AT_ONCE = 5000
"""Stories asked for at once."""

RULE = "3"
"""Raised when terms are read another way: what an older version kept is dropped."""

_TABLES = """
create table if not exists made (rule text not null, state text not null) strict;
create table if not exists terms (
  story_id integer primary key, change integer not null, day real, keys blob not null, weights blob not null,
  cases blob not null, pairs blob not null, vectors blob not null
) strict
"""


@dataclass(frozen=True, slots=True)
class Held:
    """All terms of all stories, one after the other: `sizes` says how many each story has."""

    stories: list[int]
    sizes: Array
    keys: Array
    weights: Array
    cases: Array


def story_terms_path(database: Path) -> Path:
    """Returns where the terms of a database's stories stand."""
    return database.with_name(f"{database.stem}.terms.db")


class StoryTermsFile:
    """Maps stories to their terms, each as of a change in `story_changes`; news.db has news.terms.db.

    `reader` names what read them, such as an encoder, and `state` what the database knows to have been kept here last:
    what another one read is dropped, and what was kept for another database, or for a later state of this one. Numbers
    of stories and changes don't tell: after a backup was put back they are given away once more.
    """

    def __init__(self, database: Path, reader: str, state: str) -> None:
        self.path = story_terms_path(database)
        self.state = state
        self._rule = f"{RULE} {reader}"

    def changes(self) -> dict[int, int]:
        """Maps the stories that are kept to the change as of which they were read."""
        with store_errors(self.path), closing(self._opened()) as connection:
            return dict(connection.execute("select story_id, change from terms").fetchall())

    def put(self, read: Iterable[tuple[StoryTerms, int]], gone: Collection[int] = ()) -> None:
        """Keeps the terms of some stories with their changes, drops those of others; `state` names all that was kept.

        The caller stores the state with the database: equal states come of equal terms, kept in the same order.
        """
        rows = [(story.story, change, story.time, *_packed(story)) for story, change in read]
        with store_errors(self.path), closing(self._opened()) as connection, connection:
            connection.executemany("delete from terms where story_id = ?", [(story,) for story in gone])
            connection.executemany("insert or replace into terms values (?, ?, ?, ?, ?, ?, ?, ?)", rows)
            self.state = _named(self.state, sorted(gone), rows)
            connection.execute("update made set state = ?", [self.state])

    def held(self) -> Held:
        """Reads all that the index of stories is made of."""
        with store_errors(self.path), closing(self._opened()) as connection:
            rows = connection.execute("select story_id, keys, weights, cases from terms order by story_id").fetchall()
        keys, weights, cases = (b"".join(row[column] for row in rows) for column in (1, 2, 3))
        return Held(
            [row[0] for row in rows],
            np.array([len(row[3]) for row in rows], dtype=np.int64),
            np.frombuffer(keys, "<i8"),
            np.frombuffer(weights, "<f4"),
            np.frombuffer(cases, "i1").astype(np.int64),
        )

    def of(self, stories: Collection[int]) -> Iterator[StoryTerms]:
        """Reads the terms of some stories."""
        asked = sorted(stories)
        with store_errors(self.path), closing(self._opened()) as connection:
            for start in range(0, len(asked), READ_AT_ONCE):
                rows = connection.execute(
                    "select story_id, day, keys, weights, cases, pairs, vectors from terms"
                    " where story_id in (select value from json_each(?))",
                    [json.dumps(asked[start : start + READ_AT_ONCE])],
                )
                yield from map(_unpacked, rows.fetchall())

    def days(self) -> Mapping[int, float]:
        """Maps the stories to the day of their first article, 0 where it is not known."""
        with store_errors(self.path), closing(self._opened()) as connection:
            return dict(connection.execute("select story_id, coalesce(day, 0) from terms").fetchall())

    def _opened(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=BUSY_SECONDS)
        for table in _TABLES.split(";\n"):
            connection.execute(table)
        made = [(self._rule, self.state)]
        if connection.execute("select rule, state from made").fetchall() != made:
            with connection:
                connection.execute("delete from terms")
                connection.execute("delete from made")
                connection.executemany("insert into made values (?, ?)", made)
        return connection


def _named(state: str, gone: Collection[int], rows: Iterable[tuple[object, ...]]) -> str:
    """Names a state by the one before it and what was kept since."""
    digest = blake2b(f"{state} {gone}".encode(), digest_size=16)
    for story, change, day, *packed in rows:
        digest.update(f"{story} {change} {day}".encode())
        for part in packed:
            assert isinstance(part, bytes)
            digest.update(len(part).to_bytes(8, "little") + part)
    return digest.hexdigest()


def _packed(story: StoryTerms) -> tuple[bytes, bytes, bytes, bytes, bytes]:
    keys = sorted(story.weight)
    return (
        np.array(keys, "<i8").tobytes(),
        np.array([story.weight[key] for key in keys], "<f4").tobytes(),
        np.array([story.case[key] for key in keys], "i1").tobytes(),
        np.array(sorted(story.pairs), "<i8").tobytes(),
        bytes([len(story.vectors)]) + b"".join(story.vectors),
    )


def _unpacked(row: tuple[int, float | None, bytes, bytes, bytes, bytes, bytes]) -> StoryTerms:
    story, day, keys, weights, cases, pairs, packed = row
    size = (len(packed) - 1) // packed[0] if packed[0] else 0
    terms = np.frombuffer(keys, "<i8").tolist()
    beside = np.frombuffer(pairs, "<i8").reshape(-1, 2).tolist()
    return StoryTerms(
        story,
        day,
        dict(zip(terms, np.frombuffer(weights, "<f4").tolist(), strict=True)),
        dict(zip(terms, np.frombuffer(cases, "i1").tolist(), strict=True)),
        frozenset((first, second) for first, second in beside),
        tuple(packed[1 + size * place : 1 + size * (place + 1)] for place in range(packed[0])),
    )
