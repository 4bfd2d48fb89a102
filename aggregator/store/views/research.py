"""What research counts, by month and side: coverage of topics, wire copy, changed headlines, outlets' agendas.

A month is YYYY-MM, or `all` for the whole time: a median of months is not the median of a year.
"""

from __future__ import annotations

from aggregator.store.views.kept import Kept
from aggregator.topics import NOT_TOLD

SPAN = "(select 0 as whole union all select 1)"

OPENED = "coalesce(story.first_published, story.first_seen)"


def month(day: str) -> str:
    """Writes the SQL for the month of a day; with SPAN in the join each row counts for its month and for `all`."""
    return f"case when span.whole then 'all' else substr({day}, 1, 7) end"


def median(value: str, source: str, groups: str, sums: str, rows: str) -> str:
    """Writes the SQL for the median of a value in each group: the middle one, or the mean of the two in the middle.

    `sums` names what has for each group, in a column `rows`, how many values it has.
    """
    return f"""
  select {groups}, avg(value) as median from (
    select {groups}, {value} as value, row_number() over (partition by {groups} order by {value}) as place
    from {source}
  ) join {sums} using ({groups}) where place in (({rows} + 1) / 2, ({rows} + 2) / 2) group by {groups}"""


# Midnight and noon, to the second, are what outlets write that tell the day only.
DAY_ALONE = ("00:00:00Z", "12:00:00Z")

VIEWS: dict[str, str] = {
    "article_counts": """
select language, kind, scope, topic, text_kind, count(*) as articles from articles
group by language, kind, scope, topic, text_kind
""",
    "topic_counts": f"""
select coalesce(topic, '{NOT_TOLD}') as topic, count(*) as articles,
  count(case when topic_from = 'section' then 1 end) as by_section,
  count(case when topic_from = 'words' then 1 end) as by_words,
  count(case when topic_from = 'person' then 1 end) as by_person
from articles group by coalesce(topic, '{NOT_TOLD}')
""",
    "counted_articles": f"""
with changed as materialized (
  select article_id, count(*) as changes, min(seen) as seen from revisions where field = 'title' group by article_id
)
select article.id as article_id, article.outlet_id, article.scope, article.published_day as day,
  coalesce(article.language, 'und') as language, coalesce(article.topic, '{NOT_TOLD}') as topic, member.story_id,
  coalesce(member.independent, 0) as independent,
  case when article.published is null then 'none'
    when substr(article.published, 12) in {DAY_ALONE} then 'day' else 'time' end as told,
  case when substr(article.published, 12) not in {DAY_ALONE}
    then cast(strftime('%s', article.published) as integer) / 60 end as minute,
  texts.text,
  (article.last_seen > article.first_seen or changed.article_id is not null) as watched,
  coalesce(changed.changes, 0) as changes,
  (julianday(changed.seen) - julianday(article.first_seen)) * 24 as hours
from articles article not indexed
left join story_members member on member.article_id = article.id
cross join article_texts texts on texts.article_id = article.id
left join changed on changed.article_id = article.id
""",
    "coverage": """
with counted as materialized (
  select outlet_id, scope, day, topic, language, count(*) as articles, sum(independent) as independent
  from counted_articles group by outlet_id, scope, day, topic, language
)
select sides.provider, counted.day, sides.side, counted.topic, counted.language, sum(counted.articles) as articles,
  sum(counted.independent) as independent
from counted
join outlet_sides sides
  on sides.outlet_id = counted.outlet_id and sides.scope = counted.scope and sides.day = counted.day
group by sides.provider, counted.day, sides.side, counted.topic, counted.language
""",
    "wire_share": f"""
with counted as materialized (
  select outlet_id, substr(day, 1, 7) as month, count(*) as articles, sum(text = 'wire') as wire,
    sum(text = 'copy') as copies
  from counted_articles group by outlet_id, substr(day, 1, 7)
)
select {month("counted.month")} as month, outlet.id as outlet_id, outlet.name as outlet, outlet.domain,
  sum(counted.articles) as articles, sum(counted.wire) as wire, sum(counted.copies) as copies,
  sum(counted.articles - counted.wire - counted.copies) as own
from counted join outlets outlet on outlet.id = counted.outlet_id cross join {SPAN} span
group by 1, outlet.id
""",
    "retitling": f"""
with counted as materialized (
  select outlet_id, scope, day, count(*) as articles, sum(watched) as watched, sum(changes > 0) as retitled,
    sum(changes) as changes
  from counted_articles group by outlet_id, scope, day
),
waits as materialized (
  select {month("sides.day")} as month, sides.provider, sides.side, changed.hours
  from counted_articles changed
  join outlet_sides sides on sides.outlet_id = changed.outlet_id and sides.scope = changed.scope
    and sides.day = changed.day
  cross join {SPAN} span
  where changed.changes > 0 and changed.hours is not null
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
told as (
  select month, provider, side, count(*) as hours_told from waits group by month, provider, side
),
middles as ({median("hours", "waits", "month, provider, side", "told", "hours_told")})
select sums.month, sums.provider, sums.side, sums.articles, sums.watched, sums.retitled, sums.changes,
  round(middles.median, 1) as median_hours
from sums left join middles using (month, provider, side)
""",
}

KEPT = {
    "article_counts": Kept("", {}),
    "topic_counts": Kept("", {}, (), {"topic": str}),
    "counted_articles": Kept(
        "article_id",
        {"article_id": "articles"},
        (),
        {"language": str, "topic": str, "told": str, "text": str, "hours": float, "day": str},
    ),
    "coverage": Kept(
        "",
        {},
        (("provider", "day", "side", "topic", "language", "articles", "independent"), "topic"),
        {"side": str, "topic": str, "language": str, "day": str},
    ),
    "wire_share": Kept("", {"outlet_id": "outlets"}, (("month", "outlet_id"), "outlet_id"), {"month": str}),
    "retitling": Kept("", {}, (("month", "provider"),), {"month": str, "side": str, "median_hours": float}),
}
