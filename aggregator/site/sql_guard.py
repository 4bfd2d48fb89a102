"""What anyone's SQL may do on the published file: read it, within limits.

A time limit is looked at between the steps of a query, never inside one call of a function: randomblob(900000000),
printf('%.*c', 900000000, 'x') and instr() over long texts each held a thread for minutes. Nor is it looked at while a
query is made ready: forty common table expressions, of which each names the one before twice, filled any memory.
"""

from __future__ import annotations

import contextlib
import ctypes
import sqlite3

# The longest text of the file is a headline or a summary of 300 characters; a megabyte is room for group_concat.
MAX_LENGTH = 1_000_000
# Of one process and all its readers. Each of eight connections keeps two megabytes of the file at hand. A row that
# fills the rest is there twice, as Python's own too: with 128 the process came to 513 MB under attack.
MOST_MEMORY = 96 * 1024 * 1024
_ARENAS = -8  # M_ARENA_MAX, from malloc.h of glibc
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: MAX_LENGTH,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    # The widest table has some forty; 1,900 columns of 2,000 rows held every reader up for a minute and a half.
    sqlite3.SQLITE_LIMIT_COLUMN: 200,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 200,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}

_READING = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE}
_DENIED_FUNCTIONS = {
    "randomblob", "zeroblob", "printf", "format", "load_extension", "readfile", "writefile", "edit", "fts3_tokenizer",
}  # fmt: skip
# The words of the full-text index, which each connection gets for itself: `term`, and the articles that have it, `doc`.
WORDS = "words_of_articles"
_MAKE_WORDS = f"create virtual table temp.{WORDS} using fts5vocab(main, articles_fts, row)"
# Beside the file's own tables: its schema, these words, and what makes rows of an argument. Not sqlite_stmt, which
# tells what others ask, nor dbstat, which reads the whole file.
_TABLES = {"sqlite_master", "sqlite_schema", "json_each", "json_tree", WORDS}
# How the names begin of what SQLite brings itself; a pragma stands in no list before somebody has asked for it.
_RESERVED = ("sqlite_", "pragma_")
# What Datasette and the full-text index ask for, and what says nothing of the machine.
_PRAGMAS = {
    "data_version", "foreign_key_list", "function_list", "index_info", "index_list", "index_xinfo", "page_count",
    "page_size", "schema_version", "table_info", "table_xinfo",
}  # fmt: skip
# Datasette asks for it on every page of a database; ignored, it has no rows, and the file's path stays unknown.
_IGNORED_PRAGMAS = {"database_list"}


def guard(connection: sqlite3.Connection) -> None:
    """Sets the limits of a connection, replaces two slow functions, and lets nothing but reading through."""
    connection.execute(_MAKE_WORDS)
    for category, value in _LIMITS.items():
        connection.setlimit(category, value)
    connection.create_function("instr", 2, _instr, deterministic=True)
    connection.create_function("replace", 3, _replace, deterministic=True)
    connection.set_authorizer(_Authoriser(connection))


def limit_memory() -> None:
    """Bounds what SQLite may take in this process, for all its connections; the bound can't be raised again.

    glibc gives threads heaps of their own, and keeps what is freed in pieces: with two such questions in two threads
    the process held 590 MB, of which SQLite had had 192 at a time; with one heap for all, and 128, it held 285.
    """
    with contextlib.suppress(AttributeError, OSError):  # another libc has no such knob, nor such heaps
        ctypes.CDLL(None).mallopt(_ARENAS, 1)
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"pragma hard_heap_limit = {MOST_MEMORY}")


def memory_limit() -> int:
    """Returns the bytes that SQLite may take in this process; 0 = any number."""
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        return int(connection.execute("pragma hard_heap_limit").fetchone()[0])


class _Authoriser:
    """Lets nothing but reading through, and that from the tables which the file had when it was opened."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        own = {str(row[0]).lower() for row in connection.execute("select name from sqlite_master")}
        self._tables = own | _TABLES | {f"pragma_{name}" for name in _PRAGMAS | _IGNORED_PRAGMAS}
        self._modules = {str(row[0]).lower() for row in connection.execute("pragma module_list")}

    def __call__(
        self, action: int, first: str | None, second: str | None, database: str | None, inner: str | None
    ) -> int:
        if action == sqlite3.SQLITE_READ and not self._is_open((first or "").lower(), second, database):
            return sqlite3.SQLITE_DENY
        return _authorise(action, first, second)

    def _is_open(self, table: str, column: str | None, database: str | None) -> bool:
        """Says whether a table may be read, or is a name that the question itself gave to rows of its own.

        `with t as (select 1 union select 2) select count(*) from t` is told as no column of `t` in no database; so is
        count(*) of what is there beside the file's tables, which is known by its name: the modules, sqlite_, pragma_.
        """
        if table in self._tables:
            return True
        named = not column and database is None
        return named and table not in self._modules and not table.startswith(_RESERVED)


def _authorise(action: int, first: str | None, second: str | None) -> int:
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
