"""Record keys sort like the moments they stand for."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.domain.errors import InvalidField
from desktop.services.domain.tid import tid

MOMENTS = st.datetimes(datetime(1970, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis adds the zone
CLOCKS = st.integers(0, 1023)


def test_the_first_of_all_keys_and_a_known_one():
    assert tid(datetime(1970, 1, 1, tzinfo=UTC), 0) == "2222222222222"
    # Counted by hand: 2**50 microseconds set bit 60, the lowest of the first character.
    assert (
        tid(datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=2**50), 1) == "3222222222223"
    )


@given(MOMENTS, MOMENTS, CLOCKS, CLOCKS)
def test_keys_sort_by_moment_and_then_by_clock(a: datetime, b: datetime, i: int, j: int):
    assert (tid(a, i) < tid(b, j)) == ((a, i) < (b, j))


@given(MOMENTS, CLOCKS)
def test_a_key_has_thirteen_letters_of_the_alphabet(moment: datetime, clock: int):
    key = tid(moment, clock)
    assert len(key) == 13
    assert set(key) <= set("234567abcdefghijklmnopqrstuvwxyz")
    assert key[0] in "234567abcdefghij"


@pytest.mark.parametrize("clock", [-1, 1024])
def test_a_clock_out_of_range_is_refused(clock: int):
    with pytest.raises(InvalidField):
        tid(datetime(2026, 1, 1, tzinfo=UTC), clock)
    with pytest.raises(InvalidField):
        tid(datetime(1969, 12, 31, tzinfo=UTC), 0)
