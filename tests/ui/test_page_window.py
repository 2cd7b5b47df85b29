"""The window shows one page, and closing it hides it, leaves, or does nothing."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel
from screens import heard

from desktop.ui.page_window import PageWindow


@pytest.fixture
def window(qtbot) -> PageWindow:
    made = PageWindow()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def left(window) -> list[tuple[object, ...]]:
    return heard(window.left)


def test_a_page_takes_the_place_of_the_former_one_which_goes(window):
    first, second = QLabel("one"), QLabel("two")
    gone = heard(first.destroyed)
    window.show_page(first)
    window.show_page(second)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert second.isVisible()
    assert len(gone) == 1


def test_closing_leaves(window, left):
    window.close()
    assert (len(left), window.isVisible()) == (1, False)


def test_closing_only_hides_while_the_program_may_go_on(window, left):
    window.may_stay = lambda: True
    window.close()
    assert (left, window.isVisible()) == ([], False)
    window.come_forward()
    assert window.isVisible()


@pytest.mark.parametrize("is_hidden", [True, False])
def test_quitting_leaves_although_the_program_may_go_on(window, left, is_hidden):
    window.may_stay = lambda: True
    if is_hidden:
        window.close()
    window.quit()
    assert (len(left), window.isVisible()) == (1, False)


def test_what_speaks_against_leaving_keeps_the_window_open_and_closing_hides_it_again(
    window, left, monkeypatch
):
    window.may_stay = lambda: True
    monkeypatch.setattr(PageWindow, "may_leave", lambda _: False)
    window.quit()
    assert (left, window.isVisible()) == ([], True)
    window.close()
    assert (left, window.isVisible()) == ([], False)


def test_the_end_of_the_program_is_no_time_to_hide(window, left):
    window.may_stay = lambda: True
    window.end()
    window.close()
    assert len(left) == 1


def test_a_minimised_window_comes_forward(window):
    window.showMinimized()
    window.come_forward()
    assert not window.isMinimized()
    assert window.isActiveWindow()
