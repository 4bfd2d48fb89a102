"""The fetch itself: looked up through the guard, timed, and held to one limit over all its redirects and retries."""

from __future__ import annotations

import socket
from time import monotonic
from typing import Any

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
    _LenientHTTPClientParser,
)
from scrapy.crawler import Crawler
from scrapy.exceptions import CannotResolveHostError, DownloadTimeoutError
from scrapy.http import Response
from scrapy.utils.defer import maybe_deferred_to_future
from scrapy.utils.httpobj import urlparse_cached
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError
from twisted.internet.interfaces import IAddress
from twisted.web._newclient import ParseError
from twisted.web.iweb import IResponse

from aggregator.crawl.resolver import checked

SECONDS = "fetch_seconds"  # meta key: what the request, and those it was redirected from, took so far
# Twisted bounds a header's line, not their number. Browsers stop at 256 KiB, and so do most servers before that.
HEADER_BYTES = 256 * 1024


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
        started = monotonic()
        try:
            await _look_up(request)
            return await super().download_request(request)
        finally:
            request.meta[SECONDS] = spent + monotonic() - started


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
