"""Who reported first: the sides of a story, and its outlets, by the time that each outlet gives its own article."""

from __future__ import annotations

from aggregator.store.views.kept import Kept
from aggregator.store.views.research import OPENED, SPAN, median, month

# Midnight and noon, to the second, are what outlets write that tell the day only.
_TOLD = "member.published is not null and substr(member.published, 12) not in ('00:00:00Z', '12:00:00Z')"
_MINUTES = "(cast(strftime('%s', {}) as integer) / 60)"

# Most times are given to the minute, so who is first is told to the minute.
_PLACE = """case when part.minute > whole.minute then 'later' when whole.together > 1 then 'tied' else 'first' end"""


def _counted(source: str, groups: str) -> str:
    """Writes the SQL that counts places and takes the median wait of those that came later."""
    return f"""
sums as (
  select {groups}, count(*) as stories, count(case when place = 'first' then 1 end) as first,
    count(case when place = 'tied' then 1 end) as tied, count(case when place = 'later' then 1 end) as later
  from {source} group by {groups}
),
middles as ({median("lag_minutes", source, groups, "place = 'later'")})"""


VIEWS: dict[str, str] = {
    "story_firsts": f"""
with parts as materialized (
  select member.story_id, sides.provider, sides.side, min({_MINUTES.format("member.published")}) as minute
  from story_members member
  join articles article on article.id = member.article_id
  join outlet_sides sides on sides.outlet_id = article.outlet_id and sides.scope = article.scope
    and sides.day = article.published_day
  where member.independent and sides.side <> 'unrated' and {_TOLD}
  group by member.story_id, sides.provider, sides.side
),
earliest as materialized (
  select story_id, provider, min(minute) as minute from parts group by story_id, provider having count(*) > 1
),
wholes as materialized (
  select earliest.story_id, earliest.provider, earliest.minute, count(*) as together
  from earliest join parts using (story_id, provider, minute) group by earliest.story_id, earliest.provider
)
select part.story_id, part.provider, part.side,
  strftime('%Y-%m-%dT%H:%M:00Z', part.minute * 60, 'unixepoch') as first_at, {_PLACE} as place,
  part.minute - whole.minute as lag_minutes
from parts part join wholes whole on whole.story_id = part.story_id and whole.provider = part.provider
""",
    "first_reports": f"""
with places as materialized (
  select {month(OPENED)} as month, part.provider, part.side, part.place, part.lag_minutes
  from story_firsts part join stories story on story.id = part.story_id cross join {SPAN} span
),
{_counted("places", "month, provider, side")}
select sums.*, middles.median as median_minutes from sums left join middles using (month, provider, side)
""",
    "outlet_firsts": f"""
with parts as materialized (
  select member.story_id, member.outlet_id, min({_MINUTES.format("member.published")}) as minute
  from story_members member where member.independent and {_TOLD} group by member.story_id, member.outlet_id
),
earliest as materialized (
  select story_id, min(minute) as minute from parts group by story_id having count(*) > 1
),
wholes as materialized (
  select earliest.story_id, earliest.minute, count(*) as together
  from earliest join parts using (story_id, minute) group by earliest.story_id
),
places as materialized (
  select {month(OPENED)} as month, part.outlet_id, {_PLACE} as place,
    part.minute - whole.minute as lag_minutes
  from parts part join wholes whole on whole.story_id = part.story_id join stories story on story.id = part.story_id
  cross join {SPAN} span
),
{_counted("places", "month, outlet_id")}
select sums.month, sums.outlet_id, outlet.name as outlet, outlet.domain, sums.stories, sums.first, sums.tied,
  sums.later, middles.median as median_minutes
from sums join outlets outlet on outlet.id = sums.outlet_id left join middles using (month, outlet_id)
""",
    "report_times": f"""
select {month(OPENED)} as month, count(*) as articles, count(case when {_TOLD} then 1 end) as told,
  count(case when member.published is null then 1 end) as none,
  count(case when member.published is not null and not ({_TOLD}) then 1 end) as day_only
from story_members member join stories story on story.id = member.story_id cross join {SPAN} span
where member.independent and story.outlets > 1
group by 1
""",
}

_TYPES = {"month": str, "median_minutes": float}
KEPT = {
    "story_firsts": Kept(
        "", {"story_id": "stories"}, ("story_id", ("provider", "side")),
        {"first_at": str, "place": str},
    ),
    "first_reports": Kept("", {}, (("month", "provider"),), _TYPES),
    "outlet_firsts": Kept("", {"outlet_id": "outlets"}, (("month", "outlet_id"), "outlet_id"), _TYPES),
    "report_times": Kept("", {}, (), _TYPES),
}  # fmt: skip
