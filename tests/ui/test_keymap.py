"""Every command has its designed keys until the user chooses others."""

import pytest

from desktop.ui.keymap import Keymap, is_letter

DESIGNED = {
    "new_post": ("Ctrl+N",),
    "refresh": ("F5", "Ctrl+R"),
    "reply": ("R",),
    "help": ("?",),
    "about": (),
}


@pytest.fixture
def keymap(qapp) -> Keymap:
    return Keymap(DESIGNED)


def test_designed_keys_stand_until_others_are_chosen(keymap):
    assert keymap.keys_of("refresh") == ("F5", "Ctrl+R")
    assert keymap.shown("refresh") == "F5"
    assert keymap.keys_of("about") == ()
    assert keymap.shown("about") == ""
    assert keymap.chosen == {}


def test_chosen_keys_are_kept_and_found_again(keymap, qtbot):
    with qtbot.waitSignal(keymap.changed):
        keymap.choose("about", "ctrl+shift+b")

    again = Keymap(DESIGNED, keymap.chosen)
    assert again.keys_of("about") == ("Ctrl+Shift+B",)
    assert again.holder_of("Ctrl+Shift+B") == "about"
    assert again.is_own("about")


def test_keys_do_one_thing_only(keymap):
    keymap.choose("about", "Ctrl+N")

    assert keymap.holder_of("Ctrl+N") == "about"
    assert keymap.keys_of("new_post") == ()


def test_the_designed_keys_chosen_again_are_no_choice(keymap):
    keymap.choose("new_post", "Ctrl+M")
    keymap.choose("new_post", "Ctrl+N")

    assert keymap.chosen == {}


def test_no_keys_can_be_chosen_too(keymap):
    keymap.choose("new_post", "")

    assert keymap.keys_of("new_post") == ()
    assert keymap.chosen == {"new_post": ""}


def test_one_or_all_commands_get_their_designed_keys_back(keymap):
    keymap.choose("new_post", "Ctrl+M")
    keymap.choose("refresh", "Ctrl+U")
    keymap.reset("refresh")
    assert keymap.keys_of("refresh") == ("F5", "Ctrl+R")
    assert keymap.is_own("new_post")

    keymap.reset()
    assert keymap.chosen == {}


def test_what_was_kept_for_a_command_that_is_gone_is_left_aside(qapp):
    assert Keymap(DESIGNED, {"fly": "Ctrl+Y", "reply": "nonsense+"}).chosen == {"reply": ""}


def test_letters_can_be_switched_off(keymap, qtbot):
    with qtbot.waitSignal(keymap.changed):
        keymap.set_letters(False)

    assert keymap.keys_of("reply") == ()
    assert keymap.keys_of("refresh") == ("F5", "Ctrl+R")


@pytest.mark.parametrize("keys", ["R", "?", "Shift+A", ".", "7"])
def test_one_key_that_writes_is_a_letter(keys):
    assert is_letter(keys)


@pytest.mark.parametrize("keys", ["Ctrl+R", "F5", "Esc", "Alt+1", "G, C", "", "Space", "Up"])
def test_anything_else_is_not(keys):
    assert not is_letter(keys)
