"""The views: how articles meet ratings and how stories are counted. A researcher reads these; nothing else counts."""

from __future__ import annotations

from aggregator.models import ANSWERED, FeedState


def _rating_in_force(outlet: str, provider: str, scope: str, day: str) -> str:
    """The rating of an outlet on a day: of ratings that follow one another, the first that ends after it.

    Before the first known date that is the first one, which the view's `extrapolated` says.
    """
    return f"""(
      select rating.id from ratings rating
      where rating.outlet_id = {outlet} and rating.provider = {provider} and rating.scope = {scope}
        and coalesce(rating.valid_to, '~') > {day}
      order by rating.valid_from limit 1
    )"""


# An article takes the rating of its own scope where its outlet has such a rating, and that of its news otherwise.
_ARTICLE_RATING = f"""coalesce(
    {_rating_in_force("article.outlet_id", "chosen.provider", "article.scope", "article.published_day")},
    {_rating_in_force("article.outlet_id", "chosen.provider", "'news'", "article.published_day")}
  )"""

_SIDE = """case when rating.lean is null then 'unrated' when rating.lean < 0 then 'left'
    when rating.lean > 0 then 'right' else 'center' end"""


_ANSWERED = "poll.feed_id = feed.id and poll.code in ({})".format(", ".join(f"'{code}'" for code in ANSWERED))

# An outlet was looked at over a story's window when the first answer after the window lists everything since its start,
# or since the last answer within it while the first answer within it went back to its start. An answer during the
# window is not enough: the outlet may still write.
_REACH_AFTER = f"""(
      select poll.reaches_back from polls poll where {_ANSWERED} and poll.at >= story.closes order by poll.at limit 1
    )"""
_REACH_WITHIN = f"""(
        select poll.reaches_back from polls poll
        where {_ANSWERED} and poll.at >= story.opens and poll.at < story.closes order by poll.at limit 1
      )"""
_LAST_WITHIN = f"""(
        select poll.at from polls poll
        where {_ANSWERED} and poll.at >= story.opens and poll.at < story.closes order by poll.at desc limit 1
      )"""


# A feed is silent when it has brought nothing for ten times its usual gap. A night is forty gaps of a wire and a week's
# end sixty of a business desk, so it is three days at least; a month where no gap is known.
SILENT_GAPS, SILENT_DAYS, SILENT_DAYS_UNKNOWN = 10, 3, 30
# What lasts a day is no restart of a server, and by then the feed was asked six times as a rule.
FAILING_HOURS = 24
_CONDITION = f"""case
    when feed.state <> '{FeedState.ACTIVE}' then feed.state
    when last.at is null then 'new'
    when feed.failures > 0 and strftime('%s', last.at) - strftime('%s', feed.failing_since) >= {FAILING_HOURS * 3600}
      then 'failing'
    when feed.failures > 0 then 'unsteady'
    when strftime('%s', feed.last_good) - strftime('%s', coalesce(feed.newest, first.at)) > coalesce(
      max({SILENT_GAPS} * feed.gap, {SILENT_DAYS * 86400}), {SILENT_DAYS_UNKNOWN * 86400}) then 'silent'
    else 'well' end"""
# The first poll brings what has gathered for weeks. No rate is told of less than a day.
_A_DAY = """(
    select round(sum(poll.fresh) / max(1.0, min(7.0, julianday(last.at) - julianday(first.at))), 1) from polls poll
    where poll.feed_id = feed.id and poll.at > strftime('%Y-%m-%dT%H:%M:%SZ', last.at, '-7 days') and poll.at > first.at
      and julianday(last.at) - julianday(first.at) >= 1
  )"""


def _articles_with_bias(providers: str) -> str:
    return f"""
select
  found.article_id, found.url, found.title, found.outlet, found.domain, found.published, found.provider, rating.lean,
  {_SIDE} as side, rating.label, rating.scope as rating_scope, rating.valid_from as rating_valid_from,
  coalesce(rating.valid_from > found.published_day, 0) as extrapolated, found.outlet_id, found.scope, found.kind,
  found.language, found.published_day, rating.id as rating_id
from (
  select article.id as article_id, article.url, article.title, outlet.name as outlet, outlet.domain, article.published,
    chosen.provider, article.outlet_id, article.scope, article.kind, article.language, article.published_day,
    {_ARTICLE_RATING} as rating_id
  from articles article
  join outlets outlet on outlet.id = article.outlet_id
  cross join ({providers}) chosen
) found
left join ratings rating on rating.id = found.rating_id
"""


