"""The page of changes: which headlines and summaries were changed after publication, the newest first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from datasette.utils.asgi import BadRequest  # type: ignore[import-untyped]

from aggregator.site import narrowing, queries, responses
from aggregator.site.find_outlet import known_as, nearest_outlets
from aggregator.site.links import sql_address
from aggregator.site.problems import NoSuchOutlet
from aggregator.site.queries import ChangeRow
from aggregator.text import word_changes

CHANGES_ON_A_PAGE = 50
_FIELDS = ("title", "summary")
FIRST = 2**62  # beyond every row


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader asked for; an empty field is left out."""

    outlet: str | None
    field: str | None
    before: int | None

    @classmethod
    async def of(cls, db: queries.Reader, request: Any) -> Wanted:
        """Reads an address; raises BadRequest for what can't be meant, and NoSuchOutlet with the nearest."""
        args = request.args
        before = (args.get("before") or "").strip()
        if before and not re.fullmatch(r"[0-9]{1,15}", before):
            raise BadRequest("'before' is what a link to older changes writes. The first page has no such part.")
        return cls(
            await _domain_of(db, narrowing.name_of(args, "outlet")),
            narrowing.one_of(args, "field", _FIELDS),
            int(before) if before else None,
        )

    def older_than(self, change: ChangeRow) -> str:
        """The query of the page that goes on where this one ends."""
        told = {"outlet": self.outlet, "field": self.field, "before": change.id}
        return urlencode({name: value for name, value in told.items() if value is not None})


async def _domain_of(db: queries.Reader, asked: str | None) -> str | None:
    known = await known_as(db, asked) if asked else None
    if asked and (known is None or not known.domain):
        near = nearest_outlets(asked, await queries.known_outlets(db))
        raise NoSuchOutlet(asked, [(f"/revisions?{urlencode({'outlet': one.domain})}", one.name)
                                   for one in near if one.domain])  # fmt: skip
    return known.domain if known else None


async def revisions(request: Any, datasette: Any) -> Any:
    """Answers `/revisions` and `/revisions.json`: `outlet`, `field` and `before` narrow it."""
    db = datasette.get_database("news")
    wanted = await Wanted.of(db, request)
    asked = (wanted.outlet, wanted.field, wanted.before or FIRST)
    found = await queries.changes(db, *asked, CHANGES_ON_A_PAGE + 1)
    shown = found[:CHANGES_ON_A_PAGE]
    older = wanted.older_than(shown[-1]) if len(found) > len(shown) else None
    if request.url_vars["format"]:
        return responses.as_json(request, {"changes": [_told(change) for change in shown], "older": older})
    context = {
        "wanted": wanted,
        "days": _by_day(shown),
        "older": older,
        "sql": sql_address(*queries.changes_question(*asked, CHANGES_ON_A_PAGE)),
        "outlets": await queries.changed_outlets(db),
        "edition": await queries.edition(db),
        "now": datasette.reading_room.clock(),
    }
    return await responses.html(datasette, request, "revisions.html", context)


def _by_day(changes: Sequence[ChangeRow]) -> list[tuple[str, list[ChangeRow]]]:
    return [(day, list(found)) for day, found in groupby(changes, key=lambda change: change.seen[:10])]


def _told(change: ChangeRow) -> dict[str, object]:
    return asdict(change) | {"runs": [asdict(run) for run in word_changes(change.old, change.new)]}
