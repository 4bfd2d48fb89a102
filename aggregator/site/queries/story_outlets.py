"""Which outlets wrote in which story, for texts that name them by lean."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from aggregator.site.queries.rows import Reader
from aggregator.site.queries.shared import members_table


@dataclass(frozen=True, slots=True)
class StoryOutlet:
    """An outlet in a story; `origins` of its articles stand for themselves, 0 = it only reprinted."""

    story_id: int
    lean: int | None
    outlet: str
    origins: int


async def story_outlets(db: Reader, story_ids: Iterable[int], provider: str, default: str) -> list[StoryOutlet]:
    """Lists the outlets of stories by name; one with a report and an opinion piece may stand at two leans."""
    rows = await db.execute(
        f"""
select story_id, lean, outlet, sum(independent) as origins from {members_table(provider, default)}
where story_id in (select value from json_each(:stories)) and provider = :provider and not retold
group by story_id, lean, outlet order by story_id, outlet
""",
        {"stories": json.dumps(list(story_ids)), "provider": provider},
    )
    return [StoryOutlet(**dict(row)) for row in rows.rows]
