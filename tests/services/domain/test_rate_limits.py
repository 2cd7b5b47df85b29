"""How long a server that said "too many requests" is left alone."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.domain.rate_limits import wait_until

NOW = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7),
        ({"retry-after": "0"}, 1),
        ({"retry-after": "99999999"}, 86_400),
        ({"retry-after": "9" * 4_000}, 86_400),
        ({"retry-after": "Sat, 21 Nov 2026 20:02:00 GMT"}, 120),
        ({"retry-after": "Sat, 21 Nov 2020 20:02:00 GMT"}, 1),
        ({"retry-after": "soon"}, 60),
        ({"retry-after": "-5"}, 60),
        ({"retry-after": "٧"}, 60),
        ({"retry-after": ""}, 60),
        ({}, 60),
        ({"ratelimit-reset": str(int(NOW.timestamp()) + 30)}, 30),
        ({"ratelimit-reset": "9" * 30}, 60),
        ({"retry-after": "x", "ratelimit-reset": "99999999999"}, 86_400),
    ],
)
def test_waiting_is_as_long_as_the_server_says_within_reason(headers: dict[str, str], seconds: int):
    assert wait_until(headers, NOW) == NOW + timedelta(seconds=seconds)


@given(st.text(), st.text())
def test_no_header_makes_the_wait_fail_or_exceed_a_day(retry: str, reset_at: str):
    until = wait_until({"retry-after": retry, "ratelimit-reset": reset_at}, NOW)
    assert timedelta(seconds=1) <= until - NOW <= timedelta(days=1)
