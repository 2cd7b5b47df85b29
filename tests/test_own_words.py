"""The rule that no word of the program's own is cut short, held against words that are."""

from collections.abc import Iterator

import pytest
from own_words import OwnWords, shortened_words
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui import palette_delegate
from desktop.ui.labels import Label
from desktop.ui.languages import install_language
from desktop.ui.line_edits import LineEdit
from desktop.ui.painting import words
from desktop.ui.theme import Theme


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    before = QLocale()
    install_language(qapp, "fr")
    worn = Theme()
    worn.apply(qapp)
    yield worn
    worn.deleteLater()
    for each in qapp.findChildren(QTranslator):
        qapp.removeTranslator(each)
    QLocale.setDefault(before)


class Painted(QWidget):
    """Paints words where there may be no room for them."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self._theme, self._text = theme, text

    def paintEvent(self, event: QPaintEvent) -> None:
        font = self._theme.font("body")
        words(QPainter(self), self.rect(), self._text, font, self._theme.tokens.text)


def test_the_words_of_the_moment_s_language_are_the_program_s_own(theme):
    own = OwnWords()

    assert "Réglages" in own
    assert "Settings" not in own
    assert "3 comptes" in own
    assert "1 compte" in own
    assert "Claire Fontanel" not in own


@pytest.mark.parametrize("make", [Painted, lambda *given: Label(*given, elides=True), LineEdit])
def test_own_words_without_room_are_a_fault(theme, qtbot, make):
    shown = make(theme, "Boîte d’envoi")
    qtbot.addWidget(shown)

    shown.resize(50, 30)
    assert any("Boîte d’envoi" in fault for fault in shortened_words(shown))

    shown.resize(300, 30)
    assert shortened_words(shown) == []


def test_a_person_s_name_may_be_cut(theme, qtbot):
    shown = Label(theme, "Marché Saint-Antoine, les producteurs", elides=True)
    qtbot.addWidget(shown)
    shown.resize(50, 30)

    assert shortened_words(shown) == []


def test_own_words_that_a_post_cuts_are_known_by_how_they_begin(theme):
    own = OwnWords()

    assert own.begin_with("Boîte d’en")
    assert not own.begin_with("Boîte d’envoi")
    assert not own.begin_with("Marché Saint")


def test_a_row_of_the_palette_that_cuts_own_words_is_a_fault(theme, qtbot):
    class Row(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            metrics = palette_delegate.QFontMetrics(theme.font("strong"))
            metrics.elidedText("Boîte d’envoi", Qt.TextElideMode.ElideRight, 40)

    row = Row()
    qtbot.addWidget(row)

    assert shortened_words(row) == ["'Boîte d’envoi' is cut short"]
