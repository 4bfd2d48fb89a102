"""What the published file says of its own tables and views."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aggregator.site.queries.rows import Reader


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """A column as SQLite declares it; `type` is '' for what a view computes, `references` is the table it points to."""

    name: str
    type: str
    key: bool
    references: str | None


_NAMES = "select name from sqlite_master where type in ('table', 'view') order by name"


async def columns_of_tables(db: Reader) -> dict[str, list[ColumnRow]]:
    """Maps every table and view of the file to its columns."""
    return await db.execute_fn(_columns)  # type: ignore[no-any-return]


def _columns(connection: Any) -> Mapping[str, list[ColumnRow]]:
    return {name: _of(connection, name) for (name,) in connection.execute(_NAMES).fetchall()}


def _of(connection: Any, name: str) -> list[ColumnRow]:
    # A pragma takes no parameters; the names are the file's own.
    quoted = '"' + name.replace('"', '""') + '"'
    references = {row[3]: row[2] for row in connection.execute(f"pragma foreign_key_list({quoted})").fetchall()}
    rows = connection.execute(f"pragma table_xinfo({quoted})").fetchall()
    return [ColumnRow(row[1], "INTEGER" if row[2] == "INT" else row[2], bool(row[5]), references.get(row[1]))
            for row in rows]  # fmt: skip
