"""The resolver: hosts of our own, names that nobody owns, and a DNS server that does not answer.

What the guard lets pass is in tests/test_faults_door.py.
"""

from __future__ import annotations

from typing import Any

import pytest
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError
from twisted.internet.testing import MemoryReactorClock

from aggregator.crawl.resolver import GuardedResolver


class Deaf(MemoryReactorClock):
    """A reactor in memory whose threads never come back."""

    def getThreadPool(self) -> Any:  # noqa: N802  Twisted's name
        return self

    def callInThreadWithCallback(self, *_: Any, **__: Any) -> None:  # noqa: N802
        pass


def asked(hosts: dict[str, str], name: str, seconds: float = 0) -> list[Any]:
    reactor: Any = Deaf()
    told: list[Any] = []
    Deferred.fromCoroutine(GuardedResolver(reactor, 10.0, hosts).addresses(name)).addBoth(told.append)
    reactor.advance(seconds)
    return told


def test_a_host_of_our_own_is_where_the_map_says() -> None:
    assert asked({"press.example": "127.0.0.1"}, "Press.Example") == [["127.0.0.1"]]


@pytest.mark.parametrize("name", ["press.example", "example", "x.invalid", "x.test.", "localhost"])
def test_a_reserved_name_is_never_asked_for(name: str) -> None:
    (failure,) = asked({}, name)
    assert failure.check(DNSLookupError)
    assert "reserved" in str(failure.value)


def test_a_name_about_which_nobody_answers_leads_nowhere() -> None:
    assert asked({}, "silent.org", seconds=9) == []
    (failure,) = asked({}, "silent.org", seconds=10)
    assert failure.check(DNSLookupError)
    assert "no answer about silent.org within 10 seconds" in str(failure.value)
