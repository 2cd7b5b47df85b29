"""Say what a key means while a list of posts has the focus."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_KEYS = {
    Qt.Key.Key_Down: "next",
    Qt.Key.Key_Up: "previous",
    Qt.Key.Key_Home: "first",
    Qt.Key.Key_End: "last",
    Qt.Key.Key_PageDown: "page_down",
    Qt.Key.Key_PageUp: "page_up",
    Qt.Key.Key_Return: "open",
    Qt.Key.Key_Enter: "open",
    Qt.Key.Key_Menu: "more",
}
_LETTERS = {
    "j": "next",
    "k": "previous",
    "r": "reply",
    "b": "repost",
    "l": "like",
    "s": "bookmark",
    "p": "author",
    "v": "picture:0",
    "w": "warning",
    ".": "more",
}
_NO_LETTER = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def command_of(event: QKeyEvent, *, with_letters: bool) -> str:
    """Return the command of a key; empty when the key is not the list's business.

    Letters are found by what they write, not by where they are on the keyboard, and can be
    switched off for those who speak to their computer.
    """
    if event.modifiers() & _NO_LETTER:
        return ""
    key = Qt.Key(event.key())
    if key == Qt.Key.Key_Space:
        is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return "page_up" if is_back else "page_down"
    if key in _KEYS:
        return _KEYS[key]
    return _LETTERS.get(event.text().lower(), "") if with_letters else ""
