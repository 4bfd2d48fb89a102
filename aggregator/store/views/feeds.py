"""How each feed does: the view that the page of the feeds and `aggregator health` read."""

from __future__ import annotations

from aggregator.models import FeedState
from aggregator.store.views.kept import Kept

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


VIEWS: dict[str, str] = {
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
}

KEPT = {
    "feed_health": Kept(
        "feed_id", {"feed_id": "feeds"}, ("condition", "state", "code"), {"condition": str, "articles_a_day": float}
    ),
}
