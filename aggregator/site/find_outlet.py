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
_LONGEST = 200  # of what was asked: to compare a megabyte with a thousand names would take minutes


async def asked_for(db: queries.Reader, request: Any) -> OutletRow | str:
    """Finds the outlet of `/outlet/...`, or the address that leads on to it; raises NoSuchOutlet."""
    asked = tilde_decode(request.url_vars["outlet"] or "")
    if not asked.strip("/"):
        return "/outlets"
    known = await _known(db, asked)
    if known is None:
        raise NoSuchOutlet(asked, nearest(asked, await queries.known_outlets(db)))
    if asked != (known.domain or str(known.id)):
        query = f"?{request.query_string}" if request.query_string else ""
        return f"{outlet_path(known.domain, known.id)}{request.url_vars['format'] or ''}{query}"
    row = await queries.outlet(db, known.id)
    if row is None:
        raise NoSuchOutlet(asked, [])
    return row


async def _known(db: queries.Reader, asked: str) -> KnownOutlet | None:
    if asked.isascii() and asked.isdigit() and len(asked) <= 15:
        row = await queries.outlet(db, int(asked))
        return KnownOutlet(row.id, row.domain, row.name) if row else None
    found = await queries.outlet_at(db, asked)
    key = domain_key(asked[:_LONGEST]) if found is None else None
    return await queries.outlet_at(db, key) if key else found


def nearest(asked: str, known: Sequence[KnownOutlet]) -> list[tuple[str, str]]:
    """Lists the outlets whose domain or name is most like what was asked, as addresses and words, the nearest first."""
    names = [one.name for one in known]
    found = process.extract(asked[:_LONGEST], names, scorer=fuzz.ratio, processor=utils.default_process,
                            score_cutoff=DOUBTFUL_SCORE, limit=4 * _MOST_NEAR)  # fmt: skip
    near: dict[str, str] = {}
    for name, _, place in found:
        path = outlet_path(known[place].domain, known[place].id)
        if path:
            near.setdefault(path, name)
    return list(near.items())[:_MOST_NEAR]
