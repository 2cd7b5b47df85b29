"""Toasts: what was just done, one at a time, with a way back that can be reached."""

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.pressable import Pressable
from desktop.ui.toast_strip import ToastStrip
from desktop.ui.toasts import SHOWN_MS, SHOWN_WITH_WAY_MS, Countdown, Toasts


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
    return toasts.findChild(QTimer, "life")


def strip_of(host: QWidget) -> QWidget:
    return host.findChild(ToastStrip)


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
    assert clock_of(toasts).interval() == SHOWN_WITH_WAY_MS


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

    way_back(host).click()
    assert taken_back == [1]


def test_a_new_toast_takes_the_place_of_the_old(toasts, host):
    first, second = [], []
    toasts.show("First", lambda: first.append(1))
    toasts.show("Second", lambda: second.append(1))
    way_back(host).click()

    assert (first, second) == ([], [1])
    assert len(host.findChildren(ToastStrip)) == 1


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
    assert told[0].politeness() == QAccessible.AnnouncementPoliteness.Polite


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


def seconds_of(toasts: Toasts) -> QTimer:
    return toasts.findChild(QTimer, "seconds")


def test_one_that_counts_down_says_what_is_left_and_goes(toasts, host):
    countdown = Countdown(3, lambda left: f"Leaves in {left} s")
    toasts.show("It leaves soon", lambda: None, countdown=countdown)
    told = [toasts.text]
    for _ in range(2):
        seconds_of(toasts).timeout.emit()
        told.append(toasts.text)
    assert told == ["Leaves in 3 s", "Leaves in 2 s", "Leaves in 1 s"]
    assert not clock_of(toasts).isActive()

    seconds_of(toasts).timeout.emit()
    assert not toasts.is_shown
    assert not seconds_of(toasts).isActive()


def test_looking_at_it_stops_no_countdown(toasts, host):
    toasts.show("It leaves soon", lambda: None, countdown=Countdown(3, str))
    strip = strip_of(host)
    for kind in (QEvent.Type.Enter, QEvent.Type.Leave):
        QCoreApplication.sendEvent(strip, QEvent(kind))

    assert seconds_of(toasts).isActive()
    assert not clock_of(toasts).isActive()


def test_a_countdown_is_announced_once(toasts, monkeypatch):
    told = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", told.append)
    toasts.show("It leaves soon", countdown=Countdown(3, str))
    seconds_of(toasts).timeout.emit()

    assert [event.message() for event in told] == ["It leaves soon"]


def test_the_next_toast_counts_no_more(toasts):
    toasts.show("It leaves soon", countdown=Countdown(3, str))
    toasts.show("Muted")

    assert not seconds_of(toasts).isActive()
    assert clock_of(toasts).isActive()


def test_it_keeps_to_its_part_of_the_window(theme, host):
    area = QWidget(host)
    area.setGeometry(300, 0, 500, 600)
    area.show()
    toasts = Toasts(theme, host, area)
    toasts.show("Muted")
    strip = strip_of(host)
    assert abs(strip.geometry().center().x() - 550) <= 1

    area.setGeometry(400, 0, 400, 500)
    assert abs(strip.geometry().center().x() - 600) <= 1
    assert strip.geometry().bottom() < 500


class TestTheFocus:
    """The control that has the focus is seen, and gets it back."""

    @pytest.fixture
    def field(self, host, qtbot) -> QLineEdit:
        line = QLineEdit(host)
        line.setGeometry(300, 550, 200, 30)
        line.show()
        host.activateWindow()
        qtbot.waitUntil(host.isActiveWindow)
        line.setFocus()
        return line

    def test_it_is_never_hidden(self, toasts, host, field):
        toasts.show("Muted")

        assert not strip_of(host).geometry().intersects(field.geometry())
        assert host.rect().contains(strip_of(host).geometry())

    def test_it_is_not_hidden_either_when_it_comes_later(self, toasts, host, field, qtbot):
        field.clearFocus()
        toasts.show("Muted")
        assert strip_of(host).geometry().intersects(field.geometry())

        field.setFocus()
        qtbot.waitUntil(lambda: not strip_of(host).geometry().intersects(field.geometry()))

    def test_it_comes_back_to_where_it_was(self, toasts, host, field, qtbot):
        toasts.show("Muted", lambda: None)
        way_back(host).setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(way_back(host).hasFocus)
        qtbot.keyClick(way_back(host), Qt.Key.Key_Space)

        assert field.hasFocus()

    def test_a_large_list_that_has_it_moves_nothing(self, toasts, host, field):
        toasts.show("Muted")
        beside = strip_of(host).geometry()
        field.setGeometry(0, 0, 800, 600)
        toasts.show("Muted")

        assert strip_of(host).geometry().bottom() > beside.bottom()


def test_a_host_that_goes_with_a_toast_on_it_and_the_keyboard_in_it_goes_in_peace(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    host = QWidget(window)
    editor = QLineEdit(host)
    window.show()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    Toasts(theme, host).show("Mention ignored")

    with qtbot.captureExceptions() as raised:
        shiboken6.delete(host)

    assert raised == []
