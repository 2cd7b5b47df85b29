"""Receive the browser that comes back from a network's sign-in page, on this computer only.

Any page and any program on this computer can knock here too, so that nothing counts but the one
request that names this address and brings back the state that this sign-in began with.
"""

import hmac
import selectors
import socket
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import parse_qs

from desktop.services.domain.errors import GivenUp, Refused

PORTS = (8723, 8724, 8725)
"""Fixed, because a network takes the browser back only to an address it was told beforehand."""
WAIT_SECONDS = 300.0

_HOST = "127.0.0.1"
_PATH = "/callback"
_TICK = 0.1
_REQUEST_BYTES = 32_768
_REQUEST_SECONDS = 5.0
_VISITORS = 16
_CODE_LENGTH = 4_000
_FIELDS = 20


@dataclass(slots=True)
class _Visitor:
    """A connection whose request is still coming in."""

    line: socket.socket
    until: float
    said: bytearray = field(default_factory=bytearray)


@dataclass(frozen=True, slots=True)
class _Return:
    """What the right request brought: a code, or the reason why there is none."""

    code: str = field(default="", repr=False)
    error: str = ""


class Callback:
    """An address that waits for one sign-in; made and left on the same lane.

    `said` is the sentence that the browser shows in the end, in the user's language. `redirect` is
    empty where every port is taken: then the user copies the code from the page.
    """

    def __init__(self, said: str, ports: Sequence[int] = PORTS) -> None:
        self._said = said
        self._listener = _listener(ports)
        self._port = self._listener.getsockname()[1] if self._listener else 0
        self._visitors: list[_Visitor] = []

    @property
    def redirect(self) -> str:
        """Return the address to which the network sends the browser back; empty for none."""
        return f"http://{_HOST}:{self._port}{_PATH}" if self._port else ""

    def wait(self, state: str, stop: threading.Event, seconds: float = WAIT_SECONDS) -> str:
        """Return the code that the browser brings back together with `state`, once.

        Raises `GivenUp` when `stop` is set or nobody came in time, and `Refused` when the person
        or the network said no on the page.
        """
        if not state:
            raise ValueError("a sign-in without a state is open to everybody")
        until = time.monotonic() + seconds
        with selectors.DefaultSelector() as selector:
            if self._listener is not None:
                selector.register(self._listener, selectors.EVENT_READ)
            try:
                while self._listener is not None and time.monotonic() < until:
                    if stop.is_set():
                        break
                    found = self._serve(selector, state)
                    if found is not None:
                        return _code_of(found)
            finally:
                self.close()
        raise GivenUp

    def close(self) -> None:
        """Stop listening and hang up on whoever is there."""
        for visitor in self._visitors:
            visitor.line.close()
        self._visitors.clear()
        if self._listener is not None:
            self._listener.close()
            self._listener = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _serve(self, selector: selectors.BaseSelector, state: str) -> _Return | None:
        """Take in what comes within a tick; browsers open lines that they never speak on."""
        for key, _ in selector.select(_TICK):
            if key.fileobj is self._listener:
                self._welcome(selector)
                continue
            visitor = key.data
            if visitor not in self._visitors or not _has_spoken(visitor):
                continue
            found = self._judge(bytes(visitor.said), state)
            self._answer(visitor, is_right=found is not None)
            self._see_off(selector, visitor)
            if found is not None:
                return found
        now = time.monotonic()
        for visitor in [each for each in self._visitors if each.until <= now]:
            self._see_off(selector, visitor)
        return None

    def _welcome(self, selector: selectors.BaseSelector) -> None:
        if self._listener is None:
            return
        with suppress(OSError):
            line, _ = self._listener.accept()
            line.setblocking(False)
            visitor = _Visitor(line, time.monotonic() + _REQUEST_SECONDS)
            self._visitors.append(visitor)
            selector.register(line, selectors.EVENT_READ, visitor)
        if len(self._visitors) > _VISITORS:
            self._see_off(selector, self._visitors[0])

    def _see_off(self, selector: selectors.BaseSelector, visitor: _Visitor) -> None:
        self._visitors.remove(visitor)
        selector.unregister(visitor.line)
        visitor.line.close()

    def _judge(self, request: bytes, state: str) -> _Return | None:
        """Return what the right request brought, None for any other."""
        lines = request.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
        method, _, rest = lines[0].partition(" ")
        target, _, version = rest.rpartition(" ")
        hosts = [each[5:].strip() for each in lines[1:] if each.lower().startswith("host:")]
        if method != "GET" or not version.startswith("HTTP/1.") or not target.startswith("/"):
            return None
        if hosts != [f"{_HOST}:{self._port}"]:
            return None
        path, _, query = target.partition("?")
        return _returned(query, state) if path == _PATH and "#" not in query else None

    def _answer(self, visitor: _Visitor, *, is_right: bool) -> None:
        body = self._said.encode() if is_right else b""
        head = (
            f"HTTP/1.1 {'200 OK' if is_right else '400 Bad Request'}\r\n"
            "Content-Type: text/plain; charset=utf-8\r\n"
            f"Content-Length: {len(body)}\r\n"
            "Content-Security-Policy: default-src 'none'\r\n"
            "X-Content-Type-Options: nosniff\r\n"
            "Referrer-Policy: no-referrer\r\n"
            "Cache-Control: no-store\r\n"
            "Connection: close\r\n\r\n"
        )
        # So few bytes always fit into a new line's buffer; whoever has gone misses nothing.
        with suppress(OSError):
            visitor.line.send(head.encode() + body)
            visitor.line.shutdown(socket.SHUT_WR)
            visitor.line.recv(_REQUEST_BYTES)


def _listener(ports: Sequence[int]) -> socket.socket | None:
    """Listen on the first port that is free."""
    exclusive = getattr(socket, "SO_EXCLUSIVEADDRUSE", None)
    for port in ports:
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            # On Windows "reuse" would let another program take the port over.
            option = socket.SO_REUSEADDR if exclusive is None else exclusive
            listener.setsockopt(socket.SOL_SOCKET, option, 1)
            listener.bind((_HOST, port))
            listener.listen()
            listener.setblocking(False)
        except OSError:
            listener.close()
        else:
            return listener
    return None


def _has_spoken(visitor: _Visitor) -> bool:
    """Read what is there and say whether the request is complete, or will never be."""
    try:
        chunk = visitor.line.recv(_REQUEST_BYTES)
    except BlockingIOError:
        return False
    except OSError:
        chunk = b""
    visitor.said += chunk
    is_over = not chunk or len(visitor.said) > _REQUEST_BYTES
    if is_over:
        visitor.said.clear()
    return is_over or b"\r\n\r\n" in visitor.said


def _returned(query: str, state: str) -> _Return | None:
    try:
        fields = parse_qs(query, keep_blank_values=True, errors="strict", max_num_fields=_FIELDS)
    except ValueError:
        return None
    states = fields.get("state", [])
    if len(states) != 1 or not hmac.compare_digest(states[0].encode(), state.encode()):
        return None
    codes, errors = fields.get("code", []), fields.get("error", [])
    if len(errors) == 1 and errors[0] and not codes:
        return _Return(error=errors[0])
    if len(codes) != 1 or errors or not _is_code(codes[0]):
        return None
    return _Return(code=codes[0])


def _is_code(text: str) -> bool:
    return 0 < len(text) <= _CODE_LENGTH and text.isascii() and text.isprintable()


def _code_of(found: _Return) -> str:
    if found.error:
        raise Refused("policy" if found.error == "access_denied" else "other")
    return found.code
