"""Crieur beside its window: what its sign in the tray says and does, and when the window may go."""

from dataclasses import replace

import pytest
from journeys.reader import Reader
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QSystemTrayIcon
from screens import heard

from desktop.services.domain.announcement import Announcement
from desktop.services.workspaces import Workspaces
from desktop.ui.tray import TrayIcon
from desktop.views.post_dialog import PostDialog
from desktop.views.tray_desk import TrayDesk

ALARM = Announcement("account 9", "@shop needs you", "All is safe.", "accounts", 9, is_alarm=True)


@pytest.fixture
def popped(monkeypatch) -> list[tuple[str, ...]]:
    """Let there be a tray, and keep what pops up in it."""
    shown: list[tuple[str, ...]] = []
    monkeypatch.setattr(QSystemTrayIcon, "isVisible", lambda _: True)
    monkeypatch.setattr(TrayIcon, "pop_up", lambda _, *words: shown.append(words))
    return shown


@pytest.fixture
def reader(start, held, popped) -> Reader:
    held("Garage")
    return begin(start)


def begin(start) -> Reader:
    reader = start(workspace="Garage")
    reader.wait_for_shell()
    reader.wait(lambda: getattr(reader.desk, "tray", None) is not None)
    return reader


def desk_of(reader: Reader) -> TrayDesk:
    return reader.desk.tray


def choose(reader: Reader, **choices: object) -> None:
    program = reader.desk._program
    program.save_preferences(replace(program.preferences, **choices))


def line(reader: Reader, words: str):
    (found,) = [each for each in desk_of(reader).tray.menu.actions() if words in each.text()]
    return found


def go_away(reader: Reader) -> None:
    """Hide the window as a user does who wants Crieur to go on."""
    choose(reader, stays_in_tray=True)
    reader.desk.window.close()
    assert not reader.desk.window.isVisible()


def wait_in_front(reader: Reader) -> None:
    """Wait for the window to be the active one, which without a window manager needs asking."""
    window = reader.desk.window

    def is_in_front() -> bool:
        window.activateWindow()
        return window.isVisible() and window.isActiveWindow()

    reader.wait(is_in_front)


def test_the_sign_counts_and_says_what_waits(reader):
    notifier, tray = desk_of(reader).notifier, desk_of(reader).tray
    notifier.note(Announcement("mentions", "3 unread mentions", count=3))
    notifier.note(ALARM)
    assert tray.count == 4
    assert tray.toolTip().split("\n") == ["Crieur", "@shop needs you", "3 unread mentions"]
    notifier.clear()
    assert (tray.count, tray.toolTip()) == (0, "Crieur")


def test_closing_ends_the_program_unless_it_is_to_stay(reader):
    left = heard(reader.desk.window.left)
    reader.desk.window.close()
    assert len(left) == 1


def test_the_window_hides_and_the_program_goes_on_which_is_said_the_first_time(reader, popped):
    left = heard(reader.desk.window.left)
    go_away(reader)
    assert reader.shell.refresher._timer.isActive()
    ((_, title, _),) = popped
    assert title == "Crieur goes on in the tray."
    line(reader, "Open Crieur").trigger()
    assert reader.desk.window.isVisible()
    go_away(reader)
    assert (len(popped), left) == (1, [])


def test_quitting_from_the_tray_really_ends_it(reader):
    left = heard(reader.desk.window.left)
    go_away(reader)
    line(reader, "Quit").trigger()
    assert len(left) == 1


def test_the_demo_never_stays_behind(start, popped):
    reader = start(demo=True)
    reader.wait_for_shell()
    reader.wait(lambda: getattr(reader.desk, "tray", None) is not None)
    left = heard(reader.desk.window.left)
    choose(reader, stays_in_tray=True)
    reader.desk.window.close()
    assert len(left) == 1


