"""Large answers take turns: while one is read and parsed it is in memory several times over."""

from __future__ import annotations

import asyncio
import gc
from collections import deque
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary, WeakSet

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.http import Response

LARGE = 1024 * 1024  # bytes; of 1,000 feeds a handful are larger
# How many may be open at once. With every answer free to come, 32 of 15 MiB took the poller and its parsers to 858 MB.
OPEN = 2
_LOOK_SECONDS = 0.1
_LOOKS_BEFORE_SWEEP = 10

HELD = "large"  # meta key: this request's answer is one of the open ones
WITHIN = "within_large"  # meta key: it is read on behalf of an open answer, which waits for it, so it must not wait too

Turn = asyncio.Future[None]


class Gate:
    """Gives turns to large answers, first come, first served.

    An answer is open from its turn on until nobody has it any more, whatever became of it: that is when its memory is
    free, and nothing can forget to say so.
    """

    def __init__(self) -> None:
        self._waiting: deque[Turn] = deque()
        self._coming: set[Turn] = set()
        self._open: WeakSet[Response] = WeakSet()
        self._looks = 0

    def turn(self) -> Turn:
        """Returns a future that is done when an answer may be read to its end."""
        turn: Turn = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        if len(self._waiting) == 1:
            self._look()
        return turn

    def over(self, turn: Turn, response: Response | None = None) -> None:
        """Ends a turn, or the wait for one; the answer that came of it counts for as long as anybody has it."""
        if turn in self._waiting:
            self._waiting.remove(turn)
        self._coming.discard(turn)
        if response is not None:
            self._open.add(response)

    def has(self, response: Response) -> bool:
        return response in self._open

    def _look(self) -> None:
        while self._waiting and len(self._coming) + len(self._open) < OPEN:
            turn = self._waiting.popleft()
            self._coming.add(turn)
            turn.set_result(None)
            self._looks = 0
        if not self._waiting:
            return
        self._looks += 1
        if self._looks % _LOOKS_BEFORE_SWEEP == 0:
            gc.collect()  # an error's traceback may keep an answer until the next collection, which may be far
        asyncio.get_running_loop().call_later(_LOOK_SECONDS, self._look)


_of_crawls: WeakKeyDictionary[Crawler, Gate] = WeakKeyDictionary()


def gate_of(crawler: Crawler) -> Gate:
    """Returns the gate that all downloads of a crawl share."""
    if crawler not in _of_crawls:
        _of_crawls[crawler] = Gate()
    return _of_crawls[crawler]
