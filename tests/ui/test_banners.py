"""The banner: a state in words, its tone, one action."""

import pytest
from painted import colours_in
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from desktop.ui.banners import Banner

TONES = {"neutral": "sunken", "warn": "warn_soft", "danger": "danger_soft", "ok": "ok_soft"}


@pytest.fixture
def banner(theme, qtbot) -> Banner:
    """A banner with nothing to say yet."""
    made = Banner(theme)
    qtbot.addWidget(made)
    made.resize(500, 60)
    return made


def test_it_is_hidden_until_it_has_something_to_say(banner):
    assert banner.isHidden()


@pytest.mark.parametrize("tone", TONES)
def test_each_tone_has_its_ground(banner, theme, tone):
    banner.show_message("You are offline.", "", tone)

    assert not banner.isHidden()
    assert theme.tokens.named(TONES[tone]).name() in colours_in(banner)


def test_it_says_title_and_text_to_a_screen_reader(banner):
    banner.show_message("You are offline.", "Saved posts stay readable.")

    assert banner.accessibleName() == "You are offline."
    assert banner.accessibleDescription() == "Saved posts stay readable."


def test_news_is_announced_once(banner, monkeypatch):
    told = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", told.append)
    banner.show_message("You are offline.", "", "warn")
    banner.show_message("You are offline.", "Next try in 3 minutes.", "warn")
    banner.show_message("You are offline.", "Next try in 2 minutes.", "warn")
    assert len(told) == 1

    banner.show_message("The disk is full.", "", "danger")
    polite, assertive = (
        QAccessible.AnnouncementPoliteness.Polite,
        QAccessible.AnnouncementPoliteness.Assertive,
    )
    assert [event.politeness() for event in told] == [polite, assertive]


def test_its_button_does_what_it_says(banner, qtbot):
    done = []
    banner.show_message("You are offline.", "", "neutral", "Try again", lambda: done.append(1))
    qtbot.mouseClick(banner.button, Qt.MouseButton.LeftButton)

    assert banner.button.text() == "Try again"
    assert done == [1]


def test_without_an_action_there_is_no_button(banner):
    banner.show_message("You are offline.")

    assert banner.button.isHidden()
    assert banner.close_button.isHidden()


def test_it_can_be_closed_where_that_is_allowed(banner, qtbot):
    banner.show_message("Copied.", can_close=True)
    qtbot.mouseClick(banner.close_button, Qt.MouseButton.LeftButton)

    assert banner.isHidden()


def test_long_words_get_all_their_lines(banner, theme):
    theme.set_text_size(150)
    text = "Your saved posts are still here, and what you write waits in the outbox. " * 3
    banner.show_message("The network cannot be reached at present.", text, "warn", "Try again")
    banner.resize(420, banner.heightForWidth(420))

    for label in (banner.title, banner.text):
        assert label.height() >= label.heightForWidth(label.width())


def test_another_look_repaints_it(banner, theme):
    banner.show_message("You are offline.", "", "warn")
    theme.set_look("dark")

    assert theme.tokens.warn_soft.name() in colours_in(banner)
