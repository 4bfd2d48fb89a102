"""FeedSpider: polls every due feed and, where a feed asks for it, reads the pages of its new articles.

What a feed is (`kind` in feeds.csv) says which spider's readers are used: FeedSpider's own for RSS, Atom and JSON Feed,
NewsSitemapSpider's for a sitemap, an outlet's spider for its section pages. All are polled in one crawl, so that a host
is asked one thing at a time whatever is read there.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any, ClassVar, ParamSpec, Protocol, Self, TypeVar
from urllib.parse import unquote, urlsplit, urlunsplit

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.settings import BaseSettings
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.misc import build_from_crawler, load_object
from twisted.python.failure import Failure
from w3lib.http import basic_auth_header

from aggregator.feeds import merged, parse_feed
from aggregator.freshness import fresh_for, retry_after
from aggregator.models import ArticleDraft, DraftKind, DueFeed, FeedPoll, ParsedFeed, ParsedPage, PollCode
from aggregator.pages import parse_page, to_draft
from aggregator.urls import host_of
from spiders.outcomes import (
    broke_off,
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
FeedReader = Callable[[bytes, str, str, datetime | None], ParsedFeed]  # body, address, content type, now
PageReader = Callable[[bytes, str, datetime | None], ParsedPage]  # body, address, now

ACCEPT = "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
# A validator is sent back as it came. It is a hash or a date; one longer than this would be a way to make us send a
# header of any size.
VALIDATOR_CHARACTERS = 1024
PERMANENT = (301, 308)  # RFC 9110, 15.4: the two that a client may remember
PAGE_PRIORITY = -1  # below that of feeds: all polls first
FETCH_SECONDS = "fetch_seconds"  # meta key of crawl.handler: what a request took so far
# Meta keys of crawl.large: an answer of that kind, and what is asked for while it is kept.
LARGE, WITHIN_LARGE = "large", "within_large"


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
    kind: ClassVar[str] = "feed"  # the rows of feeds.csv that this spider's readers are for
    accept: ClassVar[str] = ACCEPT

    def __init__(self, desk: Desk, readers: dict[str, type[FeedSpider]], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.desk = desk
        self._readers = readers

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        desk = build_from_crawler(load_object(crawler.settings["DESK"]), crawler)
        return super().from_crawler(crawler, *args, desk=desk, readers=readers_by_kind(crawler.settings), **kwargs)

    @classmethod
    def feed_reader(cls) -> FeedReader:
        """The function that reads what a feed of this kind answers; it runs in a process of its own."""
        return parse_feed

    @classmethod
    def page_reader(cls) -> PageReader:
        """The function that reads the pages of a feed of this kind; it runs in a process of its own."""
        return parse_page

    def polls(self, feed: DueFeed) -> bool:
        """Whether this spider polls a feed: `feeds` polls all, the others only those of their kind."""
        return True

    async def start(self) -> AsyncIterator[Any]:
        for feed in in_turn(filter(self.polls, self.desk.due_feeds())):
            if feed.kind not in self._readers:
                yield self._failure(feed, PollCode.FAILED, f"no spider reads what feeds.csv calls {feed.kind!r}")
                continue
            try:
                yield self._request(feed)
            except ValueError as error:  # an address that Scrapy takes for none
                web = feed.url.lower().startswith(("http://", "https://"))
                yield self._failure(feed, PollCode.FAILED if web else PollCode.SCHEME, str(error))

    def _request(self, feed: DueFeed) -> Request:
        url, authorization = login_apart(feed.url)
        told = {
            "Accept": self._readers[feed.kind].accept,
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
            if getattr(error, "put_off", False):
                self.crawler.stats.inc_value("polls_put_off")
                return
            code = error_code(error)
            if code is PollCode.FAILED:
                self.logger.exception("Poll of feed %d failed", feed.id)
            poll = self._outcome(response, feed, code, message=error_message(error))
        yield poll
        if feed.fetch_pages:
            for request in self._pages(feed, poll.drafts):
                yield request

    def failed(self, failure: Failure) -> Iterator[FeedPoll]:
        """Turns a fetch that brought no answer into the feed's poll; one that was put off is none, and is due still."""
        request: Request = failure.request  # type: ignore[attr-defined]  # Scrapy hangs it there
        error = failure.value
        if getattr(error, "put_off", False):
            self.crawler.stats.inc_value("polls_put_off")
            return
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
        if not body and broke_off(response):
            message = "broke off before the end of its first entry"
            return self._outcome(response, feed, PollCode.TRUNCATED, message=message)
        reader, content_type = self._readers[feed.kind].feed_reader(), header_of(response, "Content-Type")
        parsed = await self.desk.run(reader, body or response.body, response.url, content_type, self.desk.now())
        if parsed.follow:
            # An index may stay as it is while what it lists changes: its validators would hide the news.
            kept = dict.fromkeys(kept)
            parsed = await self._all_of(parsed, response, feed)
        return self._parsed(response, feed, parsed, kept if whole else {})

    async def _all_of(self, index: ParsedFeed, response: Response, feed: DueFeed) -> ParsedFeed:
        """Reads the documents that an index lists, all within the time of one feed.

        Raises what put them off where that is all that came of them: the feed is due still.
        """
        parts: list[tuple[str, ParsedFeed]] = []
        put_off: Exception | None = None
        spent = response.request.meta if response.request else {}
        for url in index.follow:
            request = Request(url, headers={"Accept": self._readers[feed.kind].accept}, callback=NO_CALLBACK)
            request.meta[FETCH_SECONDS] = spent.get(FETCH_SECONDS, 0.0)
            request.meta[WITHIN_LARGE] = spent.get(LARGE, False)
            try:
                parts.append((url, await self._part(request, feed)))
            except Exception as error:  # noqa: BLE001  nothing else leaves _part
                put_off = error
            spent[FETCH_SECONDS] = request.meta[FETCH_SECONDS]
        if put_off and not parts:
            raise put_off
        found = merged(parts)
        return replace(found, partial=found.partial or index.partial or put_off is not None)

    async def _part(self, request: Request, feed: DueFeed) -> ParsedFeed:
        """Reads one of several documents, through the same guards and manners as a feed."""
        try:
            response = await self.crawler.engine.download_async(request)
            if code := status_code(response.status):
                return ParsedFeed(code, message=status_message(response.status))
            if not is_whole(response):
                return ParsedFeed(PollCode.TRUNCATED, message="broke off")
            reader = self._readers[feed.kind].feed_reader()
            return await self.desk.run(reader, response.body, response.url, "", self.desk.now())
        except Exception as error:  # one document less; the others are read
            # What a Crawl-delay puts off is put off in every run, so it is told.
            if getattr(error, "put_off", False) and not getattr(error, "paced", False):
                raise
            return ParsedFeed(error_code(error), message=error_message(error))

    def _parsed(self, response: Response, feed: DueFeed, parsed: ParsedFeed, kept: dict[str, Any]) -> FeedPoll:
        drafts = tuple(described(draft, feed) for draft in parsed.entries)
        if not kept and parsed.code is not PollCode.NOT_A_FEED:
            message = f"broke off after {len(drafts)} whole entries"
            return self._outcome(response, feed, PollCode.TRUNCATED, drafts=drafts, message=message)
        # Validators of an answer that could not be used would keep a mended feed from being sent again.
        used = parsed.code in (PollCode.OK, PollCode.EMPTY)
        told = {"drafts": drafts, "message": parsed.message, "update_seconds": parsed.update_seconds}
        told["partial"] = parsed.partial
        return self._outcome(response, feed, parsed.code, **told, **(kept if used else {}))

    def _not_modified(self, response: Response, feed: DueFeed) -> FeedPoll:
        if not (feed.etag or feed.last_modified):
            return self._outcome(
                response, feed, PollCode.HTTP, message="304 Not Modified, though we asked for all of it"
            )
        told = {name: value for name, value in validators(response).items() if value}
        return self._outcome(response, feed, PollCode.NOT_MODIFIED, **told)

    def _outcome(self, response: Response, feed: DueFeed, code: PollCode, **told: Any) -> FeedPoll:
        poll = self._failure(feed, code, told.pop("message", ""), response.request)
        return replace(
            poll,
            status=response.status,
            bytes=len(response.body),
            retry_after=retry_after(lambda name: header_of(response, name), poll.at),
            fresh_for=fresh_for(lambda name: header_of(response, name), poll.at),
            moved_to=moved_to(response),
            **told,
        )

    def _failure(self, feed: DueFeed, code: PollCode, message: str, request: Request | None = None) -> FeedPoll:
        """A poll that leaves the feed's validators as they are."""
        seconds = float(request.meta.get(FETCH_SECONDS, 0.0)) if request else 0.0
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
                cb_kwargs={"url": url, "kind": feed.kind},
            )

    async def page_answered(self, response: Response, url: str, kind: str) -> AsyncIterator[ArticleDraft]:
        """Turns an article's page into a draft under the address that its feed gave."""
        if response.status != 200 or "dataloss" in response.flags:
            yield self._page_lost(url, f"{response.status}")
            return
        try:
            reader = self._readers[kind].page_reader()
            page = await self.desk.run(reader, response.body, response.url, self.desk.now())
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
        if getattr(failure.value, "put_off", False):
            return
        yield self._page_lost(request.cb_kwargs["url"], error_code(failure.value))

    def _page_lost(self, url: str, why: str) -> ArticleDraft:
        """A draft with neither title nor text says that the page was asked for and gave nothing."""
        self.crawler.stats.inc_value(f"pages_lost/{why}")
        return ArticleDraft(DraftKind.PAGE, url, url, title="")


