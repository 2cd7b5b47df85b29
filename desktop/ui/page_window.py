"""A window of one page at a time that can stay away without the program ending."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget


class PageWindow(QMainWindow):
    """Shows a page in place of the former one, comes forward, and hides or goes when closed.

    Signals:
        left: The window is gone and nothing waits any more.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.may_stay: Callable[[], bool] = _never
        """Asked when the window is closed: whether the program goes on without it."""
        self._is_ending = False
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)

    def show_page(self, page: QWidget) -> None:
        """Show a page; the former one is deleted."""
        former = self._stack.currentWidget()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if former is not None:
            self._stack.removeWidget(former)
            former.deleteLater()

    def come_forward(self) -> None:
        """Show the window in front of everything, wherever it was."""
        self.setWindowState(self.windowState() & ~self.windowState().WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def end(self) -> None:
        """Know that the whole program ends: closing the window means leaving from now on."""
        self._is_ending = True

    def quit(self) -> None:
        """Leave for good, also where closing the window would only hide it."""
        self.end()
        self.close()

    def may_leave(self) -> bool:
        """Do what has to be done before the window goes; False keeps it open."""
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide while the program may go on, or else leave if nothing speaks against it."""
        if not self._is_ending and self.may_stay():
            event.ignore()
            self.hide()
            return
        if not self.may_leave():
            self._is_ending = False
            event.ignore()
            return
        self.hide()
        super().closeEvent(event)
        self.left.emit()


def _never() -> bool:
    return False
