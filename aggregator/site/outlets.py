"""The list of outlets: who is in it, how each is rated today, and how much of each there is."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import partial
from typing import Any
from urllib.parse import urlencode

from aggregator.site import narrowing, providers, queries, responses
from aggregator.site.bars import Step, step
from aggregator.site.links import outlet_path, sql_address
from aggregator.site.queries import ListedOutlet, OutletChoice

OUTLETS_ON_A_PAGE = 100
SIDES = ("left", "center", "right", "rated", "unrated")
# What an address says for a country or a kind of ownership that outlets.csv does not tell.
NOT_TOLD = "not told"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader asked of the list; an empty field is left out."""

    q: str | None
    side: str | None
    country: str | None
    ownership: str | None
    feeds: str | None
    provider: str | None
    page: int

    @classmethod
    def of(cls, request: Any) -> Wanted:
        """Reads an address; raises BadRequest for what can't be meant."""
        args = request.args
        text = partial(narrowing.name_of, args)
        side, feeds = narrowing.one_of(args, "side", SIDES), narrowing.one_of(args, "feeds", ("yes", "no"))
        page = narrowing.page_of(args)
        return cls(text("q"), side, text("country"), text("ownership"), feeds, text("provider"), page)

    def choice(self, provider: str) -> OutletChoice:
        return OutletChoice(provider, self.q, self.side, _value(self.country), _value(self.ownership), self.feeds)

    def on(self, page: int) -> str:
        """The query of another page of the same list."""
        told = asdict(self) | {"page": page if page > 1 else None}
        return urlencode({name: value for name, value in told.items() if value is not None})


def _value(asked: str | None) -> str | None:
    return "" if asked == NOT_TOLD else asked


@dataclass(frozen=True, slots=True)
class Line:
    outlet: ListedOutlet
    place: Step
    path: str


async def outlets(request: Any, datasette: Any) -> Any:
    """Answers `/outlets` and `/outlets.json`."""
    db, wanted = datasette.get_database("news"), Wanted.of(request)
    edition = await queries.edition(db)
    shown = providers.shown(request, edition)
    provider = shown.name
    choice = wanted.choice(provider)
    part = {"limit": OUTLETS_ON_A_PAGE, "offset": (wanted.page - 1) * OUTLETS_ON_A_PAGE}
    rows = await queries.listed_outlets(db, choice, **part)
    totals = await queries.outlet_totals(db, choice)
    last = max(1, -(-totals.outlets // OUTLETS_ON_A_PAGE))
    if request.url_vars["format"]:
        found = [asdict(row) | {"address": outlet_path(row.domain, row.id)} for row in rows]
        return responses.as_json(
            request, {"provider": provider, **asdict(totals), "page": wanted.page, "pages": last, "found": found}
        )
    context = {
        "lines": [Line(row, step(row.lean), outlet_path(row.domain, row.id) or "") for row in rows],
        "totals": totals,
        "sql": sql_address(*queries.outlets_question(choice, **part)),
        "wanted": wanted,
        "last": last,
        "provider": provider,
        "shown": shown,
        "countries": await queries.outlet_options(db, "country"),
        "ownerships": await queries.outlet_options(db, "ownership_type"),
        "not_told": NOT_TOLD,
        "edition": edition,
        "now": datasette.reading_room.clock(),
    }
    return await responses.html(datasette, request, "outlets.html", context)
