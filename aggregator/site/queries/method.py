"""What the page of the methodology asks: the numbers of the rules in force, and the sample that all shares rest on."""

from __future__ import annotations

from collections.abc import Mapping

from aggregator.site.queries.rows import Reader, SampleRow

_SETTINGS = "select key, value from settings"
SAMPLE = """
select provider, side, listed, outlets, feeds, answered from sample_by_side
order by provider <> (select value from settings where key = 'provider'), provider,
  case side when 'left' then 0 when 'center' then 1 when 'right' then 2 else 3 end
"""


async def settings(db: Reader) -> Mapping[str, str]:
    """Maps each setting of the published file to its value."""
    return {row["key"]: row["value"] for row in (await db.execute(_SETTINGS, {})).rows}


async def sample(db: Reader) -> list[SampleRow]:
    """Lists, by provider and side, the outlets that are rated, polled, and heard at the last poll."""
    return [SampleRow(**dict(row)) for row in (await db.execute(SAMPLE, {})).rows]
