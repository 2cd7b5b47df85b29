"""What a person does in the window, and what they then see."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget

from desktop.app import Desk
from desktop.services.domain.feed import FeedEntry
from desktop.ui.post_list import PostList
from desktop.ui.text import clean
from desktop.views.shell import Shell

PATIENCE_MS = 20_000
W = TypeVar("W", bound=QWidget)


class Reader:
    """Someone in front of the window: finds things by what is on screen, and waits for them."""

    def __init__(self, desk: Desk, qtbot: object) -> None:
        self.desk = desk
        self._qtbot = qtbot

    @property
    def shell(self) -> Shell:
        """Return the open workspace's screen."""
        shell = self.desk.window.shell
        assert shell is not None
        return shell

    def wait(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self._qtbot.waitUntil(is_so, timeout=PATIENCE_MS)

    def wait_for_shell(self) -> None:
        """Wait until a workspace is open and its accounts are known."""
        self.wait(lambda: self.desk.window.shell is not None)

    def find(self, kind: type[W], name: str, inside: QWidget | None = None) -> W:
        """Return the visible widget of that object name."""
        root = inside or QApplication.activeModalWidget() or self.desk.window
        for found in root.findChildren(kind, name):
            if found.isVisible():
                return found
        raise AssertionError(f"no {name} is on screen")

    def click(self, name: str, inside: QWidget | None = None) -> None:
        """Press a button by its object name."""
        button = self.find(QAbstractButton, name, inside)
        assert button.isEnabled(), f"{name} is disabled"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def type_into(self, kind: type[W], name: str, words: str) -> W:
        """Type words into a field by its object name."""
        field = self.find(kind, name)
        field.setFocus()
        QTest.keyClicks(field, words)
        return field

    def press(self, keys: str, widget: QWidget | None = None) -> None:
        """Press a key combination."""
        # Tool tips take the activation away where no window manager gives it back.
        window = QApplication.activeModalWidget() or self.desk.window
        self.wait(partial(_is_in_front, window))
        QTest.keySequence(widget or QApplication.focusWidget() or window, keys)

    def dialog(self) -> QDialog:
        """Wait for a dialog and return it."""
        self.wait(lambda: self._open_dialog() is not None)
        found = self._open_dialog()
        assert found is not None
        return found

    def _open_dialog(self) -> QDialog | None:
        dialogs = self.desk.window.findChildren(QDialog)
        return next((each for each in dialogs if each.isVisible()), None)

    def send_off(self, dialog: QDialog) -> None:
        """Press the verb of a dialog that writes a post, and let it leave at once."""
        dialog.verb_button.click()
        self.wait(lambda: self.shell.desk.sending.holds_back)
        self.shell.session.publishing.end_grace()

    def sees(self, words: str) -> bool:
        """Say whether a visible label or button holds these words."""
        window = self.desk.window
        texts = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
        texts += [each.text() for each in window.findChildren(QAbstractButton) if each.isVisible()]
        return any(words in clean(text) for text in texts)

    def wait_to_see(self, words: str) -> None:
        """Wait until a visible label or button holds these words."""
        self.wait(lambda: self.sees(words))

    @staticmethod
    def entries(posts: PostList) -> list[FeedEntry]:
        """Return the first hundred entries of a list."""
        model = posts.model()
        read = [model.entry(row) for row in range(min(100, model.rowCount()))]
        return [entry for entry in read if entry is not None]

    def row_of(self, posts: PostList, words: str) -> int:
        """Return the row whose post holds these words."""
        for row, entry in enumerate(self.entries(posts)):
            if entry.post is not None and words in entry.post.text:
                return row
        raise AssertionError(f"no post says {words}")

    def press_in_post(self, posts: PostList, row: int, action: str) -> None:
        """Press an icon under a post, or a part of it, where it is painted."""
        posts.scrollTo(posts.model().index(row, 0))
        zone = posts.card(row).zone(action)
        assert zone is not None, f"the post offers no {action}"
        at = zone.boxes[0].center() + QPoint(0, posts.rowViewportPosition(row))
        QTest.mouseClick(posts.viewport(), Qt.MouseButton.LeftButton, pos=at)


def _is_in_front(window: QWidget) -> bool:
    """Bring a window to the front, again if need be: one that closes may take its place."""
    window.activateWindow()
    return window.isActiveWindow()
