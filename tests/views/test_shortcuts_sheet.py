"""The sheet says which keys do what now, and finds them by their words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from screens import find, heard, press, read, settle

from desktop.ui.key_caps import KeyCaps
from desktop.ui.keymap import Keymap
from desktop.views.designed_keys import DESIGNED
from desktop.views.key_commands import KeyGroup, KeyRow
from desktop.views.shortcuts_sheet import ShortcutsSheet

GROUPS = (
    KeyGroup("Anywhere", (KeyRow("refresh", "Fetch new posts"), KeyRow("connect", "Connect"))),
    KeyGroup(
        "In a list", (KeyRow("list.next", "Next post", ("Down",)), KeyRow("list.like", "Like"))
    ),
)


@pytest.fixture
def keymap(qapp) -> Keymap:
    return Keymap(DESIGNED)


@pytest.fixture
def sheet(theme, window, keymap):
    def opened(*groups: KeyGroup) -> ShortcutsSheet:
        made = ShortcutsSheet(theme, groups or GROUPS, keymap, window)
        made.open()
        settle()
        return made

    return opened


def caps(sheet: ShortcutsSheet) -> list[str]:
    return [each.text() for each in sheet.findChildren(KeyCaps) if each.isVisible()]


def test_every_key_that_leads_to_a_command_is_shown(sheet):
    assert caps(sheet()) == ["F5, Ctrl R", "J, ↓", "L"]


def test_keys_that_the_user_chose_are_shown_instead(sheet, keymap):
    keymap.choose("connect", "Ctrl+Shift+A")
    keymap.choose("refresh", "")

    assert caps(sheet()) == ["Ctrl Shift A", "J, ↓", "L"]


def test_letters_that_are_switched_off_are_not_promised(sheet, keymap):
    assert "Single letters work" in read(sheet())

    keymap.set_letters(False)
    made = sheet()
    assert caps(made) == ["F5, Ctrl R", "↓"]
    assert "switched off" in read(made)


def test_rows_are_found_by_their_words_and_by_their_keys(sheet):
    made = sheet()
    box = find(made, "shortcutSearch", QLineEdit)
    box.setText("nex")
    assert caps(made) == ["J, ↓"]
    assert "Anywhere" not in read(made)

    box.setText("ctrl r")
    assert caps(made) == ["F5, Ctrl R"]

    box.setText("bicycle")
    assert caps(made) == []
    assert "No shortcut has these words." in read(made)

    box.clear()
    assert len(caps(made)) == 3


def test_one_may_begin_to_type_at_once(sheet):
    made = sheet()
    made.activateWindow()
    settle()

    assert made.focusWidget().objectName() == "shortcutSearch"


def test_keys_scroll_it_and_escape_closes_it(sheet, window):
    window.setMinimumSize(0, 0)
    window.resize(500, 300)
    rows = tuple(KeyRow("refresh", f"Row {number}") for number in range(60))
    made = sheet(KeyGroup("Many", rows))
    bar = made._pane.verticalScrollBar()
    assert made.height() <= window.height()
    QTest.keyClick(made.focusWidget(), Qt.Key.Key_PageDown)
    assert bar.value() > 0

    for _ in range(3):
        QTest.keyClick(made.focusWidget(), Qt.Key.Key_PageUp)
    assert bar.value() == 0

    QTest.keyClick(made.focusWidget(), Qt.Key.Key_Escape)
    assert not made.isVisible()


def test_the_way_to_other_keys_is_offered(sheet):
    made = sheet()
    asked = heard(made.asked)
    press(made, "Change shortcuts")

    assert asked == [()]
    assert not made.isVisible()


@pytest.mark.parametrize(("width", "columns"), [(1280, 2), (640, 1)])
def test_columns_stand_side_by_side_where_there_is_room(sheet, window, width, columns):
    window.setMinimumSize(0, 0)
    window.resize(width, 700)
    made = sheet()
    left = {each.mapTo(made, each.rect().topLeft()).x() // 200 for each in made._groups}

    assert len(left) == columns


def test_more_keys_than_the_window_is_high_leave_the_sheet_where_it_came_up(sheet, window):
    many = tuple(KeyRow("refresh", f"Fetch {number}") for number in range(60))
    window.resize(1000, 500)
    made = sheet(KeyGroup("Anywhere", many))
    place = made.geometry()
    assert made.height() == made.maximumHeight()

    for typed in ("fetch 4", "nothing", ""):
        find(made, "shortcutSearch", QLineEdit).setText(typed)
        settle()

    assert made.geometry() == place
    assert place.center().y() == pytest.approx(window.geometry().center().y(), abs=4)
