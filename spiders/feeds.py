"""FeedSpider: polls every due feed and, where a feed asks for it, reads the pages of its new articles."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any, ParamSpec, Protocol, Self, TypeVar
from urllib.parse import unquote, urlsplit, urlunsplit

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.utils.misc import build_from_crawler, load_object
from twisted.python.failure import Failure
from w3lib.http import basic_auth_header

from aggregator.feeds import parse_feed
from aggregator.models import ArticleDraft, DraftKind, DueFeed, FeedPoll, ParsedFeed, PollCode
from aggregator.pages import parse_page, to_draft
from aggregator.urls import host_of
from spiders.outcomes import (
    error_code,
    error_message,
    is_whole,
    one_line,
    status_code,
    status_message,
    whole_entries,
)

Given = ParamSpec("Given")
Result = TypeVar("Result")

ACCEPT = "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
# A validator is sent back as it came. It is a hash or a date; one longer than this would be a way to make us send a
# header of any size.
VALIDATOR_CHARACTERS = 1024
PAGE_PRIORITY = -1  # below that of feeds: all polls first


class Desk(Protocol):
    """What the crawl package tells a spider, and does for it; the setting DESK names the class."""

    pages_per_poll: int

    def due_feeds(self) -> list[DueFeed]: ...
    def wants_page(self, url: str) -> bool: ...
    def wanted_pages(self, feed_id: int) -> list[str]: ...
    def now(self) -> datetime: ...
    def run(self, function: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs) -> Awaitable[Result]:
        """Runs a pure function off the event loop, within a time limit."""


class FeedSpider(Spider):
    """Yields one FeedPoll for every due feed, whatever its server does, and a draft for every page it reads."""

    name = "feeds"

    def __init__(self, desk: Desk, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.desk = desk

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        desk = build_from_crawler(load_object(crawler.settings["DESK"]), crawler)
        return super().from_crawler(crawler, *args, desk=desk, **kwargs)

    async def start(self) -> AsyncIterator[Any]:
        for feed in in_turn(self.desk.due_feeds()):
            try:
                yield self._request(feed)
            except ValueError as error:  # an address that Scrapy takes for none
                yield self._failure(feed, PollCode.FAILED, str(error))

    def _request(self, feed: DueFeed) -> Request:
        url, authorization = without_credentials(feed.url)
        told = {
            "Accept": ACCEPT,
            "Authorization": authorization,
            "If-None-Match": feed.etag,
            "If-Modified-Since": feed.last_modified,
        }
        headers = {name: value.encode("latin-1", "replace") for name, value in told.items() if value}
        return Request(
            url,
            callback=self.answered,
            errback=self.failed,
            headers=headers,
            dont_filter=True,
            cb_kwargs={"feed": feed},
        )

    async def answered(self, response: Response, feed: DueFeed) -> AsyncIterator[Any]:
        """Turns an answer into the feed's poll, and asks for the pages of the articles in it."""
        try:
            poll = await self._poll(response, feed)
        except Exception as error:  # whatever it was, the feed gets its row
            code = error_code(error)
            if code is PollCode.FAILED:
                self.logger.exception("Poll of feed %d failed", feed.id)
            poll = self._outcome(response, feed, code, message=error_message(error))
        yield poll
        if feed.fetch_pages:
            for request in self._pages(feed, poll.drafts):
                yield request

    def failed(self, failure: Failure) -> Iterator[FeedPoll]:
        """Turns a fetch that brought no answer into the feed's poll."""
        request: Request = failure.request  # type: ignore[attr-defined]  # Scrapy hangs it there
        error = failure.value
        yield self._failure(request.cb_kwargs["feed"], error_code(error), error_message(error), request)

    async def _poll(self, response: Response, feed: DueFeed) -> FeedPoll:
        if response.status == 304:
            return self._not_modified(response, feed)
        if code := status_code(response.status):
            return self._outcome(response, feed, code, message=status_message(response.status))
        whole = is_whole(response)
        body_hash = hashlib.sha256(response.body).hexdigest()
        kept = validators(response) | {"body_hash": body_hash}
        if whole and body_hash == feed.body_hash:
            return self._outcome(response, feed, PollCode.UNCHANGED, **kept)
        body = response.body if whole else whole_entries(response.body)
        content_type = (response.headers.get("Content-Type") or b"").decode("latin-1")
        parsed = await self.desk.run(parse_feed, body, response.url, content_type, self.desk.now())
        return self._parsed(response, feed, parsed, kept if whole else {})

    def _parsed(self, response: Response, feed: DueFeed, parsed: ParsedFeed, kept: dict[str, Any]) -> FeedPoll:
        drafts = tuple(described(draft, feed) for draft in parsed.entries)
        if not kept and parsed.code is not PollCode.NOT_A_FEED:
            message = f"broke off after {len(drafts)} whole entries"
            return self._outcome(response, feed, PollCode.TRUNCATED, drafts=drafts, message=message)
        # Validators of an answer that could not be used would keep a mended feed from being sent again.
        used = parsed.code in (PollCode.OK, PollCode.EMPTY)
        return self._outcome(
            response, feed, parsed.code, drafts=drafts, message=parsed.message, **(kept if used else {})
        )

    def _not_modified(self, response: Response, feed: DueFeed) -> FeedPoll:
        if not (feed.etag or feed.last_modified):
            return self._outcome(
                response, feed, PollCode.HTTP, message="304 Not Modified, though we asked for all of it"
            )
        told = {name: value for name, value in validators(response).items() if value}
        return self._outcome(response, feed, PollCode.NOT_MODIFIED, **told)

    def _outcome(self, response: Response, feed: DueFeed, code: PollCode, **told: Any) -> FeedPoll:
        poll = self._failure(feed, code, told.pop("message", ""), response.request)
        return replace(poll, status=response.status, bytes=len(response.body), **told)

    def _failure(self, feed: DueFeed, code: PollCode, message: str, request: Request | None = None) -> FeedPoll:
        """A poll that leaves the feed's validators as they are."""
        seconds = float(request.meta.get("fetch_seconds", 0.0)) if request else 0.0
        return FeedPoll(
            feed_id=feed.id,
            at=self.desk.now(),
            code=code,
            etag=feed.etag,
            last_modified=feed.last_modified,
            body_hash=feed.body_hash,
            elapsed_ms=round(seconds * 1000),
            message=one_line(message),
        )

    def _pages(self, feed: DueFeed, drafts: Iterable[ArticleDraft]) -> Iterator[Request]:
        """Asks for the pages of a feed's articles; where a poll brought none, for those that are still to be read."""
        told = [draft.url for draft in drafts if draft.url]
        wanted = [url for url in told if self.desk.wants_page(url)] if told else self.desk.wanted_pages(feed.id)
        for url in wanted[: self.desk.pages_per_poll]:
            yield Request(
                url,
                callback=self.page_answered,
                errback=self.page_failed,
                priority=PAGE_PRIORITY,
                cb_kwargs={"url": url},
            )

    async def page_answered(self, response: Response, url: str) -> AsyncIterator[ArticleDraft]:
        """Turns an article's page into a draft under the address that its feed gave."""
        if response.status != 200 or "dataloss" in response.flags:
            yield self._page_lost(url, f"{response.status}")
            return
        try:
            page = await self.desk.run(parse_page, response.body, response.url, self.desk.now())
        except Exception as error:  # noqa: BLE001  what the feed said of the article is stored already
            yield self._page_lost(url, error_code(error))
            return
        if not page.title and not page.body:
            yield self._page_lost(url, "empty")
            return
        # The page's own idea of its address may be another; what the feed gave is the key under which it is stored.
        robots = [value.decode("latin-1") for value in response.headers.getlist("X-Robots-Tag")]
        yield replace(to_draft(page, response.url, robots), url=url, original_url=url)

    def page_failed(self, failure: Failure) -> Iterator[ArticleDraft]:
        request: Request = failure.request  # type: ignore[attr-defined]  # Scrapy hangs it there
        yield self._page_lost(request.cb_kwargs["url"], error_code(failure.value))

    def _page_lost(self, url: str, why: str) -> ArticleDraft:
        """A draft with neither title nor text says that the page was asked for and gave nothing."""
        self.crawler.stats.inc_value(f"pages_lost/{why}")
        return ArticleDraft(DraftKind.PAGE, url, url, title="")


