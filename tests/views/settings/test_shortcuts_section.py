"""Every command's keys can be changed, and no key does two things."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from screens import find, heard, offers, press, read, settle

from desktop.ui.key_fields import KeyField
from desktop.ui.keymap import Keymap
from desktop.ui.panes import ScrollPane
from desktop.views.designed_keys import DESIGNED
from desktop.views.key_commands import KeyGroup, KeyRow
from desktop.views.settings.shortcuts_section import ShortcutsSection

NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
GROUPS = (
    KeyGroup(
        "Anywhere",
        (
            KeyRow("new_post", "Write a post"),
            KeyRow("refresh", "Fetch new posts"),
            KeyRow("connect", "Connect an account"),
        ),
    ),
    KeyGroup(
        "In a list",
        (KeyRow("list.reply", "Reply"), KeyRow("", "Open the post", ("Return",))),
    ),
    KeyGroup("While writing", (KeyRow("send", "Post or reply"),)),
)


@pytest.fixture
def keymap(qapp) -> Keymap:
    return Keymap(DESIGNED)


@pytest.fixture
def pane(theme, shown) -> ScrollPane:
    return shown(ScrollPane(theme))


@pytest.fixture
def section(theme, keymap, pane) -> ShortcutsSection:
    made = ShortcutsSection(theme, keymap, lambda: GROUPS)
    pane.column.addWidget(made)
    pane.resize(700, 700)
    pane.activateWindow()
    settle()
    return made


def press_in(section: ShortcutsSection, command: str, key: Qt.Key, held=NONE) -> None:
    field = find(section, f"keys-{command}", KeyField)
    field.setFocus()
    QTest.keyClick(field, key, held)
    settle()


def told(section: ShortcutsSection, command: str) -> str:
    label = section.findChild(QLabel, f"told-{command}")
    return label.text() if label.isVisible() else ""


def test_every_command_that_can_have_keys_has_a_field(section):
    assert [row.field.objectName() for row in section._rows] == [
        "keys-new_post",
        "keys-refresh",
        "keys-connect",
        "keys-list.reply",
        "keys-send",
    ]


def test_keys_that_are_pressed_are_chosen_at_once(section, keymap):
    press_in(section, "connect", Qt.Key.Key_J, CONTROL)
    assert keymap.keys_of("connect") == ("Ctrl+J",)

    press_in(section, "connect", Qt.Key.Key_Backspace)
    assert keymap.keys_of("connect") == ()


def test_who_has_the_keys_already_is_told_in_words_and_asked(section, keymap):
    press_in(section, "connect", Qt.Key.Key_N, CONTROL)
    assert told(section, "connect") == (
        "Ctrl N already does this: Write a post. Use it here instead?"
    )
    assert keymap.keys_of("connect") == ()

    press(section, "take-connect")
    settle()
    assert keymap.keys_of("connect") == ("Ctrl+N",)
    assert keymap.keys_of("new_post") == ()
    assert told(section, "connect") == ""


def test_the_button_that_answers_is_the_next_stop(section, keymap):
    press_in(section, "connect", Qt.Key.Key_N, CONTROL)
    QTest.keyClick(section.window().focusWidget(), Qt.Key.Key_Tab)
    settle()
    assert section.window().focusWidget().objectName() == "take-connect"
    assert told(section, "connect")

    QTest.keyClick(section.window().focusWidget(), Qt.Key.Key_Return)
    assert keymap.keys_of("connect") == ("Ctrl+N",)


def test_a_question_that_is_left_is_forgotten(section, keymap):
    press_in(section, "connect", Qt.Key.Key_N, CONTROL)
    find(section, "keys-new_post", KeyField).setFocus()
    settle()

    assert told(section, "connect") == ""
    assert keymap.keys_of("new_post") == ("Ctrl+N",)


@pytest.mark.parametrize(
    ("command", "key", "held", "words"),
    [
        ("connect", Qt.Key.Key_Return, NONE, "Enter moves about"),
        ("connect", Qt.Key.Key_Down, NONE, "↓ moves about"),
        ("connect", Qt.Key.Key_C, CONTROL, "Ctrl C works on text"),
        ("send", Qt.Key.Key_P, NONE, "P alone is written"),
    ],
)
def test_keys_that_everybody_needs_are_refused_in_words(section, keymap, command, key, held, words):
    press_in(section, command, key, held)

    assert words in told(section, command)
    assert not offers(section, f"take-{command}")
    assert keymap.chosen == {}


def test_one_command_gets_its_designed_keys_back(section, keymap):
    assert not offers(section, "reset-refresh")
    press_in(section, "refresh", Qt.Key.Key_L, CONTROL)
    press(section, "reset-refresh")

    assert keymap.keys_of("refresh") == ("F5", "Ctrl+R")
    assert not offers(section, "reset-refresh")


def test_all_commands_get_their_designed_keys_back(section, keymap):
    assert not find(section, "resetShortcuts").isEnabled()
    press_in(section, "refresh", Qt.Key.Key_L, CONTROL)
    press_in(section, "new_post", Qt.Key.Key_M, CONTROL)
    press(section, "resetShortcuts")

    assert keymap.chosen == {}
    assert not find(section, "resetShortcuts").isEnabled()


def test_a_reset_of_all_is_a_step_that_can_be_taken_back(section, keymap):
    steps = heard(section.stepped)
    press_in(section, "refresh", Qt.Key.Key_L, CONTROL)
    press(section, "resetShortcuts")
    ((step,),) = steps
    step.undo.then(step.undo.work())
    assert keymap.keys_of("refresh") == ("Ctrl+L",)

    step.redo.then(step.redo.work())
    assert keymap.chosen == {}


def test_single_letters_are_switched_off_and_their_fields_say_so(section, keymap):
    press(section, "singleLetters")
    assert not keymap.with_letters
    assert find(section, "keys-list.reply", KeyField)._is_idle

    press(section, "singleLetters")
    assert keymap.with_letters


def test_rows_are_made_only_when_they_are_looked_at(theme, keymap):
    made = ShortcutsSection(theme, keymap, lambda: GROUPS)

    assert made._rows == []
    assert "Single letters work in lists" in read(made)
