"""Keys go round the panes, show the unread alone, and tell of themselves on every page."""

from collections import Counter

import pytest
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from screens import find, open_dialog, press, press_keys, settle

from desktop.ui.buttons import IconButton
from desktop.ui.pane_walk import PaneWalk
from desktop.ui.panes import Header
from desktop.views.shell import Shell
from desktop.views.shortcuts_sheet import ShortcutsSheet

PLACES = ("home", "mentions", "digest", "bookmarks", "outbox", "look")


@pytest.fixture
def shell(shell, qtbot) -> Shell:
    """An open workspace whose window has the keyboard."""
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    return shell


def focused_in(shell: Shell) -> str:
    """Say in which part of the window the keyboard is."""
    focused = shell.focusWidget()
    home = shell.feeds.home
    parts = {
        "rail": shell.rail,
        "header": home.header,
        "feed": home.panel,
        "side": home.side,
    }
    return next((name for name, part in parts.items() if part.isAncestorOf(focused)), "")


def test_f6_goes_round_the_panes_and_shift_f6_back(shell):
    shell.resize(1280, 800)
    settle()
    shell.feeds.home.take_focus()
    gone = []
    for keys in ("F6", "F6", "F6", "Shift+F6", "Shift+F6"):
        press_keys(shell, keys)
        gone.append(focused_in(shell))

    assert gone == ["rail", "header", "feed", "header", "rail"]


@pytest.mark.parametrize("place", PLACES)
def test_every_page_has_panes_beside_the_rail(shell, place):
    shell.go_to(place)
    settle()
    seen = []
    walk = PaneWalk(shell)
    for _ in range(4):
        walk.go(1)
        seen.append(shell.focusWidget())

    assert any(shell.rail.isAncestorOf(each) for each in seen)
    assert any(shell.pages.isAncestorOf(each) for each in seen)


@pytest.mark.parametrize("place", PLACES)
def test_the_way_to_the_keys_is_the_last_thing_in_the_bar_of_every_page(shell, place):
    shell.go_to(place)
    settle()
    header = shell.pages.currentWidget().findChild(Header)
    button = header.findChild(IconButton, "help")
    others = [each for each in header.findChildren(IconButton) if each.isVisible()]

    assert button.isVisible()
    assert max(others, key=lambda each: each.x()) is button
    assert button.toolTip() == "Keyboard shortcuts (F1)"


def test_f1_shows_the_sheet_from_anywhere(shell):
    shell.rail.new_post.setFocus()
    press_keys(shell, "F1")

    assert open_dialog(shell, ShortcutsSheet).isVisible()


def test_a_question_mark_shows_the_sheet_from_a_list(shell):
    shell.feeds.home.take_focus()
    QTest.keyClicks(shell.feeds.home.panel.list, "?")

    assert open_dialog(shell, ShortcutsSheet).isVisible()


def test_the_button_shows_the_sheet_and_the_sheet_leads_to_the_settings(shell):
    press(shell.feeds.home, "help")
    press(open_dialog(shell, ShortcutsSheet), "Change shortcuts")
    settle()

    assert find(shell.pages.settings, "section-shortcuts").is_current


def test_no_keys_are_bound_twice_in_the_window(shell):
    bound = Counter(
        each.key().toString() for each in shell.window().findChildren(QShortcut) if each.isEnabled()
    )

    assert bound
    assert [keys for keys, times in bound.items() if times > 1] == []


def test_u_shows_the_unread_alone_and_everything_again(shell):
    chip = find(shell.feeds.home, "unreadOnly")
    assert chip.toolTip() == "U"
    shell.feeds.home.take_focus()
    settle()
    QTest.keyClicks(shell.feeds.home.panel.list, "u")
    assert chip.isChecked()

    shell.commands.run("unread")
    assert not chip.isChecked()


def test_where_nothing_is_counted_as_unread_nothing_is_offered(shell):
    def offered() -> bool:
        return "unread" in {each.key for each in shell.commands.all()}

    assert offered()
    for place in ("bookmarks", "outbox"):
        shell.go_to(place)
        settle()
        assert not offered()
        shell.commands.run("unread")
