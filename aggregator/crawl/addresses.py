"""Which addresses lie in the public net; every other is a way into somebody's network, or back into this machine."""

from __future__ import annotations

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
