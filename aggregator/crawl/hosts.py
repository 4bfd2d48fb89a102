"""What hosts ask of us: their robots.txt, kept from run to run, and the time for which they want to be left alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from scrapy.crawler import Crawler

from aggregator.store.hosts import Host
from aggregator.times import utc_now

# RFC 9309, 2.4: not longer, unless the file cannot be reached.
ROBOTS_LONGEST = timedelta(hours=24)
# A robots.txt that says "no-cache" is asked for once in so long: it costs its server more than it is worth to it, and
# one that shuts us out is heard within the hour.
ROBOTS_SHORTEST = timedelta(hours=1)
TOO_MANY_REQUESTS = 429
HELD_LONGEST = timedelta(hours=24)  # as with a feed's Retry-After


class Kept(Protocol):
    """Where hosts are kept between runs."""

    def get(self, origin: str) -> Host: ...
    def keep(self, hosts: Iterable[Host]) -> None: ...


class Forgotten:
    """Keeps nothing: for a crawl without a database, such as a look at one page."""

    def get(self, origin: str) -> Host:
        return Host(origin)

    def keep(self, hosts: Iterable[Host]) -> None:
        """Does nothing."""


class Hosts:
    """The hosts of one crawl; `write` stores what was learnt, inside the transaction of a poll."""

    def __init__(self, stored: Kept, clock: Callable[[], datetime]) -> None:
        self._stored = stored
        self.now = clock
        self._hosts: dict[str, Host] = {}
        self._learnt: set[str] = set()
        self._paces: dict[str, timedelta] = {}

    def robots(self, origin: str) -> Host | None:
        """Returns the robots.txt that still counts."""
        host = self._host(origin)
        return host if _holds(host.robots_at, host.robots_until, self.now()) else None

    def old_robots(self, origin: str) -> Host | None:
        """Returns the last robots.txt whatever its age, for a host that does not give it at present."""
        host = self._host(origin)
        return host if host.robots_at else None

    def keep_robots(self, origin: str, status: int, body: bytes, fresh_seconds: int | None) -> None:
        fresh = ROBOTS_LONGEST if fresh_seconds is None else timedelta(seconds=fresh_seconds)
        now = self.now()
        until = now + min(ROBOTS_LONGEST, max(ROBOTS_SHORTEST, fresh))
        self._keep(replace(self._host(origin), robots_status=status, robots=body, robots_at=now, robots_until=until))

    def set_pace(self, origin: str, delay: float) -> None:
        """Notes a Crawl-delay, in seconds, that is too long to wait for within a crawl."""
        self._paces[origin] = timedelta(seconds=min(delay, HELD_LONGEST.total_seconds()))

    def is_paced(self, origin: str) -> bool:
        """Says whether a host has such a Crawl-delay."""
        return origin in self._paces

    def held_until(self, origin: str) -> datetime | None:
        """Returns the moment until which a host wants to be left alone, None where it may be asked."""
        host = self._host(origin)
        return host.held_until if _holds(host.held_at, host.held_until, self.now()) else None

    def asked(self, origin: str) -> None:
        """Notes that a host is asked something now."""
        if pace := self._paces.get(origin):
            self.hold(origin, pace)

    def hold(self, origin: str, time: timedelta) -> None:
        now = self.now()
        # A second is added, for what is stored is cut to the second.
        until = now + min(time, HELD_LONGEST) + timedelta(seconds=1)
        held = self.held_until(origin)
        self._keep(replace(self._host(origin), held_at=now, held_until=max(until, held) if held else until))

    def write(self) -> None:
        """Stores what was learnt since the last time; runs inside the caller's transaction."""
        self._stored.keep(self._hosts[origin] for origin in sorted(self._learnt))

    def written(self) -> None:
        """Says that the transaction of `write` was committed."""
        self._learnt.clear()

    def _host(self, origin: str) -> Host:
        if origin not in self._hosts:
            self._hosts[origin] = self._stored.get(origin)
        return self._hosts[origin]

    def _keep(self, host: Host) -> None:
        self._hosts[host.origin] = host
        self._learnt.add(host.origin)


_of_crawls: WeakKeyDictionary[Crawler, Hosts] = WeakKeyDictionary()


def use_hosts(crawler: Crawler, hosts: Hosts) -> None:
    """Has a crawl look up its hosts here."""
    _of_crawls[crawler] = hosts


def hosts_of(crawler: Crawler) -> Hosts:
    """Returns the hosts of a crawl: those that its desk has told, else ones that are forgotten with it."""
    if crawler not in _of_crawls:
        use_hosts(crawler, Hosts(Forgotten(), utc_now))
    return _of_crawls[crawler]


def origin_of(url: str) -> str:
    """Names the host of an address with its scheme and port, for which a robots.txt counts (RFC 9309, 2.3).

    >>> origin_of('https://ada:pw@News.example:8443/feed')
    'https://news.example:8443'
    """
    try:
        parts = urlsplit(url)
    except ValueError:  # http://[/ has no host; its poll will say so
        return url
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2].lower()}"


def _holds(since: datetime | None, until: datetime | None, now: datetime) -> bool:
    return since is not None and until is not None and since <= now < until
