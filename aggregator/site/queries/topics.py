"""What a story is about: what a person ruled of it, else the topic of most of its independent origins."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from aggregator.site.queries.rows import Reader
from aggregator.topics import NOT_TOLD

_TOPICS = """
select story_id, topic from story_topics
where story_id in (select value from json_each(:stories)) and topic <> :not_told
"""


async def story_topics(db: Reader, story_ids: Iterable[int]) -> Mapping[int, str]:
    """Maps stories to the topic that a person ruled or more than half of their origins have; others are left out."""
    rows = await db.execute(_TOPICS, {"stories": json.dumps(list(story_ids)), "not_told": NOT_TOLD})
    return {row["story_id"]: row["topic"] for row in rows.rows}
