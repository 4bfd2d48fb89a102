"""What anyone's SQL may do on the published file: read it, within limits.

Datasette's time limit is looked at between the steps of a query, never inside one call of a function:
randomblob(900000000), printf('%.*c', 900000000, 'x') and instr() over long texts each held a thread for minutes.
"""

from __future__ import annotations

import sqlite3

# The longest text of the file is a headline or a summary of 300 characters; a megabyte is room for group_concat.
MAX_LENGTH = 1_000_000
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: MAX_LENGTH,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 200,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}

_READING = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE}
_DENIED_FUNCTIONS = {
    "randomblob", "zeroblob", "printf", "format", "load_extension", "readfile", "writefile", "edit", "fts3_tokenizer",
}  # fmt: skip
# What Datasette and the full-text index ask for, and what says nothing of the machine.
_PRAGMAS = {
    "data_version", "foreign_key_list", "function_list", "index_info", "index_list", "index_xinfo", "page_count",
    "page_size", "schema_version", "table_info", "table_xinfo",
}  # fmt: skip
# Datasette asks for it on every page of a database; ignored, it has no rows, and the file's path stays unknown.
_IGNORED_PRAGMAS = {"database_list"}


def guard(connection: sqlite3.Connection) -> None:
    """Sets the limits of a connection, replaces two slow functions, and lets nothing but reading through."""
    for category, value in _LIMITS.items():
        connection.setlimit(category, value)
    connection.create_function("instr", 2, _instr, deterministic=True)
    connection.create_function("replace", 3, _replace, deterministic=True)
    connection.set_authorizer(_authorise)


def _authorise(action: int, first: str | None, second: str | None, database: str | None, inner: str | None) -> int:
    if action in _READING:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_FUNCTION:
        return sqlite3.SQLITE_DENY if (second or "").lower() in _DENIED_FUNCTIONS else sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_PRAGMA:
        return _authorise_pragma((first or "").lower())
    if action == sqlite3.SQLITE_UPDATE and first == "sqlite_master":
        # The full-text index and json_each declare their columns so; SQLite refuses such an UPDATE of anyone's own.
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def _authorise_pragma(name: str) -> int:
    if name in _IGNORED_PRAGMAS:
        return sqlite3.SQLITE_IGNORE
    return sqlite3.SQLITE_OK if name in _PRAGMAS else sqlite3.SQLITE_DENY


def _instr(text: object, part: object) -> int | None:
    """Does what SQLite's instr does, in linear time: its own took minutes over two texts of a megabyte."""
    if text is None or part is None:
        return None
    if isinstance(text, bytes) and isinstance(part, bytes):
        return text.find(part) + 1
    return _text(text).find(_text(part)) + 1


def _replace(text: object, old: object, new: object) -> str | None:
    if text is None or old is None or new is None:
        return None
    whole, part, other = _text(text), _text(old), _text(new)
    if not part:
        return whole
    if len(whole) + whole.count(part) * len(other) > MAX_LENGTH:
        # SQLite says "string or blob too big"; an exception from here would land in the log, one for every such query.
        return " " * (MAX_LENGTH + 1)
    return whole.replace(part, other)


def _text(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
