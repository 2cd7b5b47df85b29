"""The one address that alarms are also sent to: it is told once, and nobody else is."""

import socket
import ssl
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
import trustme
from fakes import FakeClock
from services.loopback import Answer, Loopback, Request, Response, reset

from desktop.services.domain.errors import InvalidField, OutcomeUnknown, RateLimited, Unreachable
from desktop.services.fetcher import ServerDoor
from desktop.services.redaction import Redaction
from desktop.services.second_channel import SecondChannel

TITLE, TEXT = "31 negative mentions since 08:00", "Usual: 4 a day. « Boulangerie »"

Serve = Callable[[Callable[[Request], Answer]], Loopback]


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def serve(authority: trustme.CA) -> Iterator[Serve]:
    """Start servers of the user's own, with a certificate for localhost."""
    servers: list[Loopback] = []

    def start(answer: Callable[[Request], Answer]) -> Loopback:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("localhost").configure_cert(context)
        servers.append(Loopback(answer, context))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


@pytest.fixture
def redaction() -> Redaction:
    return Redaction()


@pytest.fixture
def channel(
    authority: trustme.CA, tmp_path: Path, clock: FakeClock, redaction: Redaction
) -> SecondChannel:
    ca_file = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(ca_file)
    return SecondChannel(redaction, clock, partial(ServerDoor, ca_file=str(ca_file)))


def test_an_alarm_arrives_as_the_words_that_were_shown_and_nothing_else(
    serve: Serve, channel: SecondChannel
):
    server = serve(lambda _: Response(200, b"{}"))
    channel.send(f"{server.url}/shop?key=1", TITLE, TEXT)
    got = server.requests[0]
    assert (got.method, got.path, got.params) == ("POST", "/shop", {"key": ["1"]})
    assert got.body.decode() == f"{TITLE}\n{TEXT}"
    assert got.headers["content-type"] == "text/plain; charset=utf-8"
    assert set(got.headers) <= {
        "host",
        "user-agent",
        "accept",
        "accept-encoding",
        "connection",
        "content-type",
        "content-length",
    }
    assert len(server.requests) == 1


@pytest.mark.parametrize("status", [301, 302, 400, 401, 403, 404, 405, 410, 413])
def test_an_address_that_does_not_take_it_is_the_user_s_to_put_right(
    serve: Serve, channel: SecondChannel, status: int
):
    elsewhere = serve(lambda _: Response())
    server = serve(lambda _: Response(status, headers={"Location": elsewhere.url}))
    with pytest.raises(InvalidField) as refusal:
        channel.send(server.url, TITLE, TEXT)
    assert (refusal.value.field, refusal.value.reason) == ("second_channel", "rejected")
    assert not elsewhere.requests, "nobody else is told"


@pytest.mark.parametrize(
    ("header", "minutes"), [("", 1), ("120", 2), ("1", 1), ("99999", 60), ("soon", 1)]
)
def test_an_address_that_asks_to_wait_says_until_when(
    serve: Serve, channel: SecondChannel, clock: FakeClock, header: str, minutes: int
):
    server = serve(lambda _: Response(429, headers={"Retry-After": header}))
    with pytest.raises(RateLimited) as wait:
        channel.send(server.url, TITLE, TEXT)
    assert wait.value.until == clock() + timedelta(minutes=minutes)


@pytest.mark.parametrize("answer", [Response(500), reset, lambda connection: connection.close()])
def test_an_alarm_that_may_have_arrived_is_not_sent_again(
    serve: Serve, channel: SecondChannel, answer: Answer
):
    server = serve(lambda _: answer)
    with pytest.raises(OutcomeUnknown):
        channel.send(server.url, TITLE, TEXT)
    assert len(server.requests) == 1


def test_where_nothing_left_there_is_one_more_attempt(
    serve: Serve, channel: SecondChannel, monkeypatch: pytest.MonkeyPatch
):
    server = serve(lambda _: Response(200))
    connect, tried = socket.socket.connect, []

    def refuse_once(self: socket.socket, address: object) -> None:
        tried.append(address)
        if len(tried) == 1:
            raise ConnectionRefusedError
        connect(self, address)

    monkeypatch.setattr(socket, "getaddrinfo", _only_loopback)
    monkeypatch.setattr(socket.socket, "connect", refuse_once)
    channel.send(server.url, TITLE, TEXT)
    assert (len(tried), len(server.requests)) == (2, 1)


def test_there_is_no_third_attempt(
    serve: Serve, channel: SecondChannel, monkeypatch: pytest.MonkeyPatch
):
    server = serve(lambda _: Response())
    tried = []

    def refuse(_self: socket.socket, address: object) -> None:
        tried.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", _only_loopback)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    with pytest.raises(Unreachable):
        channel.send(server.url, TITLE, TEXT)
    assert len(tried) == 2


def test_a_server_that_nobody_vouches_for_is_told_nothing(
    serve: Serve, redaction: Redaction, clock: FakeClock
):
    server = serve(lambda _: Response())
    with pytest.raises(Unreachable):
        SecondChannel(redaction, clock).send(server.url, TITLE, TEXT)
    assert not server.requests


@pytest.mark.parametrize("address", ["", "http://localhost:1/a"])
def test_an_address_that_will_not_do_is_never_knocked_at(channel: SecondChannel, address: str):
    with pytest.raises(InvalidField):
        channel.send(address, TITLE, TEXT)


def test_the_address_is_kept_out_of_the_journal(
    serve: Serve, channel: SecondChannel, redaction: Redaction
):
    server = serve(lambda _: Response(200))
    channel.send(f"{server.url}/a-topic-nobody-guesses", TITLE, TEXT)
    assert "nobody-guesses" not in redaction.scrub(f"POST {server.url}/a-topic-nobody-guesses")
    trace = "host='127.0.0.1', port=1): Max retries exceeded with url: /a-topic-nobody-guesses"
    assert "nobody-guesses" not in redaction.scrub(trace)


def _only_loopback(_: str, port: int, **__: object) -> list[object]:
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]
