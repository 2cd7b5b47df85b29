"""Where a server is: the scheme, host and port the user typed, and which addresses are public."""

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from desktop.services.domain.errors import InvalidField

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_PORTS = {"http": 80, "https": 443}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Origin:
    """One server's scheme, host and port; two origins are the same server when they are equal."""

    scheme: str
    host: str
    port: int

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        suffix = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{suffix}"


def origin_of(url: str) -> Origin:
    """Return the origin of an http or https address; ValueError for anything else.

    An address with a user name in it is refused: it exists to make one host look like another.
    """
    parts = urlsplit(url)
    if parts.scheme not in _PORTS or not parts.hostname:
        raise ValueError("not an http or https address")
    if parts.username is not None or parts.password is not None:
        raise ValueError("an address with a user name in it")
    if any(character <= " " or character == "\\" for character in parts.netloc):
        raise ValueError("an address with a control character in it")
    port = parts.port if parts.port is not None else _PORTS[parts.scheme]
    return Origin(parts.scheme, parts.hostname, port)


def typed_origin(text: str) -> Origin:
    """Read a server as a person types it ("example.org", "https://example.org/").

    Plain http is accepted for a server on this machine or in the local network only: a password
    must never cross the internet in the clear.
    """
    typed = text.strip()
    try:
        origin = origin_of(typed if "://" in typed else f"https://{typed}")
    except ValueError as cause:
        raise InvalidField("server", "not_an_address") from cause
    if "." not in origin.host and ":" not in origin.host and not _is_this_machine(origin.host):
        raise InvalidField("server", "not_an_address")
    if origin.scheme == "http" and not _is_near(origin.host):
        raise InvalidField("server", "not_secure")
    return origin


def is_public(address: Address) -> bool:
    """Say whether an address belongs to the open internet, whatever spelling hides it."""
    if isinstance(address, ipaddress.IPv6Address):
        hidden = address.ipv4_mapped or address.sixtofour
        if hidden is None and address in _NAT64:
            hidden = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if hidden is not None:
            return is_public(hidden)
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_unspecified
    )


def _is_this_machine(host: str) -> bool:
    return host == "localhost" or host.endswith(".localhost")


def _is_near(host: str) -> bool:
    if _is_this_machine(host):
        return True
    try:
        return not is_public(ipaddress.ip_address(host))
    except ValueError:
        return False
