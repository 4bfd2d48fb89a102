"""What the page of changes asks: which headlines and summaries were changed, and by whom."""

from __future__ import annotations

from aggregator.site.queries.rows import ChangedOutlet, ChangeRow, Reader

_CHANGES = """
select revision.id, revision.article_id, revision.seen, revision.field, coalesce(revision.old, '') as old,
  coalesce(revision.new, '') as new, article.title, article.url, article.language, outlet.name as outlet, outlet.domain,
  member.story_id, article.outlet_id
from revisions revision
join articles article on article.id = revision.article_id
join outlets outlet on outlet.id = article.outlet_id
left join story_articles member on member.article_id = revision.article_id
where revision.id < :before and (:outlet is null or outlet.domain = :outlet)
  and (:field is null or revision.field = :field)
order by revision.id desc limit :limit
"""


async def changes(db: Reader, outlet: str | None, field: str | None, before: int, limit: int) -> list[ChangeRow]:
    """Lists changes, the newest first, from before a row on."""
    told = {"outlet": outlet, "field": field, "before": before, "limit": limit}
    return [ChangeRow(**dict(row)) for row in (await db.execute(_CHANGES, told)).rows]


# More options than this are no help in a list to choose from; `?outlet=` takes any domain.
_MOST_OUTLETS = 200
_CHANGED_OUTLETS = f"""
select domain, name, changes from (
  select outlet.domain, outlet.name, count(*) as changes
  from revisions revision
  join articles article on article.id = revision.article_id
  join outlets outlet on outlet.id = article.outlet_id
  where outlet.domain is not null
  group by outlet.id order by changes desc, outlet.name limit {_MOST_OUTLETS}
) order by name
"""


async def changed_outlets(db: Reader) -> list[ChangedOutlet]:
    """Lists the outlets that changed most, by name."""
    return [ChangedOutlet(**dict(row)) for row in (await db.execute(_CHANGED_OUTLETS, {})).rows]
