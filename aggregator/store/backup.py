"""Backups of the working database: made while a poller writes, checked, and put back with what they replace kept."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from aggregator.errors import NotFoundError, SchemaTooNewError, StoreError, StoreLockedError
from aggregator.store.connection import newer_than_this, store_errors
from aggregator.store.copying import (
    Progress,
    copy_database,
    faults,
    partial_name,
    real_path,
    sync_folder,
    write_copy,
    written_to,
)
from aggregator.store.lock import only_poller
from aggregator.store.schema import migration_names, migrations

_STAMP = "%Y-%m-%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """What was saved where; `schema` is the last migration, `removed` the older backups that gave way."""

    path: Path
    bytes: int
    articles: int
    stories: int
    schema: str
    removed: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back; `kept` is what stood there before, `behind` says that it is of an older version.

    `forgotten` names what was taken out since the backup was made, and is there again.
    """

    path: Path
    articles: int
    stories: int
    kept: Path | None
    behind: bool
    forgotten: tuple[str, ...]


def backups_folder(db: Path) -> Path:
    """Returns where the backups of a working database go that no other place is named for."""
    return real_path(db).parent / "backups"


def backups_of(db: Path, folder: Path) -> list[Path]:
    """Lists the backups of a database in a folder, the newest first."""
    name = re.compile(rf"{re.escape(db.stem)}-\d{{4}}-\d\d-\d\dT\d{{6}}Z{re.escape(db.suffix)}")
    return sorted((path for path in folder.glob("*") if name.fullmatch(path.name)), reverse=True)


def named_backup(db: Path, folder: Path, now: datetime) -> Path:
    """Names a backup by its moment.

    >>> from datetime import UTC
    >>> named_backup(Path("data/news.db"), Path("saved"), datetime(2026, 11, 23, 4, 5, tzinfo=UTC)).as_posix()
    'saved/news-2026-11-23T040500Z.db'
    """
    return folder / f"{db.stem}-{now.strftime(_STAMP)}{db.suffix}"


def back_up(db: Path, target: Path, progress: Progress | None = None) -> Backup:
    """Copies a working database as of one moment, checks the copy and gives it its name.

    Raises NotFoundError, DiskFullError, or StoreError where the name is taken or the database is damaged.
    """
    if target.exists():
        raise StoreError("is there already, and a backup overwrites nothing; name another file", target)
    with _opened(db) as connection:
        _require_ours(connection, db)
        with store_errors(target), written_to(target):
            copy_database(connection, target, progress)
            shutil.copymode(db, target)  # it has all that the database has, texts and passwords of feeds too
    with _opened(target) as copy:
        return Backup(target, target.stat().st_size, *_counts(copy), _applied(copy)[-1])


def rotate(db: Path, folder: Path, keep: int) -> tuple[Path, ...]:
    """Removes all but the newest backups of a database in a folder; other files are left alone."""
    old = backups_of(db, folder)[keep:]
    with written_to(folder):
        for path in old:
            path.unlink()
    return tuple(old)


