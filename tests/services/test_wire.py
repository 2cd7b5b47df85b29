"""TLS through the guarded connections: the name is verified, whatever address it led to."""

import socket
import ssl
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import trustme
from services.loopback import Loopback, Response, trickle

from desktop.services.domain.errors import OutcomeUnknown, Unreachable
from desktop.services.domain.origin import Origin
from desktop.services.fetcher import PublicDoor, Question, ServerDoor
from desktop.services.wire_sockets import Trip

READ = Question("GET", "/")

Named = Callable[[str], Loopback]


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def ca_file(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("ca") / "ca.pem"
    authority.cert_pem.write_to_path(path)
    return str(path)


@pytest.fixture
def named(authority: trustme.CA) -> Iterator[Named]:
    """Start servers whose certificate is for the given name."""
    servers = []

    def start(name: str) -> Loopback:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(name).configure_cert(context)
        servers.append(Loopback(lambda _: Response(200, b"safe"), context))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


@pytest.fixture
def everything_is_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every name lead to this machine, as an attacker's name server might."""

    def here(_: str, port: int, **__: object) -> list[object]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", here)


@pytest.mark.usefixtures("everything_is_here")
def test_the_name_asked_for_is_the_one_verified(named: Named, ca_file: str):
    server = named("shop.example")
    door = ServerDoor(Origin("https", "shop.example", server.port), ca_file=ca_file)
    assert door.ask(READ).body == b"safe"
    door.close()


@pytest.mark.usefixtures("everything_is_here")
def test_a_certificate_for_another_name_is_refused_before_anything_is_sent(
    named: Named, ca_file: str
):
    server = named("other.example")
    door = ServerDoor(Origin("https", "shop.example", server.port), ca_file=ca_file)
    with pytest.raises(Unreachable):
        door.ask(Question("POST", "/", body=b"secret", is_write=True))
    assert not server.requests


@pytest.mark.usefixtures("everything_is_here")
def test_a_certificate_that_nobody_vouches_for_is_refused(named: Named):
    server = named("shop.example")
    with pytest.raises(Unreachable):
        ServerDoor(Origin("https", "shop.example", server.port)).ask(READ)
    assert not server.requests


def test_plain_speech_where_tls_is_promised_is_refused(ca_file: str):
    server = Loopback(lambda _: Response())
    door = ServerDoor(Origin("https", "localhost", server.port), ca_file=ca_file)
    with pytest.raises(Unreachable):
        door.ask(READ, seconds=2)
    server.close()
    assert not server.requests


def test_pictures_come_over_tls_from_the_accounts_own_server(named: Named, ca_file: str):
    server = named("localhost")
    own = Origin("https", "localhost", server.port)
    door = PublicDoor(lambda: [own], ca_file=ca_file)
    assert door.fetch(server.url) == b"safe"
    door.close()


def test_a_trickle_under_tls_ends_at_the_deadline(authority: trustme.CA, ca_file: str):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    server: Loopback
    server = Loopback(lambda _: trickle(server.ended, b"HTTP/1.1 200 OK\r\n"), context)
    door = ServerDoor(Origin("https", "localhost", server.port), ca_file=ca_file)
    with pytest.raises(OutcomeUnknown):
        door.ask(Question("POST", "/", is_write=True), seconds=0.5)
    server.close()


def test_a_handshake_that_never_ends_is_given_up_and_nothing_was_sent(ca_file: str):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        door = ServerDoor(Origin("https", "localhost", listener.getsockname()[1]), ca_file=ca_file)
        with pytest.raises(Unreachable):
            door.ask(Question("POST", "/", is_write=True), seconds=0.3)


def test_a_trip_has_no_time_before_it_begins():
    trip = Trip()
    with pytest.raises(TimeoutError):
        trip.remaining()
    trip.begin(5)
    assert 4 < trip.remaining() <= 5


def test_an_address_that_does_not_answer_leaves_time_for_the_next(
    named: Named, ca_file: str, monkeypatch: pytest.MonkeyPatch
):
    server = named("shop.example")
    connect = socket.socket.connect

    def lookup(_: str, port: int, **__: object) -> list[object]:
        hosts = ("127.0.0.9", "127.0.0.1")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, port)) for host in hosts]

    def swallow(self: socket.socket, address: tuple[str, int]) -> None:
        if address[0] == "127.0.0.9":
            waits.append(self.gettimeout() or 0)
            raise TimeoutError
        connect(self, address)

    waits: list[float] = []
    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    monkeypatch.setattr(socket.socket, "connect", swallow)
    door = ServerDoor(Origin("https", "shop.example", server.port), ca_file=ca_file)
    assert door.ask(READ, seconds=10).body == b"safe"
    assert 4 < waits[0] <= 5
    door.close()
