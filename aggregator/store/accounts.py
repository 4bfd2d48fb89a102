"""What the database knows of why an article stands where it does."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlite_utils import Database

from aggregator.models import Reason

_MEMBERS = """
  select article.id as article, article.title, article.url, article.published, outlet.name as outlet,
    member.story_id as story, member.score, member.provisional, member.matched_article_id as matched,
    matched.title as matched_title, member.reasons, origin.representative_id as text_of,
    original.title as text_title, origin.kind as origin_kind, copy.method, copy.score as copy_score
  from articles article
  join outlets outlet on outlet.id = article.outlet_id
  left join story_articles member on member.article_id = article.id
  left join articles matched on matched.id = member.matched_article_id
  left join copies copy on copy.article_id = article.id
  left join origins origin on origin.id = copy.origin_id
  left join articles original on original.id = origin.representative_id
"""


@dataclass(frozen=True, slots=True)
class Account:
    """An article with its place in its story and where its text is from; `story` is None before it is grouped.

    `text_of` is the article that stands for its text, itself where it does.
    """

    article: int
    title: str
    url: str
    published: str | None
    outlet: str
    story: int | None
    score: float | None
    provisional: bool
    matched: int | None
    matched_title: str | None
    reasons: tuple[Reason, ...]
    text_of: int | None
    text_title: str | None
    origin_kind: str | None
    method: str | None
    copy_score: float | None


class Accounts:
    def __init__(self, db: Database) -> None:
        self._db = db

    def of_story(self, story: int) -> list[Account]:
        """Lists the members of a story, the oldest first."""
        return self._accounts("member.story_id = ?", story)

    def of_articles(self, articles: Iterable[int]) -> list[Account]:
        return self._accounts("article.id in (select value from json_each(?))", json.dumps([*articles]))

    def of_copies(self, article: int) -> list[Account]:
        """Lists the other articles that carry the text of this one, the oldest first."""
        return self._accounts(
            "copy.origin_id = (select origin_id from copies where article_id = ?1) and article.id <> ?1", article
        )

    def title(self, story: int) -> str:
        return str(self._db.execute("select title from stories where id = ?", [story]).fetchone()[0])

    def _accounts(self, where: str, value: int | str) -> list[Account]:
        rows = self._db.query(
            f"{_MEMBERS} where {where} order by coalesce(article.published, article.first_seen), article.id", [value]
        )
        return [
            Account(**row | {"reasons": _reasons(row["reasons"]), "provisional": bool(row["provisional"])})
            for row in rows
        ]


def _reasons(text: str | None) -> tuple[Reason, ...]:
    return tuple(Reason(**term | {"words": tuple(term["words"])}) for term in json.loads(text or "[]"))
