"""Before every fetch, whatever asks for it: outlets that want to be left alone, and what was removed on request."""

from __future__ import annotations

from typing import Protocol, Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.utils.misc import build_from_crawler, load_object

from aggregator.crawl.refusal import Refusal
from aggregator.models import PollCode


class Knowing(Protocol):
    """What a desk knows of addresses."""

    def refuses(self, url: str) -> str: ...
    def has_article(self, url: str) -> bool: ...


class RefusedMiddleware:
    """Gives up requests, and redirects, to addresses that are not to be fetched; robots.txt is not asked for either."""

    def __init__(self, desk: Knowing) -> None:
        self._desk = desk

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(build_from_crawler(load_object(crawler.settings["DESK"]), crawler))

    def process_request(self, request: Request) -> None:
        if why := self._desk.refuses(request.url):
            raise Refusal(PollCode.ROBOTS, why)
        # The address of a page does not tell all: what was removed is known by its guid and its outlet, too, and then
        # its feed's entry was not stored. A page is sent for only after its feed's poll was.
        article = request.cb_kwargs.get("url")
        if article and not self._desk.has_article(article):
            raise Refusal(PollCode.ROBOTS, "its article was refused")
