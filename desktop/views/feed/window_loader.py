"""Reads the entries of a list off the GUI thread; of two questions, only the last is answered."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.services.domain.feed import FeedFilter, FeedWindow, Place
from desktop.services.timeline import Timeline
from desktop.ui.tasks import STORE, Tasks


class WindowLoader(QObject):
    """Ask the timeline for a window of entries.

    Signals:
        opened: Other entries are there; carries the `FeedWindow` and the kept `Place` or None.
        reloaded: The same entries are there anew; carries the `FeedWindow`.
        sought: Entries that hold the words are there; carries the `FeedWindow`.
    """

    opened = Signal(object, object)
    reloaded = Signal(object)
    sought = Signal(object)

    def __init__(self, timeline: Timeline, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._timeline = timeline
        self._tasks = tasks
        self._asked = 0

    def open(self, wanted: FeedFilter, place_key: str) -> None:
        """Read the entries of another filter, round the place kept under that key."""
        self._asked += 1
        self._tasks.run(
            STORE,
            partial(self._read_at_place, wanted, place_key),
            owner=self,
            done=partial(self._on_opened, self._asked),
        )

    def reload(self, wanted: FeedFilter, place: Place | None) -> None:
        """Read the entries of the same filter again, round what is being read."""
        self._asked += 1
        anchor = place.entry_id if place else None
        self._tasks.run(
            STORE,
            partial(self._timeline.window, wanted, anchor=anchor),
            owner=self,
            done=partial(self._on_reloaded, self._asked),
        )

    def seek(self, wanted: FeedFilter) -> None:
        """Read which entries hold the words of a filter."""
        work = partial(self._timeline.window, wanted)
        self._tasks.run(STORE, work, owner=self, done=self.sought.emit)

    def _read_at_place(self, wanted: FeedFilter, key: str) -> tuple[FeedWindow, Place | None]:
        place = self._timeline.place(key) if key else None
        anchor = place.entry_id if place else None
        return self._timeline.window(wanted, anchor=anchor), place

    def _on_opened(self, asked: int, answer: tuple[FeedWindow, Place | None]) -> None:
        if asked == self._asked:
            self.opened.emit(*answer)

    def _on_reloaded(self, asked: int, window: FeedWindow) -> None:
        if asked == self._asked:
            self.reloaded.emit(window)
