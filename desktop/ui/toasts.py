"""Toasts: what the user just did, in one sentence, with a way back; never an error."""

from collections.abc import Callable
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QObject,
    QPoint,
    QPropertyAnimation,
    QRect,
    QSize,
    QTimer,
)
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.text import heard
from desktop.ui.theme import Theme
from desktop.ui.toast_strip import ToastStrip

SHOWN_MS = 6_000
SHOWN_WITH_WAY_MS = 10_000
SECOND_MS = 1_000
_RISE = 10
_FROM_BOTTOM = 16
_FROM_SIDES = 32
_FROM_FOCUS = 8


@dataclass(frozen=True, slots=True)
class Countdown:
    """So many whole seconds, and the words for each number of them that is left."""

    seconds: int
    words: Callable[[int], str]


class Toasts(QObject):
    """Show one toast at a time at the bottom of `area`; a new one takes the place of the old.

    It waits while the pointer or the focus is on it, so that its way can be reached; only one that
    counts down goes when its time is over. It never lies on the control that has the focus.
    """

    def __init__(self, theme: Theme, host: QWidget, area: QWidget | None = None) -> None:
        """Take the widget that the toasts lie on, and the part of it to keep to, if not all."""
        super().__init__(host)
        self._theme = theme
        self._host = host
        self._area = area or host
        self._on_way: Callable[[], object] | None = None
        self._countdown: Countdown | None = None
        self._left = 0
        self._former: QWidget | None = None
        self._strip = ToastStrip(theme, host)
        self._strip.hide()
        self._strip.attended.connect(self._on_attended)
        self._strip.dismissed.connect(self.hide)
        self._strip.way.clicked.connect(self._on_pressed)
        self._timer = QTimer(self)
        self._timer.setObjectName("life")
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._seconds = QTimer(self)
        self._seconds.setObjectName("seconds")
        self._seconds.setInterval(SECOND_MS)
        self._seconds.timeout.connect(self._on_second)
        self._rise = QPropertyAnimation(self._strip, b"pos", self)
        self._rise.setEasingCurve(QEasingCurve.Type.OutCubic)
        host.installEventFilter(self)
        self._area.installEventFilter(self)
        theme.resized.connect(self._place_again)
        QApplication.instance().focusChanged.connect(self._on_focus_moved)

    @property
    def is_shown(self) -> bool:
        """Say whether a toast is on screen."""
        return self._strip.isVisibleTo(self._host)

    @property
    def text(self) -> str:
        """Return what the toast says."""
        return self._strip.label.text()

    def show(
        self,
        text: str,
        on_way: Callable[[], object] | None = None,
        *,
        action_text: str = "",
        keys: str = "",
        icon: str = "check",
        countdown: Countdown | None = None,
    ) -> None:
        """Say what was done; `on_way` is called when the word beside it is pressed, once at most.

        The word is "Undo" unless `action_text` says otherwise. A `countdown` shows its own words.
        """
        self._seconds.stop()
        self._on_way = on_way
        self._countdown = countdown
        strip = self._strip
        strip.icon = icon
        strip.offer("" if on_way is None else action_text or self.tr("Undo"), keys)
        if countdown is None:
            strip.set_words(text)
            self._start_life()
        else:
            self._timer.stop()
            self._left = countdown.seconds
            strip.set_words(countdown.words(self._left))
            self._seconds.start()
        self._remember_focus()
        self._place()
        strip.show()
        strip.raise_()
        strip.update()
        self._animate()
        self._announce(text)

    def hide(self) -> None:
        """Take the toast away; the keyboard goes back to where it was before it came here."""
        self._timer.stop()
        self._seconds.stop()
        self._rise.stop()
        self._on_way = None
        former, self._former = self._former, None
        if self._strip.way.hasFocus() and former is not None and shiboken6.isValid(former):
            former.setFocus()
        self._strip.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom when what the toast stands in changes its size or its place."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place_again()
        return super().eventFilter(watched, event)

    def _start_life(self) -> None:
        self._timer.start(SHOWN_MS if self._on_way is None else SHOWN_WITH_WAY_MS)

    def _announce(self, text: str) -> None:
        event = QAccessibleAnnouncementEvent(self._host, heard(text))
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(event)

    def _place_again(self) -> None:
        if self.is_shown:
            self._rise.stop()
            self._place()

    def _place(self) -> None:
        strip, area = self._strip, self._room()
        size = strip.size_in(QSize(area.width() - _FROM_SIDES, area.height()))
        left = area.left() + (area.width() - size.width()) // 2
        box = QRect(QPoint(left, area.bottom() + 1 - size.height() - _FROM_BOTTOM), size)
        focused = self._focused()
        if box.intersects(focused) and focused.top() - size.height() >= area.top():
            box.moveBottom(focused.top() - _FROM_FOCUS)
        strip.setGeometry(box)

    def _room(self) -> QRect:
        corner = self._area.mapTo(self._host, QPoint(0, 0))
        return QRect(corner, self._area.size()).intersected(self._host.rect())

    def _focused(self) -> QRect:
        """Return where the control is that has the focus, if a toast could hide the whole of it."""
        focused = QApplication.focusWidget()
        if focused is None or not self._host.isAncestorOf(focused):
            return QRect()
        if self._strip.isAncestorOf(focused) or focused.height() > 2 * self._strip.height():
            return QRect()
        return QRect(focused.mapTo(self._host, QPoint(0, 0)), focused.size())

    def _on_focus_moved(self) -> None:
        # The focus also leaves what is being destroyed, when the host is no widget any more.
        if shiboken6.isValid(self._host) and self.is_shown:
            self._remember_focus()
            # Scrolling a page so that the control comes in sight follows the focus.
            QTimer.singleShot(0, self, self._place_again)

    def _remember_focus(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and not self._strip.isAncestorOf(focused):
            self._former = focused

    def _animate(self) -> None:
        milliseconds = self._theme.duration(150)
        if not milliseconds:
            return
        end = self._strip.pos()
        self._rise.stop()
        self._rise.setDuration(milliseconds)
        self._rise.setStartValue(end + QPoint(0, _RISE))
        self._rise.setEndValue(end)
        self._rise.start()

    def _on_attended(self, is_attended: bool) -> None:
        if self._countdown is not None:
            return
        if is_attended:
            self._timer.stop()
        elif self.is_shown:
            self._start_life()

    def _on_second(self) -> None:
        self._left -= 1
        if self._left <= 0 or self._countdown is None:
            self.hide()
            return
        self._strip.set_words(self._countdown.words(self._left))
        self._place_again()

    def _on_pressed(self) -> None:
        on_way = self._on_way
        self.hide()
        if on_way is not None:
            on_way()
