"""The first screen: two ways to start, and the language."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from screens import find, heard, press, read

from desktop.views.first_run import FirstRun


@pytest.fixture
def first(theme, shown) -> FirstRun:
    made = FirstRun(theme, "en")
    made.setMinimumSize(1100, 780)
    return shown(made)


def test_it_says_what_each_way_costs(first):
    said = read(first)

    assert "How would you like to start?" in said
    assert "Explore the demo shop" in said
    assert "Works without internet" in said
    assert "Connect an account" in said
    assert "Crieur never asks for your main password" in said
    assert "no usage tracking" in said


def test_each_button_leads_its_way(first):
    demo, connect = heard(first.demo_asked), heard(first.connect_asked)

    press(first, "openDemo")
    assert (len(demo), len(connect)) == (1, 0)

    press(first, "connectAccount")
    assert (len(demo), len(connect)) == (1, 1)


def test_enter_opens_the_demo_at_once(first, qtbot):
    demo = heard(first.demo_asked)
    first.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert len(demo) == 1


def test_every_language_is_named_by_its_own_speakers(first):
    box = find(first, "", QComboBox)

    assert [box.itemText(at) for at in range(box.count())] == ["English", "Français"]
    assert box.currentText() == "English"
    assert box.accessibleName() == "Language"


def test_a_chosen_language_is_told(first):
    chosen = heard(first.language_chosen)
    box = find(first, "", QComboBox)

    box.setCurrentIndex(1)
    box.activated.emit(1)

    assert chosen == [("fr",)]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_language_that_is_spoken_is_marked(theme, shown, language):
    first = shown(FirstRun(theme, language))

    assert find(first, "", QComboBox).currentData() == language


@pytest.mark.parametrize(("width", "art"), [(900, 300), (1280, 440), (2000, 440)])
def test_the_words_keep_their_room_on_a_narrow_window(first, width, art):
    first.setMinimumSize(0, 0)
    first.resize(width, 700)

    assert first._art.width() <= art
    assert first._art.width() <= width // 2
