"""One line of text: room for its signs, a secret that can be looked at."""

import pytest
from painted import colours_in
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.ui.buttons import IconButton
from desktop.ui.line_edits import LineEdit, SearchBox


@pytest.mark.parametrize("percent", [90, 100, 150])
def test_a_line_is_as_high_as_a_control_and_its_letters_fit(theme, percent):
    theme.set_text_size(percent)
    line = LineEdit(theme, "Handle")

    assert line.sizeHint().height() == theme.px(32)
    assert line.fontMetrics().height() <= line.sizeHint().height()


def test_a_secret_is_hidden_until_the_eye_is_pressed(theme, shown, qtbot):
    line = shown(LineEdit(theme, is_secret=True))
    line.setText("abcd-efgh")
    eye = line.findChild(IconButton)
    assert line.echoMode() == QLineEdit.EchoMode.Password
    assert eye.accessibleName() == "Show the password"

    qtbot.mouseClick(eye, Qt.MouseButton.LeftButton)
    assert line.echoMode() == QLineEdit.EchoMode.Normal
    assert eye.accessibleName() == "Hide the password"

    qtbot.keyClick(eye, Qt.Key.Key_Space)
    assert line.echoMode() == QLineEdit.EchoMode.Password


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_text_never_runs_under_a_sign(theme, shown, direction):
    line = LineEdit(theme, icon="search", is_secret=True)
    line.setLayoutDirection(direction)
    shown(line)
    line.set_problem(True)
    margins, eye = line.textMargins(), line.findChild(IconButton)

    room = (line.rect().adjusted(margins.left(), 0, -margins.right(), 0)).adjusted(2, 0, -2, 0)
    assert not room.intersects(eye.geometry())
    assert min(margins.left(), margins.right()) >= 30


def test_a_locked_line_looks_locked(theme, shown):
    line = shown(LineEdit(theme))
    line.setText("Publicité")
    line.setReadOnly(True)

    assert theme.tokens.sunken.name() in colours_in(line)


def test_the_hint_is_in_the_third_grey(theme):
    line = LineEdit(theme, "your-name.bsky.social")

    assert line.palette().placeholderText().color() == theme.tokens.text3


def test_the_cross_of_a_search_shows_while_there_is_something_to_clear(theme, shown, qtbot):
    box = shown(SearchBox(theme, "Search…"))
    cross = box.findChild(IconButton)
    assert not cross.isVisible()

    box.setText("x")
    assert cross.isVisible()
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert box.text() == ""
    assert not cross.isVisible()


def test_an_empty_search_leaves_escape_to_the_page(theme, shown, qtbot):
    box = shown(SearchBox(theme, "Search…"))
    with qtbot.assertNotEmitted(box.cleared):
        qtbot.keyClick(box, Qt.Key.Key_Escape)


@pytest.mark.parametrize("text", ["x", ""])
def test_a_search_claims_escape_from_the_window_while_there_is_text_to_empty(theme, shown, text):
    box = shown(SearchBox(theme, "Search…"))
    box.setText(text)
    asked = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier
    )
    asked.ignore()
    QApplication.sendEvent(box, asked)

    assert asked.isAccepted() == bool(text)


def test_a_locked_line_has_a_lock_that_its_text_keeps_clear_of(theme, shown):
    edit = shown(LineEdit(theme))
    edit.setText("Publicité")
    before = edit.textMargins().left()

    edit.setReadOnly(True)
    assert edit.textMargins().left() > before
    assert theme.tokens.text2.name() in colours_in(edit)

    edit.setReadOnly(False)
    assert edit.textMargins().left() == before
