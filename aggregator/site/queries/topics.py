"""What a story is about: the topic of most of its independent origins."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from aggregator.site.queries.rows import Reader

# A topic that more than half of the origins have: there is one at most, and a tie has none.
_TOPICS = """
select member.story_id, article.topic
from story_members member
join articles article on article.id = member.article_id
join stories story on story.id = member.story_id
where member.story_id in (select value from json_each(:stories)) and article.topic is not null
group by member.story_id, article.topic having 2 * sum(member.independent) > max(story.origins)
"""


async def story_topics(db: Reader, story_ids: Iterable[int]) -> Mapping[int, str]:
    """Maps stories to the topic that more than half of their independent origins have; the others are left out."""
    rows = await db.execute(_TOPICS, {"stories": json.dumps(list(story_ids))})
    return {row["story_id"]: row["topic"] for row in rows.rows}
