"""The published file as the site reads it: every question within what its request may use.

Datasette's own way of asking looks at the clock between a thousand steps of a query, of which each may be a call over
a megabyte; fetches 2,000 rows of whatever size; and writes every question that fails to the log, with its parameters.
"""

from __future__ import annotations

import asyncio
import contextlib
import math
import sqlite3
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, cast

from datasette.database import Database, QueryInterrupted, Results  # type: ignore[import-untyped]

from aggregator.site.allowance import ALLOWED, Allowance
from aggregator.site.bounds import SHORTAGE, SPILLED, TOO_MANY_BYTES, Bounds, Texts, TooBusy
from aggregator.site.fingerprint import PATIENCE_OF_FILES, Identity, begin, fingerprint, identity_of
from aggregator.site.pool import Pool
from aggregator.site.table_questions import by_counts, by_key, by_order

# Of six threads two are readers' own questions', two searches', and two nobody's: ten slow ones at once keep no page
# waiting (without this a page took 2.8 s behind them).
PLACES = 2
_MOST_KNOWN = 1_000
# Datasette asks so for every table that a page names, before it says whether it may be seen.
_SPELLING = "select name from sqlite_master where type in ('table', 'view') and name = ? collate nocase"
# Steps between two looks at the clock: at SQLite's 10 to 20 million steps a second a look costs 3 % of the time.
_STEPS = 100
# Of questions of our own no step is a call over a megabyte: 2,000 take 0.2 ms.
_STEPS_OF_OURS = 2_000
# What a table's page can do without, its count and its facets, leaves so much for its rows and the names in them: the
# count of a view of a million rows used all the time there was, and the page was an error. A count that is of use, that
# of half a million rows by an index, takes 0.1 s.
_KEPT_SECONDS = 0.25
_COUNT, _COUNT_SECONDS = "select count(*) from ", 0.25
# Of our own questions; a row of a stranger's may have megabytes.
_ROWS_AT_ONCE = 20
_TOO_MANY_CELLS = (
    "A page shows {most:,} cells at most, and this one has more: ask for fewer rows with _size, or take all of them as"
    " .json or .csv"
)
_TOO_MUCH_MEMORY = "the question needs more memory than there is at this moment"
# Strangers' questions end within a hundred steps where a page lacks memory, or fail by themselves while they are made
# ready, which took 0.5 s.
_MEMORY_WAITS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4)


