"""What research counts, by month and side: coverage of topics, wire copy, changed headlines, outlets' agendas.

A month is YYYY-MM, or `all` for the whole time: a median of months is not the median of a year.
"""

from __future__ import annotations

from aggregator.store.views.kept import Kept
from aggregator.store.views.ratings import SIDE, article_rating
from aggregator.text.wires import HOSTS

# Sections are written in thousands of ways; a dozen topics is what a reader can compare at a glance.
TOPICS = 12
OTHER, NOT_TOLD = "other", "not told"

RATERS = "select provider from ratings union select value from settings where key = 'provider'"

SPAN = "(select 0 as whole union all select 1)"

OPENED = "coalesce(story.first_published, story.first_seen)"


def month(day: str) -> str:
    """Writes the SQL for the month of a day; with SPAN in the join each row counts for its month and for `all`."""
    return f"case when span.whole then 'all' else substr({day}, 1, 7) end"


def median(value: str, source: str, groups: str, where: str) -> str:
    """Writes the SQL for the median of a value in each group: the middle one, or the mean of the two in the middle."""
    return f"""
  select {groups}, avg(value) as median from (
    select {groups}, {value} as value, row_number() over (partition by {groups} order by {value}) as place,
      count(*) over (partition by {groups}) as rows
    from {source} where {where}
  ) where place in ((rows + 1) / 2, (rows + 2) / 2) group by {groups}"""


_AGENCIES = ", ".join(f"('{host}', '{agency}')" for host, agency in HOSTS.items())

