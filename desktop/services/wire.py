"""HTTP connections that reach only permitted addresses and never outlive their deadline.

Imported by `fetcher.py` alone, on first use: it brings in requests and urllib3. The checks sit
below them, at the socket, because that is where a name becomes an address: what was checked is
what is connected to, so a name that resolves differently the second time gains nothing. TLS still
verifies the certificate against the name that was asked for.
"""

import functools
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from http.cookiejar import DefaultCookiePolicy
from typing import Any

import certifi
import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from desktop.services.domain.origin import Address

Permits = Callable[[str, int, Address], bool]
"""Says whether a host and port may be reached at the address that the name resolved to."""


class Trip:
    """What is left of one call's time, and how far the call got; shared by a door's sockets."""

    def __init__(self) -> None:
        self._until = 0.0
        self.has_written = False
        self.is_forbidden = False

    def begin(self, seconds: float) -> None:
        """Start the clock of a new call."""
        self._until = time.monotonic() + seconds
        self.has_written = False
        self.is_forbidden = False

    def remaining(self) -> float:
        """Return the seconds left; TimeoutError when there are none."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError("the call took too long")
        return left


class _TimedSocket(socket.socket):
    """A plain socket whose every step is bounded by what is left of the call."""

    trip: Trip

    def recv_into(self, *args: Any, **kwargs: Any) -> int:
        self.settimeout(self.trip.remaining())
        return super().recv_into(*args, **kwargs)

    def sendall(self, *args: Any, **kwargs: Any) -> None:
        self.settimeout(self.trip.remaining())
        self.trip.has_written = True
        super().sendall(*args, **kwargs)


class _TimedTlsSocket(ssl.SSLSocket):
    """The same over TLS; the handshake itself does not count as having written."""

    trip: Trip

    def recv_into(self, *args: Any, **kwargs: Any) -> int:
        self.settimeout(self.trip.remaining())
        return super().recv_into(*args, **kwargs)

    def send(self, *args: Any, **kwargs: Any) -> int:
        self.settimeout(self.trip.remaining())
        self.trip.has_written = True
        return super().send(*args, **kwargs)


def _dial(host: str, port: int, permits: Permits, trip: Trip) -> socket.socket:
    """Connect to the first permitted address that answers."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    permitted = [each for each in found if permits(host, port, ipaddress.ip_address(each[4][0]))]
    trip.is_forbidden = not permitted
    failure: OSError = PermissionError(f"{host} has no address that may be reached")
    for number, (family, kind, protocol, _, address) in enumerate(permitted):
        dialled = _TimedSocket(family, kind, protocol)
        dialled.trip = trip
        try:
            # One address that swallows everything must not use up the time of the others.
            dialled.settimeout(trip.remaining() / (len(permitted) - number))
            dialled.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            dialled.connect(address)
        except OSError as cause:
            dialled.close()
            failure = cause
        else:
            return dialled
    raise failure


@functools.cache
def _tls_context(ca_file: str) -> ssl.SSLContext:
    """Return the one context for these authorities: loading them anew costs 20 ms."""
    context = ssl.create_default_context(cafile=ca_file)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.sslsocket_class = _TimedTlsSocket
    return context


class _GuardedAdapter(HTTPAdapter):
    """Hand every connection of a session to `_dial`."""

    def __init__(self, permits: Permits, trip: Trip, ca_file: str) -> None:
        self._permits = permits
        self._trip = trip
        self._context = _tls_context(ca_file)
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        permits, trip, context = self._permits, self._trip, self._context

        class Plain(HTTPConnection):
            def _new_conn(self) -> socket.socket:
                return _dial(self._dns_host, self.port, permits, trip)

        class Secure(HTTPSConnection):
            def __init__(self, host: str, port: int | None = None, **options: Any) -> None:
                options.update(ssl_context=context, ca_certs=None, ca_cert_dir=None)
                super().__init__(host, port, **options)

            def _new_conn(self) -> socket.socket:
                return _dial(self._dns_host, self.port, permits, trip)

            def connect(self) -> None:
                super().connect()
                if isinstance(self.sock, _TimedTlsSocket):
                    self.sock.trip = trip

        class PlainPool(HTTPConnectionPool):
            ConnectionCls = Plain

        class SecurePool(HTTPSConnectionPool):
            ConnectionCls = Secure

        self.poolmanager.pool_classes_by_scheme = {"http": PlainPool, "https": SecurePool}


def guarded_session(permits: Permits, trip: Trip, ca_file: str = "") -> requests.Session:
    """Return a session that obeys `permits` and `trip` and takes nothing from the environment."""
    session = requests.Session()
    session.trust_env = False
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    adapter = _GuardedAdapter(permits, trip, ca_file or certifi.where())
    session.mount("https://", adapter)
    session.mount("http://", adapter)
    session.headers["User-Agent"] = "Crieur"
    return session
