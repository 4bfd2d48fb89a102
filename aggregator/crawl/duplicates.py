"""A feed that leads to another feed which is polled already brings nothing: it is not fetched twice."""

from __future__ import annotations

from functools import cached_property
from urllib.parse import urldefrag, urlsplit, urlunsplit

from scrapy import Request
from scrapy.crawler import Crawler
from w3lib.url import safe_url_string

from aggregator.crawl.desk import Desk
from aggregator.crawl.refusal import Refusal
from aggregator.models import PollCode


class DuplicateMiddleware:
    """Refuses a poll that was redirected to the address of another feed."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> DuplicateMiddleware:
        return cls(crawler)

    @cached_property
    def _subscribed(self) -> dict[str, int]:
        desk = Desk.present(self._crawler)
        return {_plain(url): feed_id for url, feed_id in desk.subscribed().items()} if desk else {}

    def process_request(self, request: Request) -> None:
        feed = request.cb_kwargs.get("feed")
        if feed is None or not request.meta.get("redirect_times"):
            return
        if self._subscribed.get(_plain(request.url), feed.id) != feed.id:
            raise Refusal(PollCode.DUPLICATE_FEED, f"leads to {_plain(request.url)}, which is polled already")


def _plain(url: str) -> str:
    """An address as it is asked for: without login and fragment, escaped as Scrapy escapes it."""
    try:
        parts = urlsplit(urldefrag(url).url)
        return str(safe_url_string(urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))))
    except ValueError:  # port 99999: one bad row of feeds.csv must not stop the others
        return url
