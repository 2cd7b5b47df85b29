"""Which keys do what: designed key sequences, and the user's own in their place."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent

from desktop.ui.key_names import is_letter, of_event, portable, shown


class Keymap(QObject):
    """The key sequences of every command, named by the command's key.

    Sequences are given and returned as portable text ("Ctrl+N"); on macOS Ctrl stands for Command.
    No sequence ever leads to two commands: what the user chose is taken from whatever else was
    designed to have it. A single letter ("R") works only while a list has the focus, and not at
    all while letters are switched off.

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
        self._chosen: dict[str, str] = {}
        for key, keys in (chosen or {}).items():
            if key in self._designed:
                self._take(key, portable(keys))
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
        keys = self.given_to(command)
        return keys if self._with_letters else tuple(k for k in keys if not is_letter(k))

    def given_to(self, command: str) -> tuple[str, ...]:
        """Return the sequences of a command, also the letters that are switched off."""
        if command in self._chosen:
            own = self._chosen[command]
            return (own,) if own else ()
        taken = set(self._chosen.values())
        return tuple(keys for keys in self._designed[command] if keys not in taken)

    def shown(self, command: str) -> str:
        """Return a command's first sequence as this computer writes it; empty for none."""
        keys = self.keys_of(command) if command in self._designed else ()
        return shown(keys[0]) if keys else ""

    def holder_of(self, keys: str) -> str:
        """Return the command that a sequence belongs to; empty for none."""
        wanted = portable(keys)
        return next((each for each in self._designed if wanted in self.given_to(each)), "")

    def command_of(self, event: QKeyEvent) -> str:
        """Return the command that a key press leads to now; empty for none."""
        keys = of_event(event)
        if not keys or (is_letter(keys) and not self._with_letters):
            return ""
        return self.holder_of(keys)

    def is_own(self, command: str) -> bool:
        """Say whether the user chose the keys of a command."""
        return command in self._chosen

    def choose(self, command: str, keys: str) -> None:
        """Lead to a command by another sequence, or by none where it is empty.

        What the sequence did before, it does no longer; a command that had chosen it too goes
        back to its designed keys.
        """
        self._take(command, portable(keys))
        self.changed.emit()

    def choose_all(self, chosen: Mapping[str, str]) -> None:
        """Have exactly these own sequences by command, as `chosen` once returned them."""
        self._chosen = {}
        for key, keys in chosen.items():
            self._take(key, portable(keys))
        self.changed.emit()

    def reset(self, command: str = "") -> None:
        """Give a command its designed keys again, or every command.

        Whoever was given those keys meanwhile goes back to its own.
        """
        if not command:
            self._chosen.clear()
        else:
            mine = self._designed[command]
            self._chosen = {
                each: keys
                for each, keys in self._chosen.items()
                if each != command and (not keys or keys not in mine)
            }
        self.changed.emit()

    def _take(self, command: str, wanted: str) -> None:
        if wanted:
            self._chosen = {k: keys for k, keys in self._chosen.items() if keys != wanted}
        if (wanted,) == self._designed[command]:
            self._chosen.pop(command, None)
        else:
            self._chosen[command] = wanted
