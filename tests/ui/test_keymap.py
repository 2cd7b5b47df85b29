"""Every command has its designed keys until the user chooses others."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from desktop.ui.keymap import Keymap

DESIGNED = {
    "new_post": ("Ctrl+N",),
    "refresh": ("F5", "Ctrl+R"),
    "reply": ("R",),
    "help": ("?",),
    "about": (),
}
SEQUENCES = ["", "Ctrl+N", "Ctrl+Shift+N", "F5", "Ctrl+R", "R", "r", "Shift+R", "?", "Shift+?", "X"]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["choose", "reset", "letters"]), st.sampled_from([*DESIGNED])
    ).flatmap(lambda step: st.tuples(st.just(step), st.sampled_from(SEQUENCES))),
    max_size=12,
)


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


def test_all_choices_come_back_as_they_were(keymap, qtbot):
    keymap.choose("new_post", "Ctrl+M")
    keymap.choose("refresh", "")
    before = keymap.chosen
    keymap.reset()
    with qtbot.waitSignal(keymap.changed):
        keymap.choose_all(before)

    assert keymap.chosen == before
    assert keymap.keys_of("new_post") == ("Ctrl+M",)


def test_what_was_kept_for_a_command_that_is_gone_is_left_aside(qapp):
    assert Keymap(DESIGNED, {"fly": "Ctrl+Y", "reply": "nonsense+"}).chosen == {"reply": ""}


def test_letters_can_be_switched_off(keymap, qtbot):
    with qtbot.waitSignal(keymap.changed):
        keymap.set_letters(False)

    assert keymap.keys_of("reply") == ()
    assert keymap.keys_of("refresh") == ("F5", "Ctrl+R")


def test_a_command_whose_keys_were_taken_gets_them_back_with_the_others(keymap):
    keymap.choose("about", "Ctrl+R")
    assert keymap.keys_of("refresh") == ("F5",)

    keymap.reset("refresh")
    assert keymap.keys_of("refresh") == ("F5", "Ctrl+R")
    assert keymap.keys_of("about") == ()


def test_of_two_who_chose_the_same_keys_the_later_has_them(keymap):
    keymap.choose("about", "Ctrl+M")
    keymap.choose("new_post", "Ctrl+M")

    assert keymap.keys_of("about") == ()
    assert keymap.chosen == {"new_post": "Ctrl+M"}


def test_a_letter_that_is_switched_off_still_belongs_to_its_command(keymap):
    keymap.set_letters(False)

    assert keymap.holder_of("R") == "reply"
    assert keymap.shown("reply") == ""


def test_what_has_no_keys_of_its_own_is_shown_with_none(keymap):
    assert keymap.shown("a_place_without_keys") == ""


def press(key: Qt.Key, text: str, held: Qt.KeyboardModifier) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held, text)


def test_a_key_press_leads_to_its_command_while_it_may(keymap):
    letter = press(Qt.Key.Key_R, "r", Qt.KeyboardModifier.NoModifier)
    chord = press(Qt.Key.Key_R, "\x12", Qt.KeyboardModifier.ControlModifier)
    assert keymap.command_of(letter) == "reply"
    assert keymap.command_of(chord) == "refresh"

    keymap.set_letters(False)
    assert keymap.command_of(letter) == ""
    assert keymap.command_of(chord) == "refresh"


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kept=st.dictionaries(st.sampled_from([*DESIGNED]), st.sampled_from(SEQUENCES)), steps=STEPS)
def test_no_keys_ever_lead_to_two_commands(qapp, kept, steps):
    keymap = Keymap(DESIGNED, kept)
    for (step, command), keys in steps:
        if step == "choose":
            keymap.choose(command, keys)
            assert keys == "" or keymap.holder_of(keys) == command
        elif step == "reset":
            keymap.reset(command)
            assert keymap.given_to(command) == DESIGNED[command]
        else:
            keymap.set_letters(not keymap.with_letters)
        led = [each for command in keymap.commands for each in keymap.given_to(command)]
        assert len(led) == len(set(led))
        again = Keymap(DESIGNED, keymap.chosen)
        assert all(again.given_to(each) == keymap.given_to(each) for each in keymap.commands)
