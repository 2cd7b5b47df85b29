"""The address that waits for the browser takes one answer, the right one, and nothing else."""

import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest

from desktop.services.callback import PORTS, Callback
from desktop.services.domain.errors import GivenUp, Refused

STATE = "st4te-that-nobody-guesses"
SAID = "Vous pouvez fermer cette page et revenir à Crieur."


class Sitting:
    """A callback that a lane waits on, and a browser to visit it with."""

    def __init__(self, executor: ThreadPoolExecutor, callback: Callback, seconds: float) -> None:
        self.stop = threading.Event()
        self.port = urlsplit(callback.redirect).port or 0
        self.outcome: Future[str] = executor.submit(callback.wait, STATE, self.stop, seconds)

    def dial(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=5)

    def say(self, request: bytes) -> str:
        with self.dial() as line:
            line.sendall(request)
            said = b""
            while chunk := line.recv(4_096):
                said += chunk
        return said.decode()

    def visit(self, target: str, method: str = "GET", host: str = "") -> str:
        host = host or f"127.0.0.1:{self.port}"
        return self.say(f"{method} {target} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())

    def code(self) -> str:
        return self.outcome.result(timeout=5)


@pytest.fixture
def callback() -> Iterator[Callback]:
    with Callback(SAID, (0,)) as callback:
        yield callback


@pytest.fixture
def sitting(callback: Callback) -> Iterator[Sitting]:
    with ThreadPoolExecutor(1) as executor:
        sitting = Sitting(executor, callback, 30)
        yield sitting
        sitting.stop.set()


RIGHT = f"/callback?state={STATE}&code=c0de"


def test_the_right_answer_gives_its_code_and_tells_the_person_to_go_back(sitting: Sitting):
    page = sitting.visit(RIGHT)
    assert sitting.code() == "c0de"
    head, _, body = page.partition("\r\n\r\n")
    assert head.startswith("HTTP/1.1 200 ")
    assert body == SAID
    assert "Content-Type: text/plain" in head
    assert "Content-Security-Policy: default-src 'none'" in head
    assert "Referrer-Policy: no-referrer" in head


@pytest.mark.parametrize(
    "target",
    [
        "/callback?code=evil",
        "/callback?state=&code=evil",
        "/callback?state=wrong&code=evil",
        f"/callback?state={STATE}x&code=evil",
        f"/callback?state=é{STATE}&code=evil",
        f"/callback?state=%ff{STATE}&code=evil",
        f"/callback?state={STATE}&state={STATE}&code=evil",
        f"/callback?state={STATE}&code=evil&code=c0de",
        f"/callback?state={STATE}",
        f"/callback?state={STATE}&code=",
        f"/callback?state={STATE}&code=a%0d%0ab",
        f"/callback?state={STATE}&code={'x' * 5_000}",
        f"/callback?state={STATE}&code=evil&error=access_denied",
        f"/callback?state={STATE}&code=evil" + "&x=1" * 50,
        f"/callback/?state={STATE}&code=evil",
        f"/Callback?state={STATE}&code=evil",
        f"/?state={STATE}&code=evil",
        f"//callback?state={STATE}&code=evil",
        f"http://127.0.0.1/callback?state={STATE}&code=evil",
        "/callback?error=access_denied",
        "/callback?state=wrong&error=access_denied",
        "/favicon.ico",
    ],
)
def test_any_other_answer_is_refused_and_the_right_one_still_counts(sitting: Sitting, target: str):
    page = sitting.visit(target)
    assert page.startswith("HTTP/1.1 400 ")
    assert SAID not in page
    sitting.visit(RIGHT)
    assert sitting.code() == "c0de"


@pytest.mark.parametrize("host", ["evil.example", "localhost:{port}", "127.0.0.1", "127.0.0.1:1"])
def test_a_name_that_was_bent_to_this_computer_is_refused(sitting: Sitting, host: str):
    assert " 400 " in sitting.visit(RIGHT, host=host.format(port=sitting.port))
    sitting.visit(RIGHT)
    assert sitting.code() == "c0de"


def test_two_hosts_are_refused(sitting: Sitting):
    own = f"127.0.0.1:{sitting.port}"
    assert " 400 " in sitting.visit(RIGHT, host=f"{own}\r\nHost: {own}")


@pytest.mark.parametrize("method", ["POST", "HEAD", "OPTIONS", "get", "PUT"])
def test_only_a_plain_visit_counts(sitting: Sitting, method: str):
    assert " 400 " in sitting.visit(RIGHT, method)
    sitting.visit(RIGHT)
    assert sitting.code() == "c0de"


@pytest.mark.parametrize(
    "request_", [b"\r\n\r\n", b"GET\r\n\r\n", b"\x16\x03\x01\r\n\r\n", b"GET /callback\r\n\r\n"]
)
def test_what_is_no_request_is_refused(sitting: Sitting, request_: bytes):
    assert " 400 " in sitting.say(request_)
    sitting.visit(RIGHT)
    assert sitting.code() == "c0de"


def test_the_same_answer_is_taken_only_once(callback: Callback, sitting: Sitting):
    sitting.visit(RIGHT)
    assert sitting.code() == "c0de"
    with pytest.raises(ConnectionError):
        sitting.visit(RIGHT)
    with pytest.raises(GivenUp):
        callback.wait(STATE, threading.Event())


def test_a_request_without_end_is_cut_off(sitting: Sitting):
    with sitting.dial() as line, pytest.raises(ConnectionError):
        line.sendall(b"GET /callback?" + b"x" * 50_000_000)
    sitting.visit(RIGHT)
    assert sitting.code() == "c0de"


def test_lines_on_which_nobody_speaks_do_not_keep_the_right_one_waiting(sitting: Sitting):
    silent = [sitting.dial() for _ in range(40)]
    silent[-1].sendall(b"GET /callback?state=")
    start = time.monotonic()
    sitting.visit(RIGHT)
    assert sitting.code() == "c0de"
    assert time.monotonic() - start < 1
    for line in silent:
        line.close()


def test_a_line_is_given_up_after_its_time(sitting: Sitting, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("desktop.services.callback._REQUEST_SECONDS", 0.2)
    with sitting.dial() as line:
        line.sendall(b"GET /call")
        assert line.recv(100) == b""


def test_a_request_in_pieces_is_put_together(sitting: Sitting):
    with sitting.dial() as line:
        for byte in f"GET {RIGHT} HTTP/1.1\r\nHost: 127.0.0.1:{sitting.port}\r\n\r\n":
            line.sendall(byte.encode())
        assert b" 200 " in line.recv(4_096)
    assert sitting.code() == "c0de"


@pytest.mark.parametrize(
    ("error", "reason"), [("access_denied", "policy"), ("server_error", "other")]
)
def test_a_no_on_the_page_says_so(sitting: Sitting, error: str, reason: str):
    assert " 200 " in sitting.visit(f"/callback?error={error}&state={STATE}")
    with pytest.raises(Refused) as refused:
        sitting.code()
    assert refused.value.reason == reason


def test_stopping_ends_the_wait_at_once(sitting: Sitting):
    with sitting.dial():
        start = time.monotonic()
        sitting.stop.set()
        with pytest.raises(GivenUp):
            sitting.code()
    assert time.monotonic() - start < 0.3


def test_nobody_waits_longer_than_they_said(callback: Callback):
    start = time.monotonic()
    with pytest.raises(GivenUp):
        callback.wait(STATE, threading.Event(), 0.2)
    assert time.monotonic() - start < 1


def test_the_first_free_port_is_taken():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with Callback(SAID, (port, 0)) as callback:
            assert callback.redirect.startswith("http://127.0.0.1:")
            assert str(port) not in callback.redirect
            assert callback.redirect.endswith("/callback")


def test_where_no_port_is_free_there_is_no_address_to_come_back_to():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        callback = Callback(SAID, (taken.getsockname()[1],))
        assert callback.redirect == ""
        with pytest.raises(GivenUp):
            callback.wait(STATE, threading.Event())


def test_only_this_computer_is_listened_to(callback: Callback):
    assert callback.redirect.startswith("http://127.0.0.1:")
    assert PORTS == (8723, 8724, 8725)


def test_a_wait_without_a_state_is_a_mistake(callback: Callback):
    with pytest.raises(ValueError, match="state"):
        callback.wait("", threading.Event())


def test_nothing_of_the_answer_is_logged(sitting: Sitting, caplog: pytest.LogCaptureFixture):
    with caplog.at_level(0):
        sitting.visit(RIGHT)
        assert sitting.code() == "c0de"
    assert not caplog.records
