"""Puts a newly published file in the place of the old one while readers read."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from aggregator.errors import AggregatorError
from aggregator.site.database import PublishedDatabase
from aggregator.site.fingerprint import Identity, identity_of
from aggregator.site.fitting import require_fitting
from aggregator.site.warm import warm

_log = logging.getLogger(__name__)
DATABASE = "news"
_LOOK_EVERY_SECONDS = 1.0


class Watch:
    """Looks at the published file, at most once a second; what is new there is served once it is ready.

    Until then the edition before is: nobody waits for a new one to be hashed and counted, which takes seconds.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.coming: Future[PublishedDatabase] | None = None
        self._served: Identity | None = None
        self._looked_at: Identity | None = None
        self._next_look = 0.0

    @property
    def edition(self) -> str:
        """Names the file that is open, by its place on the disk and its time: another edition is another file."""
        return "-".join(f"{number:x}" for number in self._served or ())

    def open(self, datasette: Any) -> None:
        """Serves what is there, at once."""
        self._serve(datasette, PublishedDatabase(datasette, self.path, DATABASE))

    def look(self, datasette: Any) -> None:
        """Serves the edition that is ready, and makes ready one that is new."""
        if self.coming is not None and self.coming.done():
            coming, self.coming = self.coming, None
            if coming.exception() is None:
                self._serve(datasette, coming.result())
        if time.monotonic() < self._next_look or self.coming is not None:
            return
        self._next_look = time.monotonic() + _LOOK_EVERY_SECONDS
        identity = _identity(self.path)
        if identity in (None, self._served, self._looked_at):
            return
        self._looked_at, self.coming = identity, Future()
        threading.Thread(target=self._prepare, args=(datasette, self.coming), daemon=True).start()

    async def keep_looking(self, datasette: Any) -> None:
        """Looks though nobody asks: the first reader of a quiet hour is shown the latest edition."""
        while True:
            self.look(datasette)
            await asyncio.sleep(_LOOK_EVERY_SECONDS if self.coming is None else _LOOK_EVERY_SECONDS / 10)

    def _prepare(self, datasette: Any, coming: Future[PublishedDatabase]) -> None:
        """Opens and warms an edition on threads of its own; one that can't be served is written down, and left."""
        try:
            require_fitting(self.path)
            database = PublishedDatabase(datasette, self.path, DATABASE)
            asyncio.run(warm(database, datasette.reading_room.clock()))
            coming.set_result(database)
        except Exception as error:  # noqa: BLE001  whatever it is, the edition before goes on being served
            traceback = None if isinstance(error, AggregatorError) else error
            _log.error("the new edition is not served, the one before is: %s", error, exc_info=traceback)
            coming.set_exception(error)

    def _serve(self, datasette: Any, database: PublishedDatabase) -> None:
        if DATABASE in datasette.databases:
            datasette.remove_database(DATABASE)
        datasette.add_database(database, name=DATABASE)
        self._served = database.identity


def _identity(path: Path) -> Identity | None:
    try:
        return identity_of(path.stat())
    except OSError:
        return None
