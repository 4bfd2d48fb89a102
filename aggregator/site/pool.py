"""Connections that all are of one file, each for whoever asks next."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from queue import LifoQueue
from typing import Any


class Pool:
    """Connections and the threads that ask by them; no more ask at once than there are connections.

    Datasette's own belong to its threads and are found by the database's name: those of the edition before would go on
    being asked. These go with their edition, when the last who reads it has ended.
    """

    def __init__(self, threads: ThreadPoolExecutor, connections: Iterable[sqlite3.Connection]) -> None:
        self._threads = threads
        self._free: LifoQueue[sqlite3.Connection] = LifoQueue()
        for connection in connections:
            self._free.put(connection)

    async def run(self, fn: Callable[[sqlite3.Connection], Any]) -> Any:
        """Runs a function with a connection, in a thread."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._ask, fn)

    def _ask(self, fn: Callable[[sqlite3.Connection], Any]) -> Any:
        # The one that was used last has most of the file at hand.
        connection = self._free.get_nowait()
        try:
            return fn(connection)
        finally:
            self._free.put(connection)
