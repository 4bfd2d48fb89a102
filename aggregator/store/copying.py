"""Copies a database while others write it, and proves that the copy is whole before it gets its name."""

from __future__ import annotations

import contextlib
import errno
import glob
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from aggregator.errors import DiskFullError, StoreError, UsageError

DISK_FULL = "the disk is full; free some space and run the command again"

Progress = Callable[[int, int], None]
"""Takes the pages that are copied, and all of them."""

# 16 MB between two calls of the progress bar, which is where a signal is heard, too.
_PAGES_AT_ONCE = 4096


def copy_database(source: sqlite3.Connection, target: Path, progress: Progress | None = None) -> None:
    """Writes a checked copy of an open database under a name; what stood there is replaced at once.

    Raises DiskFullError or StoreError, and leaves nothing half written.
    """
    with partial_name(target) as partial:
        write_copy(source, partial, progress)
        partial.replace(target)
        sync_folder(target.parent)


def write_copy(source: sqlite3.Connection, path: Path, progress: Progress | None = None) -> None:
    """Writes a checked copy of an open database to a file that nobody else knows, and puts it on the disk for good.

    It is of one moment, though a poller writes on: the files of a database in WAL mode, copied one after the other, are
    of two. It needs no second file beside it.
    """
    with _one_moment(source):
        require_space(path, _size(source))
        counts = row_counts(source)
        path.touch(mode=0o600)  # it may hold what its owner alone may read
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as copy:
            copy.execute("pragma journal_mode = off")  # nobody sees it before its fsync
            copy.execute("pragma synchronous = off")
            source.backup(copy, pages=_PAGES_AT_ONCE, progress=_told(progress), sleep=0)
            copy.execute("pragma journal_mode = delete")
            _check(copy, counts, path)
    with path.open("rb+") as file:
        os.fsync(file.fileno())


@contextlib.contextmanager
def written_to(path: Path) -> Iterator[None]:
    """Turns what the system refuses into an error of ours that names the place."""
    try:
        yield
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFullError(DISK_FULL, path) from error
        raise StoreError("can't be written", path, error) from error


def real_path(db: Path) -> Path:
    """Returns the file that a database is, where its name is a link: what belongs beside it belongs beside that."""
    return db.resolve() if db.is_symlink() else db


def plain_file(path: Path) -> Path:
    """Returns the file to put in a path's place, that which a link leads to; raises UsageError for a device or a pipe.

    What is not whole yet stands beside it and takes its place at the end: /dev/null would be a file from then on.
    """
    if path.exists() and not path.is_file():
        raise UsageError("is no plain file: name one, or a new one", path)
    return real_path(path)


@contextlib.contextmanager
def partial_name(target: Path) -> Iterator[Path]:
    """Yields the name under which a file or folder is made that is not whole yet; it is gone at the end.

    What an earlier process left that was killed is removed; one that is alive is at work.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    for left in target.parent.glob(f".{glob.escape(target.name)}.*.partial"):
        if not _is_alive(left.name.removesuffix(".partial").rpartition(".")[2]):
            _remove(left)
    partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
    try:
        yield partial
    finally:
        _remove(partial)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    for suffix in ("", "-journal", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _is_alive(pid: str) -> bool:
    if not pid.isdigit() or int(pid) == os.getpid():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def sync_folder(folder: Path) -> None:
    """Makes a rename survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def require_space(target: Path, size: int) -> None:
    """Raises DiskFullError where a file of this size would not fit, before anything is written."""
    free = shutil.disk_usage(target.parent).free
    if free < size:
        raise DiskFullError(
            f"needs {size / 1e6:,.0f} MB and the disk has {free / 1e6:,.0f} MB; free some space, or name another place",
            target,
        )


def row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Counts the rows of every table."""
    names = connection.execute(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name"
    ).fetchall()
    return {name: connection.execute(f"select count(*) from [{name}]").fetchone()[0] for (name,) in names}


def faults(connection: sqlite3.Connection) -> str:
    """Says what is broken in a database, '' for nothing."""
    found = [row[0] for row in connection.execute("pragma integrity_check(3)").fetchall()]
    if found != ["ok"]:
        return "; ".join(found)
    loose = connection.execute("pragma foreign_key_check").fetchall()
    return f"{len(loose):,} rows refer to what is not there, the first in {loose[0][0]}" if loose else ""


@contextlib.contextmanager
def _one_moment(connection: sqlite3.Connection) -> Iterator[None]:
    """Holds a read transaction: counting and copying then see the same rows, and a writer does not restart the copy."""
    if connection.in_transaction:
        yield
        return
    connection.execute("begin")
    try:
        yield
    finally:
        connection.rollback()


def _size(connection: sqlite3.Connection) -> int:
    """Returns how many bytes a database takes, those of its log too."""
    return int(connection.execute("pragma page_count").fetchone()[0]) * int(
        connection.execute("pragma page_size").fetchone()[0]
    )


def _told(progress: Progress | None) -> Callable[[int, int, int], object] | None:
    return None if progress is None else lambda _, remaining, total: progress(total - remaining, total)


def _check(copy: sqlite3.Connection, counts: dict[str, int], target: Path) -> None:
    told = faults(copy)
    if told:
        raise StoreError(f"the copy was not made, for the database is damaged: {told}", target)
    if row_counts(copy) != counts:
        raise StoreError("the copy was not made, for it has other rows than the database", target)
