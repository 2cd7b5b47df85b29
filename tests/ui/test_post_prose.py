"""Strangers' texts are laid out plain, fast, and with every link where it belongs."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextOption
from timeline_entries import LINK, MENTION, TAG, facets, hostile_texts

from desktop.services.domain.post import Facet
from desktop.ui.post_prose import Hand, lay_text
from desktop.ui.theme import Theme


@pytest.fixture
def hand(qapp):
    theme = Theme()
    return Hand(theme.font("reading"), 22, QColor("#17211D"), QColor("#14584A"))


def read(laid) -> str:
    return "\n".join(layout.text() for layout, _ in laid.paragraphs)


def coloured(laid, hand) -> list[str]:
    """Return the words that are painted in the link colour."""
    found = []
    for layout, _ in laid.paragraphs:
        raw = layout.text().encode("utf-16-le")
        for part in layout.formats():
            if part.format.foreground().color() == hand.link:
                found.append(
                    raw[2 * part.start : 2 * (part.start + part.length)].decode("utf-16-le")
                )
    return found


def test_facets_count_bytes_whatever_the_alphabet(hand):
    text = "Été 🥐 à l’école: @zoé, #pâtisserie et https://é.fr/ç fin"
    marks = facets(
        text,
        (MENTION, "@zoé", "did:zoé"),
        (TAG, "#pâtisserie", "pâtisserie"),
        (LINK, "https://é.fr/ç", "https://é.fr/ç"),
    )
    laid = lay_text(text, marks, 500, hand, 16)

    assert coloured(laid, hand) == ["@zoé", "#pâtisserie", "https://é.fr/ç"]
    assert [spot.facet.target for spot in laid.spots] == ["did:zoé", "pâtisserie", "https://é.fr/ç"]


def test_facets_stay_on_their_words_when_cleaning_drops_characters_before_them(hand):
    text = "\u202e\x00\u0007Z" + "\u0301" * 40 + " see #here now"
    laid = lay_text(text, facets(text, (TAG, "#here", "here")), 500, hand, 16)

    assert coloured(laid, hand) == ["#here"]
    assert "\u202e" not in read(laid)


@pytest.mark.parametrize(
    "facet",
    [
        Facet(TAG, 1, 3, "cuts é in two"),
        Facet(TAG, -4, 3, "before the text"),
        Facet(TAG, 3, 99, "after the text"),
        Facet(TAG, 5, 5, "nothing"),
        Facet(TAG, 6, 4, "backwards"),
    ],
)
def test_a_facet_that_cannot_be_is_not_honoured(hand, facet):
    laid = lay_text("éàü words", [facet], 500, hand, 16)

    assert coloured(laid, hand) == []
    assert read(laid) == "éàü words"


def test_of_two_facets_that_overlap_the_first_counts(hand):
    marks = [Facet(TAG, 0, 4, "a"), Facet(LINK, 2, 6, "b"), Facet(TAG, 6, 8, "c")]
    laid = lay_text("aabbccdd", marks, 500, hand, 16)

    assert [spot.facet.target for spot in laid.spots] == ["a", "c"]


def test_a_link_over_several_lines_has_a_box_on_each(hand):
    text = "see https://example.org/" + "a" * 120
    laid = lay_text(text, facets(text, (LINK, text[4:], text[4:])), 200, hand, 16)
    boxes = laid.spots[0].boxes

    assert len(boxes) == sum(layout.lineCount() for layout, _ in laid.paragraphs)
    assert all(box.left() >= 0 and box.right() <= 201 for box in boxes)
    assert len({box.y() for box in boxes}) == len(boxes)


PLAIN = st.text(st.characters(exclude_categories=("Mn", "Mc", "Me", "Cs", "Cc", "Zl", "Zp")))


@given(PLAIN, st.lists(st.tuples(st.integers(-5, 300), st.integers(-5, 300))))
def test_no_facet_ever_changes_the_words(qapp, text, ends):
    theme = Theme()
    hand = Hand(theme.font("reading"), 22, QColor("#17211D"), QColor("#14584A"))
    marks = [Facet(TAG, start, end, "x") for start, end in ends]
    with_marks, without = (lay_text(text, each, 300, hand, 1_000) for each in (marks, ()))

    assert read(with_marks) == read(without)


def test_a_long_text_is_cut_with_an_ellipsis(hand):
    laid = lay_text("word " * 400, (), 300, hand, 4)

    assert laid.is_cut
    assert laid.height == 4 * 22
    assert read(laid).endswith("…")


def test_lines_that_do_not_come_any_more_are_told_by_the_ellipsis(hand):
    laid = lay_text("one\ntwo\nthree\nfour", (), 300, hand, 3)

    assert read(laid) == "one\ntwo\nthree…"
    assert laid.is_cut


def test_a_text_that_fits_exactly_is_whole(hand):
    laid = lay_text("one\ntwo\nthree", (), 300, hand, 3)

    assert read(laid) == "one\ntwo\nthree"
    assert not laid.is_cut


def test_a_cut_link_can_still_be_pressed(hand):
    text = "https://example.org/" + "a" * 500
    laid = lay_text(text, facets(text, (LINK, text, text)), 200, hand, 2)

    assert laid.is_cut
    assert len(laid.spots[0].boxes) == 2


def test_blank_lines_do_not_pile_up(hand):
    assert read(lay_text("a\n\n\n\n\n\nb\n\n\n", (), 300, hand, 16)) == "a\n\nb"


def test_each_paragraph_keeps_its_own_direction(hand):
    laid = lay_text("hello\nשלום עולם\nمرحبا", (), 300, hand, 16)
    sides = [layout.textOption().alignment() for layout, _ in laid.paragraphs]

    assert not sides[0] & Qt.AlignmentFlag.AlignRight
    assert sides[1] & Qt.AlignmentFlag.AlignRight
    assert sides[2] & Qt.AlignmentFlag.AlignRight
    assert laid.paragraphs[1][0].lineAt(0).naturalTextRect().right() == pytest.approx(300, abs=1)


def test_a_sign_of_french_is_never_alone_on_a_line(hand):
    laid = lay_text("Qui vient ? Ça part très vite !", (), 300, hand, 16)

    assert read(laid) == "Qui vient\u00a0? Ça part très vite\u00a0!"


@pytest.mark.parametrize("number", range(60))
def test_a_hostile_text_is_laid_out_plain_and_at_once(hand, number):
    text = hostile_texts()[number]
    began = time.thread_time()
    laid = lay_text(text, (), 300, hand, 16)
    took = time.thread_time() - began

    assert took < 0.1
    assert laid.height <= 16 * 60
    for layout, _ in laid.paragraphs:
        assert not set(layout.text()) & set("\u202a\u202b\u202c\u202d\u202e\x00\x07")
        assert layout.textOption().wrapMode() == QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
        for line in map(layout.lineAt, range(layout.lineCount())):
            assert line.naturalTextWidth() <= 300 or line.textLength() <= 2


def test_there_are_sixty_hostile_texts():
    assert len(hostile_texts()) == 60
