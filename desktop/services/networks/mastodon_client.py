"""Call one Mastodon-API server through Mastodon.py, and say what its refusals mean.

The library names the calls and sends them. What comes back is taken out of its hands before it
reads it, because it trusts servers and drops the headers that say how long to wait.
"""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from desktop.services.domain.errors import BadAnswer, OutcomeUnknown
from desktop.services.domain.page import Quota
from desktop.services.fetcher import ANSWER_BYTES, CALL_SECONDS, Answer, LibraryDoor
from desktop.services.networks.hostile_json import Json, items, mapping, moment, parse
from desktop.services.networks.mastodon_refusals import epoch_of, trouble_of

if TYPE_CHECKING:
    from mastodon import Mastodon

Ask = Callable[["Mastodon"], object]
Params = Mapping[str, str | int | list[str]]

PROGRAM = "Crieur"
_CHUNK = 65_536
_UNREADABLE = b"\0"
_VERSION = (4, 5, 0)


def utc_now() -> datetime:
    """Return the time, for waiting as long as a server asks."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Reply:
    """A successful answer: what it holds and its headers, whose names are in small letters."""

    content: object
    headers: Mapping[str, str]

    @property
    def values(self) -> Json:
        """Return the object that was answered; `BadAnswer` when it was something else."""
        if not isinstance(self.content, dict):
            raise BadAnswer("not an object")
        return mapping(self.content)

    @property
    def items(self) -> list[object]:
        """Return the list that was answered; `BadAnswer` when it was something else."""
        if not isinstance(self.content, list):
            raise BadAnswer("not a list")
        return items(self.content)

    @property
    def quota(self) -> Quota | None:
        """Return how many calls the server still takes, as far as it says so."""
        counts = []
        for name in ("x-ratelimit-limit", "x-ratelimit-remaining"):
            said = self.headers.get(name, "")
            if not (said.isascii() and said.isdigit()) or len(said) > 9:
                return None
            counts.append(int(said))
        reset = self.headers.get("x-ratelimit-reset", "")
        seconds = epoch_of(reset)
        resets_at = moment(reset) if seconds is None else datetime.fromtimestamp(seconds, UTC)
        return None if resets_at is None else Quota(counts[0], counts[1], resets_at)


class Client:
    """One server's calls, with an account's token or without."""

    def __init__(
        self,
        door: LibraryDoor,
        token: str = "",
        *,
        clock: Callable[[], datetime] = utc_now,
        seconds: float = CALL_SECONDS,
    ) -> None:
        self._door = door
        self._token = token
        self._clock = clock
        self._seconds = seconds
        self._library: Mastodon | None = None
        self._answer: Answer | None = None
        self.is_gotosocial = False
        """GoToSocial says 503 where others say 429."""

    @property
    def host(self) -> str:
        """Return the server's host, with its port where that is not the usual one."""
        return str(self._door.origin).partition("://")[2]

    def get(self, path: str, params: Params | None = None) -> Reply:
        """Read what is behind a path of the server."""
        from mastodon.types_base import PaginationInfo

        place = PaginationInfo(params or {})
        place.update(_pagination_method="GET", _pagination_endpoint=path)
        return self.read(lambda api: api.fetch_next(place))

    def read(self, ask: Ask) -> Reply:
        """Ask for something that asking twice does not change."""
        return self._call(ask, is_write=False)

    def write(self, ask: Ask) -> Reply:
        """Change something; `OutcomeUnknown` when the answer was lost."""
        return self._call(ask, is_write=True)

    def close(self) -> None:
        """Let go of the connections."""
        self._library = None
        self._door.close()

    def _call(self, ask: Ask, *, is_write: bool) -> Reply:
        from mastodon.errors import MastodonError

        self._answer = None
        with self._door.call(is_write=is_write, seconds=self._seconds):
            try:
                ask(self._opened())
            except MastodonError:
                if self._answer is None:
                    raise
        answer, self._answer = self._answer, None
        if answer is None:
            raise BadAnswer("nothing was asked")
        if not 200 <= answer.status < 300:
            raise trouble_of(
                answer, self._clock(), is_write=is_write, is_gotosocial=self.is_gotosocial
            )
        try:
            return Reply(_content(answer.body), answer.headers)
        except BadAnswer as cause:
            if is_write:
                raise OutcomeUnknown from cause
            raise

    def _opened(self) -> "Mastodon":
        if self._library is None:
            from mastodon import Mastodon

            session = self._door.session()
            session.hooks["response"].append(self._take)
            self._library = Mastodon(
                access_token=self._token or None,
                api_base_url=str(self._door.origin),
                ratelimit_method="throw",
                request_timeout=self._seconds,
                mastodon_version=".".join(map(str, _VERSION)),
                version_check_mode="none",
                session=session,
                user_agent=PROGRAM,
            )
            # Else it asks for the server's version before some calls, and then for what is older.
            numbers = ("mastodon_major", "mastodon_minor", "mastodon_patch")
            for name, number in zip(numbers, _VERSION, strict=True):
                setattr(self._library, name, number)
        return self._library

    def _take(self, response: Any, *_: object, **__: object) -> object:
        """Keep an answer for ourselves and give the library an empty one of the same status.

        Without its headers nobody follows a redirect either.
        """
        body = bytearray()
        for chunk in response.iter_content(_CHUNK):
            body += chunk
            if len(body) > ANSWER_BYTES:
                response.close()
                body = bytearray(_UNREADABLE)
                break
        headers = {name.lower(): value for name, value in response.headers.items()}
        self._answer = Answer(response.status_code, headers, bytes(body))
        blank = type(response)()
        blank.status_code, blank.reason = response.status_code, response.reason
        blank.raw = io.BytesIO(b"{}")
        return blank


def _content(body: bytes) -> object:
    """Return what an answer holds; `parse` wants an object, and many answers are lists."""
    return parse(b'{"content":' + body + b"}").get("content") if body.strip() else {}
