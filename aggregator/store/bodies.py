"""Removes the texts of articles, and what of them is kept for grouping."""

from __future__ import annotations

import json

from sqlite_utils import Database

from aggregator.decide import BODY_PURGED
from aggregator.grouping.features import lead_of
from aggregator.models import Document

# Bodies read at once, some 4 MB.
BATCH = 1000


class Bodies:
    def __init__(self, db: Database) -> None:
        self._db = db

    def purge(self, before: str) -> tuple[int, int]:
        """Removes the texts of articles first seen before a moment; returns how many, and how many earlier versions.

        `text_version` stays: nothing that grouping has read is to be read anew.
        """
        bodies = revisions = 0
        while rows := self._due(before):
            ids = json.dumps([article for article, _, _ in rows])
            self._db.conn.executemany(
                "update articles set body = null, opening = ?, flags = json_insert(flags, '$[#]', ?) where id = ?",
                [(_opening(summary, body), BODY_PURGED, article) for article, summary, body in rows],
            )
            bodies += len(rows)
            revisions += self._drop("article_id in (select value from json_each(?))", ids)
        return bodies, revisions + self._drop("seen < ?", before)

    def _drop(self, which: str, value: str) -> int:
        return self._db.execute(f"delete from revisions where field = 'body' and {which}", [value]).rowcount

    def count(self, before: str) -> int:
        """Counts the articles whose text is due to go."""
        return int(
            self._db.execute(
                "select count(*) from articles where body is not null and first_seen < ?", [before]
            ).fetchone()[0]
        )

    def _due(self, before: str) -> list[tuple[int, str | None, str]]:
        return self._db.execute(
            "select id, summary, body from articles where body is not null and first_seen < ? limit ?", [before, BATCH]
        ).fetchall()


def _opening(summary: str | None, body: str) -> str | None:
    """Gives what grouping reads of a text where there is no summary: its first sentences."""
    return None if summary else lead_of(Document(0, "", "", body=body)) or None
