"""Which side left which story out, whether we looked, and whether chance would do the same."""

from __future__ import annotations

from aggregator.store.views.coverage import ANSWER_CODES
from aggregator.store.views.kept import Kept
from aggregator.store.views.ratings import SIDE, rating_in_force

# A story's window ends some hours after its last article: until then the others may still write. Its language is that
# of most of its articles: grouping finds fewer articles in another one, and a silence there may be ours.
_WINDOWS = """
  select story.id as story_id, story.first_published as opens, substr(story.first_published, 1, 10) as day,
    strftime('%Y-%m-%dT%H:%M:%SZ', story.last_published, '+' || hours.value || ' hours') as closes,
    coalesce((
      select article.language from story_articles member join articles article on article.id = member.article_id
      where member.story_id = story.id group by article.language order by count(*) desc, article.language limit 1
    ), '') as language
  from stories story join settings hours on hours.key = 'blindspot_hours' where story.state <> 'merged'
"""


def heard(outlet: str, window: str) -> str:
    return f"""exists (
    select 1 from outlet_coverage stretch
    where stretch.outlet_id = {outlet} and stretch.since <= {window}.opens and stretch.until >= {window}.closes
  )"""


# Heard from the story's start to its own last answers, and none of them failed since: its next poll may tell.
_AWAITED = """exists (
    select 1 from outlet_coverage stretch
    where stretch.outlet_id = outlet.id and stretch.since <= story.opens and stretch.until < story.closes
      and stretch.until = (select max(last.until) from outlet_coverage last where last.outlet_id = outlet.id)
  ) and not exists (
    select 1 from feeds feed where feed.outlet_id = outlet.id and feed.failures > 0
  )"""


def _story_polls(providers: str) -> str:
    return f"""
select
  story.story_id, outlet.id as outlet_id, outlet.name as outlet, outlet.domain, rating.lean,
  {SIDE} as side, story.opens, story.closes,
  exists (
    select 1 from feeds feed join polls poll on poll.feed_id = feed.id
    where feed.outlet_id = outlet.id and poll.at between story.opens and story.closes
  ) as asked,
  {heard("outlet.id", "story")} as answered, chosen.provider,
  week.outlet_id is not null and {heard("outlet.id", "story")} as counted,
  coalesce(week.shared, 0) as shared,
  (
    select poll.code from feeds feed join polls poll on poll.feed_id = feed.id
    where feed.outlet_id = outlet.id and poll.at between story.opens and story.closes
      and poll.code not in ({ANSWER_CODES})
    order by poll.at desc, poll.id desc limit 1
  ) as failed,
  {_AWAITED} as awaited
from ({_WINDOWS}) story
cross join ({providers}) chosen
join outlets outlet on outlet.id in (select outlet_id from feeds)
left join ratings rating on rating.id = {rating_in_force("outlet.id", "chosen.provider", "'news'", "story.day")}
left join outlet_weeks week on week.provider = chosen.provider and week.day = story.day
  and week.language = story.language and week.outlet_id = outlet.id
"""


SIDES = ("left", "center", "right")
_UNPIVOTED = "\n  union all\n".join(
    f"""  select provider, story_id, day, '{side}' as side, "{side}" as observed, rated_origins, heard_origins,
    {side}_heard as heard_observed, {side}_outlets as polled_outlets, outlets, {side}_shared as wrote, shared, opens,
    closes, thinned from polled"""
    for side in SIDES
)


def _counted(side: str) -> str:
    return f"coalesce(sum(case when week.side = '{side}' then week.outlets end), 0) as {side}_outlets"


# The week's articles that an outlet is weighed by: outlet_weeks has them.
_SHARED = """grouped.outlets > 1
      and article.published_day between date(story.day, '-3 days') and date(story.day, '+3 days')"""


def _own(side: str) -> str:
    count = "count(case when week.side = '{}'{} then 1 end) as {}_{}"
    return f"{count.format(side, '', side, 'heard')}, {count.format(side, f' and {_SHARED}', side, 'shared')}"


