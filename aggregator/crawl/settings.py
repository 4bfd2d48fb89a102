"""Scrapy's settings: every default that is unfit for polling strangers is changed here, each with its reason.

What a person may tune (contact, delay, timeout, size) stands in aggregator.toml and is set by crawl/tunables.py.
Names and defaults are those of Scrapy 2.19.
"""

from __future__ import annotations

from typing import Any

BOT_NAME = "aggregator"
SPIDER_MODULES = ["spiders"]
ADDONS = {"aggregator.crawl.tunables.Tunables": 0}
DESK = "aggregator.crawl.desk.Desk"
# For `scrapy crawl feeds -s AGGREGATOR_DB=...`; crawl.run sets all of them.
AGGREGATOR_DB = "data/news.db"
AGGREGATOR_CONFIG = None
AGGREGATOR_HOSTS: dict[str, str] = {}
AGGREGATOR_CLOCK_AHEAD = 0.0

# -- Politeness
ROBOTSTXT_OBEY = True  # False by default
ROBOTSTXT_USER_AGENT = "aggregator"  # the product token alone: a contact address is no part of a robots.txt group
# One host is asked one thing at a time. The delay is a promise and not an average, so it has no jitter (0.5 by
# default: a delay of 2 s would often be 1).
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY_JITTER = 0
# Many hosts at once: a host that hangs holds one of these for DOWNLOAD_TIMEOUT. 16 by default. Answers of the largest
# size, all at once, are what costs memory: 8 of them took the poller and its parsers to 506 MB, 32 to 916.
CONCURRENT_REQUESTS = 32
# Tasks that Scrapy starts for every single answer, 100 by default: with 1,850 feeds at once they were 215 MB, while
# an answer's items are stored one after the other anyway. crawl/refused.py needs it, too: with one, a poll is stored
# before the pages of its articles are asked for.
CONCURRENT_ITEMS = 1
# One more try, and only for an answer that broke off or a gateway that failed. Never after 429 or 503, which ask for
# time, nor after a timeout, which has used up the feed's time. The next poll is a retry, too.
RETRY_TIMES = 1
RETRY_HTTP_CODES = [500, 502, 504, 522, 524]
RETRY_EXCEPTIONS = ["scrapy.exceptions.DownloadFailedError"]
RETRY_GIVE_UP_LOG_LEVEL = "DEBUG"  # the poll's row says it
REDIRECT_MAX_TIMES = 5  # 20 by default
METAREFRESH_ENABLED = False  # a feed has none, and a page's leads to a login or an advertisement
DEPTH_LIMIT = 1  # feed, page; nothing is followed from a page
URLLENGTH_LIMIT = 0  # a longer feed address would be dropped without a word: every feed has a row for every poll

# -- What may be fetched, and how
# file:, data:, ftp: and s3: are on by default.
DOWNLOAD_HANDLERS = {
    "http": "aggregator.crawl.patience.PatientHandler",
    "https": "aggregator.crawl.patience.PatientHandler",
    "file": None,
    "data": None,
    "ftp": None,
    "s3": None,
}
DOWNLOAD_VERIFY_CERTIFICATES = True  # False by default
DOWNLOAD_FAIL_ON_DATALOSS = False  # the entries before a cut are kept; the flag tells the spider
TWISTED_DNS_RESOLVER = "aggregator.crawl.resolver.GuardedResolver"
DNS_TIMEOUT = 10  # 60 by default, three times the time of a whole feed
HTTPERROR_ALLOW_ALL = True  # every answer reaches the spider and gets a row
HTTPCACHE_ENABLED = False
DOWNLOADER_MIDDLEWARES = {
    "aggregator.crawl.duplicates.DuplicateMiddleware": 90,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "aggregator.crawl.refused.RefusedMiddleware": 50,
    "aggregator.crawl.robots.RobotsMiddleware": 100,
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
    "aggregator.crawl.compression.CompressionMiddleware": 590,
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,
    "aggregator.crawl.middlewares.RedirectMiddleware": 600,
}
ITEM_PIPELINES = {"aggregator.crawl.pipelines.IngestPipeline": 100}

# -- What is told of us, and what is not
COOKIES_ENABLED = False  # True by default
REFERER_ENABLED = False
# No Accept-Language ("en" by default): a feed of many languages must not be narrowed to one.
DEFAULT_REQUEST_HEADERS = {"Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5"}

# -- Doors that stay shut: a console on a port, and since 2.19 a server that runs any code sent to it
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
# Switched off it would be loaded all the same, and aiohttp with it: a tenth of what a crawl takes to start.
EXTENSIONS = {"scrapy.extensions.remote_control.RemoteControl": None}

# -- Log: what can be foreseen has a row in polls, so only what nobody foresaw is worth a line
LOG_LEVEL = "ERROR"
LOGSTATS_INTERVAL = 0
STATS_DUMP = False
DEFAULT_DROPITEM_LOG_LEVEL = "DEBUG"


def slots(hosts: dict[str, str], delay: float) -> dict[str, dict[str, Any]]:
    """Returns the politeness of hosts that are our own: the demo's, a test's, a benchmark's."""
    return {host: {"delay": delay, "concurrency": 1 if delay else 8} for host in hosts}
