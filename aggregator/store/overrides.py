"""Reads and writes of a person's word: a row is a link between two articles, the rows of a command are an act."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from sqlite_utils import Database

from aggregator.grouping.rulings import Ruling, Rulings, Word

_LINKS = "select * from overrides where kind in ('together', 'apart')"


@dataclass(frozen=True, slots=True)
class Act:
    """A command of a person: `words` as it could be typed again, the articles that it names, and whether it holds.

    `in_force` counts the rows that still hold, `undone` is when the last of the others was taken back, and `undone_by`
    the act that did, None where it was undo or unpin.
    """

    number: int
    at: str
    words: str
    note: str
    articles: tuple[int, ...]
    rows: int
    in_force: int
    undone: str | None
    undone_by: int | None


class Overrides:
    """The rulings; every method runs inside the caller's transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def rulings(self) -> Rulings:
        """Returns the rulings in force, and where each of their articles stands."""
        rows = tuple(map(_ruling, self._db.query(f"{_LINKS} and undone is null order by act, id")))
        articles = json.dumps(sorted({article for row in rows for article in (row.first, row.other)}))
        homes = self._db.execute(
            "select article_id, story_id from story_articles where article_id in (select value from json_each(?))",
            [articles],
        )
        return Rulings(rows, dict(homes.fetchall()))

    def last_word(self) -> int:
        """Names what is ruled: the last run of a command that said something, took it back or grouped all anew."""
        row = self._db.execute("select max(id) from runs where kind in ('override', 'rebuild')").fetchone()
        return int(row[0] or 0)

    def next_act(self) -> int:
        return int(self._db.execute("select coalesce(max(act), 0) + 1 from overrides").fetchone()[0])

    def write(self, rows: Iterable[Ruling], at: str) -> None:
        """Writes rows; those of an act that has some already take over its time."""
        self._db.conn.executemany(
            "insert into overrides (at, act, kind, article_a, article_b, value, note)"
            " values (coalesce((select min(at) from overrides where act = ?), ?), ?, ?, ?, ?, ?, ?)",
            [
                (row.act, at, row.act, row.kind, row.first, row.other,
                 f"{row.word} s{row.first_story} s{row.other_story}", row.note or None)
                for row in rows
            ],
        )  # fmt: skip

    def withdraw(self, rows: Iterable[Ruling], at: str, by: int | None = None) -> None:
        """Takes rows back; `by` is the act that contradicts them."""
        self._db.conn.executemany(
            "update overrides set undone = ?, undone_by = ? where id = ?", [(at, by, row.id) for row in rows]
        )

    def revive(self, rows: Iterable[Ruling]) -> None:
        """Puts rows in force again."""
        self._db.conn.executemany(
            "update overrides set undone = null, undone_by = null where id = ?", [(row.id,) for row in rows]
        )

    def beaten_by(self, acts: Collection[int]) -> list[Ruling]:
        """Lists the rows that these acts took back."""
        rows = self._db.query(
            f"{_LINKS} and undone_by in (select value from json_each(?)) order by act, id", [json.dumps([*acts])]
        )
        return list(map(_ruling, rows))

    def merged_from(self) -> dict[int, set[int]]:
        """Maps the stories that a merge ever named to the articles that they had then."""
        found: dict[int, set[int]] = {}
        for row in map(_ruling, self._db.query(f"{_LINKS} and value like 'merge %' order by act, id")):
            found.setdefault(row.first_story, set()).add(row.first)
            found.setdefault(row.other_story, set()).add(row.other)
        return found

    def acts(self) -> list[Act]:
        """Lists what people said, the oldest first."""
        found: dict[int, list[dict[str, Any]]] = {}
        for row in self._db.query(f"{_LINKS} order by act, id"):
            found.setdefault(row["act"], []).append(row)
        return [_act(rows) for rows in found.values()]


def _ruling(row: Mapping[str, Any]) -> Ruling:
    word, first, other = row["value"].split()
    return Ruling(
        act=row["act"],
        kind=row["kind"],
        first=row["article_a"],
        other=row["article_b"],
        word=cast(Word, word),
        first_story=int(first[1:]),
        other_story=int(other[1:]),
        note=row["note"] or "",
        id=row["id"],
    )


def _act(rows: list[dict[str, Any]]) -> Act:
    links = [_ruling(row) for row in rows]
    taken_back = sorted((row["undone"], row["undone_by"]) for row in rows if row["undone"] and row["undone_by"])
    undone = max((row["undone"] for row in rows if row["undone"]), default=None)
    return Act(
        number=links[0].act,
        at=rows[0]["at"],
        words=_words(links),
        note=links[0].note,
        articles=tuple(sorted({article for link in links for article in (link.first, link.other)})),
        rows=len(rows),
        in_force=sum(row["undone"] is None for row in rows),
        undone=undone,
        undone_by=taken_back[-1][1] if taken_back else None,
    )


def _words(links: list[Ruling]) -> str:
    """Says an act as it was typed; of a star that was tied anew the first rows tell."""
    first = links[0]
    if first.word == "merge":
        return "merge " + " ".join(map(str, sorted({s for row in links for s in (row.first_story, row.other_story)})))
    if first.word == "pin":
        return f"pin a{first.other} {first.first_story}"
    named = {row.first for row in links} | {row.other for row in links if row.kind == "together"}
    return f"split {first.first_story} " + " ".join(f"a{article}" for article in sorted(named))
