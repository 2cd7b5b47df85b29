"""Talk XRPC, the protocol of Bluesky's servers: one session, its renewal and its errors.

A refresh token works once. It is therefore used under a lock, and what came back is given to the
vault before the first call relies on it: a crash in between costs nothing.
"""

import json
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from desktop.services.domain.errors import (
    BadAnswer,
    Missing,
    NetworkTrouble,
    OutcomeUnknown,
    RateLimited,
    Refused,
    SignedOut,
    Unreachable,
    Unsupported,
)
from desktop.services.domain.page import Quota
from desktop.services.domain.rate_limits import wait_until
from desktop.services.fetcher import Answer, Question, ServerDoor
from desktop.services.networks.contract import Credential, KeepCredential
from desktop.services.networks.hostile_json import Json, mapping, parse, text

Params = Mapping[str, str | int | list[str]]

_EXPIRED = {"ExpiredToken"}
_SIGNED_OUT = {
    "ExpiredToken",
    "InvalidToken",
    "AuthenticationRequired",
    "AuthMissing",
    "AccountTakedown",
    "AccountDeactivated",
    "AccountSuspended",
}
_MISSING = {
    "NotFound",
    "RecordNotFound",
    "RepoNotFound",
    "HandleNotFound",
    "DidNotFound",
    "UnknownList",
}
_BLOCKED = {"BlockedActor", "BlockedByActor"}
_MEDIA = {"BlobTooLarge", "InvalidMimeType", "InvalidBlob", "PayloadTooLarge"}
_UNSUPPORTED = {"MethodNotImplemented", "XRPCNotSupported"}
_MISSING_WORDS = ("not found", "could not find", "could not locate", "unable to resolve handle")
_LENGTH_WORDS = ("must not be longer", "graphemes", "too long", "too big")


@dataclass(frozen=True, slots=True)
class Tokens:
    """An account's session: who it is and the two tokens that prove it."""

    did: str
    access: str = field(repr=False)
    refresh: str = field(repr=False)

    def credential(self) -> Credential:
        """Return the session as the vault keeps it."""
        kept = {"did": self.did, "access": self.access, "refresh": self.refresh}
        return Credential(json.dumps(kept))


def tokens_of(credential: Credential) -> Tokens:
    """Read a session back; `SignedOut` when it is not one."""
    try:
        kept = parse(credential.secret.encode("utf-8", "replace"))
    except BadAnswer as cause:
        raise SignedOut from cause
    return _tokens(kept, text(kept.get("did")), "access", "refresh")


def session_tokens(values: Json) -> Tokens:
    """Read what `createSession` and `refreshSession` answer."""
    return _tokens(values, text(values.get("did")), "accessJwt", "refreshJwt")


def _tokens(values: Json, did: str, access: str, refresh: str) -> Tokens:
    tokens = Tokens(did, text(values.get(access)), text(values.get(refresh)))
    if not (tokens.did.startswith("did:") and tokens.access and tokens.refresh):
        raise SignedOut("the session is incomplete")
    return tokens


@dataclass(frozen=True, slots=True)
class Reply:
    """A successful answer: its values, and how many calls the server still takes."""

    values: Json
    quota: Quota | None = None


def utc_now() -> datetime:
    """Return the time, for waiting as long as a server asks."""
    return datetime.now(UTC)


