"""Matching: what few letters find, in which order, and the laws that hold for any text."""

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.services.domain.matching import Match, Rank, match, terms

WORDS = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=8)
TEXTS = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
TYPED = st.text(max_size=12)


@pytest.mark.parametrize(
    ("typed", "text", "rank"),
    [
        ("new", "New post", Rank.BEGINNING),
        ("new po", "New post", Rank.BEGINNING),
        ("post new", "New post", Rank.WORDS),
        ("post", "New post", Rank.WORDS),
        ("ost", "New post", Rank.INSIDE),
        ("np", "New post", Rank.INITIALS),
        ("wp", "Write a post", Rank.INITIALS),
        ("NEW", "new post", Rank.BEGINNING),
        ("reglages", "Réglages", Rank.BEGINNING),
        ("réglages", "Reglages", Rank.BEGINNING),
        ("oeuf", "Œuf dur", Rank.BEGINNING),
        ("strasse", "Straße", Rank.BEGINNING),
        ("ete", "L’été", Rank.WORDS),
        ("l'été", "L’été à Lyon", Rank.BEGINNING),
        ("nathan.leroy", "@nathan.leroy@piaille.fr", Rank.BEGINNING),
        ("150", "Text at 150 %", Rank.WORDS),
    ],
)
def test_a_text_is_found_as_well_as_it_answers(typed: str, text: str, rank: Rank):
    found = match(typed, text)

    assert found is not None
    assert found.rank is rank


@pytest.mark.parametrize(
    ("typed", "text"),
    [("pn", "New post"), ("p", "New"), ("ap", "Write a post"), ("new old", "New post"), ("x", "")],
)
def test_what_does_not_answer_is_not_found(typed: str, text: str):
    assert match(typed, text) is None


@pytest.mark.parametrize("typed", ["", "  ", "?", "« »", "🥐", "\u0301"])
def test_nothing_is_found_by_no_letter(typed: str):
    assert terms(typed) == ()
    assert match(typed, "? « » 🥐") is None


def test_what_is_said_about_a_text_finds_it_last():
    about = "Draws every edge clearly"

    assert match("edges", "Strong edges", about) == Match(Rank.WORDS, ((7, 12),))
    assert match("strong draws", "Strong edges", about) == Match(Rank.ELSEWHERE, ((0, 6),))
    assert match("clear", "Strong edges", about) == Match(Rank.ELSEWHERE)
    assert match("learly", "Strong edges", about) is None


def test_the_letters_that_answered_are_told():
    assert match("po ne", "New post") == Match(Rank.WORDS, ((0, 2), (4, 6)))
    assert match("np", "New post") == Match(Rank.INITIALS, ((0, 1), (4, 5)))
    assert match("oe", "bœuf") == Match(Rank.INSIDE, ((1, 2),))


@given(TEXTS)
def test_a_text_finds_itself_first(text: str):
    assume(terms(text))
    found = match(text, text)

    assert found is not None
    assert found.rank is Rank.BEGINNING


@given(TEXTS, st.integers(0, 4), st.integers(1, 8))
def test_the_beginning_of_any_word_finds_the_text(text: str, word: int, length: int):
    words = text.split()
    typed = words[word % len(words)][:length]
    assume(terms(typed))

    found = match(typed, text)

    assert found is not None
    assert found.rank <= Rank.INSIDE


@given(st.lists(WORDS, min_size=1, max_size=4), TEXTS)
def test_the_order_of_the_words_decides_on_the_rank_alone(typed: list[str], text: str):
    there, back = match(" ".join(typed), text), match(" ".join(reversed(typed)), text)

    assert (there is None) is (back is None)
    if there is not None and back is not None:
        assert there.spans == back.spans


@given(TYPED, TEXTS)
def test_accents_and_case_make_no_difference(typed: str, text: str):
    # Only signs whose two cases have one lower case are told apart by neither.
    assume(typed.upper().casefold() == typed.casefold())
    bare = unicodedata.normalize("NFD", typed)

    assert match(typed.upper(), text) == match(typed, text) == match(bare, text)


@given(TYPED, st.text(max_size=6), TEXTS, TEXTS)
def test_typing_on_never_brings_back_what_was_ruled_out(
    typed: str, more: str, text: str, about: str
):
    assume(terms(typed))
    if match(typed, text, about) is None:
        assert match(typed + more, text, about) is None


@given(TYPED, st.text(max_size=30), st.text(max_size=30))
def test_the_stretches_lie_in_the_text_in_order_and_apart(typed: str, text: str, about: str):
    found = match(typed, text, about)
    if found is None:
        return
    ends = [0]
    for start, end in found.spans:
        assert ends[-1] <= start < end <= len(text)
        assert len(ends) == 1 or start > ends[-1], "stretches that touch are one"
        ends.append(end)
