"""A proxy on loopback that lets calls out as the real ones do, or fails as a test tells it to."""

import base64
import select
import socket
import ssl
from contextlib import suppress
from dataclasses import dataclass
from threading import Event, Thread  # noqa: TID251 - a proxy has no lanes
from typing import BinaryIO
from urllib.parse import urlsplit


@dataclass
class Habits:
    """How the proxy behaves."""

    user: str = ""
    password: str = ""
    status: int = 200
    """What it answers to one who may pass; anything but 200 lets nothing through."""
    raw: bytes = b""
    """Said in place of an answer."""
    is_silent: bool = False
    dies_after: int = -1
    """How many bytes it carries to the server before it hangs up; -1 for all."""


class ProxyDouble:
    """Carries calls to this machine, whatever name they ask for: the proxy knows its own names."""

    def __init__(self, habits: Habits | None = None, tls: ssl.SSLContext | None = None) -> None:
        self.habits = habits or Habits()
        self.asked: list[str] = []
        """The first line of each request."""
        self.headers: list[dict[str, str]] = []
        self._tls = tls
        self._ended = Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        """Return the proxy's address."""
        return f"{'https' if self._tls else 'http'}://localhost:{self.port}"

    def close(self) -> None:
        """Refuse connections from now on."""
        self._ended.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                line, _ = self._listener.accept()
            except OSError:
                return
            Thread(target=self._serve, args=(line,), daemon=True).start()

    def _serve(self, line: socket.socket) -> None:
        with suppress(OSError):
            if self._tls is not None:
                line = self._tls.wrap_socket(line, server_side=True)
            with line:
                # Unbuffered, so that nothing meant for the server is read here.
                self._converse(line, line.makefile("rb", buffering=0))

    def _converse(self, line: socket.socket, stream: BinaryIO) -> None:
        first, headers = _head(stream)
        if not first:
            return
        self.asked.append(first)
        self.headers.append(headers)
        if self.habits.is_silent:
            self._ended.wait()
            return
        status = self.habits.status if self._may_pass(headers) else 407
        method, target, _ = first.split(" ", 2)
        if self.habits.raw:
            line.sendall(self.habits.raw)
        elif status != 200:
            line.sendall(f"HTTP/1.1 {status} Said\r\nContent-Length: 2\r\n\r\nno".encode())
        elif method == "CONNECT":
            with socket.create_connection(("127.0.0.1", int(target.rpartition(":")[2]))) as server:
                line.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                self._carry(line, server)
        else:
            self._forward(line, method, target, headers)

    def _may_pass(self, headers: dict[str, str]) -> bool:
        if not self.habits.user:
            return True
        pair = f"{self.habits.user}:{self.habits.password}".encode()
        return headers.get("proxy-authorization") == f"Basic {base64.b64encode(pair).decode()}"

    def _carry(self, line: socket.socket, server: socket.socket) -> None:
        carried = 0
        while not self._ended.is_set():
            pending = isinstance(line, ssl.SSLSocket) and line.pending()
            ready = [line] if pending else select.select([line, server], [], [], 0.05)[0]
            for end in ready:
                chunk = end.recv(65_536)
                if not chunk:
                    return
                if end is line and self.habits.dies_after >= 0:
                    carried += len(chunk)
                    if carried > self.habits.dies_after:
                        return
                (server if end is line else line).sendall(chunk)

    def _forward(
        self, line: socket.socket, method: str, target: str, headers: dict[str, str]
    ) -> None:
        parts = urlsplit(target)
        with socket.create_connection(("127.0.0.1", parts.port or 80)) as server:
            path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
            lines = [f"{method} {path} HTTP/1.1", f"Host: {parts.netloc}", "Connection: close"]
            lines += [f"{name}: {value}" for name, value in headers.items() if name == "accept"]
            server.sendall("\r\n".join([*lines, "", ""]).encode())
            self._carry(line, server)


def _head(stream: BinaryIO) -> tuple[str, dict[str, str]]:
    first = stream.readline().decode("latin-1").strip()
    headers = {}
    while header := stream.readline().decode("latin-1").strip():
        name, _, value = header.partition(":")
        headers[name.lower()] = value.strip()
    return first, headers
