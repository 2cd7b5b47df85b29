"""Translate what a Mastodon-API server refuses into what the user can do about it."""

from collections.abc import Mapping
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
from desktop.services.domain.rate_limits import wait_until
from desktop.services.fetcher import Answer
from desktop.services.networks.hostile_json import moment, parse, text

_SCOPE_WORDS = ("scope",)
_BLOCKED_WORDS = ("block",)
_DUPLICATE_WORDS = ("duplicate", "already been taken", "already exists")
_LENGTH_WORDS = (
    "too long",
    "character limit",
    "limit of",
    "but limit is",
    "exceeds",
    "too many ch",
)
_MEDIA_WORDS = ("media", "attach", "file", "image", "picture", "video", "photo", "processing")
_THROTTLED_WORDS = ("capacity exceeded", "throttl", "too many requests")
_NOT_OFFERED = (405, 501)
_UNFIT = (400, 406, 409, 422)


def trouble_of(
    answer: Answer, now: datetime, *, is_write: bool, is_gotosocial: bool = False
) -> NetworkTrouble:
    """Return the one error that an answer outside 200 to 299 means."""
    status, said = answer.status, _said(answer)
    if status == 429 or (status == 503 and (is_gotosocial or _is_throttled(answer, said))):
        return RateLimited(wait_until(_waits(answer.headers), now))
    if status in _NOT_OFFERED:
        return Unsupported("call")
    if status >= 500 or status == 408:
        what = f"status {status}"
        return OutcomeUnknown(what) if is_write else Unreachable(what)
    if status == 401:
        return SignedOut(f"status {status}")
    if status in (404, 410):
        return Missing(f"status {status}")
    if status == 402:
        return Refused("tier")
    if status == 403:
        return Refused(
            _reason(said, (("scope", _SCOPE_WORDS), ("blocked", _BLOCKED_WORDS)), "policy")
        )
    if status in (413, 415):
        return Refused("media")
    if status in _UNFIT:
        known = (
            ("duplicate", _DUPLICATE_WORDS),
            ("too_long", _LENGTH_WORDS),
            ("media", _MEDIA_WORDS),
            ("blocked", _BLOCKED_WORDS),
        )
        return Refused(_reason(said, known, "other"))
    return BadAnswer(f"status {status}")


def epoch_of(said: str) -> int | None:
    """Return a Unix time in seconds, as GoToSocial tells when a limit ends; None for another."""
    said = said.strip()
    return int(said) if said.isascii() and said.isdigit() and len(said) <= 10 else None


def _said(answer: Answer) -> str:
    """Return the server's own words, in small letters, as far as there are any."""
    try:
        values = parse(answer.body)
    except BadAnswer:
        return ""
    words = (text(values.get("error"), 500), text(values.get("error_description"), 500))
    return " ".join(words).lower()


def _is_throttled(answer: Answer, said: str) -> bool:
    """Say whether a server turned the call away at the door, so that nothing was done."""
    return "retry-after" in answer.headers or any(word in said for word in _THROTTLED_WORDS)


def _waits(headers: Mapping[str, str]) -> dict[str, str]:
    """Return what says how long to wait, in the words that other networks use."""
    reset = headers.get("x-ratelimit-reset", "")
    date = moment(reset)
    if epoch_of(reset) is None and date is not None:
        reset = str(int(date.astimezone(UTC).timestamp()))
    return {"retry-after": headers.get("retry-after", ""), "ratelimit-reset": reset}


def _reason(said: str, known: tuple[tuple[str, tuple[str, ...]], ...], default: str) -> str:
    found = (reason for reason, words in known if any(word in said for word in words))
    return next(found, default)
