"""Rows of one question, read in small steps over a connection of their own, within limits of time.

The connection stays on the file that it opened: a new edition that takes its place in mid-reading changes nothing.
"""

from __future__ import annotations

import math
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from datasette.utils.asgi import BadRequest, Base400  # type: ignore[import-untyped]

from aggregator.csv_forms import CsvText
from aggregator.site.allowance import MOST_BYTES
from aggregator.site.bounds import SPILLED, TOO_MANY_BYTES, Bounds, Texts, TooBusy
from aggregator.site.fingerprint import begin, identity_of

# Seconds of a processor, so that a busy machine cuts nothing off. A row of the widest view takes 10 microseconds, and a
# million articles have two million of them; what a reader asks in SQL may be anything, and has one. These have threads
# of their own, and wait for each other there: the pages don't wait for them.
TABLE_SECONDS, SQL_SECONDS = 120.0, 1.0
_COUNT_SECONDS = {True: 0.3, False: 10.0}
# Of SQLite's instructions between two looks at the clock: some tenths of a millisecond. Each look waits for Python's
# lock, which the pages want too. In a stranger's question each may be a call over a megabyte, and each row megabytes.
_INSTRUCTIONS = {True: 100, False: 20_000}
_ROWS_AT_ONCE = 20
# On lines of its own: a comment at the question's end must not swallow what follows.
_COUNT = "select count(*) from (\n{}\n)"


class NotReady(Base400):  # type: ignore[misc]
    status = 503


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the published file; `free` = a reader's own words are in its SQL."""

    sql: str
    parameters: Mapping[str, object] = field(default_factory=dict)
    free: bool = False


class StoppedError(Exception):
    """Nobody waits for the rows any more."""


class Reading:
    """The rows of a question as CSV; its methods block, and are for one thread at a time, whichever it is."""

    def __init__(self, connection: sqlite3.Connection, question: Question, text: CsvText) -> None:
        self.rows = 0
        self.ended = False
        self._connection = connection
        self._question = question
        self._text = text
        self._left = SQL_SECONDS if question.free else TABLE_SECONDS
        self._stopped = self._gave_way = False
        self._texts = Texts(MOST_BYTES if question.free else math.inf)
        connection.text_factory = self._texts
        # A reader who leaves is answered at once; the step that still runs must end before the connection does.
        self._busy = threading.Lock()
        with self._within(self._left):
            self._cursor = connection.execute(question.sql, question.parameters)
            self.columns = tuple(column[0] for column in self._cursor.description or ())

    def head(self) -> None:
        self._text.add([self.columns])

    def step(self, characters: int) -> bytes:
        """Reads until so many characters are there, or all rows; raises BadRequest where it takes too long."""
        with self._within(self._left), self._letting_go():
            while len(self._text) < characters and not self.ended:
                found = self._row() if self._question.free else self._cursor.fetchmany(_ROWS_AT_ONCE)
                self._text.add(found)
                self.rows += len(found)
                self.ended = not found
        return self._text.take()

    @contextmanager
    def _letting_go(self) -> Iterator[None]:
        """Frees what the last row holds where no other can be read; the connection is closed when its turn comes."""
        try:
            yield
        except BaseException:
            self._cursor.close()
            raise

    def _row(self) -> list[tuple[object, ...]]:
        """Reads one row of a stranger's question, which may have 200 texts of a megabyte."""
        self._texts.anew()
        found = self._cursor.fetchmany(1)
        if found and sum(len(value) for value in found[0] if isinstance(value, bytes)) > MOST_BYTES:
            raise BadRequest(TOO_MANY_BYTES.format(most=MOST_BYTES))
        return found

    def count(self) -> int | None:
        """Counts the rows beforehand; None where that takes long."""
        told = self._question.parameters
        with suppress(BadRequest), self._within(min(_COUNT_SECONDS[self._question.free], self._left)):
            counted = self._connection.execute(_COUNT.format(self._question.sql.rstrip("; \n")), told)
            return int(counted.fetchone()[0])
        return None

    def stop(self) -> None:
        """Ends the step that is under way, from another thread."""
        self._stopped = True

    def close(self) -> None:
        with self._busy:
            self._connection.close()

    def give_way(self) -> None:
        """Lets go of the memory that a stranger's question holds between two steps; it can't be read any further."""
        if self._question.free and self._busy.acquire(blocking=False):
            self._gave_way = True
            self._connection.close()
            self._busy.release()

    @contextmanager
    def _within(self, seconds: float) -> Iterator[None]:
        if self._stopped:
            raise StoppedError
        started = time.thread_time()
        bounds = Bounds(time.thread_time, seconds, stranger=self._question.free)
        try:
            with self._busy:
                if self._gave_way:
                    raise TooBusy
                handler = (lambda: self._stopped or bounds()), _INSTRUCTIONS[self._question.free]
                self._connection.set_progress_handler(*handler)
                yield
        except sqlite3.OperationalError as error:
            if self._stopped:
                raise StoppedError from error
            if bounds.gave_way:
                raise TooBusy from error
            raise BadRequest(SPILLED if bounds.spilled else _told(error)) from error
        except MemoryError as error:
            raise BadRequest(_TOO_LARGE) from error
        except (sqlite3.Error, sqlite3.Warning, ValueError, OverflowError) as error:
            raise BadRequest(str(error)) from error
        finally:
            self._left -= time.thread_time() - started
        if self._left < 0:
            raise BadRequest(_TOO_LONG)


_TOO_LONG = (
    "This took too long and was ended. Narrow it to a day or an outlet, or take the whole file, /news.db, and ask it"
    " on your own machine."
)
_TOO_LARGE = "This needs more memory than there is for one question. Narrow it, or sort less."


def _told(error: sqlite3.OperationalError) -> str:
    return _TOO_LONG if error.args == ("interrupted",) else str(error)


def open_reading(
    path: Path, prepare: Callable[[sqlite3.Connection], None], question: Question, text: CsvText
) -> tuple[Reading, str]:
    """Opens a reading of the published file as it is now, and tells that file's SHA-256."""
    for _ in range(3):  # a file that is replaced between two looks, three times running, is not there
        with suppress(OSError):
            before, made = begin(path)
            connection = sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True, check_same_thread=False)
            if identity_of(path.stat()) == before:
                digest = made.result()
                return _prepared(connection, prepare, question, text), digest
            connection.close()
    raise NotReady("The published file is being replaced. Try again in a second.")


def _prepared(
    connection: sqlite3.Connection, prepare: Callable[[sqlite3.Connection], None], question: Question, text: CsvText
) -> Reading:
    try:
        prepare(connection)
        connection.row_factory = None
        return Reading(connection, question, text)
    except BaseException:
        connection.close()
        raise


def edition_of(path: Path) -> str:
    """Returns the SHA-256 of the published file as it is now; it is read once for each edition."""
    with suppress(OSError):
        return begin(path)[1].result()
    raise NotReady("The published file is being replaced. Try again in a second.")
