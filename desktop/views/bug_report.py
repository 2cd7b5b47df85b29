"""What the user sees of a fault that nobody foresaw: honest words, and a report to copy."""

import platform
import traceback
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.ui.dialogs import Dialog
from desktop.ui.theme import Theme


class BugReport(QObject):
    """Show each kind of fault once; the report stays on this computer until the user pastes it."""

    def __init__(self, theme: Theme, window: QWidget, scrub: Callable[[str], str]) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._scrub = scrub
        self._shown: set[tuple[object, ...]] = set()
        self._report = ""

    def show(self, error: Exception) -> None:
        """Say that something went wrong which nobody foresaw."""
        # The same place may fail every few seconds, and with other words each time.
        places = traceback.extract_tb(error.__traceback__)[-1:]
        kind = type(error), *((each.filename, each.lineno) for each in places)
        if kind in self._shown:
            return
        self._shown.add(kind)
        report = self._scrub("".join(traceback.format_exception(error)))
        self._report = f"Crieur, {platform.platform()}\n{report}"
        dialog = Dialog(
            self._theme,
            self.tr("Something happened that Crieur did not foresee."),
            self.tr("Copy the report"),
            text=self.tr(
                "What was saved is safe. The report stays on this computer; "
                "it holds no keys, and you decide who sees it."
            ),
            parent=self._window,
        )
        dialog.cancel_button.setText(self.tr("Close"))
        dialog.accepted.connect(self._copy)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
