"""What the list of outlets asks."""

from __future__ import annotations

from dataclasses import dataclass

from aggregator.site.queries.outlet_rows import ListedOutlet, Option
from aggregator.site.queries.rows import Reader
from aggregator.store.views.ratings import TODAY, known_rating

_RATED = f"""
from outlets outlet
join outlet_counts counts on counts.outlet_id = outlet.id
left join ratings rating on rating.id = {known_rating("outlet.id", ":provider", "'news'", TODAY)}
"""
_CHOSEN = """
where (:words is null or outlet.name like :words escape '\\' or outlet.domain like :words escape '\\'
    or outlet.id in (select outlet_id from outlet_domains where prefix like :words escape '\\')
    or outlet.id in (select outlet_id from outlet_names where name like :words escape '\\'))
  and (:country is null or coalesce(outlet.country, '') = :country)
  and (:ownership is null or coalesce(outlet.ownership_type, '') = :ownership)
  and case :side
    when 'left' then rating.lean < 0 when 'center' then rating.lean = 0 when 'right' then rating.lean > 0
    when 'rated' then rating.lean is not null when 'unrated' then rating.lean is null else 1 end
  and case :feeds
    when 'yes' then outlet.id in (select outlet_id from feeds where state <> 'unlisted')
    when 'no' then outlet.id not in (select outlet_id from feeds where state <> 'unlisted') else 1 end
"""
_LIST = f"""
select outlet.id, outlet.domain, outlet.name, outlet.country, outlet.ownership_type, rating.lean, rating.label,
  (select count(*) from feeds feed where feed.outlet_id = outlet.id and feed.state <> 'unlisted') as feeds,
  counts.articles, counts.stories_of_several, counts.last_day
{_RATED} {_CHOSEN}
order by counts.articles desc, outlet.name, outlet.id limit :limit offset :offset
"""
_COUNT = f"""
select count(*) as outlets, coalesce(sum(counts.articles > 0), 0) as writing,
  coalesce(sum(rating.lean is null), 0) as unrated {_RATED} {_CHOSEN}
"""


@dataclass(frozen=True, slots=True)
class OutletChoice:
    """Which outlets a reader asked for, and by whom they are rated; an empty text of country means: not told."""

    provider: str
    words: str | None = None
    side: str | None = None
    country: str | None = None
    ownership: str | None = None
    feeds: str | None = None


@dataclass(frozen=True, slots=True)
class OutletTotals:
    """How many outlets were found, how many of them have articles, and how many are unrated today."""

    outlets: int
    writing: int
    unrated: int


def _told(choice: OutletChoice) -> dict[str, object]:
    return {
        "provider": choice.provider, "words": _anywhere(choice.words), "side": choice.side,
        "country": choice.country, "ownership": choice.ownership, "feeds": choice.feeds,
    }  # fmt: skip


def _anywhere(words: str | None) -> str | None:
    """Writes the pattern of LIKE that finds a text wherever it stands.

    >>> _anywhere('50%_off'), _anywhere(None)
    ('%50\\\\%\\\\_off%', None)
    """
    if not words:
        return None
    for special in ("\\", "%", "_"):
        words = words.replace(special, f"\\{special}")
    return f"%{words}%"


def outlets_question(choice: OutletChoice, *, limit: int, offset: int) -> tuple[str, dict[str, object]]:
    """Writes the question for a page of the list, with its parameters."""
    return _LIST, _told(choice) | {"limit": limit, "offset": offset}


async def listed_outlets(db: Reader, choice: OutletChoice, *, limit: int, offset: int) -> list[ListedOutlet]:
    """Lists outlets, those of most articles first."""
    rows = await db.execute(*outlets_question(choice, limit=limit, offset=offset))
    return [ListedOutlet(**dict(row)) for row in rows.rows]


async def outlet_totals(db: Reader, choice: OutletChoice) -> OutletTotals:
    return OutletTotals(**dict((await db.execute(_COUNT, _told(choice))).first()))


async def outlet_options(db: Reader, column: str) -> list[Option]:
    """Lists the values of `country` or `ownership_type`, the most frequent first; '' = not told."""
    if column not in ("country", "ownership_type"):
        raise ValueError(column)
    rows = await db.execute(
        f"select coalesce({column}, '') as value, count(*) as outlets from outlets group by value"
        " order by value = '', outlets desc, value", {}
    )  # fmt: skip
    return [Option(**dict(row)) for row in rows.rows]


async def outlet_names(db: Reader) -> dict[int, str]:
    """Maps the number of every outlet to its name."""
    rows = await db.execute_fn(lambda connection: connection.execute("select id, name from outlets").fetchall())
    return {row["id"]: row["name"] for row in rows}
