"""The strip of a toast: what was done in one sentence, and the way from there in one word."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.icons import draw_icon
from desktop.ui.labels import Label
from desktop.ui.painting import antialiased, faded, keycap, keycap_size, panel, text_width, words
from desktop.ui.pressable import Pressable
from desktop.ui.text import heard
from desktop.ui.theme import Theme

_WIDEST = 640


class ToastWay(Pressable):
    """The word in a toast that takes the step back or does it again, with its key."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.keys = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room for the word and its key."""
        width = text_width(self.theme.font("button"), self.text()) + self.theme.px(16) + 1
        if self.keys:
            width += keycap_size(self.theme, self.keys).width() + self.theme.px(8)
        return QSize(width, self.theme.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the word and its key."""
        painter = antialiased(QPainter(self))
        tokens, px = self.theme.tokens, self.theme.px
        if self.is_hovered or self.isDown():
            panel(painter, self.rect(), px(6), faded(tokens.on_toast, 0.12))
        if self.shows_ring:
            panel(painter, self.rect(), px(6), None, tokens.toast_focus, 2)
        font = self.theme.font("button")
        width = text_width(font, self.text()) + 1
        box = self.placed(QRectF(px(8), 0, width, self.height()))
        words(painter, box, self.text(), font, tokens.toast_action, Qt.AlignmentFlag.AlignHCenter)
        if self.keys:
            size = keycap_size(self.theme, self.keys)
            top = (self.height() - size.height()) / 2
            cap = QRectF(px(8) + width + px(8), top, size.width(), size.height())
            keycap(painter, self.theme, self.placed(cap), self.keys, tokens.on_toast)


class ToastStrip(QFrame):
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
        self.label = Label(theme, "", "button", "on_toast", wraps=True)
        self.way = ToastWay(theme)
        self.way.setObjectName("toastWay")
        self.way.installEventFilter(self)
        self.row = QHBoxLayout(self)
        self.row.addWidget(self.label, 1)
        self.row.addWidget(self.way)
        theme.changed.connect(self.update)

    def set_words(self, text: str) -> None:
        """Say `text`."""
        self.label.setText(text)
        self.setAccessibleName(heard(self.label.text()))

    def offer(self, words: str, keys: str) -> None:
        """Offer a way in a word, with its key; no word for no way."""
        self.way.keys = keys
        self.way.setText(words)
        self.way.setVisible(bool(words))
        px = self._theme.px
        self.row.setContentsMargins(px(44), 10, px(8 if words else 20), 10)
        self.row.setSpacing(px(16))

    def size_in(self, room: QSize) -> QSize:
        """Return the strip's size where there is that much room; long words take more lines."""
        self.row.activate()
        margins = self.row.contentsMargins()
        beside = margins.left() + margins.right()
        if not self.way.isHidden():
            beside += self.row.spacing() + self.way.sizeHint().width()
        natural = text_width(self._theme.font("button"), self.label.text()) + 2
        inner = max(1, min(natural, self._theme.px(_WIDEST) - beside, room.width() - beside))
        height = max(self.label.heightForWidth(inner), self._theme.px(28))
        height += margins.top() + margins.bottom()
        return QSize(inner + beside, max(height, self._theme.px(48)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the strip and its sign."""
        painter = antialiased(QPainter(self))
        tokens, px = self._theme.tokens, self._theme.px
        edge = tokens.control if self._theme.is_high_contrast else None
        panel(painter, self.rect(), 10, tokens.toast, edge)
        box = QRectF(px(16), (self.height() - px(18)) / 2, px(18), px(18))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            box.moveRight(self.width() - px(16))
        draw_icon(painter, self.icon, box, tokens.toast_action)

    def enterEvent(self, event: QEvent) -> None:
        """Tell that the pointer is here."""
        self.attended.emit(True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer left."""
        self.attended.emit(self.way.hasFocus())
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell whether the keyboard is here, and keep Escape for ourselves."""
        if event.type() == QEvent.Type.FocusIn:
            self.attended.emit(True)
        elif event.type() == QEvent.Type.FocusOut:
            self.attended.emit(self.underMouse())
        elif event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()  # else a shortcut of the window takes it
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go at Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
            return
        super().keyPressEvent(event)
