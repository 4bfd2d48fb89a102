"""The feeds of one page, found by a crawl like any other: one guard, one robots.txt, one politeness; no store."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import json
import os
import pickle
import sys
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from scrapy import signals
from scrapy.crawler import AsyncCrawlerProcess, Crawler

from aggregator.config import Config
from aggregator.crawl.__main__ import Stop, settings_of
from aggregator.crawl.run import Job, run_child
from aggregator.crawl.tunables import config_of
from aggregator.crawl.worker import Workers
from aggregator.errors import CrawlError
from aggregator.leave_alone import LeaveAlone, read_leave_alone
from aggregator.models import DueFeed, FoundFeed, PollCode
from aggregator.outlets import OutletIndex
from aggregator.ratings import read_outlets
from aggregator.refusals import Refusals
from aggregator.store.rights import rights_of
from aggregator.times import utc_now

Given = ParamSpec("Given")
Result = TypeVar("Result")


@dataclasses.dataclass(frozen=True, slots=True)
class Look:
    """What the child is told."""

    url: str
    job: Job


class Bench:
    """A desk that stores nothing: it parses off the event loop, and has no feeds of its own.

    Of the database, where there is one, it reads what was removed on request.
    """

    pages_per_poll = 0

    def __init__(self, crawler: Crawler) -> None:
        files = config_of(crawler.settings).files
        outlets = read_outlets(files.outlets)
        leave_alone = LeaveAlone(read_leave_alone(files.leave_alone), outlets)
        rights = rights_of(Path(crawler.settings["AGGREGATOR_DB"]))
        self.refuses = Refusals(rights, OutletIndex(outlets), leave_alone).of_address
        self._workers = Workers(1)
        crawler.signals.connect(self._close, signal=signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Bench:
        return cls(crawler)

    def due_feeds(self) -> list[DueFeed]:
        return []

    def has_article(self, url: str) -> bool:
        return False

    def wants_page(self, url: str) -> bool:
        return False

    def wanted_pages(self, feed_id: int) -> list[str]:
        return []

    def now(self) -> datetime:
        return utc_now()

    def run(self, function: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs) -> Awaitable[Result]:
        return self._workers.run(function, *args, **kwargs)

    def _close(self) -> None:
        self._workers.close()


def discover(
    config: Config, url: str, hosts: Mapping[str, str] | None = None, *, db: Path | None = None
) -> list[FoundFeed]:
    """Asks for a page and for the feeds that it names; returns what was found at each address, good or not.

    What was removed from `db` on request is not asked for.

    Raises CrawlError where the crawl itself failed.
    """
    look = Look(url, Job(config, db or Path(os.devnull), dict(hosts or {})))
    told, code = run_child("aggregator.crawl.discovery", look, None)
    try:
        answer: dict[str, Any] = json.loads(told)
    except ValueError as error:
        raise CrawlError(f"its process ended with {code}", url) from error
    if answer["reason"] != "finished":
        raise CrawlError(f"the crawl ended before its time: {answer['reason']}", url)
    return [FoundFeed(**found | {"code": PollCode(found["code"])}) for found in answer["found"]]


def look_around(look: Look) -> dict[str, object]:
    """Runs the crawl in this process."""
    settings = settings_of(look.job)
    settings.setdict({"DESK": "aggregator.crawl.discovery.Bench", "ITEM_PIPELINES": {}}, priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    crawler = process.create_crawler("discover")
    found: list[FoundFeed] = []

    def take(item: FoundFeed) -> None:
        found.append(item)

    crawler.signals.connect(take, signal=signals.item_scraped)
    crawling = process.crawl(crawler, url=look.url)
    stop = Stop(process, asyncio.get_event_loop())
    process.start(install_signal_handlers=False)
    died = crawling.exception() if crawling.done() and not crawling.cancelled() else None
    reason = stop.asked or (f"{type(died).__name__}: {died}" if died else crawler.stats.get_value("finish_reason"))
    return {"reason": reason, "found": [dataclasses.asdict(item) for item in found]}


if __name__ == "__main__":
    answer = look_around(pickle.load(sys.stdin.buffer))  # written by our own parent
    with contextlib.suppress(BrokenPipeError):  # nobody is left to be told
        os.write(sys.stdout.fileno(), json.dumps(answer).encode())
