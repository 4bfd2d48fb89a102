"""Which addresses lie in the public net; every other is a way into somebody's network, or back into this machine."""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv6Network, ip_address

# IANA hands out addresses of the public net from this block only. What lies outside leads elsewhere, or to an IPv4
# address in disguise: ::1, ::ffff:127.0.0.1, fc00::/7, fe80::/10, ff00::/8.
_GLOBAL_UNICAST = IPv6Network("2000::/3")
# Two tunnels inside that block, both given up (RFC 7526, RFC 8190), end at the IPv4 address that they carry.
_TUNNELS = (IPv6Network("2002::/16"), IPv6Network("2001::/32"))
# Networks without IPv4 reach its hosts by this prefix (RFC 6052): as public as the address in the last four bytes.
_NAT64 = IPv6Network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Tells whether an address, IPv4 or IPv6, belongs to the public net.

    >>> [is_public(a) for a in ("93.184.215.14", "169.254.169.254", "::ffff:93.184.215.14", "64:ff9b::7f00:1")]
    [True, False, False, False]
    """
    known = ip_address(address)
    if isinstance(known, IPv4Address):
        return known.is_global and not known.is_multicast
    if known in _NAT64:
        return is_public(str(IPv4Address(int(known) & 0xFFFFFFFF)))
    return known in _GLOBAL_UNICAST and known.is_global and not any(known in tunnel for tunnel in _TUNNELS)


# Names that only mean something inside a network: RFC 6762, RFC 8375, RFC 6761, and what routers and offices use.
_INSIDE = (".localhost", ".local", ".internal", ".intranet", ".lan", ".home", ".corp", ".private", ".home.arpa")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*", re.IGNORECASE)


def is_public_host(host: str) -> bool:
    """Tells whether a host named in a link can be one of the public net, by its spelling alone.

    A name without a dot is one of a local network. What ends in a number is read by browsers as an IPv4 address, in any
    of its spellings; only that of four decimal numbers is taken for one here.

    >>> [is_public_host(h) for h in ("tidewater.example", "93.184.215.14", "intranet", "nas.local", "10.0.0.1")]
    [True, True, False, False, False]
    >>> [is_public_host(h) for h in ("2130706433", "127.1", "0x7f.0.0.1", "[::1]", "[2606:2800:21f::1]", "")]
    [False, False, False, False, True, False]
    """
    name = host.lower().rstrip(".")
    if name.startswith("[") or _NUMBER.fullmatch(name.rpartition(".")[2]):
        try:
            return is_public(name.strip("[]"))
        except ValueError:
            return False
    return "." in name and not name.endswith(_INSIDE)
