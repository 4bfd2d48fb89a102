"""What the home page and a story's own page both ask: a story's facts, its leans, and the sides that left it out."""

from __future__ import annotations

import json
from collections.abc import Iterable

from aggregator.site.queries.rows import Blindspot, LeanCount, Reader

STORY_COLUMNS = """
  story.id, story.title, story.state, story.merged_into, story.articles, story.outlets, story.owners, story.origins,
  coalesce(story.first_published, story.first_seen) as first_published,
  coalesce(story.last_published, story.first_seen) as last_published,
  (select article.language from story_articles member join articles article on article.id = member.article_id
    where member.story_id = story.id and article.title = story.title limit 1) as language,
  (select count(distinct revision.article_id) from story_articles member
    join revisions revision on revision.article_id = member.article_id and revision.field = 'title'
    where member.story_id = story.id) as changed,
  (select count(distinct article.language) from story_articles member
    join articles article on article.id = member.article_id where member.story_id = story.id) as languages
"""


# The default provider's are tables of the published file, which have every article though nobody rates any.
def members_table(provider: str, default: str) -> str:
    """Names what holds the members of stories by a provider's ratings, every provider's in one."""
    return "story_members" if provider == default else "story_members_by_provider"


async def lean_counts(db: Reader, story_ids: Iterable[int], provider: str, default: str) -> list[LeanCount]:
    rows = await db.execute(
        f"""
select story_id, lean, sum(independent) as origins, count(distinct outlet_id) as outlets
from {members_table(provider, default)}
where story_id in (select value from json_each(:stories)) and provider = :provider group by story_id, lean
""",
        {"stories": json.dumps(list(story_ids)), "provider": provider},
    )
    return [LeanCount(**dict(row)) for row in rows.rows]


_COLUMNS = "story_id, side, expected, observed, p, polled_outlets, rated_origins, opens, closes, verdict"
_ASKED = "story_id in (select value from json_each(:stories))"
_BY_PROVIDER = f"select {_COLUMNS} from blindspots_by_provider where {_ASKED} and provider = :provider"
_BY_DEFAULT_ONLY = f"""
select {_COLUMNS} from blindspots
where {_ASKED} and :provider = (select value from settings where key = 'provider')
"""
_IS_THERE = "select 1 from sqlite_master where name = :name"


async def blindspots(db: Reader, story_ids: Iterable[int], provider: str) -> list[Blindspot]:
    """Lists the sides that are missing from stories, as far as they were weighed by this provider's ratings."""
    by_provider = (await db.execute(_IS_THERE, {"name": "blindspots_by_provider"})).first()
    found = await db.execute(
        f"{_BY_PROVIDER if by_provider else _BY_DEFAULT_ONLY} order by story_id, side",
        {"stories": json.dumps(list(story_ids)), "provider": provider},
    )
    return [Blindspot(**dict(row)) for row in found.rows]
