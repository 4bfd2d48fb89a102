"""`/compare` without two: a form to choose them, and pairs worth a look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from itertools import combinations
from typing import Any
from urllib.parse import urlencode

from aggregator.site import queries, responses
from aggregator.site.compare.asked import Asked
from aggregator.site.compare.pair import SIDES, Party, found_outlet
from aggregator.site.providers import Shown
from aggregator.site.queries import KnownOutlet
from aggregator.site.queries.compare_choice import Suggested, suggested, writing_outlets

# An option is some 60 bytes; of a thousand outlets the page would be larger than all others.
_OPTIONS = 400
_PAIRS, _PAIRS_READ, _OF_ONE = 12, 300, 3


async def start(request: Any, datasette: Any, context: dict[str, Any], twice: Party | None = None) -> Any:
    """Asks for two; `twice` is what was named as both, which is no comparison."""
    db, asked, shown = datasette.get_database("news"), context["asked"], context["shown"]
    one = await _one(db, asked, shown)
    found = await suggested(db, shown.name, _PAIRS_READ, one.id if one else None)
    context |= {
        "twice": twice,
        "one": one,
        "pairs": _worth_a_look(found, one),
        "sides": [(a, b, _address(shown, a, b)) for a, b in combinations(SIDES, 2)],
        "address": lambda pair: _address(shown, pair.domain or pair.outlet_id, pair.other_domain or pair.other_id),
    }
    status = 400 if twice else 200
    if request.url_vars["format"]:
        return responses.as_json(request, _told(context), status=status)
    context["options"] = await writing_outlets(db, _OPTIONS)
    return await responses.html(datasette, request, "compare_start.html", context, status=status)


async def _one(db: queries.Reader, asked: Asked, shown: Shown) -> KnownOutlet | None:
    """Finds the one outlet that was named, whether first or second."""
    which = "a" if asked.a else "b"
    named = getattr(asked, which)
    if not named or named.casefold() in SIDES:
        return None
    return await found_outlet(db, asked, which, shown)


def _worth_a_look(found: Sequence[Suggested], one: KnownOutlet | None) -> list[Suggested]:
    """Picks pairs of different rated sides, an outlet at most three times; of one outlet all come into question."""
    apart = [pair for pair in found if pair.side != pair.other_side and {pair.side, pair.other_side} <= set(SIDES)]
    if one is not None:
        return [*apart, *(pair for pair in found if pair not in apart)][:_PAIRS]
    seen: Counter[int] = Counter()
    picked = []
    for pair in apart:
        if max(seen[pair.outlet_id], seen[pair.other_id]) < _OF_ONE:
            picked.append(pair)
            seen.update((pair.outlet_id, pair.other_id))
    return picked[:_PAIRS]


def _address(shown: Shown, a: object, b: object) -> str:
    return shown.kept("/compare?" + urlencode({"a": a, "b": b}))


def _told(context: dict[str, Any]) -> dict[str, object]:
    twice: Party | None = context["twice"]
    said: dict[str, object] = {"ok": twice is None}
    if twice:
        said |= {"error": f"{twice.begins} is named twice. Name another to compare it with.", "status": 400}
    return said | {
        "provider": context["shown"].name,
        "sides": [address for _, _, address in context["sides"]],
        "pairs": [asdict(pair) | {"address": context["address"](pair)} for pair in context["pairs"]],
        "edition": asdict(context["edition"]),
    }
