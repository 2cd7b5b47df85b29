"""Keys chosen before sending: in order, apart, and of the protocol's form."""

import re
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.services.domain.record_key import record_key

FORM = re.compile(r"[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
MOMENTS = st.timedeltas(timedelta(), timedelta(days=80_000)).map(EPOCH.__add__)


def test_a_known_moment_has_the_protocols_key() -> None:
    # The smallest key there is, and how the network's posts of April 2023 begin.
    assert record_key(EPOCH, 0) == "2222222222222"
    key = record_key(datetime(2023, 4, 19, 20, 31, 54, 974335, tzinfo=UTC), 0)
    assert key.startswith("3jt")


@given(MOMENTS, st.integers(0, 1023))
def test_every_key_has_the_form_servers_check(now: datetime, clock_id: int) -> None:
    assert FORM.fullmatch(record_key(now, clock_id))


@given(MOMENTS, MOMENTS, st.integers(0, 1023), st.integers(0, 1023))
def test_text_order_is_the_order_of_time(a: datetime, b: datetime, one: int, two: int) -> None:
    if a < b:
        assert record_key(a, one) < record_key(b, two)


@given(st.lists(st.integers(-10_000_000, 10_000_000), max_size=30), st.integers(0, 1023))
def test_keys_rise_whatever_the_clock_does(steps: list[int], clock_id: int) -> None:
    now, last = NOW, ""
    for step in steps:
        now += timedelta(seconds=step)
        key = record_key(now, clock_id, last)
        assert key > last
        last = key
