"""What each host has asked of its visitors, kept from one run to the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime

from sqlite_utils import Database

from aggregator.times import from_iso, iso


@dataclass(frozen=True, slots=True)
class Host:
    """A host's robots.txt with its status and the time for which it counts, and the time for which nothing is asked.

    `origin` is scheme, host and port. Both times have their beginning: one that lies ahead tells that the clock has
    been set back, and what was kept counts no more.
    """

    origin: str
    robots_status: int | None = None
    robots: bytes = b""
    robots_at: datetime | None = None
    robots_until: datetime | None = None
    held_at: datetime | None = None
    held_until: datetime | None = None


_COLUMNS = tuple(field.name for field in fields(Host))
_MOMENTS = ("robots_at", "robots_until", "held_at", "held_until")


class Hosts:
    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, origin: str) -> Host:
        """Returns what is kept of a host."""
        query = f"select {', '.join(_COLUMNS)} from hosts where origin = ?"
        row = self._db.execute(query, [origin]).fetchone()
        return _host(dict(zip(_COLUMNS, row, strict=True))) if row else Host(origin)

    def keep(self, hosts: Iterable[Host]) -> None:
        """Replaces what is kept of some hosts; runs inside the caller's transaction."""
        rows = [asdict(host) for host in hosts]
        self._db.conn.executemany(
            f"insert or replace into hosts ({', '.join(_COLUMNS)}) values ({', '.join(f':{c}' for c in _COLUMNS)})",
            [row | {name: iso(row[name]) for name in _MOMENTS if row[name]} for row in rows],
        )


def _host(row: Mapping[str, object]) -> Host:
    moments = {name: from_iso(str(row[name])) for name in _MOMENTS if row[name]}
    return Host(**{**row, **moments, "robots": row["robots"] or b""})  # type: ignore[arg-type]  # as the table has them
