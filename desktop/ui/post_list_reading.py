"""Notice which unread posts were really read: wholly in sight for a while, in the active window."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal

_TICK_MS = 500
_TICKS_TO_READ = 3


class ReadWatch(QObject):
    """Counts how long each unread entry has been in sight.

    Signals:
        read: Those entries were in sight long enough; a list of ids.
    """

    read = Signal(list)

    def __init__(
        self,
        in_sight: Callable[[], Iterable[int]],
        is_attended: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._in_sight = in_sight
        self._is_attended = is_attended
        self._ticks: dict[int, int] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)

    def look(self) -> None:
        """Start counting if anything unread may be in sight."""
        if not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Count no more, as the list is hidden."""
        self._timer.stop()
        self._ticks.clear()

    def tick(self) -> None:
        """Count one more moment for what is in sight, and tell of what has had enough."""
        if not self._is_attended():
            self._ticks.clear()
            return
        self._ticks = {each: self._ticks.get(each, 0) + 1 for each in self._in_sight()}
        done = [each for each, ticks in self._ticks.items() if ticks >= _TICKS_TO_READ]
        if done:
            for each in done:
                # Told once; if nobody marks it as read, not again for as long.
                self._ticks[each] = -1_000
            self.read.emit(done)
        if not self._ticks:
            self._timer.stop()