# In the order of their making: a view stands after those it reads.
VIEWS: dict[str, str] = {
    "articles_with_bias": _articles_with_bias("select value as provider from settings where key = 'provider'"),
    "articles_with_bias_by_provider": _articles_with_bias("select distinct provider from ratings"),
    "story_members": """
select
  member.story_id, member.article_id, copy.origin_id,
  row_number() over (
    partition by member.story_id, coalesce(copy.origin_id, -member.article_id)
    order by origin.representative_id = member.article_id desc, bias.published is null, bias.published,
      member.article_id
  ) = 1 as independent,
  bias.outlet_id, bias.outlet, bias.domain, bias.published, bias.provider, bias.lean, bias.side
from story_articles member
join articles_with_bias bias on bias.article_id = member.article_id
left join copies copy on copy.article_id = member.article_id
left join origins origin on origin.id = copy.origin_id
""",
    "story_bias": """
select
  story_id, provider,
  count(case when independent and side = 'left' then 1 end) as left,
  count(case when independent and side = 'center' then 1 end) as center,
  count(case when independent and side = 'right' then 1 end) as right,
  count(case when independent and side = 'unrated' then 1 end) as unrated,
  sum(independent) as origins,
  count(distinct case when side = 'left' then outlet_id end) as left_outlets,
  count(distinct case when side = 'center' then outlet_id end) as center_outlets,
  count(distinct case when side = 'right' then outlet_id end) as right_outlets,
  count(distinct case when side = 'unrated' then outlet_id end) as unrated_outlets,
  count(distinct outlet_id) as outlets,
  count(*) as articles
from story_members
group by story_id, provider
""",
    "story_polls": """
select
  story.story_id, outlet.id as outlet_id, outlet.name as outlet, outlet.domain, rating.lean,
  """
    + _SIDE
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
    + _rating_in_force("outlet.id", "provider.value", "'news'", "substr(story.opens, 1, 10)")
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
    "unrated_outlets": """
select outlet.id as outlet_id, outlet.name, outlet.domain, count(article.id) as articles,
  max(article.published_day) as last_day
from outlets outlet join articles article on article.outlet_id = outlet.id
where not exists (
  select 1 from ratings rating
  where rating.outlet_id = outlet.id and rating.lean is not null
    and rating.provider = (select value from settings where key = 'provider')
)
group by outlet.id
""",
    "rater_disagreement": """
select outlet.id as outlet_id, outlet.name as outlet, outlet.domain,
  group_concat(latest.provider || ': ' || latest.label, '; ') as labels,
  count(latest.lean) as providers, max(latest.lean) - min(latest.lean) as spread
from outlets outlet
join ratings latest on latest.outlet_id = outlet.id and latest.scope = 'news' and latest.valid_to is null
group by outlet.id
having count(latest.lean) > 1
""",
    "feed_health": f"""
select feed.id as feed_id, feed.url, outlet.name as outlet, outlet.domain, {_CONDITION} as condition, feed.state,
  feed.state_reason, feed.failures, feed.failing_since, feed.next_poll, last.at as last_poll, last.status, last.code,
  last.new, last.elapsed_ms, feed.last_good, feed.newest, feed.gap, {_A_DAY} as articles_a_day
from feeds feed
join outlets outlet on outlet.id = feed.outlet_id
left join polls last on last.id = (
  select poll.id from polls poll where poll.feed_id = feed.id order by poll.at desc, poll.id desc limit 1)
left join polls first on first.id = (
  select poll.id from polls poll where poll.feed_id = feed.id order by poll.at, poll.id limit 1)
""",
    "story_timeline": """
select story_id, coalesce(member.published, article.first_seen) as at, member.article_id, article.title, member.outlet,
  member.side, member.independent
from story_members member join articles article on article.id = member.article_id
""",
}
