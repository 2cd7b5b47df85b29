"""The strip of a toast holds every word that it says."""

import pytest
from painted import rows_with
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.toast_strip import ToastStrip

ROOM = QSize(800, 600)


@pytest.fixture
def host(shown) -> QWidget:
    """A window for the strip to lie on."""
    window = QWidget()
    window.setMinimumSize(800, 600)
    return shown(window)


@pytest.fixture
def strip(theme, host) -> ToastStrip:
    made = ToastStrip(theme, host)
    made.show()
    return made


def test_long_words_take_more_lines_and_none_is_cut(strip):
    strip.offer("Undo", "Ctrl Z")
    strip.set_words("Muted: a conversation that went on and on. " * 3)
    size = strip.size_in(QSize(360, 600))
    strip.resize(size)

    assert size.width() <= 360
    assert strip.label.height() >= strip.label.heightForWidth(strip.label.width())
    assert strip.rect().contains(strip.way.geometry())


def test_short_words_stand_on_one_line(strip, theme):
    strip.offer("Undo", "Ctrl Z")
    strip.set_words("Muted: @rival")
    strip.resize(strip.size_in(ROOM))

    assert strip.label.heightForWidth(strip.label.width()) == theme.line("button")
    assert strip.height() == theme.px(48)


def test_no_word_for_a_way_is_no_way(strip):
    strip.set_words("Link copied")
    strip.offer("", "")
    assert strip.way.isHidden()

    strip.offer("Undo", "")
    assert not strip.way.isHidden()
    assert strip.way.text() == "Undo"


def test_larger_text_asks_for_more_room(strip, theme):
    strip.offer("Undo", "Ctrl Z")
    strip.set_words("Muted: @rival")
    before = strip.size_in(ROOM)
    theme.set_text_size(150)
    strip.offer("Undo", "Ctrl Z")

    assert strip.size_in(ROOM).width() > before.width()
    assert strip.size_in(ROOM).height() > before.height()


def test_its_way_shows_that_it_has_the_keyboard(strip, theme, host):
    strip.offer("Undo", "Ctrl Z")
    strip.resize(strip.size_in(ROOM))
    word = rows_with(strip.way, theme.tokens.toast_action.name())
    assert not rows_with(strip.way, theme.tokens.toast_focus.name())
    host.activateWindow()
    QApplication.processEvents()
    strip.way.clearFocus()
    strip.way.setFocus(Qt.FocusReason.TabFocusReason)
    assert strip.way.hasFocus()

    # The ring stands round the word, up to the edges.
    ringed = rows_with(strip.way, theme.tokens.toast_focus.name())
    assert ringed[0] < word[0]
    assert ringed[-1] > word[-1]
