"""Clear away unreachable cycles where it harms nobody: in the GUI thread, once in a while.

Left to itself Python clears them whenever enough was made, in whichever thread made it: a lane
would then destroy widgets, which only the GUI thread may do, and a scrolling list would stop for
the 20 to 60 ms that a look at everything takes.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 60_000


class Collector(QObject):
    """Takes the clearing away from Python until `close` gives it back."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.collect()
        # What was loaded at the start stays to the end: no need to look at it each time.
        gc.freeze()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Clear away now."""
        gc.collect()

    def close(self) -> None:
        """Leave the clearing to Python again."""
        self._timer.stop()
        gc.enable()
        gc.unfreeze()
