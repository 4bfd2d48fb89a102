"""robots.txt, with Scrapy's race mended and a host that does not answer asked only once."""

from __future__ import annotations

import asyncio
from time import monotonic

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http.request import NO_CALLBACK
from scrapy.robotstxt import ProtegoRobotParser, RobotParser
from scrapy.utils.httpobj import urlparse_cached

from aggregator.crawl.handler import SECONDS
from aggregator.crawl.refusal import Refusal
from aggregator.models import PollCode

MAX_BYTES = 512 * 1024  # RFC 9309, 2.5: at least 500 KiB must be read
# A Crawl-delay is honoured up to here: twenty pages of one host then take 200 s. A site may ask for any number, and one
# that asks for an hour would hold the whole cycle as long.
MAX_CRAWL_DELAY = 10.0


class RobotsMiddleware:
    """Lets a request pass when its host's robots.txt does, after RFC 9309.

    Scrapy's own keeps one Deferred for all who wait for the same robots.txt; the second and later waiters are told
    None, which it takes for "allowed": of 6 forbidden addresses asked for at once, 4 are fetched (Scrapy 2.14 to
    2.19). Here they await one asyncio task, which tells each of them the same.
    """

    def __init__(self, crawler: Crawler) -> None:
        if not crawler.settings.getbool("ROBOTSTXT_OBEY"):
            raise NotConfigured
        self._crawler = crawler
        self._agent = str(crawler.settings["ROBOTSTXT_USER_AGENT"])
        self._parsers: dict[str, asyncio.Task[tuple[RobotParser, float]]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> RobotsMiddleware:
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        if request.meta.get("dont_obey_robotstxt"):
            return
        started = monotonic()
        fetching = self._fetching(request)
        waits = not fetching.done()
        try:
            parser, seconds = await asyncio.shield(fetching)
        except Exception:
            request.meta[SECONDS] = monotonic() - started  # all the time that this feed took
            raise
        if waits:  # its server decides how long both of them take, so both are within one limit
            request.meta[SECONDS] = request.meta.get(SECONDS, 0.0) + seconds
        if not parser.allowed(request.url, self._agent):
            raise Refusal(PollCode.ROBOTS, "robots.txt forbids it")

    def _fetching(self, request: Request) -> asyncio.Task[tuple[RobotParser, float]]:
        """Fetches the rules of a request's host, once; a failure to get them is the failure of every request to it.

        To ask a host that hangs, or has no address, for the feed as well would only double the wait, and RFC 9309
        (2.3.1.4) forbids to fetch while robots.txt cannot be reached.
        """
        address = urlparse_cached(request)
        key = f"{address.scheme}://{address.netloc}"
        if key not in self._parsers:
            self._parsers[key] = asyncio.ensure_future(self._fetch(f"{key}/robots.txt"))
        return self._parsers[key]

    async def _fetch(self, url: str) -> tuple[RobotParser, float]:
        """Returns the rules, and the seconds that it took to get them."""
        request = Request(
            url,
            priority=1000,
            meta={"dont_obey_robotstxt": True, "download_maxsize": MAX_BYTES},
            headers={"Accept": "text/plain,*/*;q=0.5"},
            callback=NO_CALLBACK,
        )
        response = await self._crawler.engine.download_async(request)
        if response.status >= 500:
            raise Refusal(PollCode.ROBOTS, f"robots.txt answered {response.status}, which forbids all (RFC 9309)")
        body = response.body if response.status == 200 else b""
        parser = ProtegoRobotParser.from_crawler(self._crawler, body)
        self._slow_down(request, parser)
        asked = response.request or request  # the last one, where there were redirects
        return parser, float(asked.meta.get(SECONDS, 0.0))

    def _slow_down(self, request: Request, parser: RobotParser) -> None:
        slot = self._crawler.engine.downloader.slots.get(str(urlparse_cached(request).hostname))
        wanted = parser.crawl_delay(self._agent)
        if slot and wanted:
            slot.delay = max(slot.delay, min(wanted, MAX_CRAWL_DELAY))
