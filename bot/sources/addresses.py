"""Which addresses may be dialled: what a name resolves to is checked, and then dialled itself, not the name again."""

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

from bot.sources.errors import PassingError

_HIDDEN = tuple(map(ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::ffff:0:0/96")))
"""Addresses that carry another one inside, which may be a private one: NAT64, 6to4, Teredo, mapped."""


def is_loopback(url: str) -> bool:
    """Whether *url* is an http address of this machine: for tests and mock servers."""
    parts = urlsplit(url)
    return parts.scheme == "http" and parts.hostname in ("127.0.0.1", "localhost", "::1")


def may_dial(address: IPv4Address | IPv6Address) -> bool:
    """Whether *address* is one of the public internet, and not of this machine or its network."""
    return address.is_global and not address.is_multicast and not any(address in network for network in _HIDDEN)


def public_address(host: str, port: int) -> str:
    """Return an address of *host* to dial; OSError where it has none, PassingError where any of them is not public."""
    found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not found or not all(may_dial(ip_address(address)) for address in found):
        raise PassingError(f"{host} is no address of the public internet, so nothing is sent there; it is tried again")
    return found[0]
