"""The fetch itself: looked up through the guard, timed, and held to one limit over all its redirects and retries."""

from __future__ import annotations

from time import monotonic

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.exceptions import CannotResolveHostError, DownloadTimeoutError
from scrapy.http import Response
from scrapy.utils.defer import maybe_deferred_to_future
from scrapy.utils.httpobj import urlparse_cached
from twisted.internet.error import DNSLookupError

SECONDS = "fetch_seconds"  # meta key: what the request, and those it was redirected from, took so far


class TimedHandler(HTTP11DownloadHandler):
    """Downloads within DOWNLOAD_TIMEOUT seconds altogether: Scrapy grants that time to each hop and each retry."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._limit = crawler.settings.getfloat("DOWNLOAD_TIMEOUT")

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

    The connection itself asks again and gets the cached answer, so the guard cannot be told one address and the
    connection another.
    """
    from twisted.internet import reactor  # importing it earlier would install another reactor than Scrapy's

    host = urlparse_cached(request).hostname or ""
    try:
        await maybe_deferred_to_future(reactor.resolver.getHostByName(host))
    except DNSLookupError as error:
        if hasattr(error, "code"):
            raise
        raise CannotResolveHostError(str(error)) from error
