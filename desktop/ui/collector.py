"""Clear away unreachable cycles where it harms nobody: in the GUI thread, once in a while.

Left to itself Python clears them whenever enough was made, in whichever thread made it: a lane
would then destroy widgets, which only the GUI thread may do, and a scrolling list would stop for
the 20 to 60 ms that a look at everything takes.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 60_000


class Collector(QObject):
    """Takes the clearing away from Python until `close` gives it back.

    Make it before the first lane starts, and close it after the last one ended.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def settle(self) -> None:
        """Clear away what the start left, and never look again at what it made."""
        gc.collect()
        gc.freeze()

    def collect(self) -> None:
        """Clear away now."""
        gc.collect()

    def close(self) -> None:
        """Leave the clearing to Python again, if it was Python's before."""
        self._timer.stop()
        gc.unfreeze()
        if self._was_enabled:
            gc.enable()