def test_without_a_tray_closing_ends_the_program(start, held):
    held("Garage")
    reader = begin(start)
    left = heard(reader.desk.window.left)
    choose(reader, stays_in_tray=True)
    reader.desk.window.close()
    assert len(left) == 1


def test_a_pressed_sign_brings_the_window_back(reader):
    go_away(reader)
    desk_of(reader).tray.opened.emit()
    wait_in_front(reader)


def test_an_alarm_pops_up_while_the_window_is_hidden_and_leads_to_its_place(reader, popped):
    go_away(reader)
    popped.clear()
    desk_of(reader).notifier.tell(ALARM)
    assert popped == [("account 9", ALARM.title, ALARM.text)]
    desk_of(reader).tray.pop_up_pressed.emit("account 9")
    assert reader.desk.window.isVisible()
    assert reader.sees("Connected accounts")


def test_in_front_of_the_window_an_alarm_is_spoken_assertively(reader, popped, monkeypatch):
    said: list[object] = []
    wait_in_front(reader)
    monkeypatch.setattr(QAccessible, "updateAccessibility", said.append)
    desk_of(reader).notifier.tell(ALARM)
    (event,) = said
    assert event.message() == "@shop needs you\nAll is safe."
    assert event.politeness() == QAccessible.AnnouncementPoliteness.Assertive
    assert popped == []


def test_looking_at_the_window_is_noticed(reader):
    notifier = desk_of(reader).notifier
    go_away(reader)
    notifier.tell(Announcement("spending", "The cap is reached", count=0))
    assert notifier.waiting
    reader.desk.window.come_forward()
    wait_in_front(reader)
    reader.wait(lambda: not notifier.waiting)


def test_a_post_is_written_from_the_tray(reader):
    go_away(reader)
    line(reader, "Write a post").trigger()
    dialog = reader.dialog()
    assert isinstance(dialog, PostDialog)
    assert reader.desk.window.isVisible()
    dialog.reject()


def test_new_posts_are_fetched_from_the_tray(reader, monkeypatch):
    asked: list[bool] = []
    monkeypatch.setattr(reader.shell.refresher, "refresh_all", lambda: asked.append(True))
    line(reader, "Fetch new posts").trigger()
    assert asked == [True]


def test_notifications_are_paused_and_resumed(reader):
    line(reader, "Pause notifications until tomorrow").trigger()
    assert "Quiet until Tomorrow 07:00" in desk_of(reader).tray.toolTip()
    assert desk_of(reader).notifier.quiet.is_now()
    line(reader, "Resume notifications").trigger()
    assert desk_of(reader).tray.toolTip() == "Crieur"
    assert line(reader, "Pause notifications until tomorrow").isEnabled()


def test_where_no_workspace_is_open_nothing_can_be_written_or_fetched(start, popped):
    reader = start()
    reader.wait(lambda: getattr(reader.desk, "tray", None) is not None)
    assert not line(reader, "Write a post").isEnabled()
    assert not line(reader, "Fetch new posts").isEnabled()
    assert line(reader, "Quit").isEnabled()


def test_another_workspace_begins_with_nothing_and_another_language_changes_nothing(reader, held):
    notifier = desk_of(reader).notifier
    notifier.note(ALARM)
    reader.desk.window.language_chosen.emit("fr")
    assert notifier.waiting == (ALARM,)
    assert len(desk_of(reader).tray.menu.actions()) == 7
    held("Shop")
    kept: Workspaces = reader.desk._program._workspaces
    reader.desk.window.open_workspace(next(each for each in kept.all() if each.name == "Shop"))
    assert notifier.waiting == ()
    reader.wait_for_shell()


def test_the_menu_speaks_another_language_at_once(start, popped, monkeypatch):
    reader = start()
    reader.wait(lambda: getattr(reader.desk, "tray", None) is not None)
    monkeypatch.setattr(TrayDesk, "tr", lambda _, words: f"[{words}]")
    reader.desk.window.language_chosen.emit("fr")
    assert line(reader, "[Open Crieur]").isEnabled()
