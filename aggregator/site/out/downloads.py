"""How many downloads run at once, and on which threads: never on those that the pages are read by."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeVar

from datasette.utils.asgi import Base400  # type: ignore[import-untyped]

_T = TypeVar("_T")
# Two, so that one slow question keeps no other download waiting; bench/downloads.py has the pages beside both.
_THREADS = 2
# A download that its reader takes slowly holds a file and some kilobytes, not a thread.
MOST_AT_ONCE = 8
MOST_OF_ONE_READER = 4


class TooManyDownloads(Base400):  # type: ignore[misc]
    """So many downloads run that another would make all of them slow."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class Downloads:
    """The downloads of one site."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="download")
        self._running: Counter[str] = Counter()

    @property
    def running(self) -> int:
        return self._running.total()

    @contextmanager
    def place_for(self, reader: str) -> Iterator[None]:
        """Holds a place for a reader, known by the address of the machine; raises TooManyDownloads."""
        if self._running[reader] >= MOST_OF_ONE_READER:
            raise TooManyDownloads(429, f"{MOST_OF_ONE_READER} downloads to your address run. Wait for one to end.")
        if self.running >= MOST_AT_ONCE:
            raise TooManyDownloads(503, f"{MOST_AT_ONCE} downloads run, as many as may. Try again in a few seconds.")
        self._running[reader] += 1
        try:
            yield
        finally:
            self._running[reader] -= 1
            self._running += Counter()  # forgets who has none

    async def run(self, work: Callable[..., _T], *arguments: Any) -> _T:
        """Runs work that blocks on one of the threads."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, work, *arguments)

    def later(self, work: Callable[[], object]) -> None:
        """Has work done that nobody waits for."""
        self._threads.submit(work)
