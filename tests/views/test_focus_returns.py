"""Whatever opens over the window gives the keyboard back to where it was."""

from collections.abc import Callable
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from views.test_layouts import studio as studio
from views.test_layouts import walk as walk

OPENED = {"dialog", "menu"}
"""The ways of the tour that open something over the window."""


def opening(screens: dict[str, Callable[..., None]]) -> dict[str, Callable[..., None]]:
    """Return the screens that open something over the window."""
    return {
        name: screen
        for name, screen in screens.items()
        if isinstance(screen, partial) and screen.func.__name__ in OPENED
    }


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Follower:
    """Remembers who had the keyboard when something opened, and finds who has it afterwards."""

    def __init__(self, window: QWidget, *, by_key: bool) -> None:
        self._window = window
        self._by_key = by_key
        self._before: QWidget | None = None

    def look(self) -> None:
        """See what is open, and leave it by the key where that is wanted."""
        self._before = self._window.focusWidget()
        opened = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        assert opened is not None, "nothing is open"
        if self._by_key and isinstance(opened, QDialog):
            QTest.keyClick(opened.focusWidget() or opened, Qt.Key.Key_Escape)
            settle()
            assert not shiboken6.isValid(opened) or not opened.isVisible()

    def faults(self, name: str) -> list[str]:
        """Return what is wrong with where the keyboard is now."""
        # A window manager does that.
        self._window.activateWindow()
        settle()
        now = QApplication.focusWidget()
        if self._before is None:
            return [f"{name}: nothing had the keyboard before"]
        return [] if now is self._before else [f"{name}: {self._before} before, {now} after"]


@pytest.mark.parametrize("by_key", [True, False], ids=["Escape", "closed"])
def test_after_every_dialog_and_menu_the_focus_is_where_it_was(studio, walk, by_key):
    studio.window.activateWindow()
    faults: list[str] = []
    for opened, screens in walk.stations(studio):
        opened()
        wanted = opening(screens)
        for name, screen in wanted.items():
            studio.shell.go_to("home")
            settle()
            follower = Follower(studio.window, by_key=by_key)
            screen(studio, follower.look)
            faults += follower.faults(name)
    assert not faults, "\n".join(["", *faults])