class PublishedDatabase(Database):  # type: ignore[misc]
    """An immutable database whose questions keep to the allowance of their request, and are written to no log."""

    def __init__(self, datasette: Any, path: Path, name: str) -> None:
        super().__init__(datasette, str(path), is_mutable=False)
        self.name = name
        self._places = asyncio.Semaphore(PLACES)
        self._known: dict[tuple[str, str], Any] = {}
        self.identity, self.fingerprint = self._open(path)

    def _open(self, path: Path) -> tuple[Identity, Future[str]]:
        """Opens all connections, all of one file: later another may stand in its place."""
        threads = int(self.ds.setting("num_sql_threads"))
        while True:
            identity, made = begin(path)
            ours = [self.connect() for _ in range(threads)]
            # Of 500 questions that are kept some hundred, of four megabytes each, left no memory to anybody after them.
            strangers = [self._connect_keeping_nothing() for _ in range(PLACES)]
            if identity_of(path.stat()) == identity:
                break
            for connection in (*ours, *strangers):
                connection.close()
        for connection in (*ours, *strangers):
            self.ds._prepare_connection(connection, self.name)
        executor = ThreadPoolExecutor(threads, thread_name_prefix="pages")
        self._ours, self.strangers = Pool(executor, ours), Pool(executor, strangers)
        return identity, made

    def _connect_keeping_nothing(self) -> sqlite3.Connection:
        address = f"{Path(self.path).absolute().as_uri()}?immutable=1"
        return sqlite3.connect(address, uri=True, check_same_thread=False, cached_statements=0)

    async def execute(
        self,
        sql: str,
        params: Mapping[str, object] | Sequence[object] | None = None,
        truncate: bool = False,
        custom_time_limit: float | None = None,
        page_size: int | None = None,
        log_sql_errors: bool = True,
    ) -> Results:
        """Asks a question, as Datasette's own method of this name does; `custom_time_limit` is in milliseconds.

        Raises QueryInterrupted past the time, TooBusy where no place came free, sqlite3.OperationalError for the rest.
        """
        if sql == _SPELLING and isinstance(params, tuple):
            return await self._once("spelling", str(params[0]), self._spelling)
        allowed = ALLOWED.get() or _UNLIMITED
        most_rows = self._most_rows(page_size) if truncate else None
        steps, clock = (_STEPS, time.perf_counter) if allowed.in_line else (_STEPS_OF_OURS, time.thread_time)
        left = min(allowed.seconds, (custom_time_limit or math.inf) / 1000)
        if allowed.in_line and not truncate:
            left = _without_need(left, allowed, sql, is_facet=custom_time_limit is not None)

        def ask(connection: sqlite3.Connection) -> Results:
            if allowed.in_line:
                connection.text_factory = Texts(allowed.most_bytes)
            started = clock()
            bounds = Bounds(clock, left, stranger=allowed.in_line)
            try:
                with _bounded(connection, bounds, steps), _plain_errors(sql, params, bounds):
                    asked = by_order(connection, by_counts(sql), params)
                    asked = by_key(connection, asked) if truncate else asked
                    # Closed at once: one that has failed would hold its row until the page of the error is written.
                    with contextlib.closing(connection.execute(asked, params if params is not None else {})) as cursor:
                        rows, cut = _gather(cursor, most_rows, allowed, whole=page_size is not None)
                        return Results(rows, cut, cursor.description)
            finally:
                allowed.seconds -= clock() - started

        if left <= 0:
            raise QueryInterrupted(sqlite3.OperationalError("interrupted"), sql, params)
        if not allowed.in_line:
            return cast("Results", await self.execute_fn(ask))
        async with self._place(allowed):
            if SHORTAGE.waiting:
                raise TooBusy
            return cast("Results", await self.strangers.run(ask))

    async def execute_fn(self, fn: Callable[[sqlite3.Connection], Any]) -> Any:
        """Runs what asks for a page; where strangers' questions hold all the memory, they are ended for it."""
        with contextlib.suppress(MemoryError, _NoMemory):
            return await self._ours.run(fn)
        with SHORTAGE.felt():
            for seconds in _MEMORY_WAITS:
                await asyncio.sleep(seconds)
                with contextlib.suppress(MemoryError, _NoMemory):
                    return await self._ours.run(fn)
        raise TooBusy

    def _most_rows(self, page_size: int | None) -> int:
        most = int(self.ds.max_returned_rows)
        return most + 1 if most == page_size else most

    @contextlib.asynccontextmanager
    async def _place(self, allowed: Allowance) -> AsyncIterator[None]:
        if not allowed.in_line:
            yield
            return
        if self._places.locked():
            await self._stand_in_line(allowed)
        else:
            await self._places.acquire()
        try:
            yield
        finally:
            self._places.release()

    async def _stand_in_line(self, allowed: Allowance) -> None:
        started = time.monotonic()
        try:
            async with asyncio.timeout(allowed.wait):
                await self._places.acquire()
        except TimeoutError as error:
            raise TooBusy from error
        finally:
            allowed.wait -= time.monotonic() - started

    async def table_counts(self, limit: float = 10) -> dict[str, int | None]:
        """Counts the rows of each table once for all requests, so on nobody's allowance."""
        token = ALLOWED.set(None)
        try:
            counts: dict[str, int | None] = await super().table_counts(limit)
        finally:
            ALLOWED.reset(token)
        return counts

    async def table_columns(self, table: str) -> list[str]:
        return list(await self._once("columns", table, super().table_columns))

    async def primary_keys(self, table: str) -> list[str]:
        return list(await self._once("keys", table, super().primary_keys))

    async def fts_table(self, table: str) -> str | None:
        return cast("str | None", await self._once("search", table, super().fts_table))

    async def _spelling(self, table: str) -> Results:
        rows = await self.execute_fn(lambda connection: connection.execute(_SPELLING, (table,)).fetchall())
        return Results(rows, False, None)

    async def _once(self, what: str, table: str, read: Callable[[str], Awaitable[Any]]) -> Any:
        """Reads of a table what never changes once: `/news` asked 300 times, each behind what others ask."""
        if (what, table) not in self._known:
            found = await read(table)
            if len(self._known) >= _MOST_KNOWN:
                return found  # names of nothing, which anyone may ask for
            self._known[what, table] = found
        return self._known[what, table]

    async def learn(self) -> None:
        """Reads what every table is made of, as the first page of Datasette's would."""
        for table in [*await self.table_names(), *await self.view_names()]:
            await self._once("spelling", table, self._spelling)
            for read in (self.table_columns, self.primary_keys, self.fts_table):
                await read(table)

    @property
    def hash(self) -> str | None:
        """The SHA-256 of the file where it is known: reading a gigabyte for it would hold up every reader."""
        made = self.fingerprint
        return made.result() if made.done() and made.exception() is None else None

    async def known_hash(self) -> str | None:
        """Returns the SHA-256 of the file, waiting for it where it is still being made."""
        return await fingerprint(self, PATIENCE_OF_FILES)


