"""A field of keys takes whatever is pressed in it, and lets Tab and Escape go."""

import pytest
from painted import colours_in
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from screens import heard, settle

from desktop.ui.key_fields import KeyField

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def field(theme, shown) -> KeyField:
    made = shown(KeyField(theme, "Write a post"))
    made.set_keys(("Ctrl+N", "F2"))
    return made


@pytest.mark.parametrize(
    ("key", "held", "told"),
    [
        (Qt.Key.Key_M, CONTROL, "Ctrl+M"),
        (Qt.Key.Key_R, NONE, "R"),
        (Qt.Key.Key_F6, SHIFT, "Shift+F6"),
        (Qt.Key.Key_Return, NONE, "Return"),
        (Qt.Key.Key_Backspace, NONE, ""),
        (Qt.Key.Key_Delete, NONE, ""),
    ],
)
def test_keys_that_are_pressed_are_told(field, key, held, told):
    pressed = heard(field.pressed)
    QTest.keyClick(field, key, held)

    assert pressed == [(told,)]


def test_keys_that_are_only_held_tell_nothing(field):
    pressed = heard(field.pressed)
    for key in (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta):
        QTest.keyClick(field, key)

    assert pressed == []


def claims(field: KeyField, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> bool:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, held)
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()


def test_no_shortcut_of_the_window_takes_a_key_before_it_but_escape_is_left(field):
    pressed = heard(field.pressed)
    assert claims(field, Qt.Key.Key_N, CONTROL)
    assert claims(field, Qt.Key.Key_F1)
    assert not claims(field, Qt.Key.Key_Escape)

    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert pressed == []


def test_tab_goes_on_to_the_next_control(theme, shown):
    window = QWidget()
    field, button = KeyField(theme, "Write a post"), QPushButton()
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(button)
    shown(window)
    window.activateWindow()
    field.setFocus()
    settle()
    pressed = heard(field.pressed)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert window.focusWidget() is button

    QTest.keyClick(button, Qt.Key.Key_Backtab)
    assert window.focusWidget() is field
    assert pressed == []


def test_the_pointer_gives_it_the_keyboard(field):
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)

    assert field.window().focusWidget() is field


def test_it_says_what_its_keys_do_and_how_to_change_them(field):
    assert field.accessibleName() == "Write a post"
    assert field.accessibleDescription().startswith("Ctrl N, F2. Press other keys")

    field.set_keys(())
    assert field.accessibleDescription().startswith("No keys. ")

    field.set_problem("Ctrl C works on text.")
    assert field.accessibleDescription() == "Ctrl C works on text."


def test_it_looks_like_a_field_and_shows_what_is_wrong(theme, field):
    field.clearFocus()
    tokens = theme.tokens
    assert tokens.control.name() in colours_in(field)
    assert tokens.danger.name() not in colours_in(field)

    field.set_problem("Tab moves about.")
    assert tokens.danger.name() in colours_in(field)


def test_keys_that_do_nothing_now_are_pale(theme, field):
    assert theme.tokens.text.name() in colours_in(field)

    field.set_keys(("R",), is_idle=True)
    assert theme.tokens.text.name() not in colours_in(field)


def test_many_keys_make_it_wider_and_none_is_cut(field):
    field.set_keys(("Ctrl+Alt+Shift+PgUp", "Ctrl+Alt+Shift+PgDown"))

    assert field.minimumSizeHint().width() > 176
