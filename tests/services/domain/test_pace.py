"""How long an account stays quiet after trouble."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.services.domain.pace import Pace

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
CHANCES = st.floats(0, 1)


def waits(chance: float, times: int) -> list[float]:
    """Return the seconds to wait after each of `times` failures in a row."""
    pace, found = Pace(), []
    for _ in range(times):
        pace = pace.failed(NOW, chance)
        found.append(((pace.next_try(NOW) or NOW) - NOW).total_seconds())
    return found


def test_the_wait_doubles_from_a_second_to_a_quarter_of_an_hour() -> None:
    assert waits(1.0, 12) == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]


@given(CHANCES, st.integers(1, 40))
def test_chance_spreads_each_wait_between_half_and_whole(chance: float, times: int) -> None:
    spread = (waits(0, times), waits(chance, times), waits(1, times))
    for least, wait, most in zip(*spread, strict=True):
        assert least <= wait <= most == least * 2


def test_a_fresh_start_waits_for_nothing() -> None:
    assert Pace().next_try(NOW) is None
    assert Pace().limited_until(NOW) is None


def test_a_failure_advises_but_does_not_forbid() -> None:
    pace = Pace().failed(NOW, 1)
    assert pace.next_try(NOW) == NOW + timedelta(seconds=1)
    assert pace.limited_until(NOW) is None
    assert pace.next_try(NOW + timedelta(seconds=1)) is None


def test_a_limit_forbids_until_its_end() -> None:
    until = NOW + timedelta(minutes=5)
    pace = Pace().limited(until, NOW, 1)
    assert pace.limited_until(NOW) == until
    assert pace.limited_until(until - timedelta(seconds=1)) == until
    assert pace.limited_until(until) is None


def test_a_server_that_always_says_now_is_asked_less_and_less() -> None:
    pace, now, asked = Pace(), NOW, 0
    while now < NOW + timedelta(hours=4):
        pace = pace.limited(now, now, 1)
        asked += 1
        now = pace.limited_until(now) or now
    assert asked <= 11 + 4 * 4


def test_no_server_is_believed_beyond_a_day() -> None:
    pace = Pace().limited(NOW + timedelta(days=3650), NOW, 0)
    assert pace.limited_until(NOW) == NOW + timedelta(days=1)


@given(st.timedeltas(-timedelta(days=3650), timedelta(days=3650)), CHANCES)
def test_a_clock_that_jumps_never_silences_an_account_for_long(
    jump: timedelta, chance: float
) -> None:
    pace = Pace().limited(NOW + timedelta(minutes=5), NOW, chance)
    now = NOW + jump
    assert (pace.limited_until(now) or now) - now <= timedelta(minutes=5)
