"""The fetch itself: looked up through the guard, timed, and held to one limit over all its redirects and retries.

What is larger than a megabyte waits for its turn (crawl/large.py): the connection is not read meanwhile, and the clock
stands still.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from time import monotonic
from typing import Any, cast

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
    _LenientHTTPClientParser,
    _ResponseReader,
    _ResultT,
    _ScrapyAgent,
)
from scrapy.crawler import Crawler
from scrapy.exceptions import CannotResolveHostError, DownloadTimeoutError
from scrapy.http import Response
from scrapy.utils._download_handlers import wrap_twisted_exceptions
from scrapy.utils.defer import maybe_deferred_to_future
from scrapy.utils.httpobj import urlparse_cached
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError
from twisted.internet.interfaces import IAddress
from twisted.web._newclient import ParseError
from twisted.web.client import Response as TxResponse
from twisted.web.iweb import IResponse

from aggregator.crawl.large import HELD, LARGE, WITHIN, Gate, Turn, gate_of
from aggregator.crawl.resolver import checked

SECONDS = "fetch_seconds"  # meta key: what the request, and those it was redirected from, took so far
# Twisted bounds a header's line, not their number. Browsers stop at 256 KiB, and so do most servers before that.
HEADER_BYTES = 256 * 1024
A_DAY = 86_400.0


class TimedHandler(HTTP11DownloadHandler):
    """Downloads within DOWNLOAD_TIMEOUT seconds altogether: Scrapy grants that time to each hop and each retry."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._limit = crawler.settings.getfloat("DOWNLOAD_TIMEOUT")
        self._pool._factory = _ClientFactory

    async def download_request(self, request: Request) -> Response:
        spent = float(request.meta.get(SECONDS, 0.0))
        if spent >= self._limit:
            raise DownloadTimeoutError(f"took longer than {self._limit:g} seconds with its redirects")
        request.meta["download_timeout"] = self._limit - spent
        request.meta.pop(HELD, None)
        agent = self._agent()
        started = monotonic()
        try:
            await _look_up(request)
            with wrap_twisted_exceptions():
                response = await maybe_deferred_to_future(agent.download_request(request))
            agent.end_turn(response)
            return response
        finally:
            agent.end_turn(None)
            request.meta[SECONDS] = spent + monotonic() - started - agent.waited

    def _agent(self) -> _Agent:
        """The agent that Scrapy's own handler makes for each request, but of our kind."""
        return _Agent(
            gate_of(self._crawler),
            contextFactory=self._contextFactory,
            bindAddress=self._bind_address,
            pool=self._pool,
            maxsize=self._default_maxsize,
            warnsize=self._default_warnsize,
            fail_on_dataloss=self._fail_on_dataloss,
            crawler=self._crawler,
            tls_verbose_logging=self._tls_verbose_logging,
        )


async def _look_up(request: Request) -> None:
    """Asks the resolver first, so that its reason is told: inside a connection all that is left is "no results".

    What a proxy is asked for, it looks up itself; addresses written as numbers are refused all the same.
    """
    from twisted.internet import reactor  # importing it earlier would install another reactor than Scrapy's

    host = urlparse_cached(request).hostname or ""
    if request.meta.get("proxy"):
        _check_number(host)
        return
    try:
        await maybe_deferred_to_future(Deferred.fromCoroutine(reactor.nameResolver.addresses(host)))
    except DNSLookupError as error:
        if hasattr(error, "code"):
            raise
        raise CannotResolveHostError(str(error)) from error


def _check_number(host: str) -> None:
    try:
        answers = socket.getaddrinfo(host, 0, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
    except OSError:  # a name
        return
    checked([str(address[0]) for *_, address in answers], host)


class _Agent(_ScrapyAgent):
    """Stops reading a large body until its turn has come; `waited` is how long that took, in seconds."""

    def __init__(self, gate: Gate, **told: Any) -> None:
        super().__init__(**told)
        self.waited = 0.0
        self._gate = gate
        self._turn: Turn | None = None

    def _cb_bodyready(self, txresponse: TxResponse, request: Request) -> _ResultT | Deferred[_ResultT]:
        ready = super()._cb_bodyready(txresponse, request)
        reader = txresponse._bodyProtocol
        if isinstance(reader, _ResponseReader) and not request.meta.get(WITHIN):
            reader.__class__ = _Reader  # Scrapy, too, names the class of the reader in its code
            cast("_Reader", reader).large = lambda: self._wait(txresponse, request)
        return ready

    def _wait(self, txresponse: TxResponse, request: Request) -> None:
        self._turn = self._gate.turn()
        request.meta[HELD] = True
        if self._turn.done():
            return
        txresponse._transport.pauseProducing()
        since = monotonic()
        alarm: Any = self._timeout_cl  # what mypy knows of it leaves out the interfaces that zope declares
        left = alarm.getTime() - _now()
        alarm.reset(A_DAY)

        def go_on(_: Turn) -> None:
            self.waited = monotonic() - since
            if alarm.active():
                alarm.reset(left)
                txresponse._transport.resumeProducing()

        self._turn.add_done_callback(go_on)

    def end_turn(self, response: Response | None) -> None:
        """Gives back the turn where there is one; a second call does nothing."""
        if self._turn is not None:
            self._gate.over(self._turn, response)
            self._turn = None


class _Reader(_ResponseReader):
    """Tells when a body turns out to be large, once."""

    large: Callable[[], None] | None

    def dataReceived(self, data: bytes) -> None:  # noqa: N802  Twisted's name
        super().dataReceived(data)
        if self._bytes_received > LARGE and self.large and not self._finished.called:
            told, self.large = self.large, None
            told()


def _now() -> float:
    from twisted.internet import reactor  # importing it earlier would install another reactor than Scrapy's

    clock: Any = reactor
    return float(clock.seconds())


class _Parser(_LenientHTTPClientParser):
    """Gives up on an answer whose headers do not end: 30 MB of them would be kept in memory, a line at a time."""

    header_bytes = 0

    def lineReceived(self, line: bytes) -> None:  # noqa: N802  Twisted's name
        self.header_bytes += len(line) + 1
        if self.header_bytes > HEADER_BYTES:
            raise ParseError(f"more than {HEADER_BYTES} bytes of headers", line[:80])  # type: ignore[no-untyped-call]
        super().lineReceived(line)

    def lineLengthExceeded(self, line: bytes) -> None:  # noqa: N802  Twisted's, which hangs up without a word
        raise ParseError(f"a header of more than {self.MAX_LENGTH} bytes", line[:80])  # type: ignore[no-untyped-call]


class _ClientProtocol(_LenientHTTP11ClientProtocol):
    def request(self, request: Any) -> Deferred[IResponse]:
        answer: Deferred[IResponse] = super().request(request)
        assert self._parser is not None
        self._parser.__class__ = _Parser  # as Scrapy itself does: Twisted names the class of the parser in its code
        return answer


class _ClientFactory(_LenientHTTP11ClientFactory):
    def buildProtocol(self, addr: IAddress | None) -> _ClientProtocol:  # noqa: N802  Twisted's name
        return _ClientProtocol(self._quiescentCallback)  # type: ignore[no-untyped-call]
