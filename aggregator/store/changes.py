"""Reads what outlets changed after publication."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Change:
    """A revision with the article it is of; `field` is title, summary or body."""

    article: int
    outlet: str
    url: str
    seen: str
    field: str
    old: str
    new: str


class Changes:
    def __init__(self, db: Database) -> None:
        self._db = db

    def latest(self, limit: int, article: int | None = None) -> list[Change]:
        """Lists changes, of one article or of all, the newest first."""
        rows = self._db.query(
            "select revision.article_id as article, outlet.name as outlet, article.url, revision.seen, revision.field,"
            " coalesce(revision.old, '') as old, coalesce(revision.new, '') as new"
            " from revisions revision join articles article on article.id = revision.article_id"
            " join outlets outlet on outlet.id = article.outlet_id"
            " where :article is null or revision.article_id = :article order by revision.id desc limit :limit",
            {"article": article, "limit": limit},
        )
        return [Change(**row) for row in rows]
