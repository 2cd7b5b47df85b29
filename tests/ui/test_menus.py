"""Menus: real QMenu behaviour, plain words, lines high enough to hit."""

import pytest
import shiboken6
from painted import colours_in
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QWidget

from desktop.ui.menus import Menu


@pytest.fixture
def menu(theme, qtbot) -> Menu:
    """Three lines and a rule, over a window."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = Menu(theme, window)
    made.window_below = window
    made.add("copy", "Copy link", "Ctrl+C")
    made.add("user", "Like as Smith & Sons")
    made.addSeparator()
    made.add("trash-2", "Delete this post…", is_dangerous=True)
    return made


def test_lines_are_high_enough_and_the_rule_is_thin(menu, theme, qtbot):
    for percent in (90, 100, 150):
        theme.set_text_size(percent)
        menu.popup(QPoint(0, 0))
        heights = [menu.actionGeometry(action).height() for action in menu.actions()]
        menu.hide()

        assert min(heights[0], heights[1], heights[3]) >= max(28, theme.px(32))
        assert heights[2] < 12


def test_words_and_key_fit_their_line(menu, theme):
    menu.popup(QPoint(0, 0))
    line = menu.actionGeometry(menu.actions()[0])
    metrics = menu.fontMetrics()
    needed = metrics.horizontalAdvance("Copy link") + metrics.horizontalAdvance("Ctrl+C")
    menu.hide()

    assert line.width() >= needed + theme.px(45)


def test_an_ampersand_is_shown(menu):
    assert menu.actions()[1].text() == "Like as Smith && Sons"


def test_arrows_and_enter_choose(menu, qtbot):
    menu.popup(QPoint(0, 0))
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    with qtbot.waitSignal(menu.actions()[0].triggered):
        qtbot.keyClick(menu, Qt.Key.Key_Return)

    assert not menu.isVisible()


def test_a_dangerous_line_is_in_the_colour_of_danger(menu, theme):
    menu.popup(QPoint(0, 0))
    inside = colours_in(menu)
    menu.hide()

    assert theme.tokens.danger_text.name() in inside
    assert theme.tokens.raised.name() in inside


def test_another_look_repaints_it(menu, theme):
    theme.set_look("dark")
    menu.popup(QPoint(0, 0))
    inside = colours_in(menu)
    menu.hide()

    assert theme.tokens.raised.name() in inside


def test_a_ticked_line_shows_its_tick(menu):
    menu.popup(QPoint(0, 0))
    before = menu.grab().toImage()
    action = menu.actions()[1]
    action.setCheckable(True)
    action.setChecked(True)
    after = menu.grab().toImage()
    menu.hide()

    assert before != after


def test_what_was_offered_is_done_once_the_menu_is_gone(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    menu = Menu(theme, window)
    seen = []
    chosen = menu.offer("copy", "Copy link", lambda: seen.append(menu.isVisible()))
    menu.setActiveAction(chosen)
    QTimer.singleShot(0, menu, lambda: qtbot.keyClick(menu, Qt.Key.Key_Return))
    menu.run(QPoint(0, 0))

    assert seen == [False]


def test_a_menu_that_is_left_does_nothing(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    menu = Menu(theme, window)
    seen = []
    menu.offer("copy", "Copy link", lambda: seen.append(1))
    QTimer.singleShot(0, menu, lambda: qtbot.keyClick(menu, Qt.Key.Key_Escape))
    menu.run(QPoint(0, 0))

    assert not seen


def test_a_menu_whose_place_goes_away_does_nothing(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    row = QWidget(window)
    window.show()
    menu = Menu(theme, row)
    seen = []
    menu.offer("copy", "Copy link", lambda: seen.append(1))
    QTimer.singleShot(0, window, lambda: shiboken6.delete(row))
    menu.run(QPoint(0, 0))

    assert not seen
    assert not shiboken6.isValid(menu)