# What is asked for no request: counts at the start, the schema.
_UNLIMITED = Allowance(seconds=math.inf, in_line=False, most_bytes=math.inf)


def _without_need(seconds: float, allowed: Allowance, sql: str, *, is_facet: bool) -> float:
    """Shortens the time of a count or a facet, without which Datasette shows the table as well."""
    is_count = sql.startswith(_COUNT)
    if not (is_count or is_facet):
        return seconds
    return min(seconds, allowed.seconds - _KEPT_SECONDS, _COUNT_SECONDS if is_count else seconds)


class _NoMemory(sqlite3.OperationalError):
    pass


@contextlib.contextmanager
def _bounded(connection: sqlite3.Connection, bounds: Bounds, steps: int) -> Iterator[None]:
    connection.set_progress_handler(bounds, steps)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)


@contextlib.contextmanager
def _plain_errors(sql: str, params: object, bounds: Bounds) -> Iterator[None]:
    """Makes of SQLite's errors the two that Datasette answers everywhere with a 400."""
    try:
        yield
    except MemoryError as error:
        raise _NoMemory(_TOO_MUCH_MEMORY) from error
    except (sqlite3.Error, sqlite3.Warning, ValueError, OverflowError) as error:
        if bounds.gave_way:
            raise TooBusy from error
        if bounds.spilled:
            raise sqlite3.OperationalError(SPILLED) from error
        if getattr(error, "sqlite_errorname", "") == "SQLITE_INTERRUPT":
            raise QueryInterrupted(error, sql, params) from error
        raise sqlite3.OperationalError(str(error)) from error


def _gather(
    cursor: sqlite3.Cursor, most_rows: int | None, allowed: Allowance, *, whole: bool
) -> tuple[list[Any], bool]:
    """Fetches rows until there are too many; says whether some are left out, which of a `whole` page none may be."""
    rows: list[Any] = []
    room = _room(cursor, most_rows, allowed)
    size = 0
    while more := cursor.fetchmany(1 if allowed.in_line else _ROWS_AT_ONCE):
        rows += more
        size += sum(len(value) for row in more for value in row if isinstance(value, (str, bytes)))
        if size > allowed.most_bytes:
            raise sqlite3.OperationalError(TOO_MANY_BYTES.format(most=allowed.most_bytes))
        if room is not None and len(rows) > room:
            if whole and room != most_rows:
                raise sqlite3.OperationalError(_TOO_MANY_CELLS.format(most=allowed.most_cells))
            return rows[:room], True
    return rows, False


def _room(cursor: sqlite3.Cursor, most_rows: int | None, allowed: Allowance) -> int | None:
    if most_rows is None or not cursor.description or math.isinf(allowed.most_cells):
        return most_rows
    return min(most_rows, max(1, int(allowed.most_cells) // len(cursor.description)))
