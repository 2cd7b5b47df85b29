"""Strangers' words become harmless before they reach the screen."""

import time
import unicodedata

import pytest
from hostile_words import WORDS
from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtCore import QPoint
from PySide6.QtGui import Qt as QtGuiQt
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.ui.text import (
    LONGEST_NAME,
    LONGEST_TEXT,
    clean,
    clean_name,
    heard,
    isolate,
    runs_right_to_left,
    sentence,
    set_tooltip,
    show_tooltip,
    tooltip_text,
)

DISTURBING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\x00\x1b")


@pytest.mark.parametrize("words", WORDS, ids=range(len(WORDS)))
def test_hostile_words_lose_what_disturbs_and_keep_what_is_read(words):
    cleaned = clean(words)

    assert len(cleaned) <= LONGEST_TEXT
    assert not DISTURBING & set(cleaned)
    assert not any(unicodedata.category(each) == "Cs" for each in cleaned)
    cleaned.encode("utf-8")
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize("words", WORDS, ids=range(len(WORDS)))
def test_no_tooltip_is_ever_taken_for_markup(words):
    assert not QtGuiQt.mightBeRichText(tooltip_text(words))


def test_the_slowest_hostile_words_are_cleaned_before_anybody_notices():
    slowest = 0.0
    for words in WORDS:
        began = time.process_time()
        clean(words)
        slowest = max(slowest, time.process_time() - began)

    assert slowest < 0.05


@given(some.text(max_size=300))
def test_cleaning_twice_changes_nothing_more(words):
    assert clean(clean(words)) == clean(words)


@given(some.text(max_size=400))
def test_a_name_is_one_short_line(words):
    name = clean_name(words)

    assert "\n" not in name
    assert "\t" not in name
    assert len(name) <= LONGEST_NAME


@given(some.text(alphabet="abc é日本🥐\n", max_size=200))
def test_ordinary_words_stay_as_they_are(words):
    assert clean(words) == words


def test_at_most_eight_marks_stand_on_one_letter():
    assert clean("a" + "\u0301" * 50 + "b") == "a" + "\u0301" * 8 + "b"


def test_a_long_text_ends_in_an_ellipsis():
    assert clean("x" * 20_000) == "x" * (LONGEST_TEXT - 1) + "…"
    assert clean("one two three", 8) == "one two…"


def test_line_ends_of_every_kind_become_one_kind():
    assert clean("a\r\nb\rc\u2028d\u2029e") == "a\nb\nc\nd\ne"


def test_an_isolated_name_cannot_reorder_what_stands_round_it():
    assert isolate("@tom") == "\u2068@tom\u2069"
    assert isolate("") == ""


def test_a_tooltip_reads_exactly_as_it_was_written(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    set_tooltip(widget, "Tom & <b>Ann</b>")

    assert widget.toolTip().replace("\u2060", "") == "Tom & <b>Ann</b>"


def test_a_tooltip_shown_at_once_is_plain_too(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    show_tooltip(QPoint(0, 0), "<b>x</b>", widget)

    assert QToolTip.text().replace("\u2060", "") == "<b>x</b>"
    QToolTip.hideText()


def test_a_strangers_part_in_a_sentence_of_ours_stays_isolated():
    said = f"Muted: {isolate(clean_name('عمر'))} and one more"

    assert sentence(said) == said


@given(some.text(max_size=60), some.text(max_size=60))
def test_isolates_of_a_sentence_always_close(before, after):
    said = sentence(f"{before}\u2068name{after}")
    depth = 0
    for character in said:
        depth += (character == "\u2068") - (character == "\u2069")
        assert depth >= 0

    assert depth == 0
    assert sentence(said) == said


@pytest.mark.parametrize("words", WORDS, ids=range(len(WORDS)))
def test_a_sentence_of_ours_holds_nothing_else_that_disturbs(words):
    assert not (DISTURBING - {"\u2068", "\u2069"}) & set(sentence(words))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("abc", False), ("", False), ("123 שלום", True), ("abc שלום", False), ("🥐 مرحبا", True)],
)
def test_the_first_letter_decides_the_direction(text, expected):
    assert runs_right_to_left(text) is expected


def test_aloud_there_are_no_signs_that_only_order_what_is_seen():
    assert heard(f"Reply to {isolate('Claire')}") == "Reply to Claire"


def test_a_tooltip_is_heard_without_its_signs_unless_something_else_is_said(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)

    set_tooltip(widget, f"{isolate('Claire')} likes R&D")
    assert widget.accessibleDescription() == "Claire likes R&D"
    set_tooltip(widget, "Nothing special")
    assert widget.accessibleDescription() == ""

    widget.setAccessibleDescription("Opens the thread")
    set_tooltip(widget, isolate("Claire"))
    assert widget.accessibleDescription() == "Opens the thread"
