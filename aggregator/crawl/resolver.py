"""From names to addresses: our own hosts by a map, all others by DNS, and none to a network that is not public."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping, Sequence
from typing import Self

from scrapy.crawler import Crawler
from scrapy.resolver import CachingThreadedResolver
from twisted.internet import defer
from twisted.internet.base import ReactorBase
from twisted.internet.error import DNSLookupError

from aggregator.models import PollCode

# RFC 2606 and 6761 set these names aside: nobody on the public net owns them, so no resolver is asked.
RESERVED = (".example", ".invalid", ".test", ".localhost")


class BlockedAddressError(DNSLookupError):
    """A name that leads into a network that is not public."""

    code = PollCode.CONNECT

    def __str__(self) -> str:  # Twisted's says "DNS lookup failed", and it did not
        return str(self.args[0])


class GuardedResolver(CachingThreadedResolver):
    """Resolves names to public IPv4 addresses; AGGREGATOR_HOSTS names the hosts that may be elsewhere, and where.

    Numbers in every spelling (127.1, 0x7f000001, 2130706433) pass through here too, since the library turns them into
    addresses as it would a name.
    """

    def __init__(self, reactor: ReactorBase, cache_size: int, timeout: float) -> None:
        super().__init__(reactor, cache_size, timeout)
        self.hosts: Mapping[str, str] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> Self:
        resolver = super().from_crawler(crawler, reactor)
        resolver.hosts = crawler.settings.getdict("AGGREGATOR_HOSTS")
        return resolver

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> defer.Deferred[str]:  # noqa: N802  Twisted's name
        if mapped := self.hosts.get(name.lower()):
            return defer.succeed(mapped)
        if f".{name.lower().rstrip('.')}".endswith(RESERVED):
            return defer.fail(DNSLookupError(f"{name} is a reserved name that leads nowhere"))
        return super().getHostByName(name, timeout).addCallback(check_public, name)


def check_public(address: str, name: str) -> str:
    """Returns an address that lies in the public net; raises BlockedAddressError for any other."""
    known = ipaddress.ip_address(address)
    if not known.is_global or known.is_multicast:
        raise BlockedAddressError(f"{name} leads to {address}, which is not a public address")
    return address
