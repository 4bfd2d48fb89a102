"""What the tests of faults share: feeds that are polled twice, well the first time, and what the second poll leaves.

A case of the list in docs/design.md is found by its number: `pytest -k case_17`.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from aggregator.crawl.run import CrawlReport
from aggregator.times import iso
from tests.scripted_site import Answer, Script
from tests.test_crawl import HASTY, XML, Desk, rss

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
        told.setdefault(_name(url), []).append(tuple(known))
    return told


def _name(url: str) -> str:
    return str(urlsplit(url).hostname).split(".")[0]


def make_due(polled: Desk, which: Callable[[str], bool] = lambda name: True) -> None:
    """Lets feeds be polled at once, whatever their last poll has put off, and every robots.txt be asked for anew.

    The others rest for an hour; a feed goes by the first label of its host.
    """
    later = iso(datetime.now(UTC) + timedelta(hours=1))
    with contextlib.closing(sqlite3.connect(polled.db)) as connection:
        for feed, url in connection.execute("select id, url from feeds").fetchall():
            due = (None, 0) if which(_name(url)) else (later, 7200)
            connection.execute("update feeds set next_poll = ?, interval = ? where id = ?", [*due, feed])
        connection.execute("update hosts set robots_until = robots_at")
        connection.commit()


def poll_twice(polled: Desk, change: Callable[[], None], endless: Collection[str] = ()) -> Polled:
    """Polls all feeds, which must go well, changes the world, and polls them again.

    Those whose answers don't end are polled apart, with little patience, which on a busy machine the others may need.
    """
    first = polled.crawl()
    assert set(first.codes) == {"ok"}
    before = stored(polled)
    change()
    make_due(polled, lambda name: name not in endless)
    polled.crawl()
    if endless:
        make_due(polled, lambda name: name in endless)
        hasty = replace(polled.config, crawl=replace(polled.config.crawl, timeout=HASTY))
        replace(polled, config=hasty).crawl()
    return Polled(polled, first, before)
