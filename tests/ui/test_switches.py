"""Switches and check boxes: on is more than a colour."""

import pytest
from painted import colours_in
from PySide6.QtCore import Qt

from desktop.ui.switches import CheckBox, Switch


@pytest.mark.parametrize("kind", [Switch, CheckBox])
def test_a_click_turns_it_on_and_off(theme, shown, qtbot, kind):
    control = shown(kind(theme, "Load pictures"))
    qtbot.mouseClick(control, Qt.MouseButton.LeftButton)
    assert control.isChecked()
    assert theme.tokens.accent.name() in colours_in(control)

    qtbot.keyClick(control, Qt.Key.Key_Space)
    assert not control.isChecked()
    assert theme.tokens.accent.name() not in colours_in(control)


def test_on_is_told_by_the_place_of_the_knob(theme, shown):
    switch = shown(Switch(theme, "Load pictures"))
    switch.setChecked(True)
    left_to_right = switch.grab().toImage()
    switch.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert switch.grab().toImage() != left_to_right


@pytest.mark.parametrize("kind", [Switch, CheckBox])
def test_on_and_off_differ_when_they_cannot_be_used(theme, shown, kind):
    control = shown(kind(theme, "Load pictures"))
    control.setEnabled(False)
    off = control.grab().toImage()
    control.setChecked(True)

    assert control.grab().toImage() != off


def test_the_words_of_a_box_are_never_cut(theme):
    box = CheckBox(theme, "Hide replies and reposts")

    assert box.minimumSizeHint() == box.sizeHint()
    assert box.sizeHint().width() > CheckBox(theme, "").sizeHint().width() + 100
