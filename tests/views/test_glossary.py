"""Jargon is explained in plain words, wherever it stands."""

import pytest

from desktop.ui.theme import Theme
from desktop.views.glossary import explain, glossary


def test_every_word_is_explained_once():
    keys = [term.key for term in glossary()]
    words = [term.word for term in glossary()]

    assert len(set(keys)) == len(keys)
    assert len(set(words)) == len(words)


def test_words_stand_in_the_order_of_the_alphabet():
    words = [term.word.casefold() for term in glossary()]

    assert words == sorted(words)


@pytest.mark.parametrize("term", glossary(), ids=lambda term: term.key)
def test_a_meaning_is_a_sentence_or_two(term):
    assert term.meaning.endswith(".")
    assert 1 <= term.meaning.rstrip(".").count(". ") + 1 <= 2
    assert len(term.meaning) <= 200


def test_the_question_mark_says_the_same(qapp, qtbot):
    button = explain(Theme(qapp), "keyring")
    qtbot.addWidget(button)
    term = next(each for each in glossary() if each.key == "keyring")

    assert term.word in button.accessibleName()
    assert button.accessibleDescription() == term.meaning