class Xrpc:
    """Call one server's methods, with an account's session or without."""

    def __init__(
        self,
        door: ServerDoor,
        tokens: Tokens | None = None,
        keep: KeepCredential = lambda _: None,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        self._door = door
        self._tokens = tokens
        self._keep = keep
        self._clock = clock
        self._renewal = threading.Lock()

    def query(self, method: str, params: Params) -> Reply:
        """Read something."""
        return self._call(Question("GET", f"/xrpc/{method}", params=params))

    def procedure(self, method: str, values: Json, *, is_write: bool = True) -> Reply:
        """Change something; `is_write=False` where asking twice does no harm."""
        body = json.dumps(values).encode()
        headers = {"Content-Type": "application/json"}
        question = Question("POST", f"/xrpc/{method}", headers=headers, body=body)
        return self._call(replace(question, is_write=is_write))

    def upload(self, content: bytes, mime_type: str) -> Json:
        """Send a file and return the reference to put in a record.

        Not a write: a file that no record names is forgotten by the server.
        """
        question = Question(
            "POST",
            "/xrpc/com.atproto.repo.uploadBlob",
            headers={"Content-Type": mime_type},
            body=content,
        )
        return mapping(self._call(question).values.get("blob"))

    def end_session(self) -> None:
        """Let the server forget the session; one that it does not know any more is ended too."""
        question = Question("POST", "/xrpc/com.atproto.server.deleteSession")
        with self._renewal, suppress(SignedOut, Refused, Missing):
            if self._tokens is not None:
                signed = _signed(question, self._tokens.refresh)
                self._reply(question, self._door.ask(signed))

    def close(self) -> None:
        """Let go of the connections."""
        self._door.close()

    def _call(self, question: Question) -> Reply:
        tokens = self._tokens
        if tokens is None:
            return self._reply(question, self._door.ask(question))
        answer = self._door.ask(_signed(question, tokens.access))
        if answer.status in (400, 401) and _error(answer)[0] in _EXPIRED:
            answer = self._door.ask(_signed(question, self._renewed(tokens).access))
        return self._reply(question, answer)

    def _renewed(self, used: Tokens) -> Tokens:
        """Return a session that replaces `used`, asking the server only if nobody did before."""
        with self._renewal:
            if self._tokens is not None and self._tokens != used:
                return self._tokens
            question = Question("POST", "/xrpc/com.atproto.server.refreshSession")
            answer = self._door.ask(_signed(question, used.refresh))
            try:
                renewed = session_tokens(self._reply(question, answer).values)
            except (Refused, Missing) as cause:
                raise SignedOut from cause
            try:
                self._keep(renewed.credential())
            finally:
                self._tokens = renewed
            return renewed

    def _reply(self, question: Question, answer: Answer) -> Reply:
        if answer.status != 200:
            raise _trouble(question, answer, self._clock())
        try:
            values = parse(answer.body) if answer.body else {}
        except BadAnswer as cause:
            if question.is_write:
                raise OutcomeUnknown from cause
            raise
        return Reply(values, _quota(answer.headers))


def _signed(question: Question, token: str) -> Question:
    return replace(question, headers={**question.headers, "Authorization": f"Bearer {token}"})


def _error(answer: Answer) -> tuple[str, str]:
    """Return the name and the message of a refusal, as far as the server gave them."""
    try:
        values = parse(answer.body)
    except BadAnswer:
        return "", ""
    return text(values.get("error"), 100), text(values.get("message"), 300)


def _trouble(question: Question, answer: Answer, now: datetime) -> NetworkTrouble:
    """Translate a refusal into what the user can do about it."""
    name, message = _error(answer)
    status = answer.status
    if status == 429:
        return RateLimited(wait_until(answer.headers, now))
    if name in _UNSUPPORTED or status == 501:
        return Unsupported(question.path.rpartition("/")[2])
    if status >= 500:
        what = f"status {status} {name}"
        return OutcomeUnknown(what) if question.is_write else Unreachable(what)
    if "scope" in message.lower() or status == 403:
        return Refused("scope" if "scope" in message.lower() else "policy")
    if name in _SIGNED_OUT or status == 401:
        return SignedOut(name)
    if status in (400, 404, 410, 413):
        return _refusal(name, message.lower(), status)
    return BadAnswer(f"status {status} {name}")


def _refusal(name: str, message: str, status: int) -> NetworkTrouble:
    if name in _BLOCKED:
        return Refused("blocked")
    if name in _MEDIA or status == 413:
        return Refused("media")
    if any(words in message for words in _LENGTH_WORDS):
        return Refused("too_long")
    if name in _MISSING or status in (404, 410) or any(w in message for w in _MISSING_WORDS):
        return Missing(name)
    return Refused("other")


def _quota(headers: Mapping[str, str]) -> Quota | None:
    numbers = []
    for header in ("ratelimit-limit", "ratelimit-remaining", "ratelimit-reset"):
        said = headers.get(header, "")
        if not (said.isascii() and said.isdigit()) or len(said) > 11:
            return None
        numbers.append(int(said))
    return Quota(numbers[0], numbers[1], datetime.fromtimestamp(numbers[2], UTC))
