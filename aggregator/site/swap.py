"""Puts a newly published file in the place of the old one while readers read."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from datasette.database import Database  # type: ignore[import-untyped]

DATABASE = "news"
_LOOK_EVERY_SECONDS = 1.0


class Watch:
    """Looks at the published file when a request comes in, at most once a second."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._seen = _identity(path)
        self._next_look = 0.0
        self._counting: asyncio.Task[Any] | None = None

    def look(self, datasette: Any) -> None:
        """Swaps the file in where it is another one than at the last look."""
        if time.monotonic() < self._next_look:
            return
        self._next_look = time.monotonic() + _LOOK_EVERY_SECONDS
        identity = _identity(self.path)
        if identity is None or identity == self._seen:
            return
        self._seen = identity
        database = open_published(datasette, self.path)
        # Datasette counts the rows at its start only; a page that came first would keep "many rows" for good.
        self._counting = asyncio.get_running_loop().create_task(database.table_counts(limit=60_000))


def open_published(datasette: Any, path: Path) -> Database:
    """Opens a published file under its one name, in place of the one that was open.

    Datasette's connections belong to threads and are found by the database's *name*: with the old threads the old file
    would go on being served. So the threads go with it; those at work finish what they read.
    """
    if DATABASE in datasette.databases:
        datasette.remove_database(DATABASE)
        old = datasette.executor
        datasette.executor = ThreadPoolExecutor(max_workers=datasette.setting("num_sql_threads"))
        old.shutdown(wait=False)
    return datasette.add_database(Database(datasette, str(path), is_mutable=False), name=DATABASE)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_mtime_ns
