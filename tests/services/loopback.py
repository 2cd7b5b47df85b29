"""A small server on loopback that answers exactly what a test tells it to, faults included."""

import json
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event, Lock, Thread  # noqa: TID251 - a server has no lanes
from typing import BinaryIO
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True)
class Request:
    """One request, read whole."""

    method: str
    path: str
    params: dict[str, list[str]]
    headers: dict[str, str]
    body: bytes = b""

    @property
    def values(self) -> dict[str, object]:
        """Return the JSON body."""
        return json.loads(self.body)


@dataclass(frozen=True)
class Response:
    """What to answer; `cut` ends the connection after that many bytes, None sends all."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    cut: int | None = None


Conversation = Callable[[socket.socket], None]
Answer = Response | Conversation
"""A function takes over the connection, to stay silent, to trickle or to hang up."""


def json_response(values: object, status: int = 200, **headers: str) -> Response:
    """Answer with JSON."""
    return Response(
        status, json.dumps(values).encode(), {"Content-Type": "application/json", **headers}
    )


class Loopback:
    """Serve `answer` until closed; `requests` holds what was asked."""

    def __init__(
        self, answer: Callable[[Request], Answer], tls: ssl.SSLContext | None = None
    ) -> None:
        self._answer = answer
        self._tls = tls
        self._port = 0
        self._listener: socket.socket | None = None
        self._open: set[socket.socket] = set()
        self._lock = Lock()
        self.requests: list[Request] = []
        self.connections = 0
        self.ended = Event()
        self.start()

    @property
    def port(self) -> int:
        """Return the port, the same after a restart."""
        return self._port

    @property
    def url(self) -> str:
        """Return the server's address."""
        return f"{'https' if self._tls else 'http'}://localhost:{self._port}"

    def start(self) -> None:
        """Listen, on the port of last time if there was one."""
        self.ended.clear()
        self._listener = socket.create_server(("127.0.0.1", self._port), reuse_port=True)
        self._port = self._listener.getsockname()[1]
        Thread(target=self._accept, args=(self._listener,), daemon=True).start()

    def close(self) -> None:
        """Refuse connections from now on and hang up those that are open."""
        self.ended.set()
        if self._listener is not None:
            self._listener.shutdown(socket.SHUT_RDWR)
            self._listener.close()
            self._listener = None
        with self._lock:
            for connection in self._open:
                _hang_up(connection)
            self._open.clear()

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            self.connections += 1
            with self._lock:
                self._open.add(connection)
            Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            if self._tls is not None:
                connection = self._tls.wrap_socket(connection, server_side=True)
            with connection, connection.makefile("rb") as stream:
                while (request := _read(stream)) is not None:
                    self.requests.append(request)
                    answer = self._answer(request)
                    if not isinstance(answer, Response):
                        answer(connection)
                        _hang_up(connection)
                        return
                    connection.sendall(_written(answer)[: answer.cut])
                    if answer.cut is not None:
                        _hang_up(connection)
                        return
        except OSError:
            return


def reset(connection: socket.socket) -> None:
    """End a connection as a crash does: the other side gets a reset, not an end."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    connection.close()


def trickle(ended: Event, head: bytes = b"") -> Conversation:
    """Send `head`, then one byte every 50 ms for as long as the other side listens."""

    def drip(connection: socket.socket) -> None:
        connection.sendall(head)
        while not ended.wait(0.05):
            connection.sendall(b"x")

    return drip


def silent(ended: Event) -> Conversation:
    """Say nothing until the server ends."""
    return lambda _: ended.wait() and None


def _hang_up(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return
    finally:
        connection.close()


def _read(stream: BinaryIO) -> Request | None:
    line = stream.readline()
    if line.count(b" ") < 2 or b"HTTP/" not in line:
        # The other side hung up, or speaks TLS.
        return None
    method, target, _ = line.decode("latin-1").split(" ", 2)
    headers = {}
    while header := stream.readline().decode("latin-1").strip():
        name, _, value = header.partition(":")
        headers[name.lower()] = value.strip()
    body = stream.read(int(headers.get("content-length", 0)))
    parts = urlsplit(target)
    return Request(method, parts.path, parse_qs(parts.query, keep_blank_values=True), headers, body)


def _written(answer: Response) -> bytes:
    headers = {"Content-Length": str(len(answer.body)), **answer.headers}
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {answer.status} Said\r\n{head}\r\n".encode() + answer.body
