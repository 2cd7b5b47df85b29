"""Toasts: what the user just did, in one sentence, with a way back; never an error."""

from collections.abc import Callable

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QObject,
    QPoint,
    QPropertyAnimation,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.icons import draw_icon
from desktop.ui.labels import Label
from desktop.ui.painting import antialiased, faded, keycap, keycap_size, panel, text_width, words
from desktop.ui.pressable import Pressable
from desktop.ui.theme import Theme

SHOWN_MS = 6_000
SHOWN_WITH_UNDO_MS = 10_000
_RISE = 10
_FROM_BOTTOM = 16


class _Way(Pressable):
    """The word in a toast that takes the step back or goes on, with its key."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.keys = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = text_width(self.theme.font("button"), self.text()) + self.theme.px(16) + 1
        if self.keys:
            width += keycap_size(self.theme, self.keys).width() + self.theme.px(8)
        return QSize(width, self.theme.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = antialiased(QPainter(self))
        tokens, px = self.theme.tokens, self.theme.px
        if self.is_hovered or self.isDown():
            panel(painter, self.rect(), px(6), faded(tokens.on_toast, 0.12))
        if self.shows_ring:
            panel(painter, self.rect(), px(6), None, tokens.toast_action, 2)
        font = self.theme.font("button")
        width = text_width(font, self.text()) + 1
        box = self.placed(QRectF(px(8), 0, width, self.height()))
        words(painter, box, self.text(), font, tokens.toast_action, Qt.AlignmentFlag.AlignHCenter)
        if self.keys:
            size = keycap_size(self.theme, self.keys)
            top = (self.height() - size.height()) / 2
            cap = QRectF(px(8) + width + px(8), top, size.width(), size.height())
            keycap(painter, self.theme, self.placed(cap), self.keys, tokens.on_toast)


class _Toast(QFrame):
    """The dark strip itself.

    Signals:
        attended: The pointer or the focus came to the toast (True) or left it (False).
        dismissed: Escape was pressed in it.
    """

    accessible_role = QAccessible.Role.Notification

    attended = Signal(bool)
    dismissed = Signal()

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self._theme = theme
        self.icon = "check"
        self.label = Label(theme, "", "button", "on_toast", elides=True)
        self.way = _Way(theme)
        self.way.installEventFilter(self)
        self.row = QHBoxLayout(self)
        self.row.addWidget(self.label, 1)
        self.row.addWidget(self.way)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = antialiased(QPainter(self))
        tokens, px = self._theme.tokens, self._theme.px
        edge = tokens.control if self._theme.is_high_contrast else None
        panel(painter, self.rect(), 10, tokens.toast, edge)
        box = QRectF(px(16), (self.height() - px(18)) / 2, px(18), px(18))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            box.moveRight(self.width() - px(16))
        draw_icon(painter, self.icon, box, tokens.toast_action)

    def enterEvent(self, event: QEvent) -> None:
        self.attended.emit(True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.attended.emit(self.way.hasFocus())
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.attended.emit(True)
        elif event.type() == QEvent.Type.FocusOut:
            self.attended.emit(self.underMouse())
        elif event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()  # else a shortcut of the window takes it
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
            return
        super().keyPressEvent(event)


class Toasts(QObject):
    """Show one toast at a time at the bottom of `host`; a new one takes the place of the old.

    It waits while the pointer or the focus is on it, so that its way back can be reached.
    """

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self._theme = theme
        self._host = host
        self._undo: Callable[[], object] | None = None
        self._toast = _Toast(theme, host)
        self._toast.hide()
        self._toast.attended.connect(self._on_attended)
        self._toast.dismissed.connect(self.hide)
        self._toast.way.clicked.connect(self._on_way)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._rise = QPropertyAnimation(self._toast, b"pos", self)
        self._rise.setEasingCurve(QEasingCurve.Type.OutCubic)
        host.installEventFilter(self)

    @property
    def is_shown(self) -> bool:
        """Say whether a toast is on screen."""
        return self._toast.isVisibleTo(self._host)

    @property
    def text(self) -> str:
        """Return what the toast says."""
        return self._toast.label.text()

    def show(
        self,
        text: str,
        undo: Callable[[], object] | None = None,
        *,
        action_text: str = "",
        keys: str = "",
        icon: str = "check",
    ) -> None:
        """Say what was done; `undo` is called when its button is pressed, once at most."""
        self._undo = undo
        toast = self._toast
        toast.icon = icon
        toast.label.setText(text)
        toast.way.keys = keys
        toast.way.setText(action_text or self.tr("Undo"))
        toast.way.setVisible(undo is not None)
        px = self._theme.px
        toast.row.setContentsMargins(px(44), 10, px(8) if undo is not None else px(20), 10)
        toast.row.setSpacing(px(16))
        self._timer.start(SHOWN_MS if undo is None else SHOWN_WITH_UNDO_MS)
        self._place()
        toast.show()
        toast.raise_()
        self._animate()
        event = QAccessibleAnnouncementEvent(self._host, text)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(event)

    def undo(self) -> bool:
        """Take the last step back if a toast still offers it; say whether it did."""
        if self._undo is None or not self.is_shown:
            return False
        self._on_way()
        return True

    def hide(self) -> None:
        """Take the toast away."""
        self._timer.stop()
        self._rise.stop()
        self._undo = None
        self._toast.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom of the host when it changes its size."""
        if event.type() == QEvent.Type.Resize and self.is_shown:
            self._rise.stop()
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        toast, host = self._toast, self._host
        toast.layout().activate()
        wish = toast.sizeHint()
        size = QSize(min(wish.width(), host.width() - 32), max(wish.height(), self._theme.px(48)))
        toast.resize(size)
        left = (host.width() - size.width()) // 2
        toast.move(left, host.height() - size.height() - _FROM_BOTTOM)

    def _animate(self) -> None:
        milliseconds = self._theme.duration(150)
        if not milliseconds:
            return
        end = self._toast.pos()
        self._rise.stop()
        self._rise.setDuration(milliseconds)
        self._rise.setStartValue(end + QPoint(0, _RISE))
        self._rise.setEndValue(end)
        self._rise.start()

    def _on_attended(self, is_attended: bool) -> None:
        if is_attended:
            self._timer.stop()
        elif self.is_shown:
            self._timer.start(SHOWN_MS if self._undo is None else SHOWN_WITH_UNDO_MS)

    def _on_way(self) -> None:
        undo = self._undo
        self.hide()
        if undo is not None:
            undo()
