"""What a stranger's question is ended for beside its time, whether a page or a CSV asks it.

SQLite bounds a text, and the memory of a whole process. Of one question it bounds neither the rows that it keeps aside,
of which 600 MB a second went to the disk, nor how wide a row is: twenty rows of 140 texts of a megabyte took 5 GB, and
readers waited for 17 seconds. And what one question holds, the pages lack.
"""

from __future__ import annotations

import math
import resource
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from datasette.utils.asgi import Base400  # type: ignore[import-untyped]

# Written to files that SQLite keeps rows in.
MOST_SPILLED = 64_000_000
# Of Linux, which counts what each thread writes; elsewhere a question is ended by its time.
_THREAD: int | None = getattr(resource, "RUSAGE_THREAD", None)
_BLOCK = 512
# A disk takes some hundred kilobytes in it. Looked at as often as the clock, it doubled what a question costs.
_LOOK_EVERY_SECONDS = 0.001
SPILLED = "the question keeps too many rows aside: sort, join or group fewer"
TOO_MANY_BYTES = "the answer is larger than {most:,} bytes: ask for fewer rows or columns"


class TooBusy(Base400):  # type: ignore[misc]
    """A question that found no place in time, for those of others; asked again later it will be answered."""

    status = 429

    def __init__(self) -> None:
        super().__init__("Too many questions are asked at this moment. Ask again in a few seconds.")


class Shortage:
    """How many pages of ours find no memory; it is one heap for the whole process, so strangers' questions end then.

    One question of 150 texts of a megabyte held nearly all there was, and every other page failed meanwhile.
    """

    def __init__(self) -> None:
        self.waiting = 0
        self._holding: set[Callable[[], None]] = set()

    @contextmanager
    def felt(self) -> Iterator[None]:
        self.waiting += 1
        try:
            for give_way in tuple(self._holding):
                give_way()
            yield
        finally:
            self.waiting -= 1

    @contextmanager
    def told(self, give_way: Callable[[], None]) -> Iterator[None]:
        """Has something that holds memory while it does nothing called, where pages lack it."""
        self._holding.add(give_way)
        try:
            yield
        finally:
            self._holding.discard(give_way)


SHORTAGE = Shortage()


class Bounds:
    """A progress handler that ends a question at a time of a clock, and a stranger's for what it takes from others."""

    def __init__(self, clock: Callable[[], float], seconds: float, *, stranger: bool) -> None:
        self._clock, self._end = clock, clock() + seconds
        self._next_look = -math.inf if stranger else math.inf
        self._most_written = _written() + MOST_SPILLED if stranger else math.inf
        self.gave_way = self.spilled = False

    def __call__(self) -> bool:
        now = self._clock()
        if now >= self._next_look:
            self._next_look = now + _LOOK_EVERY_SECONDS
            self.gave_way = SHORTAGE.waiting > 0
            self.spilled = _written() > self._most_written
            return self.gave_way or self.spilled or now >= self._end
        return now >= self._end


class Texts:
    """A text factory that stops where an answer, or one row of a long one, has too many bytes."""

    def __init__(self, most: float) -> None:
        self._most = self._left = most

    def anew(self) -> None:
        self._left = self._most

    def __call__(self, raw: bytes) -> str:
        self._left -= len(raw)
        if self._left < 0:
            raise sqlite3.OperationalError(TOO_MANY_BYTES.format(most=self._most))
        return str(raw, "utf-8", "replace")


def _written() -> int:
    """Returns the bytes that this thread has had written to files."""
    return resource.getrusage(_THREAD).ru_oublock * _BLOCK if _THREAD is not None else 0
