"""Every way in which X says no means one thing, whichever of its shapes it is said in."""

from datetime import UTC, datetime, timedelta

import pytest
from services.loopback import json_response

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
from desktop.services.fetcher import Answer
from desktop.services.networks.x_errors import quota, trouble

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
PROBLEMS = "https://api.twitter.com/2/problems/"


def answer(status: int, values: object = None, **headers: str) -> Answer:
    named = {f"x-rate-limit-{name}": value for name, value in headers.items()}
    return Answer(status, named, json_response(values).body)


def read_trouble(given: Answer) -> NetworkTrouble:
    return trouble(given, NOW, is_write=False)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (401, SignedOut),
        (402, PaymentRequired),
        (404, Missing),
        (410, Missing),
        (500, Unreachable),
        (503, Unreachable),
        (302, BadAnswer),
        (418, BadAnswer),
    ],
)
def test_a_status_has_its_meaning_whatever_the_body(status: int, kind: type[NetworkTrouble]):
    for body in (b"", b"<html>", b"[]", b'{"errors": 7, "type": []}', b"\xff"):
        assert type(read_trouble(Answer(status, {}, body))) is kind


@pytest.mark.parametrize("status", [500, 502, 503, 504, 599])
def test_a_write_that_ends_in_a_server_fault_may_have_happened(status: int):
    assert type(trouble(answer(status), NOW, is_write=True)) is OutcomeUnknown


@pytest.mark.parametrize("status", [400, 402, 403])
def test_used_up_credit_is_known_by_its_name_under_any_status(status: int):
    told = {"title": "CreditsDepleted", "detail": "Your account has no credits left.", "type": ""}
    assert type(read_trouble(answer(status, told))) is PaymentRequired


@pytest.mark.parametrize(
    ("status", "told", "reason"),
    [
        (
            403,
            {"detail": "You are not allowed to create a Tweet with duplicate content."},
            "duplicate",
        ),
        (
            403,
            {
                "title": "Forbidden",
                "detail": "Reply to this conversation is not allowed because you have not been "
                "mentioned or otherwise engaged by the author of the post you are replying to.",
                "type": "about:blank",
            },
            "not_summoned",
        ),
        (
            403,
            {"detail": "You can only reply to or quote posts where you are mentioned or are the "
             "author."},
            "not_summoned",
        ),
        (
            403,
            {
                "reason": "client-not-enrolled",
                "title": "Client Forbidden",
                "type": f"{PROBLEMS}client-forbidden",
            },
            "tier",
        ),
        (
            403,
            {
                "errors": [
                    {
                        "code": 453,
                        "message": "You currently have access to a subset of X API V2 endpoints "
                        "and limited v1.1 endpoints only.",
                    }
                ]
            },
            "tier",
        ),
        (403, {"detail": "Your app lacks the scope tweet.write"}, "scope"),
        (
            403,
            {"detail": "Authenticating is unsupported.",
             "type": f"{PROBLEMS}unsupported-authentication"},
            "scope",
        ),
        (403, {"detail": "You have been blocked from replying."}, "blocked"),
        (403, {"detail": "Your account is suspended."}, "policy"),
        (403, {}, "policy"),
        (400, {"errors": [{"message": "Your Tweet text is too long."}]}, "too_long"),
        (400, {"detail": "Your media IDs are invalid."}, "media"),
        (413, {}, "media"),
        (400, {"title": "Invalid Request"}, "other"),
    ],
)  # fmt: skip
def test_a_refusal_tells_its_reason(status: int, told: object, reason: str):
    refusal = read_trouble(answer(status, told))
    assert isinstance(refusal, Refused)
    assert refusal.reason == reason


def test_haste_is_over_when_the_window_is():
    limit = read_trouble(answer(429, {}, limit="180", remaining="0", reset="1795262700"))
    assert isinstance(limit, RateLimited)
    assert limit.until == datetime.fromtimestamp(1795262700, UTC) == NOW + timedelta(minutes=5)


@pytest.mark.parametrize("reset", ["", "soon", "-5", "0", "99999999999", "9" * 30, "²", "1.5"])
def test_a_window_that_makes_no_sense_counts_as_a_minute(reset: str):
    limit = read_trouble(answer(429, {}, remaining="0", reset=reset))
    assert isinstance(limit, RateLimited)
    assert limit.until == NOW + timedelta(minutes=1)


def test_the_usual_header_counts_where_it_comes_instead():
    limit = read_trouble(Answer(429, {"retry-after": "30"}, b""))
    assert isinstance(limit, RateLimited)
    assert limit.until == NOW + timedelta(seconds=30)


@pytest.mark.parametrize(
    ("told", "remaining"),
    [
        ({"title": "UsageCapExceeded", "period": "Monthly", "scope": "Product"}, "0"),
        ({"type": f"{PROBLEMS}usage-capped", "detail": "Usage cap exceeded"}, ""),
        ({"errors": [{"type": f"{PROBLEMS}usage-capped"}]}, "0"),
        ({"title": "Too Many Requests"}, "179"),
    ],
)
def test_a_used_up_month_is_not_taken_for_haste(told: object, remaining: str):
    used_up = read_trouble(answer(429, told, remaining=remaining, reset="1795262700"))
    assert isinstance(used_up, AllowanceUsedUp)
    assert used_up.until is None


def test_the_rest_of_the_window_is_read_from_every_answer():
    told = answer(200, {}, limit="180", remaining="7", reset="1795262700")
    assert quota(told.headers) == Quota(180, 7, NOW + timedelta(minutes=5))


@pytest.mark.parametrize("missing", ["limit", "remaining", "reset"])
def test_half_a_window_is_none(missing: str):
    headers = {"limit": "180", "remaining": "7", "reset": "1795262700", missing: "x"}
    assert quota(answer(200, {}, **headers).headers) is None


@pytest.mark.parametrize("whose", ["app", "user"])
@pytest.mark.parametrize(
    ("reset", "until"), [("1795300000", 1795300000), ("", None), ("1", None), ("9" * 11, None)]
)
def test_a_used_up_day_is_over_when_x_says_so(whose: str, reset: str, until: int | None):
    headers = {
        f"x-{whose}-limit-24hour-remaining": "0",
        f"x-{whose}-limit-24hour-reset": reset,
        "x-rate-limit-remaining": "99",
    }
    used_up = read_trouble(Answer(429, headers, b"{}"))
    assert isinstance(used_up, AllowanceUsedUp)
    assert used_up.until == (until and datetime.fromtimestamp(until, UTC))
