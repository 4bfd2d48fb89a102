"""The sample that every share rests on: whose outlets are listed, polled, and heard."""

from __future__ import annotations

from aggregator.store.views.coverage import ANSWER_CODES
from aggregator.store.views.kept import Kept
from aggregator.store.views.ratings import SIDE, TODAY, known_rating

VIEWS: dict[str, str] = {
    "sample_by_side": f"""
select chosen.provider, {SIDE} as side, count(*) as listed, count(polled.outlet_id) as outlets,
  coalesce(sum(polled.feeds), 0) as feeds, count(case when polled.answered then 1 end) as answered
from outlets outlet
cross join (select distinct provider from ratings) chosen
left join ratings rating on rating.id = {known_rating("outlet.id", "chosen.provider", "'news'", TODAY)}
left join (
  select feed.outlet_id, count(*) as feeds, max(last.code in ({ANSWER_CODES})) as answered
  from feeds feed
  left join polls last on last.id = (
    select poll.id from polls poll where poll.feed_id = feed.id order by poll.at desc, poll.id desc limit 1)
  where feed.state <> 'unlisted' group by feed.outlet_id
) polled on polled.outlet_id = outlet.id
where outlet.listed or polled.outlet_id is not null
group by chosen.provider, {SIDE}
""",
}

KEPT: dict[str, Kept] = {}
