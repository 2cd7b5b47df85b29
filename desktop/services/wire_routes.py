"""Decide for each call whether it goes straight or through a proxy, and refuse what may do neither.

A proxy looks names up by itself, so that what is connected to cannot be checked at the socket. So
whatever is known to be near, by its name or by this computer's own look-up, goes straight, where
the socket is checked as ever; only what is public, or known to the proxy alone, goes through it.
"""

import ipaddress
import socket
import time
from collections.abc import Callable
from functools import partial
from urllib.parse import urlsplit

from desktop.services.domain.origin import Address, is_public
from desktop.services.domain.proxy import Proxy, is_near

Permits = Callable[[str, str, int, Address | None], bool]
"""Says whether a scheme, host and port may be reached at the address that the name resolved to.

None stands for an address that only a proxy knows.
"""
ProxyFor = Callable[[str], Proxy | None]

_PORTS = {"http": 80, "https": 443}
_KNOWN_SECONDS = 300.0
_MOST_KNOWN = 500
_SLOW_SECONDS = 2.0
_DEAF_SECONDS = 600.0
"""How long no name is looked up after one that took long and led nowhere.

Behind some proxies a computer has no name server that answers, and each look-up would use up the
time of its call.
"""


class Routes:
    """The ways of one door; asked by one call at a time."""

    def __init__(self, permits: Permits, proxy_for: ProxyFor) -> None:
        self._permits = permits
        self._proxy_for = proxy_for
        self._known: dict[str, tuple[float, tuple[Address, ...]]] = {}
        self._deaf_until = 0.0

    def proxy_for(self, url: str) -> Proxy | None:
        """Return the proxy that a call goes through, None where it goes straight.

        PermissionError for what may not be reached through a proxy either.
        """
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
        proxy = None if is_near(host) else self._proxy_for(url)
        if proxy is None:
            return None
        addresses = self._addresses(host, port)
        if not all(map(is_public, addresses)):
            return None
        may = partial(self._permits, parts.scheme, host, port)
        if not all(map(may, addresses or (None,))):
            raise PermissionError(f"{host} may not be reached")
        return proxy

    def _addresses(self, host: str, port: int) -> tuple[Address, ...]:
        """Return what this computer knows of a name; empty where it knows nothing."""
        now = time.monotonic()
        until, known = self._known.get(host, (0.0, ()))
        if now < until or now < self._deaf_until:
            return known
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            known = tuple({ipaddress.ip_address(each[4][0]) for each in found})
        except OSError:
            known = ()
            if time.monotonic() - now > _SLOW_SECONDS:
                self._deaf_until = time.monotonic() + _DEAF_SECONDS
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        self._known[host] = (now + _KNOWN_SECONDS, known)
        return known
