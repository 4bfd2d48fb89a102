"""What the tests of faults share: feeds that are polled twice, well the first time, and what the second poll leaves.

A case of the list in docs/design.md is found by its number: `pytest -k case_17`.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from aggregator.crawl.run import CrawlReport
from tests.scripted_site import Answer, Script
from tests.test_crawl import XML, Desk, rss

VALIDATORS = {"ETag": '"before"', "Last-Modified": "Mon, 02 Nov 2026 09:00:00 GMT"}


def good(name: str, *titles: str) -> Answer:
    """A feed of one host with validators, and entries at addresses of its own."""
    return Answer(rss(*titles, host=f"{name}.example"), headers=XML | VALIDATORS)


@dataclass(frozen=True, slots=True)
class Fault:
    """What a feed answers at its second poll, and the code that this poll must have."""

    code: str
    script: Script
    status: int | None = None


@dataclass
class Polled:
    """Feeds after their second poll; `before` is what was stored of each of them when it began."""

    desk: Desk
    first: CrawlReport
    before: Mapping[str, list[tuple[Any, ...]]]

    def poll(self, name: str) -> dict[str, Any]:
        return self.desk.polls()[name]

    def stored(self, name: str) -> list[tuple[Any, ...]]:
        return stored(self.desk)[name]


def stored(polled: Desk) -> dict[str, list[tuple[Any, ...]]]:
    """Everything that is known through each feed, but its polls, by the first label of its host."""
    query = (
        "select feed.url, etag, last_modified, body_hash, sighting.guid, sighting.last_seen, article.url, title,"
        " summary, body, article.last_seen from feeds feed left join sightings sighting on sighting.feed_id = feed.id"
        " left join articles article on article.id = sighting.article_id order by feed.id, sighting.guid"
    )
    told: dict[str, list[tuple[Any, ...]]] = {}
    for url, *known in polled.rows(query):
        told.setdefault(str(urlsplit(url).hostname).split(".")[0], []).append(tuple(known))
    return told


def make_due(polled: Desk) -> None:
    """Lets every feed be polled at once, whatever its last poll has put off, and every robots.txt be asked for anew."""
    with contextlib.closing(sqlite3.connect(polled.db)) as connection:
        connection.execute("update feeds set next_poll = null")
        connection.execute("update hosts set robots_until = robots_at")
        connection.commit()


def poll_twice(polled: Desk, change: Callable[[], None]) -> Polled:
    """Polls all feeds, which must go well, changes the world, and polls them again."""
    first = polled.crawl()
    assert set(first.codes) == {"ok"}
    before = stored(polled)
    change()
    make_due(polled)
    polled.crawl()
    return Polled(polled, first, before)
