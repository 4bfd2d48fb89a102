"""What the page of the blindspots asks: the rule, the days, who left which story out, and which feeds were out."""

from __future__ import annotations

import json
from collections.abc import Iterable

from aggregator.site.queries.rows import Blindspot, OutFeed, Reader, Rule, VerdictCount
from aggregator.store.views.coverage import ANSWER_CODES, WHOLE_PAPER

_RULE = """
select
  (select cast(value as integer) from settings where key = 'blindspot_min_origins') as min_origins,
  (select cast(value as integer) from settings where key = 'blindspot_min_polled') as min_polled,
  (select cast(value as real) from settings where key = 'blindspot_false_discoveries') as false_discoveries,
  (select cast(value as integer) from settings where key = 'blindspot_hours') as hours
"""


async def blindspot_rule(db: Reader) -> Rule:
    """Returns the numbers by which this edition names blindspots."""
    return Rule(**dict((await db.execute(_RULE, {})).first()))


BLINDSPOTS = """
select story_id, side, expected, observed, p, polled_outlets, rated_origins, opens, closes, verdict, title, provider,
  day, share, tested, by_chance, silences, q, dispersion, heard_origins
from blindspots_by_provider spot
"""
_OF_STORIES = (
    BLINDSPOTS
    + """
where story_id in (select value from json_each(:stories))
  and provider = coalesce(:provider, (select value from settings where key = 'provider'))
order by story_id, side
"""
)
_OF_DAY = (
    BLINDSPOTS
    + "where provider = :provider and day = :day and verdict = 'blindspot' order by q, p, story_id limit :limit"
)


async def blindspots(db: Reader, story_ids: Iterable[int], provider: str | None = None) -> list[Blindspot]:
    """Lists the sides that are missing from stories, by one provider's ratings; None is the default one."""
    rows = await db.execute(_OF_STORIES, {"stories": json.dumps(list(story_ids)), "provider": provider})
    return [Blindspot(**dict(row)) for row in rows.rows]


async def named_blindspots(db: Reader, provider: str, day: str, limit: int) -> list[Blindspot]:
    """Lists the sides that are called blind to a story of a day, the surest first."""
    rows = await db.execute(_OF_DAY, {"provider": provider, "day": day, "limit": limit})
    return [Blindspot(**dict(row)) for row in rows.rows]


_OF_DAYS = (
    BLINDSPOTS
    + "where provider = :provider and day >= :first and day <= :last and verdict = 'blindspot' order by day desc, q, p"
)


def blindspots_question(provider: str, first: str, last: str) -> tuple[str, dict[str, object]]:
    """Writes the question for the sides that are called blind to a story of some days, with its parameters."""
    return _OF_DAYS, {"provider": provider, "first": first, "last": last}


_DAYS = """
select distinct day from side_tests where provider = :provider and day <= :until order by day desc limit :limit
"""
_NEXT_DAY = "select min(day) as day from side_tests where provider = :provider and day > :day"


async def tested_days(db: Reader, provider: str, until: str, limit: int) -> list[str]:
    """Lists the days with a story that is large enough for the rule, the latest first."""
    rows = await db.execute(_DAYS, {"provider": provider, "until": until, "limit": limit})
    return [row["day"] for row in rows.rows]


async def next_tested_day(db: Reader, provider: str, day: str) -> str | None:
    row = (await db.execute(_NEXT_DAY, {"provider": provider, "day": day})).first()
    return str(row["day"]) if row and row["day"] else None


_COUNTS = """
select spot.verdict, count(*) as sides, count(case when spot.closes > :made then 1 end) as early
from blindspots_by_provider spot where spot.provider = :provider and spot.day = :day group by spot.verdict
"""
_TESTS = """
select count(distinct story_id) as stories, count(case when state = 'tested' then 1 end) as tests
from side_tests where provider = :provider and day = :day
"""


async def verdict_counts(db: Reader, provider: str, day: str, made: str) -> dict[str, VerdictCount]:
    """Counts a day's silent sides by verdict; `early` are those whose window was open when the edition was made."""
    rows = await db.execute(_COUNTS, {"provider": provider, "day": day, "made": made})
    return {row["verdict"]: VerdictCount(row["sides"], row["early"]) for row in rows.rows}


async def day_tests(db: Reader, provider: str, day: str) -> tuple[int, int]:
    """Counts a day's stories of enough rated origins, and the sides of theirs that could be tested."""
    row = (await db.execute(_TESTS, {"provider": provider, "day": day})).first()
    return int(row["stories"]), int(row["tests"])


# A feed that fails once is asked again within the hour and has lost nothing: only those that left a gap are told, of
# those that the rule counts. After a feed's last poll there is no gap yet.
_OUT = f"""
select outlet.name as outlet, outlet.domain, feed.url, feed.section, (
    select max(stretch.until) from feed_coverage stretch
    where stretch.feed_id = feed.id and stretch.since <= :day and stretch.until > :day
  ) as until, (
    select poll.code from polls poll
    where poll.feed_id = feed.id and poll.at < :end and poll.code not in ({ANSWER_CODES})
    order by poll.at desc limit 1
  ) as code, (
    select max(stretch.until > stretch.since) from feed_coverage stretch where stretch.feed_id = feed.id
  ) as dated
from feeds feed join outlets outlet on outlet.id = feed.outlet_id
where feed.state <> 'unlisted' and coalesce(feed.section, '') in {WHOLE_PAPER} and not exists (
  select 1 from feed_coverage stretch
  where stretch.feed_id = feed.id and stretch.since <= :day
    and stretch.until >= min(:end, (select max(poll.at) from polls poll where poll.feed_id = feed.id))
)
order by outlet.name, feed.url limit :limit
"""


async def feeds_out(db: Reader, day: str, end: str, limit: int) -> list[OutFeed]:
    """Lists the feeds that were not heard over the whole of a time, with the last failure before its end."""
    rows = await db.execute(_OUT, {"day": day, "end": end, "limit": limit})
    return [OutFeed(**dict(row)) for row in rows.rows]
