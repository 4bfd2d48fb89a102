"""How far a finding hangs on who rates: the same count under each provider, and the stories whose leader changes."""

from __future__ import annotations

from aggregator.store.views.kept import Kept
from aggregator.store.views.research import OPENED, SPAN, month
from aggregator.store.views.stories import LEAST_RATED

_PARTS = """
select {month} as month, 'share of rated independent articles' as finding, side, provider, sum(independent) as part
from coverage cross join {span} span where side <> 'unrated' group by 1, 3, 4
union all
select month, 'share of stories reported first', side, provider, first from first_reports
union all
select month, 'share of stories led', leader, provider, stories from leading_sides where leader <> 'tie'
"""

VIEWS: dict[str, str] = {
    "story_leaders": f"""
select story_id, provider, leading as leader from story_bias_by_provider
where left + center + right >= {LEAST_RATED}
""",
    "leading_sides": f"""
select {month(OPENED)} as month, story_leaders.provider, story_leaders.leader, count(*) as stories
from story_leaders join stories story on story.id = story_leaders.story_id cross join {SPAN} span
group by 1, 2, 3
""",
    "leader_changes": f"""
select {month(OPENED)} as month, one.provider, two.provider as other_provider, count(*) as stories,
  sum(one.leader <> two.leader) as changed, sum(one.leader <> two.leader and one.leader <> 'tie'
    and two.leader <> 'tie') as swapped
from story_leaders one
join story_leaders two on two.story_id = one.story_id and two.provider > one.provider
join stories story on story.id = one.story_id
cross join {SPAN} span
group by 1, 2, 3
""",
    "provider_sensitivity": f"""
with parts as ({_PARTS.format(month=month("day"), span=SPAN)}),
first_of as (
  select {month(OPENED)} as month, provider, count(distinct story_id) as stories
  from story_firsts join stories story on story.id = story_firsts.story_id cross join {SPAN} span group by 1, 2
),
led as (select month, provider, sum(stories) as stories from leading_sides group by month, provider)
select parts.month, parts.finding, parts.side, parts.provider, parts.part,
  case finding when 'share of stories reported first' then first_of.stories when 'share of stories led' then led.stories
    else sum(parts.part) over (partition by parts.month, parts.finding, parts.provider) end as rests_on
from parts left join first_of using (month, provider) left join led using (month, provider)
union all
select month, 'share of watched articles retitled', side, provider, retitled, watched from retitling
where side <> 'unrated'
""",
}

KEPT = {
    "story_leaders": Kept("", {"story_id": "stories"}, ("story_id", ("provider", "leader")), {"leader": str}),
    "leading_sides": Kept("", {}, (("month", "provider"),), {"month": str}),
    "leader_changes": Kept("", {}, (("month", "provider"),), {"month": str}),
    "provider_sensitivity": Kept("", {}, (("month", "finding"),), {"month": str, "finding": str}),
}
