"""What is said on the screen about keys follows the keymap."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject

from desktop.ui.keymap import Keymap


class KeyHint(QObject):
    """Tells a widget what leads to a command, now and whenever that is something else.

    `show` is given the keys as this computer writes them; empty for none. The hint lives as long as
    the widget.
    """

    def __init__(
        self, keymap: Keymap, command: str, widget: QObject, show: Callable[[str], object]
    ) -> None:
        super().__init__(widget)
        self._keymap = keymap
        self._command = command
        self._show = show
        keymap.changed.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        self._show(self._keymap.shown(self._command))


class _Named(Protocol):
    def accessibleName(self) -> str: ...

    def set_name(self, name: str, shortcut: str = "") -> None: ...


def hint_on_button(keymap: Keymap, command: str, button: _Named) -> KeyHint:
    """Let a button that is only a picture say beside its name which keys do the same."""
    return KeyHint(keymap, command, button, partial(button.set_name, button.accessibleName()))


def with_keys(words: str, keys: str) -> str:
    """Return what a tooltip says of a control that keys lead to as well."""
    return f"{words} ({keys})" if keys else words
