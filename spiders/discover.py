"""DiscoverSpider: finds the feeds of one page, and looks whether each of them is one."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any, Self
from urllib.parse import urljoin

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.utils.misc import build_from_crawler, load_object
from twisted.python.failure import Failure

from aggregator.feeds import parse_feed
from aggregator.models import FoundFeed, PollCode
from aggregator.pages.feed_links import feed_links
from spiders.feeds import ACCEPT, Desk
from spiders.outcomes import error_code, error_message, one_line, status_code, status_message

# Where a page names no feed, the commonest places: of the 606 feeds of feeds.csv 116 are at /feed, 47 at /rss and 10 at
# /rss.xml of their host, with or without a slash; no other place has more than 6.
GUESSES = ("/feed/", "/rss", "/rss.xml")
MAX_CANDIDATES = 10  # a page names one to three; at two seconds between requests, ten take twenty


class DiscoverSpider(Spider):
    """Yields a FoundFeed for the page where it is a feed itself, else for each one that it names."""

    name = "discover"

    def __init__(self, desk: Desk, url: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.desk = desk
        self.url = url

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        desk = build_from_crawler(load_object(crawler.settings["DESK"]), crawler)
        return super().from_crawler(crawler, *args, desk=desk, **kwargs)

    async def start(self) -> AsyncIterator[Any]:
        yield self._request(self.url, self.landed, title="", named=True)

    async def landed(self, response: Response, title: str, named: bool) -> AsyncIterator[Any]:
        """Turns the page into a feed, or into questions for the feeds that it names."""
        found = await self._found(response, title, named)
        if found.code is not PollCode.NOT_A_FEED:
            yield found
            return
        links = await self.desk.run(feed_links, response.body, response.url)
        told = links or tuple((urljoin(response.url, guess), "") for guess in GUESSES)
        for url, name in told[:MAX_CANDIDATES]:
            yield self._request(url, self.looked, title=name, named=bool(links))

    async def looked(self, response: Response, title: str, named: bool) -> AsyncIterator[FoundFeed]:
        yield await self._found(response, title, named)

    def failed(self, failure: Failure) -> Iterator[FoundFeed]:
        request: Request = failure.request  # type: ignore[attr-defined]  # Scrapy hangs it there
        told = request.cb_kwargs
        code = error_code(failure.value)
        yield FoundFeed(request.url, code, told["named"], told["title"], message=error_message(failure.value))

    def _request(self, url: str, callback: Any, **told: Any) -> Request:
        return Request(
            url, callback=callback, errback=self.failed, headers={"Accept": ACCEPT}, dont_filter=True, cb_kwargs=told
        )

    async def _found(self, response: Response, title: str, named: bool) -> FoundFeed:
        if code := status_code(response.status):
            return FoundFeed(response.url, code, named, title, message=status_message(response.status))
        content_type = (response.headers.get("Content-Type") or b"").decode("latin-1")
        try:
            feed = await self.desk.run(parse_feed, response.body, response.url, content_type, self.desk.now())
        except Exception as error:  # noqa: BLE001  whatever the body does to its parser, it is told as no feed
            return FoundFeed(response.url, error_code(error), named, title, message=error_message(error))
        return FoundFeed(
            url=response.url,
            code=feed.code,
            named=named,
            title=feed.title or title,
            version=feed.version,
            language=feed.language,
            entries=len(feed.entries),
            message=one_line(feed.message),
        )
