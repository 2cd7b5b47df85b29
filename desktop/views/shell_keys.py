"""The keys that work anywhere in an open workspace."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.views.feed.feed_page import FeedPage


class ShellKeys(QObject):
    """Leads with a key to each place, and to what a feed offers from wherever one is."""

    def __init__(
        self,
        window: QWidget,
        places: Sequence[str],
        go_to: Callable[[str], None],
        feed: Callable[[], FeedPage],
    ) -> None:
        """Take `go_to`, which shows a place, and `feed`, which returns the feed that is shown."""
        super().__init__(window)
        self._window = window
        self._feed = feed
        for number, key in enumerate(places, 1):
            self._add(f"Ctrl+{number}", partial(go_to, key))
        self._add("Ctrl+,", partial(go_to, "look"))
        self._add("Ctrl+F", self._find)
        self._add("Ctrl+K", self._search)
        self._add("Esc", self._go_back)

    def add(self, bindings: Mapping[str, Callable[[], object]]) -> None:
        """Let more keys do something."""
        for keys, work in bindings.items():
            self._add(keys, work)

    def _add(self, keys: str, work: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self._window, work)

    def _find(self) -> None:
        self._feed().open_find_bar()

    def _search(self) -> None:
        self._feed().take_search_focus()

    def _go_back(self) -> None:
        feed = self._feed()
        if not feed.go_back():
            feed.take_focus()
