"""A computer behind a proxy: its name server, servers of any name, and proxies that tests make."""

import socket
import ssl
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import trustme
from services.loopback import Answer, Loopback, Request, Response
from services.proxy_double import Habits, ProxyDouble

PUBLIC, PRIVATE = "93.184.216.34", "127.0.0.1"

Serve = Callable[..., Loopback]
Proxies = Callable[..., ProxyDouble]


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def ca_file(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("ca") / "ca.pem"
    authority.cert_pem.write_to_path(path)
    return str(path)


def tls_for(authority: trustme.CA, name: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    return context


@pytest.fixture
def serve(authority: trustme.CA) -> Iterator[Serve]:
    """Start servers with a certificate for the given name; without a name, plain ones."""
    servers: list[Loopback] = []

    def start(answer: Callable[[Request], Answer], name: str = "shop.example") -> Loopback:
        servers.append(Loopback(answer, tls_for(authority, name) if name else None))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


@pytest.fixture
def proxies() -> Iterator[Proxies]:
    started: list[ProxyDouble] = []

    def start(habits: Habits | None = None, tls: ssl.SSLContext | None = None) -> ProxyDouble:
        started.append(ProxyDouble(habits, tls))
        return started[-1]

    yield start
    for each in started:
        each.close()


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """What this computer's name server says; what is not here is known to the proxy alone."""
    known: dict[str, list[str]] = {"shop.example": [PUBLIC]}
    lookup = socket.getaddrinfo

    def look_up(host: str, port: int, *kind: object, **options: object) -> list[object]:
        if host == "localhost" or host[0] in "0123456789:":
            return lookup(host, port, *kind, **options)
        if host not in known:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in known[host]
        ]

    connect = socket.socket.connect

    def refuse_the_internet(self: socket.socket, address: tuple[str, int]) -> None:
        if address[0] == PUBLIC:
            raise ConnectionRefusedError
        connect(self, address)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(socket.socket, "connect", refuse_the_internet)
    return known


@pytest.fixture
def shop(names: dict[str, list[str]], serve: Serve) -> Loopback:
    return serve(lambda request: Response(200, request.body or b"safe"))
