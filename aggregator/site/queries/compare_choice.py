"""What is asked to choose two outlets: who is there, on which side, and with whom each has most stories in common."""

from __future__ import annotations

from dataclasses import dataclass

from aggregator.site.queries.rows import Reader
from aggregator.store.views.ratings import TODAY, known_rating


@dataclass(frozen=True, slots=True)
class Alike:
    """What the whole file says of two outlets: a row of agenda_similarity."""

    shared: int
    either: int
    jaccard: float | None


_ALIKE = "select shared, either, jaccard from agenda_similarity where outlet_id = :a and other_id = :b"


async def alike(db: Reader, a: int, b: int) -> Alike | None:
    row = (await db.execute(_ALIKE, {"a": a, "b": b})).first()
    return Alike(**dict(row)) if row else None


@dataclass(frozen=True, slots=True)
class Suggested:
    """Two outlets with stories in common, and the side of the news of each as of its latest article."""

    outlet_id: int
    outlet: str
    domain: str | None
    side: str | None
    other_id: int
    other: str
    other_domain: str | None
    other_side: str | None
    shared: int


_SIDE = """(
    select sides.side from outlet_sides sides
    where sides.outlet_id = {outlet} and sides.scope = 'news' and sides.provider = :provider
    order by sides.day desc limit 1
  )"""
_SUGGESTED = f"""
select pair.outlet_id, pair.outlet, one.domain, {_SIDE.format(outlet="pair.outlet_id")} as side,
  pair.other_id, pair.other, other.domain as other_domain, {_SIDE.format(outlet="pair.other_id")} as other_side,
  pair.shared
from (select * from agenda_similarity where {{which}} and shared > 0 order by shared desc limit :limit) pair
join outlets one on one.id = pair.outlet_id
join outlets other on other.id = pair.other_id
order by pair.shared desc, pair.outlet_id, pair.other_id
"""


async def suggested(db: Reader, provider: str, limit: int, outlet_id: int | None = None) -> list[Suggested]:
    """Lists the pairs of outlets with most stories in common, of all or of one outlet."""
    which = "outlet_id < other_id" if outlet_id is None else "outlet_id = :outlet"
    asked = {"provider": provider, "limit": limit} | ({} if outlet_id is None else {"outlet": outlet_id})
    rows = await db.execute(_SUGGESTED.format(which=which), asked)
    return [Suggested(**dict(row)) for row in rows.rows]


_WRITING = """
select outlet, domain from outlet_counts
where stories_of_several > 0 and domain is not null order by stories_of_several desc, outlet_id limit :limit
"""


async def writing_outlets(db: Reader, limit: int) -> list[tuple[str, str]]:
    """Lists names and domains of the outlets with most stories of several origins."""
    return [(row["outlet"], row["domain"]) for row in (await db.execute(_WRITING, {"limit": limit})).rows]


_TODAY = f"""
select rating.lean from outlets outlet
left join ratings rating on rating.id = {known_rating("outlet.id", ":provider", "'news'", TODAY)}
where outlet.id = :outlet
"""


async def lean_today(db: Reader, outlet_id: int, provider: str) -> int | None:
    """Returns where a provider puts an outlet's news today, None where it does not."""
    row = (await db.execute(_TODAY, {"outlet": outlet_id, "provider": provider})).first()
    return None if row is None or row["lean"] is None else int(row["lean"])
