"""The views: how articles meet ratings and how stories are counted. A researcher reads these; nothing else counts."""

from __future__ import annotations


def _rating_in_force(outlet: str, provider: str, scope: str, day: str) -> str:
    """The rating of an outlet on a day: the latest at or before it, else the first one known."""
    same = f"rating.outlet_id = {outlet} and rating.provider = {provider} and rating.scope = {scope}"
    return f"""coalesce(
      (select rating.id from ratings rating where {same} and rating.valid_from <= {day}
       order by rating.valid_from desc limit 1),
      (select rating.id from ratings rating where {same} order by rating.valid_from limit 1)
    )"""


# An article takes the rating of its own scope where its outlet has such a rating, and that of its news otherwise.
_ARTICLE_RATING = f"""coalesce(
    {_rating_in_force("article.outlet_id", "chosen.provider", "article.scope", "article.published_day")},
    {_rating_in_force("article.outlet_id", "chosen.provider", "'news'", "article.published_day")}
  )"""

_SIDE = """case when rating.lean is null then 'unrated' when rating.lean < 0 then 'left'
    when rating.lean > 0 then 'right' else 'center' end"""


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
  coalesce(origin.representative_id = member.article_id, 1) as independent,
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
    "polled_outlets": """
select
  feed.outlet_id, substr(poll.at, 1, 10) as day, count(*) as polls,
  count(case when poll.code in ('ok', 'not_modified', 'unchanged', 'empty') then 1 end) as answered,
  max(case when poll.code in ('ok', 'not_modified', 'unchanged', 'empty') then poll.at end) as last_answered
from polls poll join feeds feed on feed.id = poll.feed_id
group by feed.outlet_id, day
""",
    "blindspots": """
with rule as (
  select
    (select value from settings where key = 'provider') as provider,
    (select cast(value as integer) from settings where key = 'blindspot_min_origins') as min_origins,
    (select cast(value as integer) from settings where key = 'blindspot_min_polled') as min_polled,
    (select cast(value as real) from settings where key = 'blindspot_max_p') as max_p,
    (select cast(value as integer) from settings where key = 'blindspot_hours') as hours
),
story_window as (
  select story.id as story_id, story.title, bias.left, bias.center, bias.right,
    bias.left + bias.center + bias.right as rated_origins, story.first_published as opens,
    strftime('%Y-%m-%dT%H:%M:%SZ', story.last_published, '+' || rule.hours || ' hours') as closes
  from stories story join story_bias bias on bias.story_id = story.id cross join rule
  where story.state <> 'merged' and bias.left + bias.center + bias.right >= rule.min_origins
),
looked_at as (
  select story_window.story_id, feed.outlet_id,
    (select rating.lean from ratings rating where rating.id = """
    + _rating_in_force("feed.outlet_id", "rule.provider", "'news'", "substr(story_window.opens, 1, 10)")
    + """) as lean
  from story_window cross join rule
  join polls poll on poll.code in ('ok', 'not_modified', 'unchanged', 'empty') and (
    poll.at between story_window.opens and story_window.closes
    or (poll.at > story_window.closes and poll.reaches_back <= story_window.opens)
  )
  join feeds feed on feed.id = poll.feed_id
  group by story_window.story_id, feed.outlet_id
),
polled as (
  select story_id, count(case when lean < 0 then 1 end) as left, count(case when lean = 0 then 1 end) as center,
    count(case when lean > 0 then 1 end) as right, count(lean) as rated
  from looked_at group by story_id
),
sides as (
  select story_window.*, 'left' as side, story_window.left as observed, polled.left as polled_outlets, polled.rated
  from story_window left join polled using (story_id)
  union all
  select story_window.*, 'center', story_window.center, polled.center, polled.rated
  from story_window left join polled using (story_id)
  union all
  select story_window.*, 'right', story_window.right, polled.right, polled.rated
  from story_window left join polled using (story_id)
)
select
  story_id, title, side, round(rated_origins * 1.0 * polled_outlets / rated, 2) as expected, observed,
  round(pow(1 - 1.0 * polled_outlets / rated, rated_origins), 4) as p, coalesce(polled_outlets, 0) as polled_outlets,
  rated_origins, opens, closes,
  case
    when coalesce(polled_outlets, 0) < rule.min_polled then 'not known'
    when pow(1 - 1.0 * polled_outlets / rated, rated_origins) <= rule.max_p then 'blindspot'
    else 'no finding'
  end as verdict
from sides cross join rule
where observed = 0
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
    "feed_health": """
select feed.id as feed_id, feed.url, outlet.name as outlet, outlet.domain, feed.state, feed.failures, feed.next_poll,
  last.at as last_poll, last.status, last.code, last.new, last.elapsed_ms
from feeds feed
join outlets outlet on outlet.id = feed.outlet_id
left join polls last on last.id = (select max(poll.id) from polls poll where poll.feed_id = feed.id)
""",
    "story_timeline": """
select story_id, coalesce(member.published, article.first_seen) as at, member.article_id, article.title, member.outlet,
  member.side, member.independent
from story_members member join articles article on article.id = member.article_id
""",
}
