"""Take a downloaded archive that is dropped onto a window."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

ENDINGS = (".zip", ".gz", ".tgz", ".car", ".csv")


def archive_in(carried: QMimeData) -> str:
    """Return the path of the one file that is dragged, empty when that is no archive."""
    addresses = carried.urls()
    if len(addresses) != 1 or not addresses[0].isLocalFile():
        return ""
    path = addresses[0].toLocalFile()
    return path if Path(path).name.lower().endswith(ENDINGS) else ""


class DropTarget(QObject):
    """Watches a window for archives dropped onto it; lives as long as the window.

    Signals:
        dropped: An archive was dropped; carries its path.
    """

    dropped = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Welcome archives, and nothing else, wherever in the window they are held."""
        if isinstance(event, QDropEvent):
            path = archive_in(event.mimeData())
            if not path:
                return False
            event.acceptProposedAction()
            if not isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.Drop:
                self.dropped.emit(path)
            return True
        return False
