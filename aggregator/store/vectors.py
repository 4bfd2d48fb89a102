"""Vectors of headlines, in a file of their own beside the database: a cache that may be deleted at any time."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

from aggregator.grouping.vectors import usable
from aggregator.store.connection import store_errors

CHUNK = 500
"""Keys asked for at once: SQLite allowed 999 parameters before 3.32."""

BUSY_SECONDS = 30.0
"""How long another process is waited for that writes to the file; its writes take a second."""


def vectors_path(database: Path) -> Path:
    """Returns where the vectors of a database's headlines stand."""
    return database.with_name(f"{database.stem}.vectors.db")


class Vectors:
    """Maps texts to what an encoder made of them; a text is kept as its hash only.

    The file has its name from the database: news.db and news.vectors.db. Vectors of another encoder are dropped.
    """

    def __init__(self, database: Path, encoder: str) -> None:
        self.path = vectors_path(database)
        self._encoder = encoder

    def get(self, texts: Iterable[str]) -> dict[str, bytes]:
        """Returns the vectors of those texts that have one that can be used; makes no file and drops nothing."""
        keys = {_key(text): text for text in texts}
        found: dict[str, bytes] = {}
        if not self.path.exists():
            return found
        with store_errors(self.path), closing(self._connected()) as connection:
            if not self._is_ours(connection):
                return found
            wanted = list(keys)
            for start in range(0, len(wanted), CHUNK):
                chunk = wanted[start : start + CHUNK]
                marks = ", ".join("?" * len(chunk))
                rows = connection.execute(f"select key, vector from vectors where key in ({marks})", chunk).fetchall()
                good = usable([vector for _, vector in rows])
                found.update((keys[key], vector) for (key, vector), fits in zip(rows, good, strict=True) if fits)
        return found

    def put(self, vectors: Mapping[str, bytes]) -> None:
        """Keeps the vectors of some texts."""
        with store_errors(self.path), closing(self._opened()) as connection, connection:
            rows = [(_key(text), vector) for text, vector in vectors.items()]
            connection.executemany("insert or replace into vectors values (?, ?)", rows)

    @staticmethod
    def forget(database: Path, texts: Iterable[str]) -> None:
        """Drops the vectors of some texts, whichever encoder made them."""
        path = vectors_path(database)
        if not path.is_file():
            return
        with store_errors(path), closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as connection:
            connection.execute("pragma secure_delete = on")
            with connection:
                connection.executemany("delete from vectors where key = ?", [(_key(text),) for text in texts])

    def count(self) -> int:
        """Returns how many vectors there are."""
        if not self.path.exists():
            return 0
        with store_errors(self.path), closing(self._connected()) as connection:
            if not self._is_ours(connection):
                return 0
            return int(connection.execute("select count(*) from vectors").fetchone()[0])

    def keep_only(self, texts: Iterable[str]) -> None:
        """Drops the vectors of all other texts; their room in the file is used again."""
        kept = set(map(_key, texts))
        with store_errors(self.path), closing(self._opened()) as connection, connection:
            keys = connection.execute("select key from vectors").fetchall()
            connection.executemany("delete from vectors where key = ?", [key for key in keys if key[0] not in kept])

    def _opened(self) -> sqlite3.Connection:
        """Opens the file for writing, without what another encoder made; makes it where it is missing."""
        connection = self._connected()
        with connection:
            if not self._is_ours(connection):
                connection.execute("create table if not exists encoder (name text primary key) strict")
                connection.execute("create table if not exists vectors (key blob primary key, vector blob) strict")
                connection.execute("delete from vectors")
                connection.execute("delete from encoder")
                connection.execute("insert into encoder values (?)", [self._encoder])
        return connection

    def _connected(self) -> sqlite3.Connection:
        return sqlite3.connect(self.path, timeout=BUSY_SECONDS)

    def _is_ours(self, connection: sqlite3.Connection) -> bool:
        if not connection.execute("select 1 from sqlite_master where name = 'encoder'").fetchone():
            return False
        return bool(connection.execute("select name from encoder").fetchall() == [(self._encoder,)])


def _key(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
