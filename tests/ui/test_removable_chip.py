"""A chip that takes away what it says."""

import pytest
from painted import colours_in
from PySide6.QtCore import Qt
from screens import settle

from desktop.ui.painting import text_width
from desktop.ui.removable_chip import RemovableChip


def test_it_is_as_wide_as_its_words_and_its_cross(shown, theme):
    chip = shown(RemovableChip(theme, "Search: bread"))

    assert chip.width() > text_width(theme.font("label"), "Search: bread") + 14
    assert chip.height() >= 24
    assert chip.toolTip() == ""


def test_long_words_are_cut_and_whole_in_the_tooltip(shown, theme):
    words = "Search: " + "very " * 40 + "long"
    chip = shown(RemovableChip(theme, words))

    assert chip.width() <= 360
    assert chip.toolTip() == words
    assert chip.minimumSizeHint().width() < chip.width()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_it_is_painted_as_something_chosen(shown, theme, look):
    theme.set_look(look)
    chip = shown(RemovableChip(theme, "Search: bread"))
    assert theme.tokens.accent.name() in colours_in(chip)

    chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    chip.activateWindow()
    settle()
    chip.clearFocus()
    chip.setFocus(Qt.FocusReason.TabFocusReason)
    assert theme.tokens.focus.name() in colours_in(chip)
    chip.setDown(True)
    assert theme.tokens.pressed.name() in colours_in(chip)
