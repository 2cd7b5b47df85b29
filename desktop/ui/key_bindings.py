"""The keys of one command at work in a window or a dialog, as the keymap has them at present."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from desktop.ui.key_names import is_letter
from desktop.ui.keymap import Keymap


class KeyBinding(QObject):
    """Does `work` when keys of a command are pressed anywhere in the window of a widget.

    Single letters do it only while a list has the focus, so that they never get into the way of
    typing, nor of who speaks to the computer.
    """

    def __init__(
        self, keymap: Keymap, command: str, widget: QWidget, work: Callable[[], object]
    ) -> None:
        super().__init__(widget)
        self._keymap = keymap
        self._command = command
        self._widget = widget
        self._work = work
        self._shortcuts: list[QShortcut] = []
        self._letters: list[QShortcut] = []
        keymap.changed.connect(self._bind)
        app = QGuiApplication.instance()
        if app is not None:
            app.focusObjectChanged.connect(self._on_focus_changed)
        self._bind()

    def _bind(self) -> None:
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts, self._letters = [], []
        for keys in self._keymap.keys_of(self._command):
            shortcut = QShortcut(QKeySequence(keys), self._widget)
            shortcut.setObjectName(f"keys-{self._command}")
            shortcut.activated.connect(self._on_pressed)
            self._shortcuts.append(shortcut)
            if is_letter(keys):
                self._letters.append(shortcut)
        self._on_focus_changed(QApplication.focusWidget())

    def _on_focus_changed(self, focused: QObject | None) -> None:
        for shortcut in self._letters:
            shortcut.setEnabled(isinstance(focused, QAbstractItemView))

    def _on_pressed(self) -> None:
        self._work()
