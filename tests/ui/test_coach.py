"""A tour explains one part after another, keeps the keyboard, and can be left at any moment."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from desktop.ui.coach import Coach, Stop


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    made.resize(900, 600)
    rail = QLabel("rail", made)
    rail.setGeometry(0, 0, 200, 600)
    feed = QLabel("feed", made)
    feed.setGeometry(210, 60, 680, 500)
    button = QPushButton("below", made)
    button.setGeometry(300, 10, 100, 30)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def coach(theme, window) -> Coach:
    rail, feed = window.findChildren(QLabel)[:2]
    made = Coach(
        theme,
        window,
        (
            Stop("Places", "Everything has its place.", lambda: rail),
            Stop("Posts", "All posts in one list.", lambda: feed),
            Stop("Nowhere", "This cannot be seen now.", lambda: None),
        ),
        "Answer Claire",
    )
    made.start()
    return made


def way(coach: Coach, name: str) -> QWidget:
    return coach.findChild(QWidget, name)


def test_the_steps_follow_one_another_and_end_with_something_to_do(coach, qtbot):
    seen = [coach.title]
    way(coach, "tourOn").click()
    seen.append(coach.title)
    way(coach, "tourOn").click()
    seen.append(coach.title)
    assert way(coach, "tourOn").text() == "Answer Claire"
    with qtbot.waitSignal(coach.ended) as ended:
        way(coach, "tourOn").click()

    assert seen == ["Places", "Posts", "Nowhere"]
    assert ended.args == [True]


def test_one_can_go_back(coach):
    assert way(coach, "tourBack").isHidden()
    way(coach, "tourOn").click()
    way(coach, "tourBack").click()

    assert coach.title == "Places"


def test_the_card_covers_nothing_of_what_it_explains(coach):
    assert not coach._card.geometry().intersects(coach._spot())


def test_the_card_stays_in_the_window_whatever_its_size(coach, window):
    for size in ((900, 600), (1600, 1000), (700, 420)):
        window.resize(*size)
        for _ in range(3):
            assert coach.rect().contains(coach._card.geometry())
            assert coach.geometry() == window.rect()


def test_all_words_of_the_card_are_shown(coach, theme):
    for percent in (100, 150):
        theme.set_text_size(percent)
        for label in (coach._card.title, coach._card.text):
            QApplication.processEvents()
            QApplication.sendPostedEvents()
            assert label.height() >= label.heightForWidth(label.width())


def test_tab_goes_round_the_card_only(coach):
    way(coach, "tourOn").click()
    visited = []
    for _ in range(4):
        visited.append(QApplication.focusWidget().objectName())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    assert visited == ["tourOn", "leaveTour", "tourBack", "tourOn"]


def test_escape_leaves_and_is_not_taken_by_the_window(coach, window, qtbot):
    taken = []
    QShortcut(QKeySequence("Esc"), window, lambda: taken.append("Esc"))
    with qtbot.waitSignal(coach.ended) as ended:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    assert ended.args == [False]
    assert taken == []


def test_what_lies_below_cannot_be_pressed(coach, window):
    below = window.findChild(QPushButton, "")
    pressed = []
    for button in window.findChildren(QPushButton):
        button.clicked.connect(lambda: pressed.append("below"))
    QTest.mouseClick(window.childAt(below.geometry().center()), Qt.MouseButton.LeftButton)

    assert pressed == []


def test_a_screen_reader_hears_the_step(coach):
    assert coach.accessibleName() == "Places"
    assert "Everything has its place." in way(coach, "tourOn").accessibleDescription()
    assert "Step 1 of 3" in way(coach, "tourOn").accessibleDescription()


def test_at_the_end_the_keyboard_is_back_where_it_was(theme, window):
    below = window.findChild(QPushButton)
    below.setFocus()
    coach = Coach(theme, window, (Stop("Places", "Each in its place.", lambda: None),), "Begin")
    coach.start()
    assert window.focusWidget() is way(coach, "tourOn")

    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert window.focusWidget() is below
