"""The questions whose answers leave as CSV, without a page's limits."""

from __future__ import annotations

from aggregator.site.queries.shared import members_table

# The default provider's rows are a table of the published file.
_ARTICLES = """
select * from {table} where outlet_id = :outlet and provider = :provider
order by published_day desc, published desc, article_id desc
"""
BLINDSPOTS = """
select * from blindspots_by_provider where provider = :provider and (:day is null or day = :day)
order by day desc, q is null, q, p, story_id, side
"""
_LEANS = {
    "left": "= -2",
    "lean_left": "= -1",
    "center": "= 0",
    "lean_right": "= 1",
    "right": "= 2",
    "unrated": "is null",
}
_OF_A_LEAN = """
  (select coalesce(sum(independent), 0) from {table} member
    where member.story_id = page.id and member.provider = :provider and member.lean {lean}) as origins_{name}"""
_STORIES = """
select page.*, :provider as provider,{leans},
  (select group_concat(side, ' ') from blindspots_by_provider spot
    where spot.story_id = page.id and spot.provider = :provider and spot.verdict = 'blindspot') as blindspots
from (
{sql}
) page order by page.origins desc, page.last_published desc, page.id
"""
_STORYLINE = """
select page.*, :provider as provider,{leans}
from (
{sql}
) page order by page.first_published, page.id
"""
_FOUND = """
select found.id as article_id, found.title, found.url, found.at as published, article.language, article.scope,
  article.kind, outlet.name as outlet, outlet.domain, member.story_id, :provider as provider,
  (select lean from {table} where article_id = found.id and provider = :provider) as lean,
  (select label from {table} where article_id = found.id and provider = :provider) as label
from (
{sql}
) found
cross join articles article on article.id = found.id
cross join outlets outlet on outlet.id = article.outlet_id
left join story_articles member on member.article_id = found.id
order by found.at desc, found.id desc
"""


def outlet_articles_sql(provider: str, default: str) -> str:
    """Writes the question for all articles of an outlet, :outlet, with their ratings by :provider."""
    return _ARTICLES.format(table=_rated(provider, default))


def stories_sql(sql: str, provider: str, default: str) -> str:
    """Adds to a question for stories how many origins each has by lean, as :provider rates, and its blindspots."""
    table = members_table(provider, default)
    leans = ",".join(_OF_A_LEAN.format(table=table, lean=lean, name=name) for name, lean in _LEANS.items())
    return _STORIES.format(sql=sql, leans=leans)


def storyline_sql(sql: str, provider: str, default: str) -> str:
    """Adds to the question for a storyline's stories how many origins each has by lean, as :provider rates."""
    table = members_table(provider, default)
    leans = ",".join(_OF_A_LEAN.format(table=table, lean=lean, name=name) for name, lean in _LEANS.items())
    return _STORYLINE.format(sql=sql.replace("select linked.story_id,", "select linked.story_id as id,"), leans=leans)


def found_sql(sql: str, provider: str, default: str) -> str:
    """Adds to a question for articles whose they are, how :provider rates them, and their stories."""
    return _FOUND.format(sql=sql, table=_rated(provider, default))


def _rated(provider: str, default: str) -> str:
    return "articles_with_bias" if provider == default else "articles_with_bias_by_provider"
