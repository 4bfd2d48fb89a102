"""Before every fetch, whatever asks for it: outlets that want to be left alone, and what was removed on request."""

from __future__ import annotations

from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler

from aggregator.crawl.desk import Desk
from aggregator.crawl.refusal import Refusal
from aggregator.models import PollCode


class RefusedMiddleware:
    """Gives up requests, and redirects, to addresses that are not to be fetched; robots.txt is not asked for either."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(Desk.from_crawler(crawler))

    def process_request(self, request: Request) -> None:
        if why := self._desk.refuses(request.url):
            raise Refusal(PollCode.ROBOTS, why)
