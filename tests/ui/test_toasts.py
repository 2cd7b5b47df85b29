"""Toasts: what was just done, one at a time, with a way back that can be reached."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from desktop.ui.pressable import Pressable
from desktop.ui.toasts import SHOWN_MS, SHOWN_WITH_UNDO_MS, Toasts


@pytest.fixture
def host(qtbot) -> QWidget:
    """A window to show toasts in."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    return window


@pytest.fixture
def toasts(theme, host) -> Toasts:
    """The toasts of that window."""
    return Toasts(theme, host)


def clock_of(toasts: Toasts) -> QTimer:
    return toasts.findChild(QTimer)


def strip_of(host: QWidget) -> QWidget:
    return next(child for child in host.children() if isinstance(child, QWidget))


def way_back(host: QWidget) -> Pressable:
    return host.findChild(Pressable)


def test_nothing_is_shown_at_first(toasts):
    assert not toasts.is_shown


def test_it_stands_in_the_middle_of_the_bottom_inside_the_window(toasts, host):
    toasts.show("Mention ignored")
    strip = strip_of(host).geometry()

    assert toasts.text == "Mention ignored"
    assert abs(strip.center().x() - host.width() / 2) <= 1
    assert host.height() - 40 < strip.bottom() < host.height()


def test_it_stays_there_when_the_window_changes(toasts, host):
    toasts.show("Mention ignored")
    host.resize(500, 300)

    assert host.rect().contains(strip_of(host).geometry())


def test_a_toast_with_a_way_back_stays_longer(toasts):
    toasts.show("Mention ignored")
    assert clock_of(toasts).interval() == SHOWN_MS

    toasts.show("Mention ignored", lambda: None)
    assert clock_of(toasts).interval() == SHOWN_WITH_UNDO_MS


def test_its_time_is_over_when_the_clock_says_so(toasts):
    toasts.show("Mention ignored")
    clock_of(toasts).timeout.emit()

    assert not toasts.is_shown


def test_undo_takes_the_step_back_once(toasts, host, qtbot):
    taken_back = []
    toasts.show("Mention ignored", lambda: taken_back.append(1))
    qtbot.mouseClick(way_back(host), Qt.MouseButton.LeftButton)

    assert taken_back == [1]
    assert not toasts.is_shown
    assert not toasts.undo()
    assert taken_back == [1]


def test_a_key_of_the_window_can_undo_too(toasts):
    taken_back = []
    toasts.show("Mention ignored", lambda: taken_back.append(1))

    assert toasts.undo()
    assert taken_back == [1]


def test_a_new_toast_takes_the_place_of_the_old(toasts, host):
    first, second = [], []
    toasts.show("First", lambda: first.append(1))
    toasts.show("Second", lambda: second.append(1))
    toasts.undo()

    assert (first, second) == ([], [1])
    assert len([child for child in host.children() if isinstance(child, QWidget)]) == 1


def test_without_a_way_back_there_is_no_button(toasts, host):
    toasts.show("Link copied")

    assert not way_back(host).isVisible()


def test_its_time_stands_still_under_the_pointer(toasts, host):
    toasts.show("Mention ignored", lambda: None)
    strip = strip_of(host)
    QCoreApplication.sendEvent(strip, QEvent(QEvent.Type.Enter))
    assert not clock_of(toasts).isActive()

    QCoreApplication.sendEvent(strip, QEvent(QEvent.Type.Leave))
    assert clock_of(toasts).isActive()


def test_its_time_stands_still_while_its_button_has_the_focus(toasts, host, qtbot):
    toasts.show("Mention ignored", lambda: None)
    host.activateWindow()
    way_back(host).setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(way_back(host).hasFocus)
    assert not clock_of(toasts).isActive()

    qtbot.keyClick(way_back(host), Qt.Key.Key_Escape)
    assert not toasts.is_shown


def test_it_is_announced(toasts, monkeypatch):
    told = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", told.append)
    toasts.show("Mention ignored")

    assert [event.message() for event in told] == ["Mention ignored"]


def test_it_rises_only_where_movement_is_wanted(toasts, theme, host, qtbot):
    toasts.show("Still")
    still = strip_of(host).pos()
    theme.set_reduced_motion(False)
    toasts.show("Still")

    assert strip_of(host).pos() != still
    qtbot.waitUntil(lambda: strip_of(host).pos() == still)
    assert isinstance(still, QPoint)


def test_long_words_stay_inside_a_small_window(toasts, host):
    host.resize(320, 240)
    toasts.show("Post moved to the outbox of the shop at the corner " * 4, lambda: None)

    assert host.rect().contains(strip_of(host).geometry())
    assert host.rect().contains(way_back(host).geometry().translated(strip_of(host).pos()))
