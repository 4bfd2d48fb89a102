"""What a story is about: what a person ruled of it, else the topic of most of its independent origins."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from aggregator.site.queries.rows import Reader

# A topic that more than half of the origins have: there is one at most, and a tie has none. Where a person ruled on a
# story as a whole, the articles that it had then speak for it: those that joined later do not outvote that word.
_TOPICS = """
with origin as (
  select member.story_id, article.topic, article.topic_from = 'person' and exists (
      select 1 from overrides ruling where ruling.article_a = article.id and ruling.kind = 'topic'
      and ruling.undone is null and ruling.value like 's%') as ruled
  from story_members member
  join articles article on article.id = member.article_id
  where member.story_id in (select value from json_each(:stories)) and member.independent
),
voice as (select *, max(ruled) over (partition by story_id) as on_the_whole from origin),
counted as (select story_id, topic, count(*) over (partition by story_id) as voices from voice
  where ruled = on_the_whole)
select story_id, topic from counted group by story_id, topic having topic is not null and 2 * count(*) > max(voices)
"""


async def story_topics(db: Reader, story_ids: Iterable[int]) -> Mapping[int, str]:
    """Maps stories to the topic that a person ruled or more than half of their origins have; others are left out."""
    rows = await db.execute(_TOPICS, {"stories": json.dumps(list(story_ids))})
    return {row["story_id"]: row["topic"] for row in rows.rows}
