"""The page of changes: which headlines and summaries were changed after publication, the newest first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from aggregator.site import queries, responses
from aggregator.site.queries import ChangeRow
from aggregator.text import word_changes

CHANGES_ON_A_PAGE = 50
_FIELDS = ("title", "summary")
_FIRST = 2**62  # beyond every row


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader asked for; what is no outlet's domain, field or row is left out, as an empty field is."""

    outlet: str | None
    field: str | None
    before: int | None

    @classmethod
    def of(cls, request: Any) -> Wanted:
        outlet, field = request.args.get("outlet") or "", request.args.get("field") or ""
        before = request.args.get("before") or ""
        return cls(
            outlet if re.fullmatch(r"[\w./-]{1,200}", outlet) else None,
            field if field in _FIELDS else None,
            int(before) if re.fullmatch(r"[0-9]{1,15}", before) else None,
        )

    def older_than(self, change: ChangeRow) -> str:
        """The query of the page that goes on where this one ends."""
        told = {"outlet": self.outlet, "field": self.field, "before": change.id}
        return urlencode({name: value for name, value in told.items() if value is not None})


async def revisions(request: Any, datasette: Any) -> Any:
    """Answers `/revisions` and `/revisions.json`: `outlet`, `field` and `before` narrow it."""
    wanted, db = Wanted.of(request), datasette.get_database("news")
    found = await queries.changes(db, wanted.outlet, wanted.field, wanted.before or _FIRST, CHANGES_ON_A_PAGE + 1)
    shown = found[:CHANGES_ON_A_PAGE]
    older = wanted.older_than(shown[-1]) if len(found) > len(shown) else None
    if request.url_vars["format"]:
        return responses.as_json(request, {"changes": [_told(change) for change in shown], "older": older})
    context = {
        "wanted": wanted,
        "days": _by_day(shown),
        "older": older,
        "outlets": await queries.changed_outlets(db),
        "edition": await queries.edition(db),
        "now": datasette.reading_room.clock(),
    }
    return await responses.html(datasette, request, "revisions.html", context)


def _by_day(changes: Sequence[ChangeRow]) -> list[tuple[str, list[ChangeRow]]]:
    return [(day, list(found)) for day, found in groupby(changes, key=lambda change: change.seen[:10])]


def _told(change: ChangeRow) -> dict[str, object]:
    return asdict(change) | {"runs": [asdict(run) for run in word_changes(change.old, change.new)]}
