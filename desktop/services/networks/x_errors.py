"""Tell X's refusals apart: what the user, the bill, the plan or nobody can change."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from desktop.services.domain.errors import (
    AllowanceUsedUp,
    BadAnswer,
    Missing,
    NetworkTrouble,
    OutcomeUnknown,
    PaymentRequired,
    RateLimited,
    Refused,
    SignedOut,
    Unreachable,
)
from desktop.services.domain.page import Quota
from desktop.services.domain.rate_limits import wait_until
from desktop.services.fetcher import Answer
from desktop.services.networks.hostile_json import Json, items, mapping, parse, text

_WORDS = (
    ("duplicate", ("duplicate", "already retweeted", "already reposted")),
    (
        "not_summoned",
        (
            "not been mentioned",
            "mentioned or are the author",
            "reply to this conversation is not allowed",
            "not allowed to reply",
        ),
    ),
    (
        "tier",
        (
            "client-forbidden",
            "client-not-enrolled",
            "access level",
            "self-serve",
            "subset of",
            "enrollment",
            " tier",
        ),
    ),
    ("scope", ("scope", "oauth1 app permissions", "unsupported-authentication")),
    ("blocked", ("blocked",)),
    ("too_long", ("too long", "bit shorter", "exceeds the maximum", "character limit")),
    ("media", ("media",)),
    ("policy", ("not-authorized", "automated", "spam", "suspended", "policy", "not allowed")),
)
"""What each reason is recognised by, surest first: X names hardly any of them by a code."""


def trouble(answer: Answer, now: datetime, *, is_write: bool) -> NetworkTrouble:
    """Translate a refusal into what the user can do about it."""
    status = answer.status
    said = _said(answer.body)
    if status == 402 or "creditsdepleted" in said:
        return PaymentRequired()
    if status == 429:
        return _too_many(answer.headers, said, now)
    if status >= 500:
        what = f"status {status}"
        return OutcomeUnknown(what) if is_write else Unreachable(what)
    if status == 401:
        return SignedOut()
    if status in (404, 410):
        return Missing()
    if status == 413:
        return Refused("media")
    if status in (400, 403):
        return Refused(_reason(said, is_forbidden=status == 403))
    return BadAnswer(f"status {status}")


def quota(headers: Mapping[str, str]) -> Quota | None:
    """Return how many calls the server still takes, None where it does not say."""
    numbers = [_number(headers, name) for name in ("limit", "remaining", "reset")]
    limit, remaining, reset = numbers
    if limit is None or remaining is None or reset is None:
        return None
    return Quota(limit, remaining, datetime.fromtimestamp(reset, UTC))


def _too_many(headers: Mapping[str, str], said: str, now: datetime) -> NetworkTrouble:
    """Tell a pause from the end: a used-up month comes with the same status as haste.

    Calls that remain, or the words, give it away; waiting for the reset would never end.
    """
    for day in ("x-app-limit-24hour", "x-user-limit-24hour"):
        if _number(headers, "remaining", day) == 0:
            reset = _number(headers, "reset", day)
            return AllowanceUsedUp(None if reset is None else _bounded(reset, now))
    remaining = _number(headers, "remaining")
    if "usage-capped" in said or "usagecapexceeded" in said or remaining:
        return AllowanceUsedUp()
    reset = _number(headers, "reset")
    told = {"retry-after": headers.get("retry-after", "")}
    if reset is not None and _bounded(reset, now) is not None:
        told["ratelimit-reset"] = str(reset)
    return RateLimited(wait_until(told, now))


def _bounded(reset: int, now: datetime) -> datetime | None:
    """Return the end of a window, None for one that is over already or longer than a day."""
    moment = datetime.fromtimestamp(reset, UTC)
    return moment if timedelta() <= moment - now <= timedelta(days=1) else None


def _number(headers: Mapping[str, str], name: str, window: str = "x-rate-limit") -> int | None:
    said = headers.get(f"{window}-{name}", "").strip()
    return int(said) if said.isascii() and said.isdigit() and len(said) <= 11 else None


def _reason(said: str, *, is_forbidden: bool) -> str:
    for reason, words in _WORDS:
        if any(word in said for word in words):
            return reason
    return "policy" if is_forbidden else "other"


def _said(body: bytes) -> str:
    """Return all that a refusal says of itself, in small letters and without spaces in its codes.

    X describes problems in three shapes; `type` is an address whose end is the name.
    """
    try:
        values = parse(body)
    except BadAnswer:
        return ""
    told = [values, *(mapping(each) for each in items(values.get("errors")))]
    return " ".join(word for each in told for word in _texts(each)).lower()


def _texts(problem: Json) -> list[str]:
    fields = ("title", "detail", "message", "reason", "error_description", "error", "period")
    found = [text(problem.get(field), 500) for field in fields]
    kind = text(problem.get("type"), 200)
    return [*found, kind.rpartition("/")[2]]
