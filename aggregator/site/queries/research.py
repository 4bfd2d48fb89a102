"""What the pages of research ask: each adds up rows that were counted when the file was published."""

from __future__ import annotations

from aggregator.site.queries.rows import Reader

Row = dict[str, object]

MONTHS = "select distinct month from retitling where month <> 'all' order by month desc"
SPAN = """
select (select min(published_day) from articles where published_day between :first and :last) as first,
  (select max(published_day) from articles where published_day between :first and :last) as last
"""

WHOLE = """
select min(published_day) as first, (select max(published_day) from articles) as last,
  (select coalesce(sum(articles), 0) from outlet_counts) as articles
from articles
"""

_COVERED = """side, sum(articles) as articles, sum(independent) as independent
  from coverage where provider = :provider and day >= :since and day <= :until
  and (:topic = '' or topic = :topic) and (:language = '' or language = :language)
"""
COVERAGE_BY_DAY = f"select day as name, {_COVERED} group by day, side"
COVERAGE_BY_TOPIC = f"select topic as name, {_COVERED} group by topic, side"
TOPICS = "select topic, articles from topic_counts order by articles desc, topic"
LANGUAGES = """
select distinct language from articles where language is not null
union select 'und' where exists (select 1 from articles where language is null) order by language
"""

_OUTLET_SIDE = """(
    select sides.side from outlet_sides sides
    where sides.outlet_id = {outlet} and sides.scope = 'news' and sides.provider = :provider
    order by sides.day desc limit 1
  )"""

WORDING_TOTALS = """
select language, side, other_side, stories, headlines, other_headlines, words, other_words, all_headlines, all_words,
  since
from headline_sides where provider = :provider order by headlines + other_headlines desc, language
"""
_WORDS = """
select word, z, log_odds, headlines, other_headlines, outlets, other_outlets, prior
from headline_wording
where provider = :provider and language = :language and side = :side and other_side = :other_side
"""
WORDS_OF_ONE = f"{_WORDS} and z > 0 order by z desc, word limit :limit"
WORDS_OF_OTHER = f"{_WORDS} and z < 0 order by z, word limit :limit"

FIRST_SIDES = """
select side, stories, first, tied, later, median_minutes from first_reports
where month = :month and provider = :provider order by side
"""
# The stories of several sides, counted where their sensitivity to the provider is.
FIRST_STORIES = """
select coalesce(max(rests_on), 0) as stories from provider_sensitivity
where month = :month and provider = :provider and finding = 'share of stories reported first'
"""
FIRST_OUTLETS = f"""
select outlet, domain, outlet_id, {_OUTLET_SIDE.format(outlet="outlet_firsts.outlet_id")} as side, stories, first, tied,
  later, median_minutes
from outlet_firsts where month = :month order by stories desc, outlet limit :limit
"""
REPORT_TIMES = "select articles, told, none, day_only from report_times where month = :month"

WIRE = f"""
select outlet, domain, outlet_id, {_OUTLET_SIDE.format(outlet="wire_share.outlet_id")} as side, articles, wire,
  copies, own
from wire_share where month = :month order by articles desc, outlet limit :limit
"""
WIRE_TOTAL = """
select count(*) as outlets, coalesce(sum(articles), 0) as articles, coalesce(sum(wire), 0) as wire,
  coalesce(sum(copies), 0) as copies
from wire_share where month = :month
"""

# Of an outlet each pair tells the same number of stories; one look into the index finds it.
_AGENDAS = """
select outlet_id, outlet, stories from (
  select outlet.id as outlet_id, outlet.name as outlet,
    (select pair.stories from agenda_similarity pair where pair.outlet_id = outlet.id limit 1) as stories
  from outlets outlet
) where stories > 0"""
AGENDA_OUTLETS = f"""
select outlet_id, outlet, stories, {_OUTLET_SIDE.format(outlet="found.outlet_id")} as side from (
  {_AGENDAS} order by stories desc, outlet limit :limit) found
"""
# The sides are looked up for the rows that are shown, not for all that are sorted.
_PAIRS = """
select outlet_id, outlet, other_id, other, shared, either, jaccard from agenda_similarity
where outlet_id < other_id and either >= :least"""
_ALIKE = "order by jaccard desc, shared desc, outlet, other"


def _with_sides(pairs: str) -> str:
    return f"""
select outlet_id, outlet, {_OUTLET_SIDE.format(outlet="pair.outlet_id")} as side, other_id, other,
  {_OUTLET_SIDE.format(outlet="pair.other_id")} as other_side, shared, either, jaccard from ({pairs}) pair {_ALIKE}
"""


AGENDA_PAIRS = _with_sides(f"{_PAIRS} {_ALIKE} limit :limit")
AGENDA_OF_ONE = _with_sides(f"{_PAIRS} and (outlet_id = :outlet or other_id = :outlet) {_ALIKE} limit :limit")
AGENDA_OF = _with_sides(f"""{_PAIRS} and outlet_id in (select value from json_each(:outlets))
  and other_id in (select value from json_each(:outlets))""")
AGENDA_CHOICE = f"{_AGENDAS} order by outlet, outlet_id"

RETITLED = """
select side, articles, watched, retitled, changes, median_hours from retitling
where month = :month and provider = :provider
"""

SENSITIVITY = """
select finding, side, provider, part, rests_on from provider_sensitivity where month = :month
order by finding, side, provider
"""
LEADER_CHANGES = """
select provider, other_provider, stories, changed, swapped from leader_changes where month = :month
order by provider, other_provider
"""


async def rows(db: Reader, sql: str, **parameters: object) -> list[Row]:
    """Answers one of the questions above as it stands in the file."""
    return [dict(row) for row in (await db.execute(sql, parameters)).rows]
