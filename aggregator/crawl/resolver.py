"""From names to addresses: our own hosts by a map, all others by DNS, and none to a network that is not public."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Self
from urllib.parse import urlsplit
from urllib.request import getproxies

from scrapy.crawler import Crawler
from scrapy.resolver import HostResolution
from twisted.internet.address import IPv4Address, IPv6Address
from twisted.internet.base import ReactorBase
from twisted.internet.defer import Deferred, TimeoutError
from twisted.internet.error import DNSLookupError
from twisted.internet.interfaces import IHostnameResolver
from twisted.internet.threads import deferToThreadPool
from zope.interface import implementer  # type: ignore[import-untyped]

from aggregator.addresses import is_public
from aggregator.crawl.tunables import config_of
from aggregator.models import PollCode

# RFC 2606 and 6761 set these names aside: nobody on the public net owns them, so no resolver is asked.
RESERVED = (".example", ".invalid", ".test", ".localhost")

Address = IPv4Address | IPv6Address


class BlockedAddressError(DNSLookupError):
    """A name that leads into a network that is not public."""

    code = PollCode.BLOCKED_ADDRESS

    def __str__(self) -> str:  # Twisted's says "DNS lookup failed", and it did not
        return str(self.args[0])


@implementer(IHostnameResolver)
class GuardedResolver:
    """Hands out addresses that were checked; `hosts` (AGGREGATOR_HOSTS) names those that may be elsewhere, and where.

    `trusted` are the hosts of proxies that the operator allows.

    Every connection asks here, and connects to what it is given: a name that means another address a moment later
    changes nothing. Numbers in every spelling (127.1, 0x7f000001, 2130706433, [::1]) pass through here too, since the
    library turns them into addresses as it would a name.
    """

    def __init__(
        self,
        reactor: Any,  # what mypy knows of it leaves out the interfaces that zope declares
        timeout: float,
        hosts: Mapping[str, str],
        trusted: Iterable[str] = (),
        lookup: Callable[..., Sequence[Sequence[Any]]] = socket.getaddrinfo,
    ) -> None:
        self._reactor = reactor
        self._timeout = timeout
        self._hosts = hosts
        self._trusted = frozenset(trusted)
        self._lookup = lookup
        self._known: dict[str, list[str]] = {}  # for as long as a crawl lasts

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> Self:
        settings = crawler.settings
        proxies = getproxies().values() if config_of(settings).crawl.allow_proxy else ()
        trusted = [urlsplit(proxy).hostname or "" for proxy in proxies]
        return cls(reactor, settings.getfloat("DNS_TIMEOUT"), settings.getdict("AGGREGATOR_HOSTS"), trusted)

    def install_on_reactor(self) -> None:
        self._reactor.installNameResolver(self)

    async def addresses(self, name: str) -> list[str]:
        """Returns the addresses of a host; raises BlockedAddressError when one of them is not public.

        One is enough: a name with a public and a private address is how a guard is walked round. Raises
        DNSLookupError where the name leads nowhere.
        """
        key = name.lower()
        if mapped := self._hosts.get(key):
            return [mapped]
        if f".{key.rstrip('.')}".endswith(RESERVED):
            raise DNSLookupError(f"{name} is a reserved name that leads nowhere")
        if key not in self._known:
            found = await self._asked(key)
            self._known[key] = found if key in self._trusted else checked(found, name)
        return self._known[key]

    async def _asked(self, name: str) -> list[str]:
        pool = self._reactor.getThreadPool()
        asked = deferToThreadPool(self._reactor, pool, self._lookup, name, 0, type=socket.SOCK_STREAM)
        try:
            answers = await asked.addTimeout(self._timeout, self._reactor)
        except TimeoutError as error:
            raise DNSLookupError(f"no answer about {name} within {self._timeout:g} seconds") from error
        except (OSError, UnicodeError) as error:
            raise DNSLookupError(f"{name} leads nowhere: {getattr(error, 'strerror', None) or error}") from error
        return [str(address[0]) for *_, address in answers]

    def resolveHostName(  # noqa: N802  Twisted's names
        self,
        resolutionReceiver: Any,  # noqa: N803  an IResolutionReceiver, whose methods zope declares without self
        hostName: str,  # noqa: N803
        portNumber: int = 0,  # noqa: N803
        addressTypes: Sequence[type] | None = None,  # noqa: N803
        transportSemantics: str = "TCP",  # noqa: N803
    ) -> HostResolution:
        """Tells a connection where to go; nowhere, where the guard refuses (the handler has asked for the reason)."""
        resolution = HostResolution(hostName)
        resolutionReceiver.resolutionBegan(resolution)

        async def resolve() -> None:
            with contextlib.suppress(DNSLookupError):
                for address in _as_addresses(await self.addresses(hostName), portNumber):
                    if addressTypes is None or type(address) in addressTypes:
                        resolutionReceiver.addressResolved(address)
            resolutionReceiver.resolutionComplete()

        Deferred.fromCoroutine(resolve())
        return resolution


def checked(addresses: Iterable[str], name: str) -> list[str]:
    """Returns addresses that all lie in the public net; raises BlockedAddressError for the first that does not."""
    known = list(dict.fromkeys(addresses))
    for address in known:
        if not is_public(address):
            raise BlockedAddressError(f"{name} leads to {address}, which is not a public address")
    return known


def _as_addresses(addresses: Iterable[str], port: int) -> Iterable[Address]:
    for address in addresses:
        kind = IPv6Address if ":" in address else IPv4Address
        yield kind("TCP", address, port)
