"""The working database as the pages' questions see a published one: random newsrooms are not published."""

from __future__ import annotations

import sqlite3
from types import SimpleNamespace
from typing import Any

from aggregator.store import Store


class Working:
    """Answers a question as Datasette's database does."""

    def __init__(self, store: Store) -> None:
        self._connection = store.db.conn

    async def execute(self, sql: str, parameters: Any) -> Any:
        cursor = self._connection.cursor()
        cursor.row_factory = sqlite3.Row
        rows = cursor.execute(sql, parameters).fetchall()
        return SimpleNamespace(rows=rows, first=lambda: rows[0] if rows else None)

    async def execute_fn(self, function: Any) -> Any:
        return function(self._connection)
