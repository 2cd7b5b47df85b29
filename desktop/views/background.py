"""What goes on behind an open workspace: the rest of the demonstration, and daily chores."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.ui.tasks import FILES, Tasks
from desktop.views.session import Session

HOUR_MS = 3_600_000


class Background(QObject):
    """Do without being asked what takes longer than opening a window may.

    What is due once a day is asked for every hour: a window may stay open for weeks.

    Signals:
        filled: The feeds show more, or less, than they did.
        failed: Something did not work; carries 0 and the exception.
    """

    filled = Signal()
    failed = Signal(int, object)

    def __init__(self, session: Session, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._hourly = QTimer(self)
        self._hourly.setInterval(HOUR_MS)
        self._hourly.timeout.connect(self._do_the_day_s_work)

    def start(self) -> None:
        """Begin all of it, one after the other."""
        if self._session.fill is not None:
            self._run(self._session.fill, self._on_filled)
        self._do_the_day_s_work()
        self._hourly.start()

    def stop(self) -> None:
        """Let what can be ended early end now, and begin nothing any more."""
        self._hourly.stop()
        if self._session.stop is not None:
            self._session.stop()

    def _do_the_day_s_work(self) -> None:
        # The copy comes first, so that it holds what is erased after it.
        if self._session.back_up is not None:
            self._run(self._session.back_up, self._on_backed_up)
        if self._session.erase_old is not None:
            self._run(self._session.erase_old, self._on_erased)

    def _run(self, work: Callable[[], object], done: Callable[[Any], object]) -> None:
        self._tasks.run(FILES, work, owner=self, done=done, failed=partial(self.failed.emit, 0))

    def _on_filled(self, _outcome: object) -> None:
        self.filled.emit()

    def _on_backed_up(self, _outcome: object) -> None:
        """Copies are made in silence; the settings tell when the last one was."""

    def _on_erased(self, erased: int) -> None:
        if erased:
            self.filled.emit()
