"""What the home page and a story's own page both ask: a story's facts and its leans."""

from __future__ import annotations

import json
from collections.abc import Iterable

from aggregator.site.queries.rows import LeanCount, Reader

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
