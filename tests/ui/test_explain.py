"""A word that not everybody knows is explained where it stands."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget

from desktop.ui.explain import ExplainButton, Explanation
from desktop.ui.theme import Theme

MEANING = "A sentence that says what a picture shows, for those who do not see it."


@pytest.fixture
def button(qapp, qtbot) -> Iterator[ExplainButton]:
    window = QWidget()
    made = ExplainButton(Theme(qapp), "Alt text", MEANING)
    QHBoxLayout(window).addWidget(made)
    qtbot.addWidget(window)
    window.show()
    yield made
    window.close()


def opened() -> Explanation | None:
    shown = QApplication.activePopupWidget()
    return shown if isinstance(shown, Explanation) else None


def test_a_screen_reader_hears_the_meaning_without_opening_it(button):
    assert button.accessibleName() == "What does “Alt text” mean?"
    assert button.accessibleDescription() == MEANING


def test_it_opens_by_key_and_closes_with_escape(button, qtbot):
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    shown = opened()
    assert shown is not None
    assert [label.text() for label in shown.findChildren(QLabel)] == ["Alt text", MEANING]

    QTest.keyClick(shown, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: opened() is None)


def test_all_of_the_sentence_is_shown(button):
    button.click()
    shown = opened()
    assert shown is not None
    for label in shown.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
    shown.close()


def test_it_stays_on_the_screen(button):
    screen = QApplication.primaryScreen().availableGeometry()
    button.window().move(screen.right() - 40, screen.bottom() - 40)
    button.click()
    shown = opened()
    assert shown is not None
    assert screen.contains(shown.geometry())
    shown.close()


def test_the_question_mark_can_be_hit(button):
    assert button.sizeHint().width() >= 24
