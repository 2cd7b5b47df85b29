"""Keeps what was read: a few posts at a time while scrolling, or everything at once."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.services.domain.feed import FeedFilter
from desktop.services.timeline import Timeline
from desktop.ui.tasks import STORE, Tasks

PAUSE_MS = 400


class ReadKeeper(QObject):
    """Gather the entries that were read and store them when scrolling pauses.

    Signals:
        kept: Those entries count as read now; carries the tuple of their ids.
        many_changed: Too many entries changed to name them.
        said: A short sentence confirms what was done; carries it and a function that undoes it.
    """

    kept = Signal(tuple)
    many_changed = Signal()
    said = Signal(str, object)

    def __init__(self, timeline: Timeline, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._timeline = timeline
        self._tasks = tasks
        self._ids: set[int] = set()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.keep)

    def add(self, ids: Iterable[int]) -> None:
        """Count entries as read, a moment later."""
        self._ids.update(ids)
        self._pause.start()

    def keep(self) -> None:
        """Store what was gathered."""
        ids, self._ids = tuple(sorted(self._ids)), set()
        if ids:
            self._run(partial(self._timeline.mark_read, ids), partial(self._on_kept, ids))

    def mark_all(self, shown: FeedFilter) -> None:
        """Count every entry of a filter as read; this can be undone."""
        self._run(partial(self._timeline.mark_all_read, shown), self._on_all_marked)

    def _run(self, work: object, done: object) -> None:
        self._tasks.run(STORE, work, owner=self, done=done)

    def _on_kept(self, ids: tuple[int, ...], _outcome: object) -> None:
        self.kept.emit(ids)

    def _on_all_marked(self, ids: tuple[int, ...]) -> None:
        self.many_changed.emit()
        if ids:
            undo = partial(self._mark_unread, ids)
            self.said.emit(self.tr("%n post(s) marked as read", "", len(ids)), undo)

    def _mark_unread(self, ids: tuple[int, ...]) -> None:
        self._run(partial(self._timeline.mark_unread, ids), self._on_unread_again)

    def _on_unread_again(self, _outcome: object) -> None:
        self.many_changed.emit()
