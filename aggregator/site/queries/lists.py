"""What lists of stories ask before anything else: the edition and its days."""

from __future__ import annotations

from datetime import date, timedelta

from aggregator.site.queries.rows import Days, Edition, Reader
from aggregator.store.views.coverage import ANSWER_CODES

_EDITION = f"""
select (select value from settings where key = 'provider') as provider,
  (select group_concat(distinct provider) from ratings) as providers,
  (select max(finished) from runs) as made, count(*) as feeds, count(case when answered then 1 end) as answered,
  max(at) as polled,
  (select cast(value as integer) from settings where key = 'min_rated_origins') as min_rated_origins,
  (select json_group_array(json_object('name', name, 'title', title, 'homepage', homepage, 'licence', licence,
    'licence_url', licence_url))
    from (
      select rated.name, title, homepage, licence, licence_url
      from (select distinct provider as name from ratings) rated
      left join providers on providers.name = rated.name order by rated.name)) as credits,
  exists (select 1 from settings where key = 'demo') as demo
from (
  select poll.at, poll.code in ({ANSWER_CODES}) as answered
  from feeds feed
  join polls poll on poll.id = (select last.id from polls last where last.feed_id = feed.id order by at desc limit 1)
  where feed.state <> 'unlisted'
)
"""


async def edition(db: Reader) -> Edition:
    rows = await db.execute(_EDITION, {})
    return Edition(**dict(rows.first()))


_LATEST_DAY = """
select substr(last_published, 1, 10) as day from stories
where state <> 'merged' and last_published < :after order by last_published desc limit 1
"""
_NEXT_DAY = """
select substr(last_published, 1, 10) as day from stories
where state <> 'merged' and last_published >= :since order by last_published limit 1
"""


async def days(db: Reader, asked: str | None) -> Days | None:
    """Finds the day asked for, or the latest that has stories; None where there is no story at all."""
    day = asked or await _day(db, _LATEST_DAY, after="~")
    if day is None:
        return None
    return Days(day, await _day(db, _LATEST_DAY, after=day), await _day(db, _NEXT_DAY, since=day_after(day)))


async def _day(db: Reader, sql: str, **parameters: object) -> str | None:
    row = (await db.execute(sql, parameters)).first()
    return str(row["day"]) if row else None


_DAYS = """
with recursive days (day) as (
  select max(substr(last_published, 1, 10)) from stories where state <> 'merged' and articles > 0
  union all
  select (select max(substr(last_published, 1, 10)) from stories
    where state <> 'merged' and articles > 0 and last_published < days.day)
  from days where day is not null limit :limit
)
select day from days where day is not null
"""


async def latest_days(db: Reader, limit: int) -> list[str]:
    """Lists the latest days that have stories, the last first."""
    return [str(row["day"]) for row in (await db.execute(_DAYS, {"limit": limit})).rows]


def day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
