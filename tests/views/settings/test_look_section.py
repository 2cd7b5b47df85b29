"""The look in the settings: every choice is seen at once."""

import pytest
from PySide6.QtWidgets import QComboBox
from screens import find, heard, read

from desktop.ui.keymap import Keymap
from desktop.ui.segmented import Segmented
from desktop.ui.switches import Switch
from desktop.views.designed_keys import DESIGNED
from desktop.views.settings.look_section import TEXT_SIZES, LookSection


@pytest.fixture
def section(theme, shown):
    made = LookSection(theme, "system", Keymap(DESIGNED))
    made.setMinimumWidth(700)
    yield shown(made)
    theme.set_look("system")
    theme.set_high_contrast(None)
    theme.set_own_font(True)
    theme.reset_text()


def switch(section: LookSection, name: str) -> Switch:
    (found,) = [each for each in section.findChildren(Switch) if each.accessibleName() == name]
    return found


@pytest.mark.parametrize("look", ["dark", "light", "system"])
def test_colours_are_chosen(section, theme, look):
    find(section, "look", Segmented)._segments[look].click()

    assert theme.look == look
    assert find(section, "look", Segmented).choice == look


def test_the_keys_that_change_the_size_are_those_of_now(theme, shown):
    keymap = Keymap(DESIGNED)
    section = shown(LookSection(theme, "en", keymap))
    assert "Ctrl + and Ctrl - change it from anywhere, Ctrl 0 resets it." in read(section)

    keymap.choose("larger", "Ctrl+Up")
    assert "Ctrl ↑ and Ctrl -" in read(section)

    keymap.choose("designed_size", "")
    assert "change it from anywhere" not in read(section)


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_every_size_of_text_can_be_chosen(section, theme, size):
    box = find(section, "textSize", QComboBox)
    box.setCurrentIndex(box.findData(size))
    box.activated.emit(box.currentIndex())

    assert theme.text_size == size


def test_a_size_that_was_changed_with_the_keys_is_shown(section, theme):
    theme.enlarge_text()

    assert find(section, "textSize", QComboBox).currentData() == 110


def test_every_size_the_keys_reach_is_in_the_list(section, theme):
    box = find(section, "textSize", QComboBox)
    for step in (theme.reduce_text, theme.enlarge_text):
        for _ in range(12):
            step()
            assert box.currentData() == theme.text_size


def test_edges_movement_and_type_are_switched(section, theme):
    for name, is_on in (
        ("Strong edges", lambda: theme.is_high_contrast),
        ("No movement", lambda: theme.is_motion_reduced),
        ("Use the computer’s font", lambda: not theme.uses_own_font),
    ):
        control = switch(section, name)
        before = is_on()
        assert control.isChecked() is before

        control.click()
        assert is_on() is not before
        control.click()
        assert is_on() is before


def test_a_language_is_asked_for(section):
    chosen = heard(section.language_chosen)
    box = find(section, "language", QComboBox)
    for language in ("fr", "en", "system"):
        box.setCurrentIndex(box.findData(language))
        box.activated.emit(box.currentIndex())

    assert chosen == [("fr",), ("en",), ("system",)]


def test_the_chosen_language_is_marked(theme, shown):
    section = shown(LookSection(theme, "fr", Keymap(DESIGNED)))

    assert find(section, "language", QComboBox).currentText() == "Français"


def test_every_control_has_a_name(section):
    for control in section.findChildren(Switch):
        assert control.accessibleName()
    assert find(section, "textSize", QComboBox).accessibleName() == "Size of text"


def test_the_look_is_as_designed_again_and_that_can_be_taken_back(section, theme):
    theme.set_look("dark")
    theme.set_text_size(130)
    theme.set_high_contrast(True)
    stepped = heard(section.stepped)
    find(section, "resetLook").click()

    assert (theme.look, theme.text_size, theme.wants_high_contrast) == ("system", 100, None)
    assert not switch(section, "Strong edges").isChecked()

    ((step,),) = stepped
    step.undo.then(step.undo.work())
    assert (theme.look, theme.text_size, theme.wants_high_contrast) == ("dark", 130, True)
    assert switch(section, "Strong edges").isChecked()

    step.redo.then(step.redo.work())
    assert theme.text_size == 100
