"""HTTP connections that reach only permitted addresses and never outlive their deadline.

Imported by `fetcher_line.py` alone, on first use: it brings in requests and urllib3. The checks sit
below them, in `wire_sockets.py`, because the socket is where a name becomes an address: what was
checked is what is connected to, so a name that resolves differently the second time gains nothing.
TLS still verifies the certificate against the name that was asked for, through a proxy as well.
"""

import base64
import socket
import ssl
from collections.abc import Mapping
from contextlib import closing
from functools import partial
from http.client import HTTPException, HTTPResponse
from http.cookiejar import DefaultCookiePolicy
from typing import Any
from urllib.parse import quote

import certifi
import requests
from requests.adapters import HTTPAdapter
from requests.exceptions import ProxyError
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from desktop.services.domain.errors import Unreachable
from desktop.services.domain.proxy import Proxy, proxy_of
from desktop.services.wire_routes import Permits, ProxyFor, Routes
from desktop.services.wire_sockets import TimedTlsSocket, Trip, dial, tls_context


def _reach(connection: HTTPConnection, permits: Permits, trip: Trip) -> socket.socket:
    """Connect with the server itself, or with the proxy on the way, wherever that is."""
    host, port = connection._dns_host, connection.port
    if connection.proxy is None:
        scheme = "https" if isinstance(connection, HTTPSConnection) else "http"
        return dial(host, port, partial(permits, scheme), trip)
    try:
        return dial(host, port, _anywhere, trip)
    except OSError:
        trip.proxy_fault = "unreachable"
        raise


def _anywhere(_host: str, _port: int, _address: object) -> bool:
    """Permit the way to a proxy, which the user or the computer's settings chose."""
    return True


def _tls_with_proxy(
    line: socket.socket, host: str, trip: Trip, context: ssl.SSLContext
) -> ssl.SSLSocket:
    try:
        wrapped = context.wrap_socket(line, server_hostname=host)
    except OSError:
        trip.proxy_fault = "unreachable"
        raise
    if isinstance(wrapped, TimedTlsSocket):
        wrapped.trip = trip
    return wrapped


def _open_tunnel(line: Any, host: str, port: int, headers: dict[str, str], trip: Trip) -> None:
    """Have the proxy at the other end of `line` connect it with a server."""
    place = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    asked = {"Host": place, **headers}
    lines = (f"CONNECT {place} HTTP/1.1", *(f"{name}: {value}" for name, value in asked.items()))
    try:
        line.sendall("\r\n".join((*lines, "", "")).encode("latin-1"))
        with closing(HTTPResponse(line, method="CONNECT")) as answer:
            answer.begin()
    except TimeoutError:
        # It may well be the server behind the proxy that does not answer.
        raise
    except (OSError, HTTPException):
        trip.proxy_fault = "refused"
        raise
    if answer.status >= 500:
        raise OSError(f"the proxy does not reach the server: {answer.status}")
    if not 200 <= answer.status < 300:
        trip.proxy_fault = "password" if answer.status == 407 else "refused"
        raise OSError(f"the proxy says {answer.status}")


def _connection_classes(
    permits: Permits, trip: Trip, context: ssl.SSLContext
) -> tuple[type[HTTPConnection], type[HTTPSConnection]]:
    """Return connections, plain and with TLS, that obey `permits` and `trip`."""

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return _reach(self, permits, trip)

    class Secure(HTTPSConnection):
        def __init__(self, host: str, port: int | None = None, **options: Any) -> None:
            options.update(ssl_context=context, ca_certs=None, ca_cert_dir=None)
            super().__init__(host, port, **options)

        def _new_conn(self) -> socket.socket:
            return _reach(self, permits, trip)

        def _connect_tls_proxy(self, hostname: str, sock: socket.socket) -> ssl.SSLSocket:
            self.proxy_is_verified = True
            return _tls_with_proxy(sock, hostname, trip, context)

        def set_tunnel(
            self,
            host: str,
            port: int | None = None,
            headers: Mapping[str, str] | None = None,
            scheme: str = "http",
        ) -> None:
            super().set_tunnel(host, port, headers, scheme)
            self._leads_to = host, port or 443, dict(headers or {})

        def _tunnel(self) -> None:
            _open_tunnel(self.sock, *self._leads_to, trip)

        def connect(self) -> None:
            has_written = trip.has_written
            try:
                super().connect()
            finally:
                # What opens a tunnel is no part of the call.
                trip.has_written = has_written
            if isinstance(self.sock, TimedTlsSocket):
                self.sock.trip = trip

    return Plain, Secure


class _GuardedAdapter(HTTPAdapter):
    """Hand every connection of a session to `dial`, straight or through a proxy."""

    def __init__(self, permits: Permits, trip: Trip, ca_file: str, proxy_for: ProxyFor) -> None:
        self._trip = trip
        self._routes = Routes(permits, proxy_for)
        self._context = tls_context(ca_file)
        plain, secure = _connection_classes(permits, trip, self._context)

        class PlainPool(HTTPConnectionPool):
            ConnectionCls = plain

        class SecurePool(HTTPSConnectionPool):
            ConnectionCls = secure

        self._pools = {"http": PlainPool, "https": SecurePool}
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        manager = super().proxy_manager_for(proxy, proxy_ssl_context=self._context, **kwargs)
        manager.pool_classes_by_scheme = self._pools
        return manager

    def proxy_headers(self, proxy: str) -> dict[str, str]:
        known = proxy_of(proxy)
        if not known.user:
            return {}
        pair = base64.b64encode(f"{known.user}:{known.password}".encode()).decode()
        return {"Proxy-Authorization": f"Basic {pair}"}

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> Any:
        proxy = self._proxy_for(request.url or "")
        self._trip.proxy = proxy.place if proxy else ""
        address = _with_password(proxy) if proxy else ""
        kwargs["proxies"] = {"http": address, "https": address} if address else {}
        response = super().send(request, *args, **kwargs)
        if proxy and response.status_code == 407:
            response.close()
            self._trip.proxy_fault = "password"
            raise ProxyError("the proxy wants a password", request=request)
        return response

    def _proxy_for(self, url: str) -> Proxy | None:
        try:
            return self._routes.proxy_for(url)
        except PermissionError:
            self._trip.is_forbidden = True
            raise
        except Unreachable as cause:
            self._trip.proxy_fault = cause.proxy
            raise ProxyError(str(cause)) from cause


def _with_password(proxy: Proxy) -> str:
    user = f"{quote(proxy.user, safe='')}:{quote(proxy.password, safe='')}@" if proxy.user else ""
    return f"{proxy.scheme}://{user}{proxy.place}"


def guarded_session(
    permits: Permits, trip: Trip, proxy_for: ProxyFor, ca_file: str = ""
) -> requests.Session:
    """Return a session that obeys `permits` and `trip`, and takes no other way than it is told."""
    session = requests.Session()
    session.trust_env = False
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    adapter = _GuardedAdapter(permits, trip, ca_file or certifi.where(), proxy_for)
    session.mount("https://", adapter)
    session.mount("http://", adapter)
    session.headers["User-Agent"] = "Crieur"
    return session
