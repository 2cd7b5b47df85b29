"""When nothing may ring: in quiet hours, in a pause, and for as long as either lasts."""

from dataclasses import replace
from datetime import timedelta

import pytest
from fakes import FakeClock
from screens import FakeHub

from desktop.views.quiet import Quiet


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def hub(tmp_path, clock) -> FakeHub:
    made = FakeHub(tmp_path)
    made.now = clock
    return made


@pytest.fixture
def quiet(hub) -> Quiet:
    return Quiet(hub)


def begin_hours(hub: FakeHub, hours: float) -> None:
    """Let quiet hours begin now and last for some hours."""
    now = hub.now().astimezone()
    begin, end = (f"{at:%H:%M}" for at in (now, now + timedelta(hours=hours)))
    hub.preferences = replace(hub.preferences, quiet_hours=True, quiet_from=begin, quiet_until=end)


def test_nothing_is_quiet_until_it_is_asked_for(quiet):
    assert (quiet.is_now(), quiet.until, quiet.paused_until) == (False, None, None)


def test_quiet_hours_count_from_the_moment_they_are_chosen_until_they_end(quiet, hub, clock):
    begin_hours(hub, 10)
    assert quiet.is_now()
    assert quiet.until - clock.now == timedelta(hours=10)
    clock.advance(hours=10)
    assert not quiet.is_now()


def test_quiet_hours_that_are_switched_off_do_not_count(quiet, hub):
    begin_hours(hub, 10)
    hub.preferences = replace(hub.preferences, quiet_hours=False)
    assert not quiet.is_now()


def test_a_pause_lasts_until_tomorrow_s_end_of_quiet_hours_although_they_are_off(quiet, hub, clock):
    quiet.pause_until_tomorrow()
    end, now = quiet.paused_until.astimezone(), clock.now.astimezone()
    assert (end.date() - now.date(), f"{end:%H:%M}") == (timedelta(days=1), "07:00")
    hub.preferences = replace(hub.preferences, quiet_until="00:00")
    quiet.pause_until_tomorrow()
    assert quiet.paused_until.astimezone().date() - now.date() == timedelta(days=1)


def test_a_pause_ends_by_itself_or_when_it_is_taken_back(quiet, clock):
    quiet.pause_until_tomorrow()
    quiet.resume()
    assert not quiet.is_now()
    quiet.pause_until_tomorrow()
    clock.advance(days=2)
    assert (quiet.is_now(), quiet.paused_until) == (False, None)


def test_a_pause_in_quiet_hours_lasts_until_both_are_over(quiet, hub, clock):
    begin_hours(hub, 4)
    quiet.pause_until_tomorrow()
    assert quiet.until == quiet.paused_until > clock.now + timedelta(hours=4)
    quiet.resume()
    assert quiet.until - clock.now == timedelta(hours=4)
