"""A field that takes the next keys that are pressed, whatever they mean elsewhere."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QKeySequenceEdit, QLineEdit, QSizePolicy

from desktop.ui.field_face import field_panel
from desktop.ui.key_names import of_event, shown
from desktop.ui.painting import antialiased, keycap, keycap_size, mirrored, text_width, words
from desktop.ui.theme import Theme

_WIDTH, _HEIGHT = 176, 32
_BETWEEN = 6
_CLEARING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_HELD_ALONE = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
)


class KeyField(QKeySequenceEdit):
    """Shows the keys of something in frames, and asks for others when they are pressed in it.

    It never changes by itself: whoever hears `pressed` decides. Tab leaves it as any field; Escape
    is left to the page.

    Signals:
        pressed: Keys were pressed in it; carries them as portable text, empty for none.
    """

    accessible_role = QAccessible.Role.HotkeyField

    pressed = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        """Take `name`: what the keys do."""
        super().__init__()
        self._theme = theme
        self._name = name
        self._keys: tuple[str, ...] = ()
        self._is_idle = False
        self._problem = ""
        self.setMaximumSequenceLength(1)
        # Qt's own line cannot show keys in frames; without it the field itself has the focus.
        self.findChild(QLineEdit).hide()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        theme.changed.connect(self.update)
        theme.resized.connect(self.updateGeometry)
        self._say()

    def set_keys(self, keys: tuple[str, ...], *, is_idle: bool = False) -> None:
        """Show these sequences; `is_idle` says that they do nothing at present."""
        self._keys = tuple(dict.fromkeys(map(shown, keys)))
        self._is_idle = is_idle
        self._say()
        self.updateGeometry()
        self.update()

    def set_problem(self, sentence: str) -> None:
        """Show the edge of something that needs a decision, told elsewhere; empty for nothing."""
        self._problem = sentence
        self._say()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of a control; all sequences fit in it."""
        px = self._theme.px
        sizes = [keycap_size(self._theme, each).width() for each in self._keys]
        needed = sum(sizes) + px(_BETWEEN) * max(0, len(sizes) - 1) + 2 * px(10)
        return QSize(max(px(_WIDTH), needed), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the same: no key's name is cut."""
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Claim every key but Escape before a shortcut of the window takes it."""
        is_override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_override and event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell which keys were pressed, once there is more than Shift and the like."""
        key = Qt.Key(event.key())
        if key in _HELD_ALONE:
            return
        if key == Qt.Key.Key_Escape:
            event.ignore()
            return
        if key in _CLEARING and not event.modifiers():
            self.pressed.emit("")
            return
        keys = of_event(event)
        if keys:
            self.pressed.emit(keys)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Take no notice: what counts was pressed."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the keyboard."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys are waited for."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the keys again."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a field with the keys in frames, or what it waits for."""
        painter = antialiased(QPainter(self))
        tokens, px = self._theme.tokens, self._theme.px
        field_panel(painter, self._theme, self, bool(self._problem))
        left = float(px(10))
        for keys in self._keys:
            size = keycap_size(self._theme, keys)
            box = QRectF(left, (self.height() - size.height()) / 2, size.width(), size.height())
            box = mirrored(box, self.rect(), self.layoutDirection())
            ink = tokens.disabled if self._is_idle else tokens.text
            keycap(painter, self._theme, box, keys, ink)
            left += size.width() + px(_BETWEEN)
        self._paint_words(painter, left)

    def _paint_words(self, painter: QPainter, left: float) -> None:
        """Say behind the keys that others are waited for, where there is room."""
        font = self._theme.font("body")
        said = self.tr("Press keys") if self.hasFocus() else self.tr("No keys")
        room = self.width() - left - self._theme.px(10)
        if (self.hasFocus() or not self._keys) and text_width(font, said) <= room:
            area = mirrored(
                QRectF(left, 0, room, self.height()), self.rect(), self.layoutDirection()
            )
            words(painter, area, said, font, self._theme.tokens.text3)

    def _say(self) -> None:
        keys = ", ".join(self._keys) or self.tr("No keys")
        how = self.tr("{keys}. Press other keys to change them, Backspace for none.")
        self.setAccessibleDescription(self._problem or how.format(keys=keys))
