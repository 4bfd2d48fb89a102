"""The fields by which a page of research is narrowed."""

from __future__ import annotations

from aggregator.site.queries import Reader
from aggregator.site.queries.research import MONTHS, rows
from aggregator.site.research.finding import Asked, Filter
from aggregator.site.words import language_name


async def month(db: Reader, asked: Asked) -> Filter:
    """The months that the file has, and the whole time."""
    found = [str(row["month"]) for row in await rows(db, MONTHS)]
    return Filter("month", "Month", asked.month, [("all", "The whole time"), *((one, one) for one in found)])


def languages(found: list[str], chosen: str, *, everyone: bool) -> Filter:
    options = [(code, "not told" if code == "und" else language_name(code)) for code in found]
    return Filter("language", "Language", chosen, [("", "All"), *options] if everyone else options)
