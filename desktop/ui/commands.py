"""What can be done in a window, once for its keys, its palette and its list of shortcuts."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.ui.key_bindings import KeyBinding
from desktop.ui.keymap import Keymap


@dataclass(frozen=True, slots=True)
class Command:
    """Something the user can do; `text` is a verb phrase, `group` the key of what it belongs to.

    `is_listed` is False where a key says it all, such as Escape.
    """

    key: str
    text: str
    icon: str
    group: str
    is_listed: bool = True


@dataclass(frozen=True, slots=True)
class _Held:
    command: Command
    work: Callable[[], object]
    is_possible: Callable[[], bool]


def _always() -> bool:
    return True


class Commands(QObject):
    """The commands of one window; their keys work anywhere in it.

    Single letters among them work only while a list has the focus.
    """

    def __init__(self, keymap: Keymap, window: QWidget, beyond: "Commands | None" = None) -> None:
        """Take the keys, the window, and the commands of the window that this one stands in."""
        super().__init__(window)
        self.keymap = keymap
        self._window = window
        self._beyond = beyond
        self._held: dict[str, _Held] = {}

    def add(
        self,
        command: Command,
        work: Callable[[], object],
        is_possible: Callable[[], bool] = _always,
    ) -> None:
        """Offer a command; while `is_possible` says no, it is not listed and its keys are idle.

        A command offered again, in another language, takes the place of the former.
        """
        is_known = command.key in self._held
        self._held[command.key] = _Held(command, work, is_possible)
        if not is_known and command.key in self.keymap.commands:
            KeyBinding(self.keymap, command.key, self._window, partial(self.run, command.key))

    def all(self) -> tuple[Command, ...]:
        """Return what can be done now, in the order in which it was offered."""
        own = tuple(each.command for each in self._held.values() if each.is_possible())
        return own if self._beyond is None else own + self._beyond.all()

    def offered(self) -> tuple[Command, ...]:
        """Return everything that can be done at some time, here and in the window around."""
        own = tuple(each.command for each in self._held.values())
        return own if self._beyond is None else own + self._beyond.offered()

    def run(self, key: str) -> None:
        """Do it, if it can be done now."""
        if key not in self._held and self._beyond is not None:
            self._beyond.run(key)
            return
        held = self._held[key]
        if held.is_possible():
            held.work()

    def keys_of(self, key: str) -> str:
        """Return a command's keys as this computer writes them; empty for none."""
        return self.keymap.shown(key)
