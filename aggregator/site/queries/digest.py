"""What a day's digest asks besides what the pages ask: the silences told and the headlines changed that day."""

from __future__ import annotations

from datetime import date, timedelta

from aggregator.site.queries.blindspots import BLINDSPOTS
from aggregator.site.queries.rows import Blindspot, ChangeRow, Reader

# A story may run on for so long before its last silence can be told.
_DAYS_BEFORE = 14
# The plus keeps the days' index in use: by that of verdicts all the blindspots of the file would be read.
_SPOTS = (
    BLINDSPOTS
    + """
where provider = :provider and day >= :since and day <= :day and +verdict = 'blindspot'
  and (day = :day or closes >= :day and closes < :until)
order by q, p, story_id limit :limit
"""
)


async def blindspots_told(db: Reader, provider: str, day: str, until: str, limit: int) -> list[Blindspot]:
    """Lists the named blindspots of stories that opened on a day, or whose time to write ended from then on."""
    since = (date.fromisoformat(day) - timedelta(days=_DAYS_BEFORE)).isoformat()
    told = {"provider": provider, "since": since, "day": day, "until": until, "limit": limit}
    return [Blindspot(**dict(row)) for row in (await db.execute(_SPOTS, told)).rows]


HEADLINES = """
select revision.id, revision.article_id, revision.seen, revision.field, coalesce(revision.old, '') as old,
  coalesce(revision.new, '') as new, article.title, article.url, article.language, outlet.name as outlet, outlet.domain,
  member.story_id, article.outlet_id
from revisions revision
join articles article on article.id = revision.article_id
join outlets outlet on outlet.id = article.outlet_id
left join story_members member on member.article_id = revision.article_id
where revision.seen >= :day and revision.seen < :until and revision.field = 'title'
order by revision.seen, revision.id limit :limit
""".strip()


def headlines_question(day: str, until: str, limit: int) -> tuple[str, dict[str, object]]:
    """Writes the question for the headlines that were seen changed from a day on; a limit of -1 is none."""
    return HEADLINES, {"day": day, "until": until, "limit": limit}


async def headlines_changed(db: Reader, day: str, until: str, limit: int) -> list[ChangeRow]:
    """Lists the headlines that were seen changed from a day on, until another, the earliest first."""
    return [ChangeRow(**dict(row)) for row in (await db.execute(*headlines_question(day, until, limit))).rows]
