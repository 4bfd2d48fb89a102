"""One poller a database: two of them would ask every outlet twice."""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from aggregator.errors import AlreadyRunningError, StoreError


@contextlib.contextmanager
def only_poller(db: Path) -> Iterator[None]:
    """Holds the database's poller lock; raises AlreadyRunningError, naming the holder, where another process has it.

    The lock is the kernel's and ends with its process, however that dies: a stale file locks nobody out.
    """
    real = db.resolve()  # a link to a database is that database
    path = real.with_name(real.name + ".lock")
    with _opened(path) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.seek(0)
            raise AlreadyRunningError(f"already running, pid {file.read().strip() or 'unknown'}", db) from error
        file.seek(0)
        file.truncate()
        file.write(str(os.getpid()))
        file.flush()
        yield


def _opened(path: Path) -> IO[str]:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("a+", encoding="utf-8")
    except OSError as error:
        raise StoreError("can't be written; name another place with --db", path, error) from error
