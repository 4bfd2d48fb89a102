"""Who reported first: the sides of a story, and its outlets, by the time that each outlet gives its own article."""

from __future__ import annotations

from aggregator.store.views.kept import Kept
from aggregator.store.views.research import OPENED, SPAN, median, month

# Most times are given to the minute, so who is first is told to the minute.
_PLACE = """case when part.minute > whole.minute then 'later' when whole.together > 1 then 'tied' else 'first' end"""


def _counted(source: str, who: str) -> str:
    """Writes the SQL that counts places by month and `who`, and takes the median wait of those that came later.

    The whole time is added up from its months, so that a million rows are sorted once and not three times.
    """
    sums = ", ".join(f"sum({column}) as {column}" for column in ("stories", "first", "tied", "later"))
    groups = f"month, {who}"
    return f"""
monthly as materialized (
  select {groups}, count(*) as stories, count(case when place = 'first' then 1 end) as first,
    count(case when place = 'tied' then 1 end) as tied, count(case when place = 'later' then 1 end) as later
  from {source} group by {groups}
),
sums as materialized (
  select {month("month")} as month, {who}, {sums} from monthly cross join {SPAN} span group by 1, {who}
),
waits as (
  select {month("month")} as month, {who}, lag_minutes from {source} cross join {SPAN} span where place = 'later'
),
middles as ({median("lag_minutes", "waits", groups, "sums", "later")})"""


VIEWS: dict[str, str] = {
    "story_firsts": f"""
with parts as materialized (
  select article.story_id, sides.provider, sides.side, min(article.minute) as minute
  from counted_articles article
  join outlet_sides sides
    on sides.outlet_id = article.outlet_id and sides.scope = article.scope and sides.day = article.day
  where article.independent and article.told = 'time' and sides.side <> 'unrated'
  group by article.story_id, sides.provider, sides.side
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
  select substr({OPENED}, 1, 7) as month, part.provider, part.side, part.place, part.lag_minutes
  from story_firsts part join stories story on story.id = part.story_id
),
{_counted("places", "provider, side")}
select sums.*, middles.median as median_minutes from sums left join middles using (month, provider, side)
""",
    "outlet_firsts": f"""
with parts as materialized (
  select story_id, outlet_id, min(minute) as minute
  from counted_articles where independent and told = 'time' group by story_id, outlet_id
),
earliest as materialized (
  select story_id, min(minute) as minute from parts group by story_id having count(*) > 1
),
wholes as materialized (
  select earliest.story_id, earliest.minute, count(*) as together
  from earliest join parts using (story_id, minute) group by earliest.story_id
),
places as materialized (
  select substr({OPENED}, 1, 7) as month, part.outlet_id, {_PLACE} as place,
    part.minute - whole.minute as lag_minutes
  from parts part join wholes whole on whole.story_id = part.story_id join stories story on story.id = part.story_id
),
{_counted("places", "outlet_id")}
select sums.month, sums.outlet_id, outlet.name as outlet, outlet.domain, sums.stories, sums.first, sums.tied,
  sums.later, middles.median as median_minutes
from sums join outlets outlet on outlet.id = sums.outlet_id left join middles using (month, outlet_id)
""",
    "report_times": f"""
select {month(OPENED)} as month, count(*) as articles, sum(article.told = 'time') as told,
  sum(article.told = 'none') as none, sum(article.told = 'day') as day_only
from counted_articles article join stories story on story.id = article.story_id cross join {SPAN} span
where article.independent and story.outlets > 1
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
