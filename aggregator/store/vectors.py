"""Vectors of headlines, in a file of their own beside the database: a cache that may be deleted at any time."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

from aggregator.store.connection import store_errors

CHUNK = 500
"""Keys asked for at once: SQLite allowed 999 parameters before 3.32."""


class Vectors:
    """Maps texts to what an encoder made of them; a text is kept as its hash only.

    The file has its name from the database: news.db and news.vectors.db. Vectors of another encoder are dropped.
    """

    def __init__(self, database: Path, encoder: str) -> None:
        self.path = database.with_name(f"{database.stem}.vectors.db")
        self._encoder = encoder

    def get(self, texts: Iterable[str]) -> dict[str, bytes]:
        """Returns the vectors of those texts that have one."""
        keys = {_key(text): text for text in texts}
        found: dict[str, bytes] = {}
        with store_errors(self.path), closing(self._open()) as connection:
            wanted = list(keys)
            for start in range(0, len(wanted), CHUNK):
                chunk = wanted[start : start + CHUNK]
                marks = ", ".join("?" * len(chunk))
                rows = connection.execute(f"select key, vector from vectors where key in ({marks})", chunk)
                found.update((keys[key], vector) for key, vector in rows)
        return found

    def put(self, vectors: Mapping[str, bytes]) -> None:
        """Keeps the vectors of some texts."""
        with store_errors(self.path), closing(self._open()) as connection, connection:
            rows = [(_key(text), vector) for text, vector in vectors.items()]
            connection.executemany("insert or replace into vectors values (?, ?)", rows)

    @staticmethod
    def forget(database: Path, texts: Iterable[str]) -> None:
        """Drops the vectors of some texts, whichever encoder made them."""
        path = database.with_name(f"{database.stem}.vectors.db")
        if not path.is_file():
            return
        with store_errors(path), closing(sqlite3.connect(path, timeout=30)) as connection:
            connection.execute("pragma secure_delete = on")
            with connection:
                connection.executemany("delete from vectors where key = ?", [(_key(text),) for text in texts])

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=30)
        with connection:
            connection.execute("create table if not exists encoder (name text primary key) strict")
            connection.execute("create table if not exists vectors (key blob primary key, vector blob) strict")
            if connection.execute("select name from encoder").fetchall() != [(self._encoder,)]:
                connection.execute("delete from vectors")
                connection.execute("delete from encoder")
                connection.execute("insert into encoder values (?)", [self._encoder])
        return connection


def _key(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
