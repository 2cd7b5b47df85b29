"""Say what a key means while a list of posts has the focus."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop.ui.keymap import Keymap

_FIXED = {
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
"""Keys that mean the same in every list of every program."""
_OF_LISTS = "list."
_ACTIONS = {"picture": "picture:0"}
_COMMANDING = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def action_of(event: QKeyEvent, keymap: Keymap) -> str:
    """Return what a key does in a list; empty when the key is not the list's business."""
    if not event.modifiers() & _COMMANDING:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space:
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            return "page_up" if is_back else "page_down"
        if key in _FIXED:
            return _FIXED[key]
    command = keymap.command_of(event)
    if not command.startswith(_OF_LISTS):
        return ""
    name = command.removeprefix(_OF_LISTS)
    return _ACTIONS.get(name, name)


def keys_for(action: str, keymap: Keymap) -> str:
    """Return the keys that do an action, as they are shown; empty for none."""
    return keymap.shown(_OF_LISTS + action)
