"""Keeps what the user chose about the window: its place, its look, its keys."""

from dataclasses import replace

from PySide6.QtCore import QByteArray, QObject, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.services.preferences import Preferences
from desktop.ui.keymap import Keymap
from desktop.ui.theme import Theme
from desktop.views.designed_keys import DESIGNED
from desktop.views.hub import Hub

FIRST_SIZE = (1280, 800)
TITLE_BAR = 40
"""What the frame of most systems takes of the height; the foot of the window must stay in sight."""


class WindowKeeper(QObject):
    """Saves every choice when it is made, and the window's place when it goes."""

    def __init__(self, theme: Theme, hub: Hub, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._hub = hub
        self._window = window
        kept = hub.preferences
        self.keymap = Keymap(
            DESIGNED, kept.shortcuts, with_letters=kept.single_letters, parent=window
        )
        self.keymap.changed.connect(self._keep_keys)
        theme.changed.connect(self._keep_look)

    def restore_place(self) -> None:
        """Put the window where it was, or choose a size that the screen has room for."""
        saved = self._hub.preferences.window
        if not (saved and self._window.restoreGeometry(QByteArray.fromBase64(saved.encode()))):
            # Never QWidget.screen(): its wrapper takes the screen down with the widget.
            room = QGuiApplication.primaryScreen().availableSize() - QSize(0, TITLE_BAR)
            self._window.resize(QSize(*FIRST_SIZE).boundedTo(room))

    def keep_place(self) -> None:
        """Remember where the window is."""
        geometry = self._window.saveGeometry().toBase64().toStdString()
        self._hub.save_preferences(replace(self._hub.preferences, window=geometry))

    def _keep_look(self) -> None:
        self._hub.save_preferences(_with_look(self._hub.preferences, self._theme))

    def _keep_keys(self) -> None:
        keys = self.keymap
        self._hub.save_preferences(
            replace(self._hub.preferences, shortcuts=keys.chosen, single_letters=keys.with_letters)
        )


def _with_look(preferences: Preferences, theme: Theme) -> Preferences:
    """Return the preferences with everything that was chosen about the look."""
    return replace(
        preferences,
        look=theme.look,
        text_size=theme.text_size,
        high_contrast=theme.wants_high_contrast,
        reduced_motion=theme.wants_reduced_motion,
        own_font=theme.uses_own_font,
    )
