"""The door to an account's own server, when that is slow, hostile, gone or in a hurry."""

import gzip
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from services.loopback import Answer, Loopback, Request, Response, reset, silent, trickle

from desktop.services.domain.errors import (
    BadAnswer,
    OutcomeUnknown,
    Unreachable,
)
from desktop.services.domain.origin import Origin, typed_origin
from desktop.services.fetcher import Question, ServerDoor

NOW = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
READ = Question("GET", "/read")
WRITE = Question("POST", "/write", body=b"{}", is_write=True)

Serve = Callable[[Callable[[Request], Answer]], Loopback]


@pytest.fixture
def serve() -> Iterator[Serve]:
    servers: list[Loopback] = []

    def start(answer: Callable[[Request], Answer]) -> Loopback:
        servers.append(Loopback(answer))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


def door_to(server: Loopback) -> ServerDoor:
    return ServerDoor(typed_origin(server.url))


def test_the_http_library_is_not_imported_before_the_first_call():
    code = "import sys; import desktop.services.fetcher; print('requests' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert answer.stdout.strip() == "False", answer.stderr


def test_an_answer_comes_back_whole_with_its_status_and_headers(serve: Serve):
    server = serve(lambda _: Response(418, b"tea", {"X-Pot": "brown"}))
    answer = door_to(server).ask(READ)
    assert (answer.status, answer.body, answer.headers["x-pot"]) == (418, b"tea", "brown")


def test_parameters_and_a_body_arrive_as_they_were_meant(serve: Serve):
    server = serve(lambda _: Response())
    asked = Question("POST", "/x", params={"q": "é&a", "uris": ["1", "2"]}, body=b"\0\xff")
    door_to(server).ask(asked)
    got = server.requests[0]
    assert (got.params, got.body) == ({"q": ["é&a"], "uris": ["1", "2"]}, b"\0\xff")


def test_a_connection_is_kept_for_the_next_question(serve: Serve):
    server = serve(lambda _: Response())
    door = door_to(server)
    for _ in range(5):
        door.ask(READ)
    door.close()
    assert server.connections == 1


def test_a_write_never_goes_out_on_an_old_connection(serve: Serve):
    server = serve(lambda _: Response())
    door = door_to(server)
    door.ask(READ)
    door.ask(WRITE)
    door.close()
    assert server.connections == 2


def test_a_redirect_is_handed_back_and_not_followed(serve: Serve):
    elsewhere = serve(lambda _: Response())
    server = serve(lambda _: Response(302, headers={"Location": elsewhere.url}))
    assert door_to(server).ask(READ).status == 302
    assert not elsewhere.requests


@pytest.mark.parametrize("question", [READ, WRITE])
def test_a_refused_connection_means_that_nothing_was_sent(serve: Serve, question: Question):
    server = serve(lambda _: Response())
    server.close()
    with pytest.raises(Unreachable):
        door_to(server).ask(question)


def test_a_name_that_does_not_exist_means_that_nothing_was_sent(monkeypatch: pytest.MonkeyPatch):
    def unknown(*_: object, **__: object) -> object:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(Unreachable):
        ServerDoor(Origin("https", "nowhere.example", 443)).ask(WRITE)


@pytest.mark.parametrize(
    "fault",
    [
        reset,
        lambda connection: connection.close(),
        lambda connection: connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"),
        lambda connection: connection.sendall(b"SMTP ready\r\n\r\n"),
    ],
    ids=["reset", "hung up", "cut in the body", "another protocol"],
)
def test_a_lost_answer_to_a_write_is_an_unknown_outcome(serve: Serve, fault: Answer):
    server = serve(lambda _: fault)
    with pytest.raises(OutcomeUnknown):
        door_to(server).ask(WRITE)
    with pytest.raises(Unreachable):
        door_to(server).ask(READ)
    assert len(server.requests) == 2, "nothing is asked again by itself"


@pytest.mark.parametrize("head", [b"HTTP/1.1 200 OK\r\nContent-Le", b"HTTP/1.1 200 OK\r\nX: 1\r\n"])
def test_an_answer_cut_in_its_head_does_not_pass_for_an_empty_one(
    serve: Serve, head: bytes, caplog: pytest.LogCaptureFixture
):
    server = serve(lambda _: lambda connection: connection.sendall(head))
    with pytest.raises(OutcomeUnknown):
        door_to(server).ask(WRITE)


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nX: "])
def test_a_server_that_trickles_is_given_up_at_the_deadline(serve: Serve, head: bytes):
    server: Loopback
    server = serve(lambda _: trickle(server.ended, head))
    start = time.monotonic()
    with pytest.raises(Unreachable):
        door_to(server).ask(READ, seconds=0.4)
    with pytest.raises(OutcomeUnknown):
        door_to(server).ask(WRITE, seconds=0.4)
    assert time.monotonic() - start < 2.5


def test_a_silent_server_is_given_up_at_the_deadline(serve: Serve):
    server: Loopback
    server = serve(lambda _: silent(server.ended))
    start = time.monotonic()
    with pytest.raises(OutcomeUnknown):
        door_to(server).ask(WRITE, seconds=0.3)
    assert time.monotonic() - start < 1.5


def test_a_server_that_does_not_read_is_given_up_at_the_deadline():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        door = ServerDoor(Origin("http", "127.0.0.1", listener.getsockname()[1]))
        endless = Question("POST", "/", body=b"x" * 30_000_000, is_write=True)
        start = time.monotonic()
        with pytest.raises(OutcomeUnknown):
            door.ask(endless, seconds=0.4)
        assert time.monotonic() - start < 2


def test_an_endless_answer_is_not_read_to_its_end(serve: Serve, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("desktop.services.fetcher.ANSWER_BYTES", 1_000)
    server = serve(lambda _: Response(200, b"x" * 100_000))
    with pytest.raises(BadAnswer):
        door_to(server).ask(READ)
    with pytest.raises(OutcomeUnknown):
        door_to(server).ask(WRITE)


def test_a_compressed_answer_that_swells_is_not_read_to_its_end(serve: Serve):
    bomb = gzip.compress(b"\0" * 100_000_000)
    server = serve(lambda _: Response(200, bomb, {"Content-Encoding": "gzip"}))
    with pytest.raises(BadAnswer):
        door_to(server).ask(READ)


def test_the_environment_has_no_say(serve: Serve, monkeypatch: pytest.MonkeyPatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    server = serve(lambda _: Response(headers={"Set-Cookie": "id=1; Path=/"}))
    door = door_to(server)
    door.ask(READ)
    door.ask(READ)
    assert "cookie" not in server.requests[1].headers


def test_a_question_does_not_show_its_token_or_body():
    question = Question("GET", "/", headers={"Authorization": "Bearer token"}, body=b"text")
    assert "token" not in repr(question)
    assert "text" not in repr(question)
