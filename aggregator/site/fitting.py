"""Whether a file can be served: published by this version, whole, with all that its pages read."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from sqlite_utils import Database

from aggregator.errors import ServeError, StoreError
from aggregator.store.connection import open_readonly, store_errors
from aggregator.store.publish import PUBLIC, layout, setting_of
from aggregator.store.views import VIEWS

_ANEW = "make it anew with `aggregator publish` where its working file is"
_INDEX_OF_WORDS = "articles_fts"
_HEADLINES = ("headline_wording", "headline_sides")


def require_fitting(published: Path) -> bool:
    """Says whether a published file is the demo's; raises ServeError for one whose pages would fail.

    It takes some milliseconds whatever the file's size: names, columns and length are looked at, no row is read.
    """
    try:
        return _looked_through(published)
    except StoreError as error:
        if isinstance(error.cause, sqlite3.OperationalError):
            raise  # it can't be opened: what is in it is not known
        raise ServeError(f"is damaged ({error.cause}); {_ANEW}", published) from error


def _looked_through(published: Path) -> bool:
    with store_errors(published), contextlib.closing(open_readonly(published)) as db:
        if "settings" not in db.table_names() or setting_of(db, "layout") != layout():
            raise ServeError(
                f"was not published by this version of the program; {_ANEW}, or serve it with the version that made it",
                published,
            )
        if lacking := _lacking(db, published.stat().st_size):
            raise ServeError(f"is damaged: {lacking}; {_ANEW}", published)
        return setting_of(db, "demo") != ""


def _lacking(db: Database, size: int) -> str:
    """Says what a file lacks of what it was published with, '' for nothing."""
    (pages,), (page_size,) = (db.execute(f"pragma {name}").fetchone() for name in ("page_count", "page_size"))
    if pages * page_size > size:
        return f"it has {size:,} of {pages * page_size:,} bytes"
    names = {*db.table_names(), *db.view_names()}
    gone = sorted({*PUBLIC, *VIEWS, *_HEADLINES, _INDEX_OF_WORDS} - names)
    if gone:
        return f"it has no {', '.join(gone)}"
    for table, columns in PUBLIC.items():
        if missing := sorted({*columns.split()} - {column.name for column in db[table].columns}):
            return f"{table} has no {', '.join(missing)}"
    return next((told for name in VIEWS if (told := _unreadable(db, name))), "")


def _unreadable(db: Database, name: str) -> str:
    """Says why a view can't be asked; one that is kept has its columns only by name."""
    try:
        db.execute(f"select * from [{name}] limit 0")
    except sqlite3.DatabaseError as error:
        return f"{name} can't be read ({error})"
    return ""
