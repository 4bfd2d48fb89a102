"""Opening the working database, and the one place where SQLite's errors become ours."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import logging
import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from sqlite_utils import Database

from aggregator.errors import (
    DiskFullError,
    NotFoundError,
    RefusedRowError,
    SchemaTooNewError,
    StoreError,
    StoreLockedError,
)
from aggregator.store.copying import DISK_FULL, copy_database
from aggregator.store.schema import has_these_views, migration_names, migrations, refresh_views

_log = logging.getLogger(__name__)


@contextlib.contextmanager
def store_errors(path: Path | str) -> Iterator[None]:
    """Turns SQLite's errors into ours, each naming the file and the way out."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise _operational(path, error) from error
    except sqlite3.IntegrityError as error:
        raise RefusedRowError("refused a row", path, error) from error
    except sqlite3.DatabaseError as error:
        raise StoreError("is not a database that this program can use", path, error) from error
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFullError(DISK_FULL, path) from error
        raise StoreError("can't be written; name another place with --db", path, error) from error


def _operational(path: Path | str, error: sqlite3.OperationalError) -> StoreError:
    name = error.sqlite_errorname
    if name == "SQLITE_LOCKED" or name.startswith("SQLITE_BUSY"):
        return StoreLockedError("another process is writing to it; try again when it has ended", path)
    if name == "SQLITE_FULL":
        return DiskFullError(DISK_FULL, path)
    if name == "SQLITE_READONLY_DBMOVED":
        return StoreError("was moved or removed while it was open; run the command again", path)
    if name.startswith("SQLITE_READONLY"):
        return StoreError("can't be written to, or its folder can't, which SQLite needs even for reading", path)
    if name.startswith("SQLITE_CANTOPEN"):
        return StoreError("can't be opened; check that its folder exists and may be written to", path)
    return StoreError("the database refused", path, error)


def open_database(path: Path, *, busy_seconds: float) -> Database:
    """Opens the working database for writing, makes it where it is missing, and applies pending migrations.

    A file with pending migrations is backed up beside itself first. Raises StoreLockedError, SchemaTooNewError,
    DiskFullError or StoreError.
    """
    with store_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        db = Database(sqlite3.connect(path, timeout=busy_seconds))
        try:
            check_ours(db, path)
            _prepare(db)
            _migrate(db, path)
        except BaseException:
            db.close()
            raise
        return db


def open_readonly(path: Path) -> Database:
    """Opens an existing database for reading only; raises NotFoundError where there is none."""
    if not path.is_file():
        raise NotFoundError("there is no such database; make one with `aggregator import` or `aggregator run`", path)
    with store_errors(path):
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=5.0)
        return Database(connection)


def check_ours(db: Database, path: Path) -> None:
    """Refuses a database that somebody else made, the published file too, before anything is written to it."""
    tables = db.table_names()
    if tables and migrations.migrations_table not in tables:
        raise StoreError("is not a working database of this program; name another file with --db", path)


def _prepare(db: Database) -> None:
    db.execute("pragma journal_mode = wal")
    db.execute("pragma synchronous = full")
    db.execute("pragma foreign_keys = on")
    db.execute("pragma secure_delete = on")


def newer_than_this(applied: Iterable[str]) -> str:
    """Says in words that a newer version applied some of these migrations, '' where none did."""
    names = ", ".join(sorted(set(applied) - set(migration_names())))
    return f"was written by a newer version of this program ({names}); update first" if names else ""


def _migrate(db: Database, path: Path) -> None:
    if later := newer_than_this(migration.name for migration in migrations.applied(db)):
        raise SchemaTooNewError(later, path)
    if migrations.pending(db) or not has_these_views(db):
        with _one_at_a_time(path):
            _apply(db, path)
            refresh_views(db)


def _apply(db: Database, path: Path) -> None:
    applied = [migration.name for migration in migrations.applied(db)]
    pending = [migration.name for migration in migrations.pending(db)]
    if applied and pending:
        saved = path.with_name(f"{path.name}.before-{pending[0]}")
        copy_database(db.conn, saved)
        shutil.copymode(path, saved)
        _log.warning("%s is of an older version and is brought up to date; %s has it as it was", path, saved.name)
    migrations.apply(db)


@contextlib.contextmanager
def _one_at_a_time(path: Path) -> Iterator[None]:
    """Lets one process migrate: a poller and a site that are updated together also start together."""
    folder = os.open(path.resolve().parent, os.O_RDONLY)  # a lock file would have to be left behind
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)