def _wrote(side: str) -> str:
    week = f"coalesce(sum(case when week.side = '{side}' then week.shared end), 0)"
    return f"{week} - coalesce(max(own.{side}_shared), 0) as {side}_shared"


# Sides differ in what interests them, so counts scatter more than a binomial's, and silences with them: the mean square
# of the tests' deviations, in the binomial's own (Pearson's, of quasi-likelihood). Of 100 tests it is known to +-0.14.
_DISPERSION = """spread as materialized (
  select provider, round(max(1.0, avg(
      pow(heard_observed - heard_origins * share, 2) / (heard_origins * share * (1 - share)))), 3) as dispersion
  from shares cross join rule
  where thinned is null and polled_outlets >= rule.min_polled and heard_origins > 0 and share > 0 and share < 1
  group by provider having count(*) >= 100
)"""

_SIDE_TESTS = f"""
with rule as (
  select
    (select cast(value as integer) from settings where key = 'blindspot_min_origins') as min_origins,
    (select cast(value as integer) from settings where key = 'blindspot_min_polled') as min_polled
),
stories_of_enough as materialized (
  select bias.provider, bias.story_id, bias.left, bias.center, bias.right,
    bias.left + bias.center + bias.right as rated_origins, story.day, story.opens, story.closes, story.language
  from story_bias_by_provider bias cross join rule
  cross join ({_WINDOWS}) story on story.story_id = bias.story_id
  where bias.left + bias.center + bias.right >= rule.min_origins
),
-- A stretch that covers a window holds its start: of each outlet one or two may.
panel as materialized (
  select week.provider, week.day, week.language, week.outlet_id, week.side, week.shared, stretch.since, stretch.until
  from outlet_weeks week join outlet_coverage stretch on stretch.outlet_id = week.outlet_id
    and stretch.since < date(week.day, '+1 day') and stretch.until > week.day
),
-- What covers all windows of a day is one row a side: at 100,000 stories this saves fifteen million.
days as materialized (
  select provider, day, language, min(opens) as opens, max(closes) as closes from stories_of_enough
  group by provider, day, language
),
heard as materialized (
  select panel.provider, panel.day, panel.language, panel.side,
    case when panel.since <= days.opens then '' else panel.since end as since,
    case when panel.until >= days.closes then '~' else panel.until end as until,
    count(*) as outlets, sum(panel.shared) as shared
  from days join panel on panel.provider = days.provider and panel.day = days.day and panel.language = days.language
  group by panel.provider, panel.day, panel.language, panel.side, 5, 6
),
-- What those that were heard wrote on the story: these origins are the draws. They are taken off the week's articles,
-- for what was to be expected must not hang on what happened.
own as materialized (
  select story.provider, story.story_id, count(*) as heard_origins, count(case when {_SHARED} then 1 end) as shared,
    {", ".join(_own(side) for side in SIDES)}
  from stories_of_enough story
  join stories grouped on grouped.id = story.story_id
  join story_members member on member.story_id = story.story_id and member.independent
  join articles article on article.id = member.article_id and coalesce(article.language, '') = story.language
  join panel week on week.provider = story.provider and week.day = story.day and week.language = story.language
    and week.outlet_id = member.outlet_id and week.since <= story.opens and week.until >= story.closes
  group by story.provider, story.story_id
),
polled as materialized (
  select story.*, thinning.thinned, coalesce(sum(week.outlets), 0) as outlets,
    coalesce(sum(week.shared), 0) - coalesce(max(own.shared), 0) as shared,
    coalesce(max(own.heard_origins), 0) as heard_origins,
    {", ".join(f"coalesce(max(own.{side}_heard), 0) as {side}_heard" for side in SIDES)},
    {", ".join(_counted(side) for side in SIDES)},
    {", ".join(_wrote(side) for side in SIDES)}
  from stories_of_enough story
  join stories thinning on thinning.id = story.story_id
  left join heard week on week.provider = story.provider and week.day = story.day
    and week.language = story.language and week.since <= story.opens and week.until >= story.closes
  left join own on own.provider = story.provider and own.story_id = story.story_id
  group by story.provider, story.story_id
),
sides as (
{_UNPIVOTED}
),
shares as (
  select sides.*,
    coalesce(min(1.0 * polled_outlets / nullif(outlets, 0), 1.0 * wrote / nullif(shared, 0)), 0.0) as share
  from sides
),
{_DISPERSION}
select shares.provider, shares.story_id, shares.day, shares.side, shares.observed, shares.rated_origins,
  shares.polled_outlets, shares.outlets, shares.wrote, shares.shared, shares.share,
  pow(1 - shares.share, shares.heard_origins / coalesce(spread.dispersion, 1.0)) as chance, shares.opens, shares.closes,
  case when shares.thinned is not null then 'not told' when shares.polled_outlets < rule.min_polled then 'not known'
    else 'tested' end as state, coalesce(spread.dispersion, 1.0) as dispersion, shares.heard_origins,
  shares.heard_observed
from shares cross join rule left join spread on spread.provider = shares.provider
"""

