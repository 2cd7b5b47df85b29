"""The notifications in the settings: every choice is kept at once, and says what it means."""

from dataclasses import replace
from datetime import time

import pytest
from screens import find, read

from desktop.services.preferences import Preferences
from desktop.ui.spin_boxes import TimeBox
from desktop.ui.switches import Switch
from desktop.views.settings import notifications_section
from desktop.views.settings.notifications_section import NotificationsSection


@pytest.fixture
def build(stage, shown, monkeypatch):
    """Open the section, on a desktop with a tray or without."""

    def build(*, with_tray: bool = True, **kept: object) -> NotificationsSection:
        monkeypatch.setattr(notifications_section, "has_tray", lambda: with_tray)
        stage.hub.preferences = replace(Preferences(), **kept)
        made = NotificationsSection(stage.theme, stage.hub, stage.tasks, is_demo=False)
        made.setMinimumWidth(760)
        return shown(made)

    return build


@pytest.mark.parametrize("choice", ["notifications", "stays_in_tray", "quiet_hours"])
def test_each_switch_shows_what_is_kept_and_keeps_what_is_chosen(build, stage, choice):
    for kept in (False, True):
        section = build(**{choice: kept})
        switch = find(section, choice, Switch)
        assert switch.isChecked() is kept
        switch.click()
        assert getattr(stage.hub.preferences, choice) is not kept
        switch.click()
        assert getattr(stage.hub.preferences, choice) is kept


def test_without_a_tray_the_window_cannot_stay_and_it_says_why(build):
    section = build(with_tray=False, stays_in_tray=True)
    switch = find(section, "stays_in_tray", Switch)
    assert not switch.isEnabled()
    assert not switch.isChecked()
    assert "This desktop has no tray" in read(section)
    assert "This desktop has no tray" in switch.accessibleDescription()


def test_the_hours_are_chosen_while_they_are_wanted(build, stage):
    section = build(quiet_from="21:30", quiet_until="06:15")
    begins, ends = (find(section, name, TimeBox) for name in ("quietFrom", "quietUntil"))
    assert (begins.time_of_day, ends.time_of_day) == (time(21, 30), time(6, 15))
    assert not begins.isEnabled()
    find(section, "quiet_hours", Switch).click()
    assert begins.isEnabled()
    assert ends.isEnabled()
    begins.set_time_of_day(time(22))
    ends.set_time_of_day(time(8, 45))
    assert stage.hub.preferences.quiet_from == "22:00"
    assert stage.hub.preferences.quiet_until == "08:45"


def test_it_is_said_which_hours_the_two_times_mean(build):
    section = build(quiet_hours=True)
    ends = find(section, "quietUntil", TimeBox)
    for until, words in (
        (time(7), "Every night, until the next morning."),
        (time(22), "Every day, within the same day."),
        (time(20), "it is never quiet"),
    ):
        ends.set_time_of_day(until)
        assert words in read(section)


def test_every_control_has_a_name_and_what_it_means(build):
    section = build()
    for kind in (Switch, TimeBox):
        for control in section.findChildren(kind):
            assert control.accessibleName()
            assert control.accessibleDescription()
