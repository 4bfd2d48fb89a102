"""Which side left which story out, and whether we looked."""

from __future__ import annotations

from aggregator.models import ANSWERED
from aggregator.store.views.kept import Kept
from aggregator.store.views.ratings import SIDE, rating_in_force

ANSWERED_POLL = "poll.feed_id = feed.id and poll.code in ({})".format(", ".join(f"'{code}'" for code in ANSWERED))

# An outlet was looked at over a story's window when the first answer after the window lists everything since its start,
# or since the last answer within it while the first answer within it went back to its start. An answer during the
# window is not enough: the outlet may still write.
_REACH_AFTER = f"""(
      select poll.reaches_back from polls poll
      where {ANSWERED_POLL} and poll.at >= story.closes order by poll.at limit 1
    )"""
_REACH_WITHIN = f"""(
        select poll.reaches_back from polls poll
        where {ANSWERED_POLL} and poll.at >= story.opens and poll.at < story.closes order by poll.at limit 1
      )"""
_LAST_WITHIN = f"""(
        select poll.at from polls poll
        where {ANSWERED_POLL} and poll.at >= story.opens and poll.at < story.closes order by poll.at desc limit 1
      )"""


VIEWS: dict[str, str] = {
    "story_polls": """
select
  story.story_id, outlet.id as outlet_id, outlet.name as outlet, outlet.domain, rating.lean,
  """
    + SIDE
    + """ as side, story.opens, story.closes,
  exists (
    select 1 from feeds feed join polls poll on poll.feed_id = feed.id
    where feed.outlet_id = outlet.id and poll.at between story.opens and story.closes
  ) as asked,
  exists (
    select 1 from feeds feed where feed.outlet_id = outlet.id and """
    + _REACH_AFTER
    + """ <= max(
      story.opens,
      coalesce(case when """
    + _REACH_WITHIN
    + """ <= story.opens then """
    + _LAST_WITHIN
    + """ end, '')
    )
  ) as answered
from (
  select story.id as story_id, story.first_published as opens,
    strftime('%Y-%m-%dT%H:%M:%SZ', story.last_published, '+' || hours.value || ' hours') as closes
  from stories story join settings hours on hours.key = 'blindspot_hours' where story.state <> 'merged'
) story
join settings provider on provider.key = 'provider'
join outlets outlet on outlet.id in (select outlet_id from feeds)
left join ratings rating on rating.id = """
    + rating_in_force("outlet.id", "provider.value", "'news'", "substr(story.opens, 1, 10)")
    + """
""",
    "blindspots": """
with rule as (
  select
    (select cast(value as integer) from settings where key = 'blindspot_min_origins') as min_origins,
    (select cast(value as integer) from settings where key = 'blindspot_min_polled') as min_polled,
    (select cast(value as real) from settings where key = 'blindspot_max_p') as max_p
),
silent as materialized (
  select story_id, left, center, right, left + center + right as rated_origins from story_bias cross join rule
  where left + center + right >= rule.min_origins and (left = 0 or center = 0 or right = 0)
),
polled as materialized (
  select silent.story_id, max(opens) as opens, max(closes) as closes,
    count(case when answered and side = 'left' then 1 end) as left,
    count(case when answered and side = 'center' then 1 end) as center,
    count(case when answered and side = 'right' then 1 end) as right,
    count(case when answered then lean end) as rated
  from silent join story_polls on story_polls.story_id = silent.story_id group by silent.story_id
),
sides as (
  select silent.story_id, rated_origins, 'left' as side, polled.left as polled_outlets, rated, opens, closes
  from silent left join polled using (story_id) where silent.left = 0
  union all
  select silent.story_id, rated_origins, 'center', polled.center, rated, opens, closes
  from silent left join polled using (story_id) where silent.center = 0
  union all
  select silent.story_id, rated_origins, 'right', polled.right, rated, opens, closes
  from silent left join polled using (story_id) where silent.right = 0
),
measured as (
  select sides.*, coalesce(polled_outlets, 0) as looked_at,
    coalesce(1.0 * polled_outlets / nullif(rated, 0), 0.0) as share
  from sides
)
select
  measured.story_id, story.title, side, round(rated_origins * share, 2) as expected, 0 as observed,
  round(pow(1 - share, rated_origins), 4) as p, looked_at as polled_outlets, rated_origins,
  story.first_published as opens, closes,
  case
    when story.thinned is not null then 'not told'
    when looked_at < rule.min_polled then 'not known'
    when pow(1 - share, rated_origins) <= rule.max_p then 'blindspot'
    else 'no finding'
  end as verdict
from measured cross join rule join stories story on story.id = measured.story_id
""",
}

KEPT = {
    "blindspots": Kept(
        "",
        {"story_id": "stories"},
        ("story_id", "side", "verdict"),
        {"side": str, "verdict": str, "closes": str, "expected": float, "p": float},
    ),
}
