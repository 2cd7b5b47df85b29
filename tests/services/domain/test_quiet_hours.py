from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.domain.quiet_hours import QuietHours

NIGHT = QuietHours(time(20), time(7))
LUNCH = QuietHours(time(12), time(14))
LYON = ZoneInfo("Europe/Paris")
MINUTE = timedelta(minutes=1)
times = st.times().map(lambda at: at.replace(second=0, microsecond=0))
moments = st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1))  # noqa: DTZ001 - wall clock
hours = st.builds(QuietHours, times, times)


@pytest.mark.parametrize(
    ("hours", "hour", "minute", "is_quiet"),
    [
        (NIGHT, 19, 59, False),
        (NIGHT, 20, 0, True),
        (NIGHT, 0, 0, True),
        (NIGHT, 6, 59, True),
        (NIGHT, 7, 0, False),
        (LUNCH, 11, 59, False),
        (LUNCH, 12, 0, True),
        (LUNCH, 13, 59, True),
        (LUNCH, 14, 0, False),
        (LUNCH, 23, 0, False),
    ],
)
def test_quiet_hours_begin_with_their_first_minute_and_end_before_their_last(
    hours, hour, minute, is_quiet
):
    assert hours.covers(datetime(2026, 11, 21, hour, minute, tzinfo=UTC)) is is_quiet


@given(moments, times)
def test_equal_times_mean_never(at, moment):
    assert not QuietHours(moment, moment).covers(at)


@given(hours, moments)
def test_every_moment_is_quiet_in_a_stretch_or_in_its_opposite_and_never_in_both(quiet, at):
    opposite = QuietHours(quiet.ends, quiet.begins)
    if quiet.begins != quiet.ends:
        assert quiet.covers(at) is not opposite.covers(at)


@given(hours, moments)
def test_the_end_lies_within_the_next_day_and_is_no_longer_quiet(quiet, at):
    end = quiet.ends_after(at)
    assert timedelta() < end - at <= timedelta(days=1)
    assert end.time() == quiet.ends
    assert not quiet.covers(end)


@given(hours, moments)
def test_what_is_quiet_stays_so_until_the_end(quiet, at):
    end = quiet.ends_after(at)
    if quiet.covers(at) and end - at > MINUTE:
        assert quiet.covers(at + MINUTE)
        assert quiet.covers(end - MINUTE)
        assert quiet.ends_after(at + MINUTE) == end


def test_the_end_is_the_same_time_on_the_wall_when_the_clocks_change():
    for evening, hours_until in ((28, 10), (24, 12)):
        month = 3 if evening == 28 else 10
        before = datetime(2026, month, evening, 20, tzinfo=LYON)
        end = NIGHT.ends_after(before)
        assert (end.hour, end.date() - before.date()) == (7, timedelta(days=1))
        assert end.astimezone(UTC) - before.astimezone(UTC) == timedelta(hours=hours_until)


def test_an_hour_that_comes_twice_is_quiet_both_times():
    quiet = QuietHours(time(1), time(3))
    for fold in (0, 1):
        at = datetime(2026, 10, 25, 2, 30, fold=fold, tzinfo=LYON)
        assert quiet.covers(at)
        assert quiet.ends_after(at) == datetime(2026, 10, 25, 3, tzinfo=LYON)


def test_an_end_in_the_hour_that_is_skipped_comes_when_the_clock_has_passed_it():
    quiet = QuietHours(time(22), time(2, 30))
    assert not quiet.covers(datetime(2026, 3, 29, 3, tzinfo=LYON))
    end = quiet.ends_after(datetime(2026, 3, 28, 23, tzinfo=LYON))
    assert end.astimezone(UTC) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
