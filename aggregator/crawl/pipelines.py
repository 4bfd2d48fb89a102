"""The one pipeline: a spider's items go through Ingest into the store."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from aggregator.crawl.desk import Desk
from aggregator.errors import AggregatorError, RefusedRowError
from aggregator.models import ArticleDraft, FeedPoll, PollCode

logger = logging.getLogger(__name__)


class IngestPipeline:
    """Stores polls and pages, each in a transaction of its own, and counts them in the crawl's stats.

    Scrapy only logs what a pipeline raises, and the crawl ends as "finished": so an error of the store closes the
    spider with a reason of its own.
    """

    def __init__(self, crawler: Crawler, desk: Desk) -> None:
        self._crawler = crawler
        self._desk = desk
        self._closing: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> IngestPipeline:
        return cls(crawler, Desk.from_crawler(crawler))

    def process_item(self, item: FeedPoll | ArticleDraft) -> FeedPoll | ArticleDraft:
        if self._desk.error:
            raise DropItem("the store has failed")
        try:
            self._store(item)
        except AggregatorError as error:
            self._give_up(error)
            raise DropItem("the store has failed") from error
        return item

    def _store(self, item: FeedPoll | ArticleDraft) -> None:
        try:
            self._store_page(item) if isinstance(item, ArticleDraft) else self._store_poll(item)
        except Exception as error:
            if isinstance(error, AggregatorError) and not isinstance(error, RefusedRowError):
                raise
            self._store_failure(item, error)

    def _store_failure(self, item: FeedPoll | ArticleDraft, error: Exception) -> None:
        """Says what nobody foresaw: one item must not end the crawl, and a poll keeps its row without its drafts."""
        if isinstance(item, ArticleDraft):
            logger.error("Page %s brought what could not be stored", item.url, exc_info=error)
            return
        logger.error("Feed %d brought what could not be stored", item.feed_id, exc_info=error)
        message = f"could not be stored: {type(error).__name__}: {error}"[:300]
        self._store_poll(replace(item, drafts=(), code=PollCode.FAILED, message=message))

    def _store_poll(self, poll: FeedPoll) -> None:
        counts = self._desk.store_poll(poll)
        stats = self._crawler.stats
        stats.inc_value(f"polls/{poll.code}")
        for name in ("new", "revised", "unchanged"):
            stats.inc_value(f"articles/{name}", getattr(counts, name))

    def _store_page(self, draft: ArticleDraft) -> None:
        self._desk.ingest.add(draft)
        if draft.title or draft.body:
            self._crawler.stats.inc_value("pages")

    def _give_up(self, error: AggregatorError) -> None:
        self._desk.error = error
        engine = self._crawler.engine
        # Not awaited here: closing waits for the items in work, and this is one of them.
        self._closing = asyncio.ensure_future(engine.close_spider_async(reason="store_error"))
