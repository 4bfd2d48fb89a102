"""What the page of the feeds asks, and the counters."""

from __future__ import annotations

from typing import Any

from aggregator.site.queries.rows import Metrics, Reader
from aggregator.store.health import WORST_FIRST, FeedHealth


async def feeds(db: Reader) -> list[FeedHealth]:
    """Lists every feed, worst first."""
    rows = await db.execute_fn(lambda connection: connection.execute(WORST_FIRST).fetchall())
    return [FeedHealth(**dict(row)) for row in rows]


_BY_CONDITION = "select condition, count(*) from feed_health group by condition"
_BY_CODE = "select code, count(*) from polls group by code"
_REST = """
select (select count(*) from articles) as articles, (select count(*) from revisions) as revisions,
  (select count(*) from stories where state <> 'merged') as stories, (select max(at) from polls) as last_poll,
  (select max(finished) from runs) as made
"""


async def metrics(db: Reader) -> Metrics:
    """Counts what is watched; a year of polls takes longer than a visitor's question may, so it is not one."""

    def count(connection: Any) -> Metrics:
        feeds, polls = (dict(map(tuple, connection.execute(sql))) for sql in (_BY_CONDITION, _BY_CODE))
        return Metrics(feeds, polls, **dict(connection.execute(_REST).fetchone()))

    found: Metrics = await db.execute_fn(count)
    return found
