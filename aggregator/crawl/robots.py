"""robots.txt, with Scrapy's race mended and a host that does not answer asked only once."""

from __future__ import annotations

import asyncio
from datetime import datetime
from time import monotonic
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.robotstxt import ProtegoRobotParser, RobotParser

from aggregator.crawl.handler import SECONDS
from aggregator.crawl.hosts import TOO_MANY_REQUESTS, hosts_of, origin_of
from aggregator.crawl.refusal import Refusal
from aggregator.freshness import fresh_for
from aggregator.models import PollCode

MAX_BYTES = 512 * 1024  # RFC 9309, 2.5: at least 500 KiB must be read
# A Crawl-delay is waited for up to here: twenty pages of one host then take 200 s. A longer one would hold the whole
# cycle: such a host is asked one thing in a run, and what is left is put off to the next (crawl/patience.py).
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
        key = origin_of(request.url)
        if key not in self._parsers:
            self._parsers[key] = asyncio.ensure_future(self._rules(key))
        return self._parsers[key]

    async def _rules(self, origin: str) -> tuple[RobotParser, float]:
        """The rules of a host, and the seconds that it took to get them, none where they were kept from an earlier run.

        A server's error is no rule to keep; where there are old ones, they still hold (RFC 9309, 2.4).
        """
        hosts, seconds = hosts_of(self._crawler), 0.0
        kept = hosts.robots(origin)
        if kept is None:
            response, seconds = await self._fetch(f"{origin}/robots.txt")
            # 429 says nothing of the rules, though it is one of the 4xx that stand for none.
            if response.status < 500 and response.status != TOO_MANY_REQUESTS:
                body = response.body if response.status == 200 else b""
                hosts.keep_robots(origin, response.status, body, _fresh_seconds(response, hosts.now()))
            elif hosts.old_robots(origin) is None:
                raise Refusal(PollCode.ROBOTS, f"robots.txt answered {response.status}, which forbids all (RFC 9309)")
            kept = hosts.old_robots(origin)
        parser = ProtegoRobotParser.from_crawler(self._crawler, kept.robots if kept else b"")
        self._slow_down(origin, parser)
        return parser, seconds

    async def _fetch(self, url: str) -> tuple[Response, float]:
        request = Request(
            url,
            priority=1000,
            meta={"dont_obey_robotstxt": True, "download_maxsize": MAX_BYTES},
            headers={"Accept": "text/plain,*/*;q=0.5"},
            callback=NO_CALLBACK,
        )
        response = await self._crawler.engine.download_async(request)
        asked = response.request or request  # the last one, where there were redirects
        return response, float(asked.meta.get(SECONDS, 0.0))

    def _slow_down(self, origin: str, parser: RobotParser) -> None:
        wanted = float(parser.crawl_delay(self._agent) or 0.0)
        if wanted > MAX_CRAWL_DELAY:
            hosts_of(self._crawler).set_pace(origin, wanted)
        if not 0 < wanted <= MAX_CRAWL_DELAY:
            return
        downloader, host = self._crawler.engine.downloader, str(urlsplit(origin).hostname)
        # In the settings too: Scrapy forgets the slot of a host that was not asked for a minute.
        told = downloader.per_slot_settings.get(host, {})
        delay = max(wanted, told.get("delay", downloader.settings.getfloat("DOWNLOAD_DELAY")))
        downloader.per_slot_settings[host] = told | {"delay": delay}
        if slot := downloader.slots.get(host):
            slot.delay = max(slot.delay, delay)


def _fresh_seconds(response: Response, now: datetime) -> int | None:
    """How long a robots.txt counts by its own headers, 0 where they forbid to keep it; None where they don't say."""
    if not any(name in response.headers for name in ("Cache-Control", "Expires")):
        return None
    return fresh_for(lambda name: (response.headers.get(name) or b"").decode("latin-1"), now) or 0
