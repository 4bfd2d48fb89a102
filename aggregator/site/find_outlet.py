"""Which outlet an address of the site means, and which are near where it means none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from datasette.utils import tilde_decode  # type: ignore[import-untyped]
from rapidfuzz import fuzz, process, utils

from aggregator.outlets import DOUBTFUL_SCORE, domain_key
from aggregator.site import queries
from aggregator.site.links import outlet_path
from aggregator.site.problems import NoSuchOutlet
from aggregator.site.queries import KnownOutlet, OutletRow

_MOST_NEAR = 4
_LEAST = 3  # letters of a part of a name: two are in nearly every one
_LONGEST = 200  # of what was asked: to compare a megabyte with a thousand names would take minutes


async def asked_for(db: queries.Reader, request: Any) -> OutletRow | str:
    """Finds the outlet of `/outlet/...`, or the address that leads on to it; raises NoSuchOutlet."""
    asked = tilde_decode(request.url_vars["outlet"] or "")
    if not asked.strip("/"):
        return "/outlets"
    known = await known_as(db, asked)
    if known is None:
        raise NoSuchOutlet(asked, nearest(asked, await queries.known_outlets(db)))
    if asked != (known.domain or str(known.id)):
        query = f"?{request.query_string}" if request.query_string else ""
        return f"{outlet_path(known.domain, known.id)}{request.url_vars['format'] or ''}{query}"
    row = await queries.outlet(db, known.id)
    if row is None:
        raise NoSuchOutlet(asked, [])
    return row


async def known_as(db: queries.Reader, asked: str) -> KnownOutlet | None:
    """Finds an outlet by its number or by one of its domains, None where there is none."""
    if asked.isascii() and asked.isdigit() and len(asked) <= 15:
        row = await queries.outlet(db, int(asked))
        return KnownOutlet(row.id, row.domain, row.name) if row else None
    found = await queries.outlet_at(db, asked)
    key = domain_key(asked[:_LONGEST]) if found is None else None
    return await queries.outlet_at(db, key) if key else found


def of_name(asked: str, known: Sequence[KnownOutlet]) -> list[KnownOutlet]:
    """Lists the outlets that are called so, in any case of letters."""
    return list({one.id: one for one in known if one.name.casefold() == asked.casefold()}.values())


def nearest(asked: str, known: Sequence[KnownOutlet]) -> list[tuple[str, str]]:
    """Lists the outlets whose domain or name is most like what was asked, as addresses and words, the nearest first."""
    return [(outlet_path(one.domain, one.id) or "", one.name) for one in nearest_outlets(asked, known)]


def nearest_outlets(asked: str, known: Sequence[KnownOutlet]) -> list[KnownOutlet]:
    """Lists the outlets that go by what holds what was asked, the shortest first, then by something like it."""
    part = " ".join(asked[:_LONGEST].split()).casefold()
    holding = [one for one in known if len(part) >= _LEAST and part in one.name.casefold()]
    names = [one.name for one in known]
    found = process.extract(asked[:_LONGEST], names, scorer=fuzz.ratio, processor=utils.default_process,
                            score_cutoff=DOUBTFUL_SCORE, limit=4 * _MOST_NEAR)  # fmt: skip
    near: dict[int, KnownOutlet] = {}
    for one in [*sorted(holding, key=lambda one: len(one.name)), *(known[place] for _, _, place in found)]:
        near.setdefault(one.id, one)
    return list(near.values())[:_MOST_NEAR]
