"""The second channel in the settings: an address that will do, what is sent, and a test."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit
from screens import find, press, read

from desktop.services.domain.errors import (
    InvalidField,
    OutcomeUnknown,
    RateLimited,
    Unreachable,
)
from desktop.ui.buttons import Button
from desktop.views.settings.channel_card import ChannelCard

ADDRESS = "https://alarms.test/shop"


@pytest.fixture
def build(stage, shown):
    def build(*, address: str = "", is_demo: bool = False) -> ChannelCard:
        stage.hub.preferences = replace(stage.hub.preferences, second_channel=address)
        made = ChannelCard(stage.theme, stage.hub, stage.tasks, is_demo=is_demo)
        made.setMinimumWidth(700)
        return shown(made)

    return build


def type_address(card: ChannelCard, words: str) -> None:
    field = find(card, "channelAddress", QLineEdit)
    field.setText(words)
    field.textEdited.emit(words)
    field.editingFinished.emit()


def kept(stage) -> str:
    return stage.hub.preferences.second_channel


def test_an_address_is_kept_as_it_will_be_used_and_an_empty_one_switches_off(build, stage):
    card = build()
    assert not find(card, "testChannel", Button).isEnabled()
    type_address(card, "  alarms.test/shop ")
    assert kept(stage) == find(card, "channelAddress", QLineEdit).text() == ADDRESS
    assert stage.hub.second_channel.sent == []
    type_address(card, "")
    assert kept(stage) == ""
    assert not find(card, "testChannel", Button).isEnabled()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("http://alarms.test", "Others could read along"),
        ("alarms", "not a full address"),
        ("https://me:word@alarms.test", "Leave out the name and the password"),
    ],
)
def test_what_will_not_do_is_told_beside_the_field_and_the_former_one_is_kept(
    build, stage, typed, words
):
    card = build(address=ADDRESS)
    type_address(card, typed)
    assert words in read(card)
    assert words in find(card, "channelAddress", QLineEdit).accessibleDescription()
    assert kept(stage) == ADDRESS
    press(card, "testChannel")
    assert stage.hub.second_channel.sent == []


def test_the_test_sends_exactly_what_is_shown(build, stage):
    card = build(address=ADDRESS)
    press(card, "testChannel")
    ((address, title, text),) = stage.hub.second_channel.sent
    assert address == ADDRESS
    assert find(card, "channelSample", QLabel).text() == f"{title}\n{text}"
    assert "The address accepted it." in read(card)
    type_address(card, f"{ADDRESS}/other")
    assert "The address accepted it." not in read(card)


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (Unreachable(), "alarms.test cannot be reached."),
        (OutcomeUnknown(), "alarms.test was lost on the way."),
        (InvalidField("second_channel", "rejected"), "The server does not accept it."),
    ],
)
def test_a_test_that_fails_is_told_beside_the_field(build, stage, trouble, words):
    card = build(address=ADDRESS)
    stage.hub.second_channel.trouble = trouble
    press(card, "testChannel")
    assert words in find(card, "channelAddress", QLineEdit).accessibleDescription()
    assert find(card, "testChannel", Button).isEnabled()
    stage.hub.second_channel.trouble = None
    press(card, "testChannel")
    assert "The address accepted it." in read(card)


def test_an_address_that_asks_to_wait_is_told_with_its_time(build, stage):
    card = build(address=ADDRESS)
    stage.hub.second_channel.trouble = RateLimited(stage.hub.now())
    press(card, "testChannel")
    said = find(card, "channelAddress", QLineEdit).accessibleDescription()
    assert "asks Crieur to wait" in said


def test_an_error_of_ours_is_not_hidden(build, stage):
    card, bug = build(address=ADDRESS), ValueError("bug")
    stage.hub.second_channel.trouble = bug
    press(card, "testChannel")
    assert stage.tasks.unhandled == [bug]
    stage.tasks.unhandled.clear()


def test_the_demo_sends_nothing(build):
    card = build(address=ADDRESS, is_demo=True)
    assert not find(card, "testChannel", Button).isEnabled()
    assert not find(card, "channelAddress", QLineEdit).isEnabled()
    assert "Nothing is sent from the demo." in read(card)