def in_turn(feeds: Iterable[DueFeed]) -> Iterator[DueFeed]:
    """Orders feeds so that hosts take turns, each host's feeds in their order.

    Scrapy works on the first 32 requests at once; were they all of one host, which is asked one thing every two
    seconds, the rest would wait for a minute.
    """
    by_host: dict[str, deque[DueFeed]] = {}
    for feed in feeds:
        by_host.setdefault(host_of(feed.url), deque()).append(feed)
    while by_host:
        for host in list(by_host):
            yield by_host[host].popleft()
            if not by_host[host]:
                del by_host[host]


def without_credentials(url: str) -> tuple[str, str]:
    """Takes user name and password out of an address, and gives them as the value of an Authorization header.

    In the address they would be sent to every host it is redirected to; the header is dropped there. A fragment is
    dropped as well: it is no server's business.

    >>> without_credentials("https://ada:p%40ss@feeds.example/rss#top")
    ('https://feeds.example/rss', 'Basic YWRhOnBAc3M=')
    """
    parts = urlsplit(url)
    login, _, host = parts.netloc.rpartition("@")
    user, _, password = login.partition(":")
    bare = urlunsplit(parts._replace(netloc=host, fragment=""))
    return bare, basic_auth_header(unquote(user), unquote(password)).decode("ascii") if login else ""


def validators(response: Response) -> dict[str, str | None]:
    """The ETag and Last-Modified of an answer, letter by letter, for the next poll to send back."""
    names = {"etag": "ETag", "last_modified": "Last-Modified"}
    values = {key: (response.headers.get(name) or b"").decode("latin-1") for key, name in names.items()}
    return {key: value if 0 < len(value) <= VALIDATOR_CHARACTERS else None for key, value in values.items()}


def described(draft: ArticleDraft, feed: DueFeed) -> ArticleDraft:
    """Adds what feeds.csv says of a feed; its language counts before the feed's own, which is often a default."""
    return replace(draft, language=feed.language or draft.language, section=draft.section or feed.section)
