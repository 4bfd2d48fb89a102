"""How the feeds are, worst first."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

from sqlite_utils import Database

from aggregator.errors import StoreError
from aggregator.store.connection import check_ours, open_readonly, store_errors
from aggregator.urls import without_credentials

# Worst first: what a person can mend, then what is over, then what may pass, then what is in order.
CONDITIONS = ("failing", "silent", "dead", "disabled", "unsteady", "new", "well", "unlisted")
# Feeds that bring nothing any more and are still listed: mend them, or take them out of feeds.csv.
FALLEN_SILENT = frozenset(CONDITIONS[:4])


@dataclass(frozen=True, slots=True)
class FeedHealth:
    """A row of the view feed_health; the address is without user name and password."""

    feed_id: int
    url: str
    outlet: str
    domain: str | None
    condition: str
    state: str
    state_reason: str | None
    failures: int
    failing_since: str | None
    next_poll: str | None
    last_poll: str | None
    status: int | None
    code: str | None
    new: int | None
    elapsed_ms: int | None
    last_good: str | None
    newest: str | None
    gap: int | None
    articles_a_day: float | None


COLUMNS = tuple(field.name for field in fields(FeedHealth))
_RANKS = " ".join(f"when '{name}' then {rank}" for rank, name in enumerate(CONDITIONS))
WORST_FIRST = (
    f"select {', '.join(COLUMNS)} from feed_health"
    f" order by case condition {_RANKS} end, coalesce(failing_since, newest, ''), outlet, url"
)


def feed_health(path: Path) -> list[FeedHealth]:
    """Lists the feeds of a working database, worst first.

    Raises NotFoundError where there is none, and StoreError where no command of this version has written to it yet.
    """
    db = open_readonly(path)
    try:
        with store_errors(path):
            check_ours(db, path)
            _check_view(db, path)
            rows = list(db.query(WORST_FIRST))
    finally:
        db.close()
    return [FeedHealth(**row | {"url": without_credentials(row["url"])}) for row in rows]


def _check_view(db: Database, path: Path) -> None:
    """Refuses a file without the view of this version: it is read only here, so that it can't be brought up to date."""
    if "feed_health" not in db.view_names() or not set(COLUMNS) <= {
        column.name for column in db["feed_health"].columns
    }:
        raise StoreError("is empty, or of an older version; `aggregator publish` brings it up to date", path)
