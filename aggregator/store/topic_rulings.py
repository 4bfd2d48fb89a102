"""Reads and writes of what people ruled on topics: rows of `overrides` of the kind topic, one an article.

`value` is what was named and the topic, as it was typed: `s12 war and conflict`, `a34 sport`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from sqlite_utils import Database

from aggregator.store.overrides import Act

RULED = """
(select act || ' ' || value from overrides
 where kind = 'topic' and undone is null and article_a = articles.id order by act desc limit 1)
"""
"""What holds of an article of the table articles: the act, what it named and the topic, such as `3 s12 sport`."""

# Of several acts on one article the last that nobody took back holds; the others say which one that is.
_AGAIN = "update overrides set undone = null, undone_by = null where kind = 'topic' and undone_by is not null"
_LATER = """
from overrides later where later.kind = 'topic' and later.undone is null
  and later.article_a = overrides.article_a and later.act > overrides.act
"""
_BEATEN = f"""
update overrides set
  undone = (select later.at {_LATER} order by later.act desc limit 1),
  undone_by = (select max(later.act) {_LATER})
where kind = 'topic' and undone is null and exists (select 1 {_LATER})
"""


class TopicRulings:
    """The rulings on topics; every method runs inside the caller's transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def say(self, act: int, value: str, articles: Iterable[int], note: str, at: str) -> None:
        """Writes the rows of one command."""
        self._db.conn.executemany(
            "insert into overrides (at, act, kind, article_a, value, note) values (?, ?, 'topic', ?, ?, ?)",
            [(at, act, article, value, note or None) for article in articles],
        )
        self._mark()

    def take_back(self, act: int, at: str) -> None:
        """Takes a whole act back, for good; what it alone contradicted holds again."""
        self._db.execute("update overrides set undone = ?, undone_by = null where act = ?", [at, act])
        self._mark()

    def _mark(self) -> None:
        self._db.execute(_AGAIN)
        self._db.execute(_BEATEN)

    def acts(self) -> list[Act]:
        """Lists what people ruled, the oldest first."""
        rows = self._db.query("select * from overrides where kind = 'topic' order by act, id")
        return [_act(list(said)) for _, said in groupby(rows, key=lambda row: row["act"])]


def typed_topic(row: Mapping[str, Any]) -> str:
    """Says an act as it could be typed again, by a row of it; a row that no command wrote may name no topic."""
    words = str(row["value"] or "").split()
    return " ".join(["topic", *(words if len(words) > 1 else [f"a{row['article_a']}"])])


def _act(rows: Sequence[Mapping[str, Any]]) -> Act:
    first = rows[0]
    return Act(
        number=first["act"],
        at=first["at"],
        words=typed_topic(first),
        note=first["note"] or "",
        articles=tuple(sorted(row["article_a"] for row in rows)),
        in_force=any(row["undone"] is None for row in rows),
        undone=first["undone"] if first["undone_by"] is None else None,
        contradicted_by=tuple(sorted({row["undone_by"] for row in rows if row["undone_by"] is not None})),
    )
