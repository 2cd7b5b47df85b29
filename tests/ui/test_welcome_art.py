"""The welcome picture: the same in both looks, sharp at any size."""

import pytest
from painted import rows_with
from PySide6.QtGui import QColor

from desktop.ui.welcome_art import WelcomeArt

SENTENCE = "Your shop’s voice on its networks.\nOne window, on your computer."


@pytest.mark.parametrize("size", [(440, 800), (440, 600), (320, 600), (440, 1600)])
def test_the_bell_stands_clear_of_the_words(theme, qtbot, size):
    art = WelcomeArt(theme, SENTENCE)
    qtbot.addWidget(art)
    art.resize(*size)
    art.show()
    brass = rows_with(art, "#F0CE84")

    assert brass
    assert max(brass) < art.name.y()
    assert art.sentence.height() >= art.sentence.heightForWidth(art.sentence.width())


def test_it_is_the_same_by_day_and_by_night(theme, shown):
    art = shown(WelcomeArt(theme, SENTENCE))
    by_day = art.grab().toImage()
    theme.set_look("dark")

    assert art.grab().toImage() == by_day


def test_it_shows_the_marks_it_is_given(theme, shown):
    plain = shown(WelcomeArt(theme, SENTENCE, marks=()))
    marked = shown(WelcomeArt(theme, SENTENCE, marks=("bluesky",)))

    assert plain.grab().toImage() != marked.grab().toImage()


def test_its_sentence_can_be_said_in_another_language(theme, shown):
    art = shown(WelcomeArt(theme, SENTENCE))
    art.set_sentence("La voix de votre boutique.")

    assert art.sentence.text() == "La voix de votre boutique."
    assert QColor("#123E34").name() == art.grab().toImage().pixelColor(2, 0).name()
