"""Before every fetch, whatever asks for it: outlets that want to be left alone, and what was removed on request."""

from __future__ import annotations

from collections.abc import Callable
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.utils.misc import build_from_crawler, load_object

from aggregator.crawl.refusal import Refusal
from aggregator.models import PollCode


class RefusedMiddleware:
    """Gives up requests, and redirects, to addresses that are not to be fetched; robots.txt is not asked for either."""

    def __init__(self, refuses: Callable[[str], str]) -> None:
        self._refuses = refuses

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(build_from_crawler(load_object(crawler.settings["DESK"]), crawler).refuses)

    def process_request(self, request: Request) -> None:
        if why := self._refuses(request.url):
            raise Refusal(PollCode.ROBOTS, why)
