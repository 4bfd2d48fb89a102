"""The SHA-256 of a published file, made once for each edition, beside the pages and not before them.

A file of a gigabyte takes seconds; Datasette would make it on the event loop, while every reader waits.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import threading
from concurrent.futures import Future
from io import BufferedReader
from pathlib import Path
from typing import Any

# A page waits so long for a hash that is still being made, then says where it will stand.
PATIENCE_SECONDS = 0.25
# Whoever asks for a file that names it waits longer: a gigabyte takes some seconds.
PATIENCE_OF_FILES = 20.0
# The edition that is served, the one that is coming, and those that downloads still read.
_MOST_KNOWN = 8

Identity = tuple[int, int]
_known: dict[tuple[Path, Identity], Future[str]] = {}
_looking = threading.Lock()


def identity_of(found: os.stat_result) -> Identity:
    """Tells one edition from another: a published file is put in its place whole, and never changed."""
    return found.st_ino, found.st_mtime_ns


def begin(path: Path) -> tuple[Identity, Future[str]]:
    """Returns which file stands at a path now, and its hash, which is begun unless it is known or under way.

    Raises OSError where no file can be read.
    """
    file = path.open("rb")  # opened now, lest another is put there
    identity = identity_of(os.fstat(file.fileno()))
    with _looking:
        made = _known.get((path, identity))
        if made is not None:
            file.close()
            return identity, made
        made = _known[path, identity] = Future()
        while len(_known) > _MOST_KNOWN:
            del _known[next(iter(_known))]
    threading.Thread(target=_make, args=(file, path, identity, made), daemon=True).start()
    return identity, made


def _make(file: BufferedReader, path: Path, identity: Identity, made: Future[str]) -> None:
    try:
        with file:
            made.set_result(hashlib.file_digest(file, "sha256").hexdigest())
    except OSError as error:
        _known.pop((path, identity), None)  # whoever asks next tries anew
        made.set_exception(error)


async def fingerprint(database: Any, patience: float = PATIENCE_SECONDS) -> str | None:
    """Returns the SHA-256 of the served file, None where it is not made within so many seconds, or can't be."""
    try:
        return str(await asyncio.wait_for(asyncio.shield(asyncio.wrap_future(database.fingerprint)), patience))
    except (TimeoutError, OSError):
        return None
