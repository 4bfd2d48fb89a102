"""What the feed of an outlet asks: its latest articles, and how one provider rates them."""

from __future__ import annotations

import json
from dataclasses import dataclass

from aggregator.site.queries.rows import Reader
from aggregator.site.queries.shared import members_table


@dataclass(frozen=True, slots=True)
class LatestArticle:
    """An article of an outlet; `story_id` and what follows are None or 0 where it stands in no story yet."""

    article_id: int
    title: str
    url: str
    language: str | None
    kind: str
    scope: str
    published: str | None
    at: str
    retitled: str | None
    story_id: int | None
    lean: int | None
    independent: int
    origins: int
    text_kind: str
    carrier: str | None

    @property
    def retold(self) -> bool:
        """Whether a machine, or somebody else, only retells a piece of the outlet here."""
        return self.text_kind != "publisher" and self.carrier is not None


_LATEST = """
select id as article_id, title, url, language, kind, scope, text_kind, carrier, published,
  coalesce(published, first_seen) as at,
  (select max(seen) from revisions where article_id = articles.id and field = 'title') as retitled
from articles where outlet_id = :outlet order by published_day desc, published desc, id desc limit :limit
"""
_PLACED = """
select member.article_id, member.story_id, member.lean, member.independent, story.origins
from {table} member join stories story on story.id = member.story_id
where member.article_id in (select value from json_each(:articles)) and member.provider = :provider
"""
_NOT_PLACED = {"story_id": None, "lean": None, "independent": 1, "origins": 0}


async def latest_articles(db: Reader, outlet_id: int, provider: str, default: str, limit: int) -> list[LatestArticle]:
    """Lists an outlet's articles, the latest first."""
    found = [dict(row) for row in (await db.execute(_LATEST, {"outlet": outlet_id, "limit": limit})).rows]
    told = {"articles": json.dumps([row["article_id"] for row in found]), "provider": provider}
    placed = (await db.execute(_PLACED.format(table=members_table(provider, default)), told)).rows
    by_article = {row["article_id"]: dict(row) for row in placed}
    return [LatestArticle(**{**_NOT_PLACED, **row, **by_article.get(row["article_id"], {})}) for row in found]
