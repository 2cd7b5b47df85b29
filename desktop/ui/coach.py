"""A guided tour: the window grows dim but for one part, and a card beside it explains that part."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.buttons import Button
from desktop.ui.labels import Label
from desktop.ui.painting import antialiased, panel
from desktop.ui.text import heard
from desktop.ui.theme import Theme

_WIDTH = 340
_GAP = 12
_MARGIN = 6
_RADIUS = 12


@dataclass(frozen=True, slots=True)
class Stop:
    """One step of a tour: what is explained, and where it is; None where it is not on screen."""

    title: str
    text: str
    target: Callable[[], QWidget | None]


class _Card(QFrame):
    """The words of one step and the ways on."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.count = Label(theme, "", "caption", "text3")
        self.title = Label(theme, "", "heading", wraps=True)
        self.text = Label(theme, "", "body", "text2", wraps=True)
        self.leave = Button(theme, self.tr("Leave the tour"), "ghost")
        self.leave.setObjectName("leaveTour")
        self.back = Button(theme, self.tr("Back"), "secondary")
        self.back.setObjectName("tourBack")
        self.on = Button(theme, "", "primary")
        self.on.setObjectName("tourOn")
        ways = QHBoxLayout()
        ways.setSpacing(8)
        ways.addWidget(self.leave)
        ways.addStretch(1)
        ways.addWidget(self.back)
        ways.addWidget(self.on)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(6)
        for label in (self.count, self.title, self.text):
            column.addWidget(label)
        column.addSpacing(8)
        column.addLayout(ways)

    @property
    def ways(self) -> list[Button]:
        """Return the buttons that can be pressed, in the order of reading."""
        return [each for each in (self.leave, self.back, self.on) if not each.isHidden()]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface and its edge."""
        tokens = self._theme.tokens
        panel(antialiased(QPainter(self)), self.rect(), _RADIUS, tokens.raised, tokens.border)


class Coach(QWidget):
    """Lead through `stops` over `window`; the last one's button is `verb`, a thing to do.

    It keeps the keyboard to itself: Tab goes round its buttons, Escape leaves. At the end the
    keyboard is back where it was.

    Signals:
        ended: The tour is over; True when the last step's button was pressed.
    """

    accessible_role = QAccessible.Role.Dialog

    ended = Signal(bool)

    def __init__(self, theme: Theme, window: QWidget, stops: Sequence[Stop], verb: str) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._stops = stops
        self._verb = verb
        self._at = 0
        self._former: QWidget | None = None
        self._card = _Card(theme, self)
        self._card.on.clicked.connect(self._go_on)
        self._card.back.clicked.connect(self._go_back)
        self._card.leave.clicked.connect(self.leave)
        self._card.installEventFilter(self)
        window.installEventFilter(self)
        theme.changed.connect(self._place)

    def start(self) -> None:
        """Begin with the first step."""
        self._former = self._window.focusWidget()
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self._show_stop(0)

    @property
    def title(self) -> str:
        """Return what the present step explains."""
        return self._stops[self._at].title

    def leave(self) -> None:
        """End the tour before its last step's button."""
        self._end(is_done=False)

    def _show_stop(self, number: int) -> None:
        self._at = number
        stop, card = self._stops[number], self._card
        is_last = number == len(self._stops) - 1
        card.count.setText(
            self.tr("Step {number} of {count}").format(number=number + 1, count=len(self._stops))
        )
        card.title.setText(stop.title)
        card.text.setText(stop.text)
        card.back.setVisible(number > 0)
        card.on.setText(self._verb if is_last else self.tr("Next"))
        self.setAccessibleName(heard(stop.title))
        self.setAccessibleDescription(heard(stop.text))
        # What is spoken with the focus is the button; what it is about comes before.
        card.on.setAccessibleDescription(heard(f"{card.count.text()}. {stop.title}. {stop.text}"))
        self._place()
        card.on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        if self._at == len(self._stops) - 1:
            self._end(is_done=True)
        else:
            self._show_stop(self._at + 1)

    def _go_back(self) -> None:
        self._show_stop(self._at - 1)

    def _end(self, *, is_done: bool) -> None:
        self._window.removeEventFilter(self)
        if self._former is not None and shiboken6.isValid(self._former):
            self._former.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.deleteLater()
        self.ended.emit(is_done)

    def _spot(self) -> QRect:
        """Return the part of the window that stays bright; empty where it is not to be seen."""
        target = self._stops[self._at].target()
        if target is None or not target.isVisible():
            return QRect()
        corner = target.mapTo(self._window, QPoint(0, 0))
        shown = QRect(corner, target.size()).adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        return shown.intersected(self.rect())

    def _place(self) -> None:
        card, spot, room = self._card, self._spot(), self.rect()
        width = min(max(self._theme.px(_WIDTH), card.minimumSizeHint().width()), room.width())
        card.resize(width, card.layout().totalHeightForWidth(width))
        card.move(_beside(spot, QRect(QPoint(0, 0), card.size()), room))
        self.update()

    def event(self, event: QEvent) -> bool:
        """Keep Escape from being taken as a key of the window."""
        is_key = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_key and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Go round the buttons of the card."""
        ways = self._card.ways
        at = next((n for n, each in enumerate(ways) if each.hasFocus()), 0)
        ways[(at + (1 if is_next else -1)) % len(ways)].setFocus(
            Qt.FocusReason.TabFocusReason if is_next else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover all of the window, whatever its size, and give the card the room it needs."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
            self._place()
        elif watched is self._card and event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: object) -> None:
        """Let nothing through to what lies below."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Darken all but the part that is explained."""
        painter, tokens, spot = antialiased(QPainter(self)), self._theme.tokens, self._spot()
        veil = QPainterPath()
        veil.addRect(QRectF(self.rect()))
        if not spot.isEmpty():
            hole = QPainterPath()
            hole.addRoundedRect(QRectF(spot), _RADIUS, _RADIUS)
            veil = veil.subtracted(hole)
        painter.fillPath(veil, tokens.scrim)
        if not spot.isEmpty():
            panel(painter, spot, _RADIUS, None, tokens.accent, 2)


def _beside(spot: QRect, card: QRect, room: QRect) -> QPoint:
    """Return where the card covers nothing of the spot, else where it covers least."""
    if spot.isEmpty():
        return room.center() - card.center()
    middle = QPoint(spot.center().x() - card.width() // 2, spot.center().y() - card.height() // 2)
    places = (
        QPoint(spot.right() + _GAP, middle.y()),
        QPoint(spot.left() - _GAP - card.width(), middle.y()),
        QPoint(middle.x(), spot.bottom() + _GAP),
        QPoint(middle.x(), spot.top() - _GAP - card.height()),
    )
    inside = [_held_in(room, card.translated(place)) for place in places]
    return min(inside, key=lambda box: _area(box.intersected(spot))).topLeft()


def _held_in(room: QRect, box: QRect) -> QRect:
    left = max(_GAP, min(box.left(), room.width() - box.width() - _GAP))
    top = max(_GAP, min(box.top(), room.height() - box.height() - _GAP))
    return QRect(QPoint(left, top), box.size())


def _area(box: QRect) -> int:
    return 0 if box.isEmpty() else box.width() * box.height()
