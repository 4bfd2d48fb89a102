"""What the page of changes asks: which headlines and summaries were changed, and by whom."""

from __future__ import annotations

from aggregator.site.queries.rows import ChangedOutlet, ChangeRow, Reader

_CHANGES = """
select revision.id, revision.article_id, revision.seen, revision.field, coalesce(revision.old, '') as old,
  coalesce(revision.new, '') as new, article.title, article.url, article.language, outlet.name as outlet, outlet.domain,
  member.story_id, article.outlet_id
from {articles_with_revisions}
join outlets outlet on outlet.id = article.outlet_id
left join story_members member on member.article_id = revision.article_id
where revision.id < :before and (:field is null or revision.field = :field)
order by revision.id desc limit :limit
"""
_OF_ALL = "revisions revision join articles article on article.id = revision.article_id"
# Its articles first, as cross join keeps the order: else all others' changes are read on the way to its few.
_OF_ONE = """(select id, outlet_id, title, url, language from articles
  where outlet_id = (select id from outlets where domain = :outlet)) article
cross join revisions revision on revision.article_id = article.id"""


def changes_question(outlet: str | None, field: str | None, before: int, limit: int) -> tuple[str, dict[str, object]]:
    """Writes the question for changes, with its parameters; a limit of -1 is none."""
    told: dict[str, object] = {"field": field, "before": before, "limit": limit}
    if outlet:
        told["outlet"] = outlet
    return _CHANGES.format(articles_with_revisions=_OF_ONE if outlet else _OF_ALL), told


async def changes(db: Reader, outlet: str | None, field: str | None, before: int, limit: int) -> list[ChangeRow]:
    """Lists changes, the newest first, from before a row on."""
    rows = await db.execute(*changes_question(outlet, field, before, limit))
    return [ChangeRow(**dict(row)) for row in rows.rows]


# More options than this are no help in a list to choose from; `?outlet=` takes any domain.
_MOST_OUTLETS = 200
_CHANGED_OUTLETS = f"""
select domain, outlet as name, changes from (
  select domain, outlet, changes from outlet_counts where changes > 0 and domain is not null
  order by changes desc, outlet limit {_MOST_OUTLETS}
) order by outlet
"""


async def changed_outlets(db: Reader) -> list[ChangedOutlet]:
    """Lists the outlets that changed most, by name."""
    return [ChangedOutlet(**dict(row)) for row in (await db.execute(_CHANGED_OUTLETS, {})).rows]