def restore(backup: Path, db: Path, now: datetime, progress: Progress | None = None) -> Restored:
    """Puts a backup in the place of a working database, whole or not at all; what stood there is kept beside it.

    Raises AlreadyRunningError while a poller runs, StoreLockedError while another process has the database open,
    SchemaTooNewError for a backup of a newer version, StoreError for one that is damaged or not ours.
    """
    real = real_path(db)
    with only_poller(real), _opened(backup) as source:
        if real.exists() and backup.samefile(real):
            raise StoreError("is the working database itself; name a backup of it", backup)
        _require_ours(source, backup)
        applied, counts = _applied(source), _counts(source)
        kept = real.with_name(f"{real.name}.before-restore-{now.strftime(_STAMP)}")
        with store_errors(real), partial_name(real) as fresh:
            write_copy(source, fresh, progress)
            with _nobody_else(real) as replaced:
                lost = tuple(sorted(set(_removals(replaced)) - set(_removals(source))))
                there = _put(fresh, real, kept)
    behind = len(applied) < len(migration_names())
    return Restored(real, *counts, kept if there else None, behind, lost)


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Opens a database for reading; one in WAL mode needs its folder writable."""
    if not path.is_file():
        raise NotFoundError("there is no such database", path)
    with (
        store_errors(path),
        contextlib.closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=30.0, isolation_level=None)
        ) as connection,
    ):
        yield connection


def _applied(connection: sqlite3.Connection) -> list[str]:
    query = f"select name from {migrations.migrations_table} where migration_set = ? order by name"
    return [name for (name,) in connection.execute(query, [migrations.name]).fetchall()]


def _counts(connection: sqlite3.Connection) -> tuple[int, int]:
    """Counts articles, and the stories that have any."""
    articles, stories = connection.execute(
        "select (select count(*) from articles),"
        " (select count(*) from stories where state <> 'merged' and articles > 0)"
    ).fetchone()
    return articles, stories


def _require_ours(connection: sqlite3.Connection, path: Path) -> None:
    """Refuses what is no working database of ours, is damaged, or was written by a newer version."""
    with store_errors(path):
        tables = {name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")}
        applied = _applied(connection) if migrations.migrations_table in tables else []
        if not applied or not {"articles", "stories"} <= tables:
            raise StoreError("is not a working database of this program; the published copy is none either", path)
        if later := newer_than_this(applied):
            raise SchemaTooNewError(later, path)
        if told := faults(connection):
            raise StoreError(f"is damaged: {told}", path)


def _removals(connection: sqlite3.Connection | None) -> list[str]:
    """Names the articles and outlets that a database says were taken out, as `forget` takes them."""
    if connection is None:
        return []
    try:
        rows = connection.execute(
            "select distinct value from overrides where kind = 'forget' and undone is null"
            " and (value like 'article:%' or value like 'outlet:%')"
        ).fetchall()
    except sqlite3.DatabaseError:
        return []  # older than rulings, or damaged: then nothing can be told
    return [value.partition(":")[2] for (value,) in rows]


@contextlib.contextmanager
def _nobody_else(db: Path) -> Iterator[sqlite3.Connection | None]:
    """Keeps every other process out of a database, with nothing of it left in a log; None where there is none to read.

    Leaving WAL mode needs that nobody has it open, writes the log back and removes it.
    """
    if not db.exists():
        yield None
        return
    with contextlib.closing(sqlite3.connect(db, timeout=1.0, isolation_level=None)) as connection:
        readable = True
        try:
            connection.execute("pragma journal_mode = delete")
            connection.execute("begin exclusive")
        except sqlite3.OperationalError as error:
            if not error.sqlite_errorname.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
                raise
            raise StoreLockedError("another process has it open; end it, the site too, and try again", db) from error
        except sqlite3.DatabaseError:
            readable = False  # it is damaged, which may be why there is something to put back
        yield connection if readable else None


def _put(fresh: Path, db: Path, kept: Path) -> bool:
    """Gives a database its new content at once, and says whether there was another one, which is kept.

    A log left behind by a damaged one goes with it: SQLite would read it into the new file.
    """
    there = db.exists()
    if there:
        _same_owner(fresh, db)
        try:
            os.link(db, kept)
        except OSError:  # a disk that knows no links
            db.replace(kept)
    wal = db.with_name(db.name + "-wal")
    if wal.exists():
        wal.replace(kept.with_name(kept.name + "-wal"))
    db.with_name(db.name + "-shm").unlink(missing_ok=True)
    fresh.replace(db)
    sync_folder(db.parent)
    return there


def _same_owner(path: Path, other: Path) -> None:
    """Gives a file the owner and the rights of another: who restores may be root, who polls is not."""
    shutil.copymode(other, path)
    told = other.stat()
    with contextlib.suppress(PermissionError):
        os.chown(path, told.st_uid, told.st_gid)
