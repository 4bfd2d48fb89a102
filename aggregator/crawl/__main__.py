"""The child process of aggregator.crawl.run: a job comes in by stdin, a report goes out by stdout."""

from __future__ import annotations

# Before all else: Scrapy looks through every module that is loaded for each class that it has renamed, and later that
# took 0.3 s of the 1.9 in which a crawl starts.
import scrapy.core.downloader.contextfactory  # noqa: F401  # isort: skip

import asyncio
import contextlib
import dataclasses
import json
import os
import pickle
import signal
import sys
from time import monotonic
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings

from aggregator.crawl import settings as ours
from aggregator.crawl.desk import Desk
from aggregator.crawl.run import GRACE_SECONDS, STOP_SECONDS, CrawlReport, Job
from aggregator.crawl.worker import peak_kilobytes
from aggregator.errors import AggregatorError


def main() -> None:
    job: Job = pickle.load(sys.stdin.buffer)  # written by our own parent
    report = run(job)
    with contextlib.suppress(BrokenPipeError):  # nobody is left to be told
        os.write(sys.stdout.fileno(), json.dumps(dataclasses.asdict(report)).encode())


def run(job: Job) -> CrawlReport:
    started = monotonic()
    process = AsyncCrawlerProcess(settings_of(job))
    crawler = process.create_crawler("feeds")
    try:
        Desk.from_crawler(crawler)  # here, where an error of the store is an exception and not a line in the log
    except AggregatorError as error:
        return CrawlReport("store_error", error=str(error), exit_code=error.exit_code)
    crawling = process.crawl(crawler)
    stop = Stop(process, asyncio.get_event_loop())
    process.start(install_signal_handlers=False)
    return _report(crawler, stop.asked or _died(crawling), monotonic() - started)


class Stop:
    """Ends a crawl when it is told to: by a signal, or because the parent is gone and its pipe with it."""

    def __init__(self, process: AsyncCrawlerProcess, loop: asyncio.AbstractEventLoop) -> None:
        self.asked = ""
        self._process = process
        self._loop = loop
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self.stop, signal.Signals(number).name)
        loop.add_reader(sys.stdin.fileno(), self._parent_gone)

    def _parent_gone(self) -> None:
        if not os.read(sys.stdin.fileno(), 4096):
            self._loop.remove_reader(sys.stdin.fileno())
            self.stop("the parent is gone")

    def stop(self, why: str) -> None:
        if self.asked:
            return
        self.asked = why
        # The last resort, by the system itself: a thread that waits for DNS holds up any other way out.
        signal.alarm(STOP_SECONDS)
        self._closing = self._loop.create_task(self._process.stop())
        self._loop.call_later(GRACE_SECONDS, self._give_up)

    def _give_up(self) -> None:
        from twisted.internet import reactor  # importing it earlier would install another reactor than Scrapy's

        reactor.stop()  # type: ignore[misc]  # zope's interface hides that it is a method


def settings_of(job: Job) -> Settings:
    settings = Settings()
    settings.setmodule(ours, priority="project")
    told: dict[str, Any] = {
        "AGGREGATOR_CONFIG": job.config,
        "AGGREGATOR_DB": str(job.db),
        "AGGREGATOR_HOSTS": dict(job.hosts),
        "AGGREGATOR_CLOCK_AHEAD": job.clock_ahead,
        "DOWNLOAD_SLOTS": ours.slots(dict(job.hosts), job.hosts_delay),
    }
    settings.setdict(told, priority="cmdline")
    return settings


def _died(crawling: asyncio.Future[None]) -> str:
    error = crawling.exception() if crawling.done() and not crawling.cancelled() else None
    return f"{type(error).__name__}: {error}" if error else ""


def _report(crawler: Crawler, stopped: str, seconds: float) -> CrawlReport:
    desk = Desk.from_crawler(crawler)
    stats = crawler.stats.get_stats()
    reason = stopped or str(stats.get("finish_reason", "shutdown"))
    desk.close(reason)
    return CrawlReport(
        reason=reason,
        codes=_counts(stats, "polls/"),
        new=stats.get("articles/new", 0),
        revised=stats.get("articles/revised", 0),
        unchanged=stats.get("articles/unchanged", 0),
        pages=stats.get("pages", 0),
        pages_lost=_counts(stats, "pages_lost/"),
        seconds=round(seconds, 3),
        peak_megabytes=(peak_kilobytes() + desk.workers.peak_kilobytes) // 1024,
        error=str(desk.error) if desk.error else "",
        exit_code=desk.error.exit_code if desk.error else 1,
        put_off=stats.get("polls_put_off", 0),
    )


def _counts(stats: dict[str, Any], prefix: str) -> dict[str, int]:
    return {name.removeprefix(prefix): count for name, count in sorted(stats.items()) if name.startswith(prefix)}


if __name__ == "__main__":
    main()
