"""What stands behind each door of the fetcher: a guarded session, its clock, and what failed."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.services.domain.errors import (
    BadAnswer,
    NetworkTrouble,
    OutcomeUnknown,
    Refused,
    Unreachable,
)
from desktop.services.way_out import WayOut

if TYPE_CHECKING:
    from requests import Response, Session

    from desktop.services.wire_routes import Permits
    from desktop.services.wire_sockets import Trip

_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said; header names are in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)


class Line:
    """What is behind a door: a session made on first use, one call at a time."""

    def __init__(self, permits: "Permits", way: WayOut | None, ca_file: str) -> None:
        self._permits = permits
        self._proxy_for = way.proxy_for if way is not None else _straight
        self._ca_file = ca_file
        self._session: Session | None = None
        self._trip: Trip | None = None
        self._lock = threading.Lock()

    def session(self) -> "Session":
        """Return the session, the same one until `close`."""
        if self._session is None:
            from desktop.services.wire import guarded_session
            from desktop.services.wire_sockets import Trip

            self._trip = Trip()
            self._session = guarded_session(
                self._permits, self._trip, self._proxy_for, self._ca_file
            )
        return self._session

    @contextmanager
    def call(self, seconds: float) -> "Iterator[Session]":
        """Give the session for one call that ends in time."""
        with self._lock:
            session = self.session()
            if self._trip is not None:
                self._trip.begin(seconds)
            yield session

    @property
    def proxy(self) -> str:
        """Return the proxy that the last call went through, as its place; empty for none."""
        return self._trip.proxy if self._trip is not None else ""

    def trouble(self, is_write: bool, cause: Exception) -> NetworkTrouble:
        """Say what a failed call means: refused by us, surely not done, or not known."""
        detail = type(cause).__name__
        if self._trip is None:
            return Unreachable(detail)
        if self._trip.is_forbidden:
            return Refused("policy")
        if is_write and self._trip.has_written:
            return OutcomeUnknown(detail)
        return Unreachable(detail, proxy=self._trip.proxy_fault)

    def close(self) -> None:
        """Let go of the connections."""
        with self._lock:
            if self._session is not None:
                self._session.close()
            self._session = None


def _straight(_url: str) -> None:
    """Go through no proxy."""


def failures() -> tuple[type[Exception], ...]:
    """Name what the HTTP library raises; ValueError is how it refuses an address it cannot read."""
    from requests import RequestException
    from urllib3.exceptions import HTTPError

    return (RequestException, HTTPError, OSError, ValueError)


def read_answer(response: "Response", limit: int) -> Answer:
    """Return the answer whole; `BadAnswer` where its body has more than `limit` bytes."""
    body = bytearray()
    for chunk in response.iter_content(_CHUNK):
        body += chunk
        if len(body) > limit:
            raise BadAnswer("the answer is too long")
    headers = {name.lower(): value for name, value in response.headers.items()}
    return Answer(response.status_code, headers, bytes(body))
