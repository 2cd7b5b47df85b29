"""End the program in good order when the system asks it to end."""

import signal
import socket
import sys
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_SIGNALS = (signal.SIGTERM, signal.SIGINT)


class QuitSignals(QObject):
    """Hear the system's wish while Qt waits for events, where Python itself would not.

    Windows ends programs without asking in this way; there nothing is heard.

    Signals:
        asked: The system wants the program to end.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before: dict[signal.Signals, object] = {}
        if sys.platform == "win32":
            return
        self._far, self._near = socket.socketpair()
        for end in (self._far, self._near):
            end.setblocking(False)
        self._notifier = QSocketNotifier(
            self._near.fileno(), QSocketNotifier.Type.Read, self, activated=self._on_heard
        )
        self._fd_before = signal.set_wakeup_fd(self._far.fileno(), warn_on_full_buffer=False)
        for number in _SIGNALS:
            self._before[number] = signal.signal(number, _take_note)

    def close(self) -> None:
        """Let the system end the program by force again."""
        if not self._before:
            return
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._before.clear()
        signal.set_wakeup_fd(self._fd_before)
        self._notifier.setEnabled(False)
        self._far.close()
        self._near.close()

    def _on_heard(self) -> None:
        self._near.recv(64)
        self.asked.emit()


def _take_note(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: that the signal came is written to the socket, where Qt hears it."""
