"""What was listened to, and when without a gap: the evidence that makes a silence one."""

from __future__ import annotations

from aggregator.models import ANSWERED
from aggregator.store.views.kept import Kept
from aggregator.store.views.ratings import SIDE, rating_in_force

ANSWER_CODES = ", ".join(f"'{code}'" for code in ANSWERED)

# A feed of one subject (business, climate, video, opinion) is no evidence that its outlet left out an event of another.
# Of the 608 feeds of feeds.csv 28 are such; a feed of which nobody said what it lists is taken for the whole paper.
WHOLE_PAPER = "('front page', 'news', 'national', 'world', 'politics', 'local', '')"
# An outlet's feeds stand for its sections: while one of them is out, an article there would not have reached us. After
# a week the others count without it, as the week's articles, by which an outlet is weighed, have none of it either.
GIVEN_UP = "+7 days"
# Days before and after: a week, so that a Sunday is weighed by the same days as a Monday.
WEEK_AROUND = "(select value as days from json_each('[-3, -2, -1, 0, 1, 2, 3]'))"


VIEWS: dict[str, str] = {
    # Each answer vouches for the time from the oldest entry that it lists to itself; where these overlap, or touch,
    # they make one stretch. One that can't tell how far back it lists vouches for a moment, which joins nothing.
    "feed_coverage": f"""
with answers as (
  select feed_id, at, min(coalesce(reaches_back, at), at) as since from polls where code in ({ANSWER_CODES})
),
before as (
  select feed_id, at, since, max(at) over (
    partition by feed_id order by since, at rows between unbounded preceding and 1 preceding) as heard_until
  from answers
),
numbered as (
  select feed_id, at, since,
    sum(heard_until is null or since > heard_until) over (
      partition by feed_id order by since, at rows unbounded preceding) as stretch
  from before
)
select numbered.feed_id, feed.outlet_id, coalesce(feed.section, '') in {WHOLE_PAPER} as whole_paper,
  min(numbered.since) as since, max(numbered.at) as until, count(*) as polls
from numbered join feeds feed on feed.id = numbered.feed_id
group by numbered.feed_id, numbered.stretch
""",
    # A sweep over the moments at which a stretch begins or ends, or its feed is given up: an outlet is heard while
    # every feed that is in use has a stretch there.
    "outlet_coverage": f"""
with stretches as (
  select outlet_id, feed_id, since, until, min(
      strftime('%Y-%m-%dT%H:%M:%SZ', until, '{GIVEN_UP}'),
      coalesce(lead(since) over (partition by feed_id order by since), '~')) as in_use_until
  from feed_coverage where whole_paper and until > since
),
changes as (
  select outlet_id, since as at, 1 as heard, 1 as in_use from stretches
  union all select outlet_id, until, -1, 0 from stretches
  union all select outlet_id, in_use_until, 0, -1 from stretches
),
moments as (select outlet_id, at, sum(heard) as heard, sum(in_use) as in_use from changes group by outlet_id, at),
states as (
  select outlet_id, at, lead(at) over so_far as until,
    sum(heard) over so_far > 0 and sum(heard) over so_far = sum(in_use) over so_far as heard
  from moments window so_far as (partition by outlet_id order by at)
),
turns as (
  select outlet_id, at, until, heard,
    sum(not heard) over (partition by outlet_id order by at) as silences
  from states
)
select outlet_id, min(at) as since, max(until) as until from turns where heard group by outlet_id, silences
""",
    "outlet_weeks": f"""
with days as (
  select article.outlet_id, article.published_day as day, coalesce(article.language, '') as language,
    count(*) as articles, count(case when member.independent and story.outlets > 1 then 1 end) as shared
  from articles article
  left join story_members member on member.article_id = article.id
  left join stories story on story.id = member.story_id
  where article.published_day is not null
  group by +article.outlet_id, article.published_day, article.language
),
weeks as (
  select outlet_id, date(day, around.days || ' days') as day, language, sum(articles) as articles, sum(shared) as shared
  from days cross join {WEEK_AROUND} around
  where outlet_id in (select outlet_id from feeds)
  group by outlet_id, 2, language
)
select chosen.provider, week.day, week.language, week.outlet_id, {SIDE} as side, week.articles, week.shared
from (select distinct provider from ratings) chosen
cross join weeks week
join ratings rating on rating.id = {rating_in_force("week.outlet_id", "chosen.provider", "'news'", "week.day")}
where rating.lean is not null and week.day in (select substr(first_published, 1, 10) from stories)
order by chosen.provider, week.day, week.language, week.outlet_id
""",
}

KEPT = {
    "feed_coverage": Kept("", {"feed_id": "feeds", "outlet_id": "outlets"}, (("feed_id", "since"), "outlet_id")),
    "outlet_coverage": Kept("", {"outlet_id": "outlets"}, (("outlet_id", "since", "until"),), {"until": str}),
    "outlet_weeks": Kept(
        "", {"outlet_id": "outlets"}, (("provider", "day", "language"), "outlet_id"),
        {"provider": str, "day": str, "language": str, "side": str},
    ),
}  # fmt: skip