def readers_by_kind(settings: BaseSettings) -> dict[str, type[FeedSpider]]:
    """The spider whose readers each kind of feed has, of all that Scrapy finds."""
    loader = get_spider_loader(settings)
    spiders = map(loader.load, loader.list())
    return {spider.kind: spider for spider in spiders if issubclass(spider, FeedSpider)}


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


def login_apart(url: str) -> tuple[str, str]:
    """Takes user name and password out of an address, and gives them as the value of an Authorization header.

    In the address they would be sent to every host it is redirected to; the header is dropped there. A fragment is
    dropped as well: it is no server's business.

    >>> login_apart("https://ada:p%40ss@feeds.example/rss#top")
    ('https://feeds.example/rss', 'Basic YWRhOnBAc3M=')
    """
    parts = urlsplit(url)
    login, _, host = parts.netloc.rpartition("@")
    user, _, password = login.partition(":")
    bare = urlunsplit(parts._replace(netloc=host, fragment=""))
    return bare, basic_auth_header(unquote(user), unquote(password)).decode("ascii") if login else ""


def validators(response: Response) -> dict[str, str | None]:
    """The ETag and Last-Modified of an answer, letter by letter, for the next poll to send back.

    Those of another host, to which the feed's own leads on, are none: they would be sent to a server that never gave
    them, and are not sent across hosts.
    """
    names = {"etag": "ETag", "last_modified": "Last-Modified"}
    asked = response.request.meta.get("redirect_urls", [response.url])[0] if response.request else response.url
    if host_of(asked) != host_of(response.url):
        return dict.fromkeys(names)
    values = {key: header_of(response, name) for key, name in names.items()}
    return {key: value if 0 < len(value) <= VALIDATOR_CHARACTERS else None for key, value in values.items()}


def header_of(response: Response, name: str) -> str:
    return (response.headers.get(name) or b"").decode("latin-1")


def moved_to(response: Response) -> str | None:
    """Returns where permanent redirects ended; None where there was none, or one hop was for the time being only."""
    hops = response.meta.get("redirect_reasons", ())
    return response.url if hops and all(hop in PERMANENT for hop in hops) else None


def described(draft: ArticleDraft, feed: DueFeed) -> ArticleDraft:
    """Adds what feeds.csv says of a feed; its language counts before the feed's own, which is often a default."""
    return replace(draft, language=feed.language or draft.language, section=draft.section or feed.section)
