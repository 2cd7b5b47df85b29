"""Keeps what was read: a few posts at a time while scrolling, or everything at once."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.services.domain.feed import FeedFilter
from desktop.services.timeline import Timeline
from desktop.ui.history import Step, Way
from desktop.ui.tasks import STORE, Tasks

PAUSE_MS = 400


class ReadKeeper(QObject):
    """Gather the entries that were read and store them when scrolling pauses.

    Signals:
        kept: Those entries count as read now; carries the tuple of their ids.
        many_changed: Too many entries changed to name them.
        stepped: Something was done that can be taken back; carries the `Step`.
    """

    kept = Signal(tuple)
    many_changed = Signal()
    stepped = Signal(object)

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
            back, again = (
                Way(self, STORE, partial(work, ids), self._on_many_changed)
                for work in (self._timeline.mark_unread, self._timeline.mark_read)
            )
            read = self.tr("%n post(s) marked as read", "", len(ids))
            unread = self.tr("%n post(s) are unread again", "", len(ids))
            self.stepped.emit(Step(read, unread, undo=back, redo=again))

    def _on_many_changed(self, _outcome: object) -> None:
        self.many_changed.emit()
