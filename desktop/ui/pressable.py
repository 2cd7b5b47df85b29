"""The ground of every control that is pressed: keyboard ring, hover, name and live theme."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.ui.key_hints import with_keys
from desktop.ui.painting import mirrored
from desktop.ui.text import clean, isolate, sentence, set_tooltip
from desktop.ui.theme import Theme

KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
"""How the focus comes to a control when it is a key that moves it."""


class Pressable(QAbstractButton):
    """A button without a face: subclasses paint one from the theme's tokens.

    The ring shows only for people who move the focus with the keyboard. Words are shown as they
    are: an ampersand in a name never becomes a shortcut.
    """

    def __init__(self, theme: Theme, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._words = ""
        self._shows_ring = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setText(words)
        theme.changed.connect(self.update)
        theme.resized.connect(self.updateGeometry)

    def setText(self, words: str) -> None:
        """Show other words and be known by them."""
        self._words = sentence(words)
        super().setText(self._words.replace("&", "&&"))
        self.setAccessibleName(self._words)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Return the words as they are shown."""
        return self._words

    def setAccessibleName(self, name: str) -> None:
        """Be known to a screen reader by a name, without the signs that only order what is seen."""
        super().setAccessibleName(clean(name))

    def set_name(self, name: str, shortcut: str = "") -> None:
        """Say in words what a picture on a button does, with its key where it has one."""
        self.setAccessibleName(name)
        set_tooltip(self, with_keys(name, shortcut))

    @property
    def is_hovered(self) -> bool:
        """Say whether the pointer is over the control and it can be used."""
        return self.underMouse() and self.isEnabled()

    @property
    def shows_ring(self) -> bool:
        """Say whether the keyboard focus ring is to be painted."""
        # While another window is active the keyboard moves on without a word to its former place.
        is_here = self.window().focusWidget() in (None, self)
        return self._shows_ring and self.isEnabled() and is_here

    def placed(self, box: QRectF) -> QRectF:
        """Return a box of the left-to-right drawing where the reading direction wants it."""
        return mirrored(box, self.rect(), self.layoutDirection())

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Take the keyboard, at once or with the window; the ring waits for it as well."""
        if reason in KEYBOARD:
            self._shows_ring = True
        super().setFocus(reason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the focus came by a key."""
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._shows_ring = event.reason() in KEYBOARD
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._shows_ring = False
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter as with Space, and show where the keyboard is."""
        self._shows_ring = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the ring away: the pointer shows where the user is."""
        self._shows_ring = False
        super().mousePressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Paint again when it became usable or unusable."""
        super().changeEvent(event)
        self.update()


def named_with_count(name: str, count: str) -> str:
    """Return an accessible name that ends in a count."""
    return f"{isolate(name)}, {count}" if count else name
