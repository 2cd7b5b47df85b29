"""What goes on behind an open workspace: the rest of the demonstration, the day's copy."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.ui.tasks import FILES, Tasks
from desktop.views.session import Session


class Background(QObject):
    """Do once, without being asked, what takes longer than opening a window may.

    Signals:
        filled: More entries were stored than the feeds show.
        failed: Something did not work; carries 0 and the exception.
    """

    filled = Signal()
    failed = Signal(int, object)

    def __init__(self, session: Session, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks

    def start(self) -> None:
        """Begin all of it, one after the other."""
        for work, done in (
            (self._session.fill, self._on_filled),
            (self._session.back_up, self._on_backed_up),
        ):
            if work is not None:
                self._tasks.run(
                    FILES, work, owner=self, done=done, failed=partial(self.failed.emit, 0)
                )

    def stop(self) -> None:
        """Let what can be ended early end now."""
        if self._session.stop is not None:
            self._session.stop()

    def _on_filled(self, _outcome: object) -> None:
        self.filled.emit()

    def _on_backed_up(self, _outcome: object) -> None:
        """Copies are made in silence; the settings tell when the last one was."""
