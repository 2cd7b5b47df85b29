"""Several lines of text stand on the ground that every field has."""

import pytest
from painted import colours_in
from PySide6.QtCore import Qt

from desktop.ui.text_edit import TextEdit


def test_the_ground_lies_under_the_text_in_both_looks(theme, shown):
    edit = shown(TextEdit(theme, "What is new?"))
    assert theme.tokens.surface.name() in colours_in(edit)

    theme.set_look("dark")
    assert theme.tokens.surface.name() in colours_in(edit)


def test_letters_keep_off_the_edge(theme, shown):
    edit = shown(TextEdit(theme))

    assert edit.viewport().geometry().left() >= theme.px(8)
    assert edit.viewport().geometry().top() >= theme.px(8)


def test_two_rows_are_the_least(theme):
    edit = TextEdit(theme, rows=8)

    assert edit.minimumSizeHint().height() < edit.sizeHint().height()


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_a_problem_has_a_sign_that_no_letter_runs_under(theme, shown, direction):
    edit = shown(TextEdit(theme))
    edit.setLayoutDirection(direction)
    before = edit.viewport().width()

    edit.set_problem(True)

    assert edit.viewport().width() <= before - theme.px(20)
    assert theme.tokens.danger.name() in colours_in(edit)
    image = edit.grab().toImage()
    sign = 8 if direction == Qt.LayoutDirection.RightToLeft else image.width() - 8 - 20
    seen = {image.pixelColor(x, y).name() for x in range(sign, sign + 20) for y in range(8, 24)}
    assert theme.tokens.danger.name() in seen


def test_a_locked_text_has_a_lock(theme, shown):
    edit = shown(TextEdit(theme))
    before = edit.viewport().width()

    edit.setReadOnly(True)

    assert edit.viewport().width() < before
    assert theme.tokens.sunken.name() in colours_in(edit)


@pytest.mark.parametrize("percent", [90, 100, 150])
def test_as_many_rows_as_it_was_made_for_need_no_scrolling(theme, shown, percent):
    theme.set_text_size(percent)
    edit = TextEdit(theme, rows=3)
    edit.setPlainText("one\ntwo\nthree")

    assert shown(edit).verticalScrollBar().maximum() == 0
    theme.set_text_size(100)
