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

_LEAN_COUNTS = """
select story_id, lean, sum(independent) as origins, count(distinct outlet_id) as outlets
from story_members where story_id in (select value from json_each(:stories)) group by story_id, lean
"""


async def lean_counts(db: Reader, story_ids: Iterable[int]) -> list[LeanCount]:
    rows = await db.execute(_LEAN_COUNTS, {"stories": json.dumps(list(story_ids))})
    return [LeanCount(**dict(row)) for row in rows.rows]
