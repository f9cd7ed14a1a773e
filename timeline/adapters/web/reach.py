"""Which machines may be asked: those of the public internet, and no others.

A link is a stranger's text, and whoever tries links may stand in a network whose other machines trust it:
a cloud's metadata service, a router, a database on the same machine. So an address that is private,
loopback, link-local, multicast or reserved is left alone, also where it hides in another.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_network
from typing import TypeAlias

Address: TypeAlias = IPv4Address | IPv6Address
"""The address of a machine, as connected to."""

_UNICAST = ip_network("2000::/3")  # all that IANA has given out for the internet (RFC 4291, section 2.4)
_DOCUMENTATION = ip_network("3fff::/20")  # RFC 9637, which Python knows from 3.13 on
_NAT64 = ip_network("64:ff9b::/96")  # RFC 6052: a gateway leads on to the IPv4 address in it


def is_public(address: Address) -> bool:
    """Whether an address is one of the public internet."""
    if isinstance(address, IPv6Address):
        embedded = _embedded(address)
        if embedded is not None:
            return is_public(embedded)
        if address not in _UNICAST or address in _DOCUMENTATION:
            return False
    return address.is_global and not address.is_multicast


def _embedded(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address leads on to."""
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
