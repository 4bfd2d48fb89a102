"""Reads and writes of a person's word: a row is a link between two articles, the rows of a command are an act."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, cast

from sqlite_utils import Database

from aggregator.grouping.in_force import in_force
from aggregator.grouping.rulings import Ruling, Rulings, Word

STORIES = {"together": "together", "apart": "apart"}
CONTINUATIONS = {"together": "continues", "apart": "continues not"}
"""How the links are stored of words on stories and of words on storylines, by what they say."""

# A row that a person took back has `undone` alone; where a later act contradicts it, `undone_by` names that, and both
# are written anew after each word.
_SAID = "and (undone is null or undone_by is not null)"


@dataclass(frozen=True, slots=True)
class Act:
    """A command of a person: `words` as it could be typed again, the articles that it names, and whether it holds.

    `in_force` tells whether anything of it is, `undone` when a person took it back, which is for good, and
    `contradicted_by` names the later acts that ended parts of it, or all, for as long as they are in force.
    """

    number: int
    at: str
    words: str
    note: str
    articles: tuple[int, ...]
    in_force: bool
    undone: str | None = None
    contradicted_by: tuple[int, ...] = ()


class Overrides:
    """The rulings on stories, or on storylines; every method runs inside the caller's transaction."""

    def __init__(self, db: Database, kinds: Mapping[str, str] = STORIES) -> None:
        self._db = db
        self._kinds = kinds
        self._where = f"kind in ('{kinds['together']}', '{kinds['apart']}')"

    def rulings(self) -> Rulings:
        """Returns the rulings in force: what all acts make that no person took back."""
        return in_force(self.said())

    def said(self) -> list[Ruling]:
        """Lists the rows of the acts that no person took back, contradicted ones too."""
        rows = self._db.query(f"select * from overrides where {self._where} {_SAID} order by act, id")
        return list(map(_ruling, rows))

    def next_act(self) -> int:
        return int(self._db.execute("select coalesce(max(act), 0) + 1 from overrides").fetchone()[0])

    def write(self, rows: Iterable[Ruling], at: str) -> None:
        self._db.conn.executemany(
            "insert into overrides (at, act, kind, article_a, article_b, value, note) values (?, ?, ?, ?, ?, ?, ?)",
            [
                (at, row.act, self._kinds[row.kind], row.first, row.other,
                 " ".join((row.word, f"s{row.first_story}", f"s{row.other_story}", *row.named)), row.note or None)
                for row in rows
            ],
        )  # fmt: skip

    def take_back(self, acts: Collection[int], at: str) -> None:
        """Takes whole acts back, for good."""
        self._db.conn.executemany(
            "update overrides set undone = ?, undone_by = null where act = ?", [(at, act) for act in acts]
        )

    def mark(self, contradicted: Mapping[Ruling, int]) -> None:
        """Writes beside each row which act contradicts it, for those who read the table."""
        self._db.execute(
            f"update overrides set undone = null, undone_by = null where undone_by is not null and {self._where}"
        )
        self._db.conn.executemany(
            "update overrides set undone = (select min(at) from overrides where act = ?), undone_by = ? where id = ?",
            [(act, act, row.id) for row, act in contradicted.items()],
        )

    def acts(self) -> list[Act]:
        """Lists what people said, the oldest first."""
        rulings = self.rulings()
        rows = self._db.query(f"select * from overrides where {self._where} order by act, id")
        return [_act(list(said), rulings) for _, said in groupby(rows, key=lambda row: row["act"])]


def typed(rows: Sequence[Mapping[str, Any]]) -> str:
    """Says an act as it could be typed again, by its rows of `overrides`, such as `split 12 a34`."""
    links = list(map(_ruling, rows))
    return _words_on_storylines(links) if rows[0]["kind"] in CONTINUATIONS.values() else _words(links)


def _ruling(row: Mapping[str, Any]) -> Ruling:
    word, first, other, *named = row["value"].split()
    return Ruling(
        act=row["act"],
        kind="together" if row["kind"] in ("together", "continues") else "apart",
        first=row["article_a"],
        other=row["article_b"],
        word=cast(Word, word),
        first_story=int(first[1:]),
        other_story=int(other[1:]),
        note=row["note"] or "",
        id=row["id"],
        named=tuple(named),
    )


def _act(rows: Sequence[Mapping[str, Any]], rulings: Rulings) -> Act:
    links = [_ruling(row) for row in rows]
    by_a_person = rows[0]["undone"] is not None and rows[0]["undone_by"] is None
    return Act(
        number=links[0].act,
        at=rows[0]["at"],
        words=typed(rows),
        note=links[0].note,
        articles=tuple(sorted({article for link in links for article in (link.first, link.other)})),
        in_force=links[0].act in rulings.acts,
        undone=rows[0]["undone"] if by_a_person else None,
        contradicted_by=tuple(sorted({rulings.contradicted[link] for link in links if link in rulings.contradicted})),
    )


def _words(links: Sequence[Ruling]) -> str:
    """Says an act as it was typed."""
    first = links[0]
    if first.word == "merge":
        return "merge " + " ".join(map(str, sorted({s for row in links for s in (row.first_story, row.other_story)})))
    if first.word == "pin":
        return f"pin a{first.other} {first.first_story}"
    named = {row.first for row in links} | {row.other for row in links if row.kind == "together"}
    return f"split {first.first_story} " + " ".join(f"a{article}" for article in sorted(named))


def _words_on_storylines(links: Sequence[Ruling]) -> str:
    """Says an act on storylines as it was typed; where that isn't kept, a story stands for its storyline."""
    first = links[0]
    if typed_so := next((row.named for row in links if row.named), ()):
        return f"storyline {first.word} {' '.join(typed_so)}"
    stories = {s for row in links for s in (row.first_story, row.other_story)}
    if first.word == "merge":
        return "storyline merge " + " ".join(f"s{story}" for story in sorted(stories))
    staying = {row.other_story for row in links if row.kind == "apart"}
    named = " ".join(f"s{story}" for story in sorted(stories - staying))
    return f"storyline split s{min(staying, default=first.first_story)} {named}"
