"""Others at the work of bench.throughput, run by a Python that has them.

    PYTHON bench/beside.py reader|scrapy PORT FEEDS

reader stores what it reads in SQLite, as we do; the spider stores nothing. Neither asks for robots.txt, and all feeds
are on one host. Their seconds are without the start of the process and, with reader, without the adding of the feeds.
"""

from __future__ import annotations

import io
import json
import resource
import sys
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from time import perf_counter
from typing import Any

WORKERS = 4  # of reader, which fetches in threads; with 1 and with 16 it is not faster


def by_reader(urls: list[str]) -> tuple[str, float, int]:
    import reader  # type: ignore[import-not-found]

    with tempfile.TemporaryDirectory() as folder:
        made = reader.make_reader(str(Path(folder) / "reader.sqlite"))
        for url in urls:
            made.add_feed(url)
        started = perf_counter()
        made.update_feeds(workers=WORKERS)
        seconds = perf_counter() - started
        return f"lemon24/reader {reader.__version__}", seconds, made.get_entry_counts().total or 0


def by_scrapy(urls: list[str]) -> tuple[str, float, int]:
    import feedparser  # type: ignore[import-untyped]
    import scrapy
    from scrapy.crawler import AsyncCrawlerProcess

    found = []

    class Bare(scrapy.Spider):
        name = "bare"

        async def start(self) -> AsyncIterator[Any]:
            for url in urls:
                yield scrapy.Request(url, dont_filter=True)

        def parse(self, response: scrapy.http.Response) -> None:
            found.append(len(feedparser.parse(io.BytesIO(response.body)).entries))

    settings: dict[str, Any] = dict.fromkeys(("ROBOTSTXT_OBEY", "TELNETCONSOLE_ENABLED", "LOG_ENABLED"), False)
    settings |= {"CONCURRENT_REQUESTS": 32, "CONCURRENT_REQUESTS_PER_DOMAIN": 32, "DOWNLOAD_DELAY": 0}
    process = AsyncCrawlerProcess(settings)
    started = perf_counter()
    process.crawl(Bare)
    process.start()
    return "bare Scrapy and feedparser, nothing stored", perf_counter() - started, sum(found)


if __name__ == "__main__":
    who, port, feeds = sys.argv[1], sys.argv[2], int(sys.argv[3])
    title, seconds, entries = {"reader": by_reader, "scrapy": by_scrapy}[who](
        [f"http://127.0.0.1:{port}/{feed}/feed" for feed in range(feeds)]
    )
    used = resource.getrusage(resource.RUSAGE_SELF)
    told = {"title": title, "seconds": seconds, "processor": used.ru_utime + used.ru_stime, "entries": entries}
    print(json.dumps(told | {"megabytes": used.ru_maxrss / 1024}))