VIEWS: dict[str, str] = {
    "outlet_sides": f"""
select found.outlet_id, found.scope, found.day, found.provider, rating.lean, {SIDE} as side
from (
  select article.outlet_id, article.scope, article.published_day as day, chosen.provider,
    {article_rating("article.published_day")} as rating_id
  from (select distinct outlet_id, scope, published_day from articles) article cross join ({RATERS}) chosen
) found
left join ratings rating on rating.id = found.rating_id
""",
    "section_topics": f"""
with written as (
  select coalesce(section, '') as section, coalesce(nullif(lower(trim(section)), ''), '{NOT_TOLD}') as topic,
    count(*) as articles
  from articles group by coalesce(section, '')
),
ranked as (
  select topic, row_number() over (order by sum(articles) desc, topic) as place
  from written where topic <> '{NOT_TOLD}' group by topic
)
select written.section,
  case when written.topic = '{NOT_TOLD}' or ranked.place <= {TOPICS} then written.topic else '{OTHER}' end as topic,
  written.articles
from written left join ranked on ranked.topic = written.topic
""",
    "coverage": """
with counted as materialized (
  select article.outlet_id, article.scope, article.published_day as day, topics.topic, article.language,
    count(*) as articles, sum(coalesce(member.independent, 0)) as independent
  from articles article
  join section_topics topics on topics.section = coalesce(article.section, '')
  left join story_members member on member.article_id = article.id
  group by article.outlet_id, article.scope, article.published_day, topics.topic, article.language
)
select sides.provider, counted.day, sides.side, counted.topic, coalesce(counted.language, 'und') as language,
  sum(counted.articles) as articles, sum(counted.independent) as independent
from counted
join outlet_sides sides
  on sides.outlet_id = counted.outlet_id and sides.scope = counted.scope and sides.day = counted.day
group by sides.provider, counted.day, sides.side, counted.topic, counted.language
""",
    "wire_share": f"""
with agencies (domain, wire) as (values {_AGENCIES}),
kinds as materialized (
  select article.outlet_id, substr(article.published_day, 1, 7) as month, count(*) as articles,
    count(case when agencies.domain is null and (article.wire is not null
      or origin.kind = 'wire' and origin.representative_id <> article.id) then 1 end) as wire,
    count(case when article.wire is null and origin.kind <> 'wire' and origin.representative_id <> article.id
      and standing.outlet_id <> article.outlet_id then 1 end) as reprints
  from articles article
  join outlets outlet on outlet.id = article.outlet_id
  left join copies copy on copy.article_id = article.id
  left join origins origin on origin.id = copy.origin_id
  left join articles standing on standing.id = origin.representative_id
  left join agencies on agencies.domain = outlet.domain and agencies.wire = coalesce(article.wire, standing.wire)
  group by article.outlet_id, substr(article.published_day, 1, 7)
)
select {month("kinds.month")} as month, outlet.id as outlet_id, outlet.name as outlet, outlet.domain,
  sum(kinds.articles) as articles, sum(kinds.wire) as wire, sum(kinds.reprints) as reprints,
  sum(kinds.articles - kinds.wire - kinds.reprints) as own
from kinds join outlets outlet on outlet.id = kinds.outlet_id cross join {SPAN} span
group by 1, outlet.id
""",
    # At the merge the view of the same name that the outlets' pages read takes the place of this one.
    "agenda_similarity": """
with own as materialized (
  select distinct story_id, outlet_id from story_members where independent
),
covered as materialized (
  select own.story_id, own.outlet_id from own
  join (select story_id from own group by story_id having count(*) > 1) several on several.story_id = own.story_id
),
sizes as materialized (select outlet_id, count(*) as stories from covered group by outlet_id)
select one.outlet_id, two.outlet_id as other_id, outlet.name as outlet, other.name as other, count(*) as shared,
  mine.stories + theirs.stories - count(*) as either,
  round(1.0 * count(*) / (mine.stories + theirs.stories - count(*)), 4) as jaccard
from covered one
join covered two on two.story_id = one.story_id and two.outlet_id > one.outlet_id
join sizes mine on mine.outlet_id = one.outlet_id
join sizes theirs on theirs.outlet_id = two.outlet_id
join outlets outlet on outlet.id = one.outlet_id
join outlets other on other.id = two.outlet_id
group by one.outlet_id, two.outlet_id
""",
    "retitling": f"""
with changed as materialized (
  select revision.article_id, count(*) as changes,
    (julianday(min(revision.seen)) - julianday(article.first_seen)) * 24 as hours
  from revisions revision join articles article on article.id = revision.article_id
  where revision.field = 'title' group by revision.article_id
),
counted as materialized (
  select article.outlet_id, article.scope, article.published_day as day, count(*) as articles,
    sum(article.last_seen > article.first_seen or changed.article_id is not null) as watched,
    count(changed.article_id) as retitled, coalesce(sum(changed.changes), 0) as changes
  from articles article left join changed on changed.article_id = article.id
  group by article.outlet_id, article.scope, article.published_day
),
waits as materialized (
  select {month("sides.day")} as month, sides.provider, sides.side, changed.hours
  from changed join articles article on article.id = changed.article_id
  join outlet_sides sides on sides.outlet_id = article.outlet_id and sides.scope = article.scope
    and sides.day = article.published_day
  cross join {SPAN} span
),
sums as (
  select {month("sides.day")} as month, sides.provider, sides.side, sum(counted.articles) as articles,
    sum(counted.watched) as watched, sum(counted.retitled) as retitled, sum(counted.changes) as changes
  from counted
  join outlet_sides sides
    on sides.outlet_id = counted.outlet_id and sides.scope = counted.scope and sides.day = counted.day
  cross join {SPAN} span
  group by 1, 2, 3
),
middles as ({median("hours", "waits", "month, provider, side", "hours is not null")})
select sums.month, sums.provider, sums.side, sums.articles, sums.watched, sums.retitled, sums.changes,
  round(middles.median, 1) as median_hours
from sums left join middles using (month, provider, side)
""",
}

KEPT = {
    "outlet_sides": Kept(
        "", {"outlet_id": "outlets"}, (("outlet_id", "scope", "day", "provider", "side"),), {"side": str, "day": str}
    ),
    "section_topics": Kept("", {}, ("section", "topic"), {"section": str, "topic": str}),
    "coverage": Kept("", {}, (("provider", "day"), "topic"), {"side": str, "topic": str, "language": str, "day": str}),
    "wire_share": Kept("", {"outlet_id": "outlets"}, (("month", "outlet_id"), "outlet_id"), {"month": str}),
    "agenda_similarity": Kept(
        "", {"outlet_id": "outlets", "other_id": "outlets"}, ("outlet_id", "other_id", "jaccard"), {"jaccard": float}
    ),
    "retitling": Kept("", {}, (("month", "provider"),), {"month": str, "side": str, "median_hours": float}),
}
