"""Connections that nothing comes or goes on: each holds a place, and there are no more of them than are let in."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from uvicorn.protocols.http.h11_impl import H11Protocol


class ImpatientProtocol(H11Protocol):
    """uvicorn's own protocol, which waits without end for a request, or for a reader to take an answer.

    Two hundred connections that send half a header would keep everybody else out. Who is at work is let be: a download
    over a slow line moves, if only a little.
    """

    look_every_seconds: ClassVar[float] = 5.0
    # A browser sends its whole request in one go; a proxy asks anew on a connection that was closed.
    ask_within_seconds: ClassVar[float] = 10.0
    take_within_seconds: ClassVar[float] = 60.0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._last, self._is_lost = (self.loop.time(), -1), False
        self.loop.call_later(self.look_every_seconds, self._look)

    def on_response_complete(self) -> None:
        # Looks may all fall between two requests: a reader who asked without a pause was cut off after ten seconds.
        self._last = (self.loop.time(), -1)
        super().on_response_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        self._is_lost = True
        super().connection_lost(exc)

    def _look(self) -> None:
        """Closes a connection on which nothing has moved for longer than it may, be it closing already."""
        if self._is_lost:
            return
        at_work = self.cycle is not None and not self.cycle.response_complete
        waiting = self.transport.get_write_buffer_size()
        since, before = self._last
        if (at_work and waiting == 0) or waiting != before:
            self._last = (self.loop.time(), waiting)
        elif self.loop.time() - since > (self.take_within_seconds if waiting else self.ask_within_seconds):
            self.transport.abort()
            return
        self.loop.call_later(self.look_every_seconds, self._look)
