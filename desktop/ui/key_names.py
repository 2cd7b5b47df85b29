"""Key sequences: how they are kept, and how the keys of this computer are named."""

import re
import sys

from PySide6.QtCore import QCoreApplication, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_PORTABLE = QKeySequence.SequenceFormat.PortableText
_NATIVE = QKeySequence.SequenceFormat.NativeText
_WRITING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_COMMANDING = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_ARROWS = {
    Qt.Key.Key_Left: "←",
    Qt.Key.Key_Right: "→",
    Qt.Key.Key_Up: "↑",
    Qt.Key.Key_Down: "↓",
}
_BETWEEN = re.compile(r"(?<=.)\+(?=.)")
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def portable(keys: str) -> str:
    """Return a sequence as it is kept, however it was written; empty where it is none.

    A key that writes stands for itself: "Shift+?" and "?" are one, as are "a" and "Shift+A".
    """
    sequence = QKeySequence(keys)
    if sequence.count() != 1:
        return ""
    kept = of_combination(sequence[0])
    again = QKeySequence(kept)
    # Of some signs that nobody sees Qt writes what it cannot read again.
    return kept if again.count() == 1 and of_combination(again[0]) == kept else ""


def of_combination(pressed: QKeyCombination) -> str:
    """Return one key and what is held with it as it is kept."""
    key = pressed.key()
    held = pressed.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
    # Where a sign or a digit needs Shift, as on a French keyboard, Shift says nothing more.
    if _writes(key) and not (held & _COMMANDING and chr(key.value).isalpha()):
        held &= ~Qt.KeyboardModifier.ShiftModifier
    return QKeySequence(QKeyCombination(held, key)).toString(_PORTABLE)


def of_event(event: QKeyEvent) -> str:
    """Return the sequence of a key press; empty where only Shift and the like are held.

    A letter is found by what it writes, not by where it is on the keyboard.
    """
    written = event.text()
    if event.modifiers() & _COMMANDING or not written.strip() or not written.isprintable():
        return of_combination(event.keyCombination())
    return portable(written)


def is_letter(keys: str) -> bool:
    """Say whether a sequence is one key without Ctrl, Alt or Meta, such as "R" or "?"."""
    sequence = QKeySequence(keys)
    if sequence.count() != 1:
        return False
    return _writes(sequence[0].key()) and not sequence[0].keyboardModifiers() & ~_WRITING


def shown(keys: str) -> str:
    """Return a sequence as the keyboard of this computer names it: "Ctrl N", or "⌘N" on a Mac."""
    if not keys:
        return ""
    if sys.platform == "darwin":
        return QKeySequence(keys).toString(_NATIVE)
    named = QKeySequence(keys).toString(_NATIVE)
    key = QKeySequence(keys)[0].key()
    printed = _ARROWS.get(key, "")
    if key in ENTERS:
        # Qt calls it Return, and no keyboard has had that on it for long.
        printed = QCoreApplication.translate("Keys", "Enter")
    if printed:
        named = named.replace(QKeySequence(key).toString(_NATIVE), printed)
    return _BETWEEN.sub(" ", named)


def _writes(key: Qt.Key) -> bool:
    # Qt's keys beyond all letters write nothing: Escape, F1, the arrows.
    return Qt.Key.Key_Space.value < key.value <= sys.maxunicode
