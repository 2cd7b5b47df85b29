"""The one way out to the web: a door to an account's own server and a door for public pictures.

Both give up after a total time however slowly a server answers, read a bounded body and raise only
the classes of `domain/errors.py`. `way` says through which proxy they go; without one they go
straight. The HTTP library is imported on first use, because nothing is fetched before the first
window is on screen.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from desktop.services.domain.errors import (
    BadAnswer,
    Missing,
    NetworkTrouble,
    OutcomeUnknown,
    Unreachable,
)
from desktop.services.domain.origin import Address, Origin, is_public, origin_of
from desktop.services.fetcher_line import Answer as Answer  # what a door gives
from desktop.services.fetcher_line import Line, failures, read_answer
from desktop.services.way_out import WayOut

if TYPE_CHECKING:
    from requests import Response, Session

CALL_SECONDS = 30.0
ANSWER_BYTES = 8_000_000
PICTURE_SECONDS = 10.0
PICTURE_BYTES = 2_000_000

_REDIRECTS = 3


@dataclass(frozen=True, slots=True)
class Question:
    """One request to an account's server; `is_write` when asking it twice would do it twice."""

    method: str
    path: str
    params: Mapping[str, str | int | list[str]] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes | None = field(default=None, repr=False)
    is_write: bool = False


@dataclass(frozen=True, slots=True)
class Fetched(Answer):
    """What was found on the open internet, and where; `permanent_url` is where to look next time.

    The two differ where a redirect is for this once only.
    """

    url: str
    permanent_url: str


class ServerDoor:
    """The way to one server, the one an account lives on.

    A server on this machine or in the local network is reached because the user typed that very
    host and port; it is never left for another one, since redirects are not followed.
    """

    def __init__(self, origin: Origin, way: WayOut | None = None, *, ca_file: str = "") -> None:
        self._origin = origin
        self._line = Line(partial(_leads_to, origin), way, ca_file)

    @property
    def origin(self) -> Origin:
        """Where the door leads."""
        return self._origin

    @property
    def proxy(self) -> str:
        """Return the proxy that the last call went through, as its place; empty for none."""
        return self._line.proxy

    def ask(self, question: Question, *, seconds: float = CALL_SECONDS) -> Answer:
        """Return the server's answer, whatever its status.

        Raises `Unreachable` when nothing was done, and `OutcomeUnknown` when a write had left and
        its answer did not come.
        """
        with self._line.call(seconds) as session:
            if question.is_write:
                # A connection that the server closed meanwhile would look like a lost answer.
                session.close()
            try:
                with session.request(
                    question.method,
                    f"{self._origin}{question.path}",
                    params=dict(question.params),
                    headers=dict(question.headers),
                    data=question.body,
                    timeout=seconds,
                    stream=True,
                    allow_redirects=False,
                ) as response:
                    if question.is_write and not _has_an_end(response):
                        raise OutcomeUnknown("the answer does not say where it ends")
                    return read_answer(response, ANSWER_BYTES)
            except failures() as cause:
                raise self._line.trouble(question.is_write, cause) from cause
            except BadAnswer as cause:
                if question.is_write:
                    raise OutcomeUnknown from cause
                raise

    def close(self) -> None:
        """Let go of the connections."""
        self._line.close()


class LibraryDoor:
    """The way to one server for a library that speaks HTTP by itself.

    The library is given `session()` in place of its own and makes each call inside `call()`. It
    then reaches that server alone, within the call's time, and what goes wrong means the same as
    at a `ServerDoor`.
    """

    def __init__(self, origin: Origin, way: WayOut | None = None, *, ca_file: str = "") -> None:
        self._origin = origin
        self._line = Line(partial(_leads_to, origin), way, ca_file)

    @property
    def origin(self) -> Origin:
        """Where the door leads."""
        return self._origin

    def session(self) -> "Session":
        """Return the session to give to the library; it is the same one until `close`."""
        return self._line.session()

    @contextmanager
    def call(self, *, is_write: bool, seconds: float = CALL_SECONDS) -> Iterator[None]:
        """Start the clock of one call; HTTP failures in it become `domain/errors.py`.

        What the library makes of such a failure is for the caller to look through: the original
        one is raised here as the cause of the library's error, or by the library itself.
        """
        with self._line.call(seconds) as session:
            if is_write:
                # A connection that the server closed meanwhile would look like a lost answer.
                session.close()
            try:
                yield
            except failures() as cause:
                raise self._line.trouble(is_write, cause) from cause

    def trouble(self, *, is_write: bool, cause: Exception) -> NetworkTrouble:
        """Say what a failed call meant, for a library that hides it in an error of its own."""
        return self._line.trouble(is_write, cause)

    def close(self) -> None:
        """Let go of the connections."""
        self._line.close()


class PublicDoor:
    """The way to pictures and pages anywhere on the open internet.

    Private and loopback addresses are refused, so that a post cannot make Crieur knock on a
    neighbour's door, except on the accounts' own servers, named by `own_origins`. A name that this
    computer cannot look up is left to the proxy, where there is one.
    """

    def __init__(
        self,
        own_origins: Callable[[], Collection[Origin]] = tuple,
        way: WayOut | None = None,
        *,
        ca_file: str = "",
    ) -> None:
        self._own_origins = own_origins
        self._line = Line(self._permits, way, ca_file)

    def fetch(
        self, url: str, limit: int = PICTURE_BYTES, seconds: float = PICTURE_SECONDS
    ) -> bytes:
        """Return the body at `url`, after at most three redirects, each checked anew."""
        found = self.open(url, {}, limit, seconds)
        if found.status in (404, 410):
            raise Missing
        if found.status != 200:
            raise Unreachable(f"status {found.status}")
        return found.body

    def open(
        self, url: str, headers: Mapping[str, str], limit: int, seconds: float = CALL_SECONDS
    ) -> Fetched:
        """Return what is at `url`, whatever its status, after redirects as in `fetch`."""
        lasting, is_lasting = url, True
        with self._line.call(seconds) as session:
            try:
                for _ in range(_REDIRECTS + 1):
                    origin_of(url)
                    with session.get(
                        url,
                        timeout=seconds,
                        stream=True,
                        allow_redirects=False,
                        headers={"Accept-Encoding": "identity", **headers},
                    ) as response:
                        if not response.is_redirect:
                            said = read_answer(response, limit)
                            return Fetched(said.status, said.headers, said.body, url, lasting)
                        url = urljoin(url, response.headers["Location"])
                        is_lasting = is_lasting and response.is_permanent_redirect
                        lasting = url if is_lasting else lasting
            except failures() as cause:
                raise self._line.trouble(False, cause) from cause
        raise BadAnswer("too many redirects")

    def close(self) -> None:
        """Let go of the connections."""
        self._line.close()

    def _permits(self, _scheme: str, host: str, port: int, address: Address | None) -> bool:
        if address is None or is_public(address):
            return True
        return any((host, port) == (own.host, own.port) for own in self._own_origins())


def _leads_to(origin: Origin, scheme: str, host: str, port: int, address: Address | None) -> bool:
    """Say whether a connection goes to `origin`, and in clear text only where nobody listens in."""
    if (scheme, host, port) != (origin.scheme, origin.host, origin.port):
        return False
    return scheme == "https" or not (address is None or is_public(address))


def _has_an_end(response: "Response") -> bool:
    """Say whether an answer that was cut off would be noticed."""
    if response.status_code == 204 or "Content-Length" in response.headers:
        return True
    return response.headers.get("Transfer-Encoding", "").lower() == "chunked"
