"""Run blocking work off the GUI thread and hand its outcome back to it.

Work is queued on lanes. A lane is one thread: its jobs run in order, one at a time; lanes run
side by side. One lane per network account keeps an account's calls from racing each other.
"""

from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor, wait
from typing import Any, NewType, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

Lane = NewType("Lane", str)
T = TypeVar("T")
STORE = Lane("store")
VAULT = Lane("vault")
SIGN_IN = Lane("sign-in")
IMAGES = Lane("images")
FILES = Lane("files")
ALARMS = Lane("alarms")


def lane_of(account_id: int) -> Lane:
    """Name the lane that serves one account."""
    return Lane(f"account-{account_id}")


class Tasks(QObject):
    """Submit functions to lanes and receive their outcomes in the GUI thread.

    `on_lane_end` is run in each lane's own thread before it ends, to close what that thread
    opened (its database connection).

    Signals:
        unhandled: A job failed and its caller gave no `failed`; carries the exception.
    """

    unhandled = Signal(Exception)
    _settled = Signal(object)
    _lane_ended = Signal(object)

    def __init__(
        self, on_lane_end: Callable[[], None] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._on_lane_end = on_lane_end
        self._lanes: dict[Lane, ThreadPoolExecutor] = {}
        self._generation = 0
        self._ending: list[tuple[set[Future[object]], Callable[[], object]]] = []
        self._left: list[ThreadPoolExecutor] = []
        self._settled.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._lane_ended.connect(self._on_lane_ended, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        lane: Lane,
        work: Callable[[], T],
        *,
        owner: QObject,
        done: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> "Future[T]":
        """Queue `work` on `lane`, then call `done` or `failed` unless `owner` is gone by then."""
        generation = self._generation

        def still_wanted() -> T:
            if generation != self._generation:
                raise CancelledError
            return work()

        future = self._executor(lane).submit(still_wanted)
        future.add_done_callback(
            lambda settled: self._settled.emit((generation, settled, owner, done, failed))
        )
        return future

    def end_lanes(self, then: Callable[[], object] | None = None) -> None:
        """Skip what has not started, let what has come to its end, and drop its outcome.

        Returns at once; `then` is called in the GUI thread when the last lane has ended and closed
        what it had opened. New lanes may be started after that: switching workspaces uses this.
        """
        self._generation += 1
        lanes, self._lanes = self._lanes, {}
        ending = [executor.submit(self._on_lane_end or _nothing) for executor in lanes.values()]
        for executor in lanes.values():
            executor.shutdown(wait=False)
        self._left.extend(lanes.values())
        self._ending.append((set(ending), then or _nothing))
        for future in ending:
            future.add_done_callback(self._lane_ended.emit)
        if not ending:
            self._lane_ended.emit(None)

    def wait_for_lanes(self, seconds: float) -> bool:
        """Wait in the GUI thread for the lanes that are ending; say whether all have."""
        if wait([each for ending, _ in self._ending for each in ending], seconds).not_done:
            return False
        for executor in self._left:
            # Its last job is done, yet its thread may still be telling us so.
            executor.shutdown(wait=True)
        self._left.clear()
        return True

    @Slot(object)
    def _on_lane_ended(self, future: "Future[object] | None") -> None:
        still = []
        for ending, then in self._ending:
            ending.discard(future)
            if ending:
                still.append((ending, then))
            else:
                QTimer.singleShot(0, self, then)
        self._ending = still

    def _executor(self, lane: Lane) -> ThreadPoolExecutor:
        if lane not in self._lanes:
            self._lanes[lane] = ThreadPoolExecutor(max_workers=1, thread_name_prefix=lane)
        return self._lanes[lane]

    @Slot(object)
    def _deliver(self, settled: tuple[Any, ...]) -> None:
        generation, future, owner, done, failed = settled
        if generation != self._generation or not shiboken6.isValid(owner):
            return
        try:
            result = future.result()
        except CancelledError:
            return
        except Exception as error:  # noqa: BLE001 - whatever a job raises is its asker's to hear
            (failed or self.unhandled.emit)(error)
        else:
            done(result)


def _nothing() -> None:
    """Do what a lane does that opened nothing."""
