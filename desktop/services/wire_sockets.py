"""Sockets that reach only permitted addresses and never outlive the call they belong to."""

import functools
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from typing import Any

from desktop.services.domain.origin import Address

PermitsAt = Callable[[str, int, Address], bool]
"""Says whether a host and port may be reached at the address that the name resolved to."""


class Trip:
    """What is left of one call's time, and how far the call got; shared by a door's sockets."""

    def __init__(self) -> None:
        self._until = 0.0
        self.has_written = False
        self.is_forbidden = False
        self.proxy = ""
        """The proxy that the call goes through, as its place; empty for none."""
        self.proxy_fault = ""
        """What the proxy has to do with a failure, as `Unreachable.proxy` says it."""

    def begin(self, seconds: float) -> None:
        """Start the clock of a new call."""
        self._until = time.monotonic() + seconds
        self.has_written = False
        self.is_forbidden = False
        self.proxy = ""
        self.proxy_fault = ""

    def remaining(self) -> float:
        """Return the seconds left; TimeoutError when there are none."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError("the call took too long")
        return left


class TimedSocket(socket.socket):
    """A plain socket whose every step is bounded by what is left of the call."""

    trip: Trip

    def recv_into(self, *args: Any, **kwargs: Any) -> int:
        """Read while there is time."""
        self.settimeout(self.trip.remaining())
        return super().recv_into(*args, **kwargs)

    def sendall(self, *args: Any, **kwargs: Any) -> None:
        """Write while there is time, and take note of it."""
        self.settimeout(self.trip.remaining())
        self.trip.has_written = True
        super().sendall(*args, **kwargs)


class TimedTlsSocket(ssl.SSLSocket):
    """The same over TLS; the handshake itself does not count as having written."""

    trip: Trip

    def recv(self, *args: Any, **kwargs: Any) -> bytes:
        """Read while there is time, as TLS inside TLS does."""
        self.settimeout(self.trip.remaining())
        return super().recv(*args, **kwargs)

    def recv_into(self, *args: Any, **kwargs: Any) -> int:
        """Read while there is time."""
        self.settimeout(self.trip.remaining())
        return super().recv_into(*args, **kwargs)

    def send(self, *args: Any, **kwargs: Any) -> int:
        """Write while there is time, and take note of it."""
        self.settimeout(self.trip.remaining())
        self.trip.has_written = True
        return super().send(*args, **kwargs)


def dial(host: str, port: int, permits: PermitsAt, trip: Trip) -> socket.socket:
    """Connect to the first permitted address that answers."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    permitted = [each for each in found if permits(host, port, ipaddress.ip_address(each[4][0]))]
    trip.is_forbidden = not permitted
    failure: OSError = PermissionError(f"{host} has no address that may be reached")
    for number, (family, kind, protocol, _, address) in enumerate(permitted):
        dialled = TimedSocket(family, kind, protocol)
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
def tls_context(ca_file: str) -> ssl.SSLContext:
    """Return the one context for these authorities: loading them anew costs 20 ms."""
    context = ssl.create_default_context(cafile=ca_file)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.sslsocket_class = TimedTlsSocket
    return context
