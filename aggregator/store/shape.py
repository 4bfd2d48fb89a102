"""Whether a published file has what this version of the program asks it for."""

from __future__ import annotations

import contextlib
from pathlib import Path

from sqlite_utils import Database

from aggregator.errors import StoreError
from aggregator.store.connection import open_readonly, store_errors
from aggregator.store.publish import PUBLIC
from aggregator.store.views import VIEWS


def check_shape(published: Path) -> None:
    """Raises StoreError for a file of another version: each page of it would fail, one by one."""
    with store_errors(published), contextlib.closing(open_readonly(published)) as db:
        missing = sorted(_missing(db))
    if missing:
        told = f"was published by another version of this program, without {missing[0]}; publish it anew"
        raise StoreError(told, published)


def _missing(db: Database) -> set[str]:
    """Names the tables, views and columns that are not there."""
    there = {*db.table_names(), *db.view_names()}
    wanted = {f"{table}.{column}" for table in PUBLIC for column in PUBLIC[table].split()}
    columns = {f"{table}.{column}" for table in PUBLIC if table in there for column in _columns(db, table)}
    return (VIEWS.keys() - there) | (wanted - columns)


def _columns(db: Database, table: str) -> list[str]:
    # xinfo: published_day is a generated column, which table_info leaves out.
    return [str(row[1]) for row in db.execute(f"pragma table_xinfo([{table}])").fetchall()]
