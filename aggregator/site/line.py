"""A line before what a stranger can make long, though it is a page of ours: a search, and a comparison.

Of a million articles a search for twenty beginnings takes 0.9 s of a processor. Ten at once had all the threads, and
whoever read a story behind them waited for 24 seconds on a busy machine of two cores.
"""

from __future__ import annotations

import asyncio
import re

from aggregator.site.bounds import TooBusy

# As many as anyone's SQL has, which stands in a line of its own; of six threads two are left to the other pages.
PLACES = 2
# A search of a million articles takes 0.1 s and the longest 0.9, so that some six are before who is sent away.
WAIT_SECONDS = 3.0
_WIDE = re.compile(r"/(?:search|compare)(?:\.|$)")


def is_wide(path: str) -> bool:
    """Says whether an address is of a page that a stranger can make long.

    >>> is_wide('/search'), is_wide('/search.atom'), is_wide('/compare.csv'), is_wide('/searches'), is_wide('/')
    (True, True, True, False, False)
    """
    return _WIDE.match(path) is not None


class Line:
    """So many at a time; who has waited too long is told to come again."""

    def __init__(self, places: int = PLACES) -> None:
        self._places = asyncio.Semaphore(places)

    async def enter(self) -> Place:
        """Waits for a place; raises TooBusy."""
        if not self._places.locked():
            await self._places.acquire()
            return Place(self._places)
        try:
            async with asyncio.timeout(WAIT_SECONDS):
                await self._places.acquire()
        except TimeoutError as error:
            raise TooBusy from error
        return Place(self._places)


class Place:
    """A place that is given back once, however often that is said."""

    def __init__(self, places: asyncio.Semaphore) -> None:
        self._places: asyncio.Semaphore | None = places

    def leave(self) -> None:
        if self._places is not None:
            self._places.release()
            self._places = None
