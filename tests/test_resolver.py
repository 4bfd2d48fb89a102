"""The resolver's guard: which addresses a crawl may reach, however they are written."""

from __future__ import annotations

import pytest
from twisted.internet.base import ReactorBase
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError

from aggregator.crawl.resolver import BlockedAddressError, GuardedResolver, check_public
from aggregator.models import PollCode


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("127.0.0.1", id="loopback"),
        pytest.param("0.0.0.0", id="any"),
        pytest.param("10.1.2.3", id="10/8"),
        pytest.param("172.16.0.1", id="172.16/12"),
        pytest.param("192.168.1.1", id="192.168/16"),
        pytest.param("169.254.169.254", id="link-local, a cloud's metadata"),
        pytest.param("100.64.0.1", id="carrier-grade NAT"),
        pytest.param("224.0.0.1", id="multicast"),
        pytest.param("255.255.255.255", id="broadcast"),
    ],
)
def test_an_address_that_is_not_public_is_blocked(address: str) -> None:
    with pytest.raises(BlockedAddressError, match=f"name leads to {address}, which is not a public") as caught:
        check_public(address, "name")
    assert caught.value.code is PollCode.CONNECT


def test_a_public_address_passes() -> None:
    assert check_public("93.184.215.14", "name") == "93.184.215.14"


def resolver(hosts: dict[str, str]) -> GuardedResolver:
    made = GuardedResolver(ReactorBase.__new__(ReactorBase), 0, 1.0)
    made.hosts = hosts
    return made


def outcome(found: Deferred[str]) -> list[object]:
    told: list[object] = []
    found.addBoth(told.append)
    return told


def test_a_host_of_our_own_is_where_the_map_says() -> None:
    assert outcome(resolver({"press.example": "127.0.0.1"}).getHostByName("Press.Example")) == ["127.0.0.1"]


@pytest.mark.parametrize("name", ["press.example", "example", "x.invalid", "x.test.", "localhost"])
def test_a_reserved_name_is_never_asked_for(name: str) -> None:
    (failure,) = outcome(resolver({}).getHostByName(name))
    assert failure.check(DNSLookupError)  # type: ignore[attr-defined]
