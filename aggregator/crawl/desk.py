"""The desk: what a crawl asks of the rest of the program, and the only way from Scrapy to the store."""

from __future__ import annotations

import contextlib
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from scrapy import signals
from scrapy.crawler import Crawler

from aggregator.crawl.contact import require_contact
from aggregator.crawl.hosts import Hosts, origin_of, use_hosts
from aggregator.crawl.tunables import config_of
from aggregator.crawl.worker import Workers
from aggregator.errors import AggregatorError, CrawlError
from aggregator.ingest import Ingest, PollCounts
from aggregator.models import DueFeed, FeedPoll
from aggregator.times import iso, utc_now
from aggregator.workspace import Workspace, open_workspace

Given = ParamSpec("Given")
Result = TypeVar("Result")


class Desk:
    """Tells a spider which feeds are due and which pages are wanted, and holds the door for its items.

    `error` is what ended the crawl before its time: with a store that refuses, going on would only lose answers.
    """

    def __init__(self, workspace: Workspace, workers: Workers, run_id: int, closing: contextlib.ExitStack) -> None:
        self._workspace = workspace
        self.workers = workers
        self._closing = closing
        self.ingest: Ingest = workspace.ingest(run_id)
        self.hosts = Hosts(workspace.store.hosts, workspace.clock)
        self.pages_per_poll = workspace.config.crawl.pages_per_poll
        self.error: AggregatorError | None = None
        self._closed = False

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Desk:
        """Returns the desk of a crawl: the spider and the pipelines share one."""
        if crawler not in _desks:
            desk = cls._opened(crawler)
            crawler.signals.connect(desk.close, signal=signals.spider_closed)
            use_hosts(crawler, desk.hosts)
            _desks[crawler] = desk
        return _desks[crawler]

    @staticmethod
    def present(crawler: Crawler) -> Desk | None:
        """Returns the desk of a crawl where it has one; none is opened."""
        return _desks.get(crawler)

    @classmethod
    def _opened(cls, crawler: Crawler) -> Desk:
        with contextlib.ExitStack() as stack:
            config = config_of(crawler.settings)
            workers = Workers(seconds=config.crawl.parse_timeout)
            stack.callback(workers.close)
            require_contact(config_of(crawler.settings), crawler.settings["AGGREGATOR_HOSTS"])
            db = Path(crawler.settings["AGGREGATOR_DB"])
            ahead = timedelta(seconds=crawler.settings.getfloat("AGGREGATOR_CLOCK_AHEAD"))
            clock = (lambda: utc_now() + ahead) if ahead else utc_now
            workspace = stack.enter_context(open_workspace(config, db, clock))
            run_id = stack.enter_context(workspace.run("poll"))
            return cls(workspace, workers, run_id, stack.pop_all())

    def due_feeds(self) -> list[DueFeed]:
        """Lists the feeds to poll in this run: due, and not of a host that wants to be left alone."""
        feeds, now = self._workspace.store.feeds, self.now()
        with self._workspace.store.transaction():
            feeds.pull_in(now)
        return [feed for feed in feeds.due(iso(now)) if not self.hosts.held_until(origin_of(feed.url))]

    def subscribed(self) -> dict[str, int]:
        return self._workspace.store.feeds.subscribed()

    def store_poll(self, poll: FeedPoll) -> PollCounts:
        """Stores a poll and what was learnt of hosts meanwhile, in one transaction."""
        with self._workspace.store.transaction():
            self.hosts.write()
            counts = self.ingest.poll(poll)
        self.hosts.written()
        return counts

    def refuses(self, url: str) -> str:
        """Says why an address is not to be fetched, '' where nothing speaks against it."""
        return self._workspace.refusals.of_address(url)

    def has_article(self, url: str) -> bool:
        return self._workspace.store.articles.known(url)

    def wants_page(self, url: str) -> bool:
        return not self.refuses(url) and self._workspace.store.articles.wants_page(url)

    def wanted_pages(self, feed_id: int) -> list[str]:
        wanted = self._workspace.store.articles.wanted_pages(feed_id, self.pages_per_poll)
        return [url for url in wanted if not self.refuses(url)]

    def now(self) -> datetime:
        return self._workspace.clock()

    def run(self, function: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs) -> Awaitable[Result]:
        return self.workers.run(function, *args, **kwargs)

    def close(self, reason: str) -> None:
        """Ends the run in the log of runs and closes the database; a second call does nothing."""
        if self._closed:
            return
        self._closed = True
        with contextlib.suppress(AggregatorError), self._workspace.store.transaction():
            self.hosts.write()  # what pages taught, after the last poll
        if reason == "finished":
            self._closing.close()
            return
        with contextlib.suppress(CrawlError), self._closing:
            raise CrawlError(reason)


_desks: WeakKeyDictionary[Crawler, Desk] = WeakKeyDictionary()
