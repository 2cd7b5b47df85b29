"""Empty, waiting and troubled places say what they are and offer one way on."""

import pytest
from painted import colours_in
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.ui.states import EmptyState, SkeletonRows

WIDEST, STEP = 360, 8


def make(theme, **given) -> EmptyState:
    return EmptyState(
        theme, "radar", "No watch yet", "Add your shop’s name and we tell you more.", **given
    )


def test_one_action_and_a_quiet_second_way(theme, shown, qtbot):
    state = shown(make(theme, action="Add a watch", secondary="See an example"))
    with qtbot.waitSignal(state.action_asked):
        qtbot.mouseClick(state.button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(state.secondary_asked):
        qtbot.keyClick(state.secondary, Qt.Key.Key_Return)


def test_what_is_not_offered_is_not_shown(theme, shown):
    state = shown(make(theme))

    assert not state.button.isVisible()
    assert not state.secondary.isVisible()


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("width", [280, 400, 900])
def test_its_sentence_is_shown_whole_in_the_middle(theme, qtbot, percent, width):
    theme.set_text_size(percent)
    state = make(theme, action="Add a watch")
    qtbot.addWidget(state)
    state.resize(width, 700)
    state.show()

    assert state.text.height() >= state.text.heightForWidth(state.text.width())
    assert abs(state.text.geometry().center().x() - state.width() / 2) <= 2
    assert abs(state.button.geometry().center().x() - state.width() / 2) <= 2


def test_a_new_text_size_widens_the_sentence(theme, shown):
    state = shown(make(theme))
    before = state.text.maximumWidth()
    theme.set_text_size(150)

    assert state.text.maximumWidth() == pytest.approx(before * 1.5, abs=2 * STEP)


def test_no_word_of_the_sentence_is_left_alone_on_the_last_line(theme, shown):
    sentence = "Connect an account, and the posts it receives appear here."
    state = shown(EmptyState(theme, "plug", "Nothing here yet", sentence))
    state.resize(700, 500)
    width = state.text.width()

    assert state.text.heightForWidth(width) == state.text.heightForWidth(WIDEST)
    assert state.text.heightForWidth(width - 2 * STEP) > state.text.heightForWidth(width)


def test_rows_on_their_way_say_so(theme, shown):
    rows = shown(SkeletonRows(theme))

    assert rows.accessibleName() == "Loading"
    assert theme.tokens.pressed.name() in colours_in(rows)
    assert not rows.findChildren(QPushButton)


def test_rows_on_their_way_follow_the_look_and_the_direction(theme, shown):
    rows = shown(SkeletonRows(theme, 2))
    before = rows.grab().toImage()
    theme.set_look("dark")
    assert rows.grab().toImage() != before

    before = rows.grab().toImage()
    QWidget.setLayoutDirection(rows, Qt.LayoutDirection.RightToLeft)
    assert rows.grab().toImage() != before