# The odds of a silence by chance, added over the day's tests that are as sharp as this one, are how many such silences
# chance brings; divided by how many there are, that is the false discovery rate of naming them (Heyse 2011; with odds
# in place of chances the bound holds: Doehler, Durand and Roquain 2018).
_BY_PROVIDER = """
with rule as (select cast(value as real) as rate from settings where key = 'blindspot_false_discoveries'),
summed as (
  select test.*, count(*) over (partition by provider, day) as tested,
    sum(case when chance < 1 then chance / (1 - chance) end) over as_sharp as by_chance,
    count(case when observed = 0 then 1 end) over as_sharp as silences
  from side_tests test where state = 'tested'
  window as_sharp as (partition by provider, day order by chance)
),
told as (
  select summed.*, min(1.0, min(case when chance < 1 then by_chance / silences end) over (
      partition by provider, day order by chance desc)) as q
  from summed where observed = 0
  union all
  select test.*, 0, null, null, null from side_tests test where state <> 'tested' and observed = 0
)
select
  told.story_id, story.title, told.side, round(told.heard_origins * told.share, 2) as expected, told.observed,
  round(told.chance, 4) as p, told.polled_outlets, told.rated_origins, told.opens, told.closes,
  case when told.state <> 'tested' then told.state when told.q <= rule.rate then 'blindspot' else 'no finding' end
    as verdict,
  told.provider, told.day, round(told.share, 4) as share, told.tested,
  round(told.by_chance, 4) as by_chance, told.silences,
  round(coalesce(told.q, case told.state when 'tested' then 1.0 end), 4) as q, told.dispersion, told.heard_origins
from told cross join rule
cross join stories story on story.id = told.story_id
"""

VIEWS: dict[str, str] = {
    "story_polls": _story_polls("select value as provider from settings where key = 'provider'"),
    "story_polls_by_provider": _story_polls("select distinct provider from ratings"),
    "side_tests": _SIDE_TESTS,
    "blindspots_by_provider": _BY_PROVIDER,
    "blindspots": """
select spot.* from blindspots_by_provider spot
where spot.provider = (select value from settings where key = 'provider')
""",
}

_TYPES = {"side": str, "verdict": str, "closes": str, "opens": str, "day": str, "provider": str, "state": str,
          "expected": float, "p": float, "share": float, "chance": float, "by_chance": float, "q": float,
          "dispersion": float}  # fmt: skip
KEPT = {
    "side_tests": Kept("", {"story_id": "stories"}, ("story_id", ("provider", "day"), "state"), _TYPES),
    "blindspots_by_provider": Kept(
        "", {"story_id": "stories"}, ("story_id", ("provider", "day", "side"), "verdict"), _TYPES
    ),
    "blindspots": Kept("", {"story_id": "stories"}, ("story_id", "side", "verdict", "day"), _TYPES),
}
