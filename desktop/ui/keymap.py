"""Which keys do what: designed key sequences, and the user's own in their place."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence

_PORTABLE = QKeySequence.SequenceFormat.PortableText
_NATIVE = QKeySequence.SequenceFormat.NativeText
_FIRST_UNWRITTEN = 0x0100_0000
"""Qt's keys from here on write nothing: Escape, F1, the arrows."""
_WRITING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class Keymap(QObject):
    """The key sequences of every command, named by the command's key.

    Sequences are given and returned as portable text ("Ctrl+N"); on macOS Ctrl stands for Command.
    A single letter ("R") works only while a list has the focus, and not at all while letters are
    switched off.

    Signals:
        changed: Some command has other keys now, or letters were switched on or off.
    """

    changed = Signal()

    def __init__(
        self,
        designed: Mapping[str, tuple[str, ...]],
        chosen: Mapping[str, str] | None = None,
        *,
        with_letters: bool = True,
        parent: QObject | None = None,
    ) -> None:
        """Take the designed sequences by command, and the user's own; "" there means no key."""
        super().__init__(parent)
        self._designed = {key: tuple(map(portable, keys)) for key, keys in designed.items()}
        own = {key: portable(keys) for key, keys in (chosen or {}).items()}
        self._chosen = {key: keys for key, keys in own.items() if key in self._designed}
        self._with_letters = with_letters

    @property
    def commands(self) -> tuple[str, ...]:
        """Return the keys of all commands, in the designed order."""
        return tuple(self._designed)

    @property
    def chosen(self) -> dict[str, str]:
        """Return the user's own sequences by command, to be kept."""
        return dict(self._chosen)

    @property
    def with_letters(self) -> bool:
        """Say whether single letters work in lists."""
        return self._with_letters

    def set_letters(self, are_on: bool) -> None:
        """Let single letters work in lists, or not."""
        if are_on != self._with_letters:
            self._with_letters = are_on
            self.changed.emit()

    def keys_of(self, command: str) -> tuple[str, ...]:
        """Return the sequences that lead to a command, the first of them to be shown."""
        if command in self._chosen:
            own = self._chosen[command]
            keys: tuple[str, ...] = (own,) if own else ()
        else:
            keys = self._designed[command]
        return keys if self._with_letters else tuple(k for k in keys if not is_letter(k))

    def shown(self, command: str) -> str:
        """Return a command's first sequence as this computer writes it; empty for none."""
        keys = self.keys_of(command)
        return QKeySequence(keys[0]).toString(_NATIVE) if keys else ""

    def holder_of(self, keys: str) -> str:
        """Return the command that a sequence leads to; empty for none."""
        wanted = portable(keys)
        return next((each for each in self._designed if wanted in self.keys_of(each)), "")

    def is_own(self, command: str) -> bool:
        """Say whether the user chose the keys of a command."""
        return command in self._chosen

    def choose(self, command: str, keys: str) -> None:
        """Lead to a command by another sequence, or by none where it is empty.

        What the sequence did before, it does no longer.
        """
        wanted = portable(keys)
        former = self.holder_of(wanted) if wanted else ""
        if former and former != command:
            self._chosen[former] = ""
        self._chosen[command] = wanted
        if (wanted,) == self._designed[command]:
            del self._chosen[command]
        self.changed.emit()

    def reset(self, command: str = "") -> None:
        """Give a command its designed keys again, or every command."""
        if command:
            self._chosen.pop(command, None)
        else:
            self._chosen.clear()
        self.changed.emit()


def portable(keys: str) -> str:
    """Return a sequence as it is kept, however it was written; empty where it is none."""
    return QKeySequence(keys).toString(_PORTABLE)


def is_letter(keys: str) -> bool:
    """Say whether a sequence is one key without Ctrl, Alt or Meta, such as "R" or "?"."""
    sequence = QKeySequence(keys)
    if sequence.count() != 1:
        return False
    pressed = sequence[0]
    writes = Qt.Key.Key_Space.value < pressed.key().value < _FIRST_UNWRITTEN
    return writes and not pressed.keyboardModifiers() & ~_WRITING
