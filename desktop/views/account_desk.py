"""Where accounts come in: the dialogs that connect one or take in its archive."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.services.domain.account import Account
from desktop.ui.overrides import imported_late
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from desktop.views.drop_target import DropTarget
from desktop.views.session import Session


class AccountDesk(QObject):
    """Open the dialogs; their modules are imported only then, because few starts need them.

    Signals:
        connected: An account was connected or signed in to again.
        imported: An archive was taken in, whole or in part.
    """

    connected = Signal()
    imported = Signal()

    def __init__(self, theme: Theme, session: Session, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._session = session
        self._tasks = tasks
        self._window = window
        drops = DropTarget(window)
        if not session.is_demo:
            drops.dropped.connect(self.import_archive)

    def connect_account(self, known: Account | None = None) -> None:
        """Open the dialog that connects an account, or signs in to a known one again."""
        with imported_late():
            from desktop.views.connect.dialog import ConnectDialog

        dialog = ConnectDialog(self._theme, self._session, self._tasks, self._window, known=known)
        dialog.connected.connect(self._on_connected)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def import_archive(self, path: str = "") -> None:
        """Open the dialog that takes in a downloaded archive."""
        with imported_late():
            from desktop.views.import_dialog import ImportDialog

        dialog = ImportDialog(self._theme, self._session, self._tasks, self._window, path)
        dialog.imported.connect(self._on_imported)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_connected(self, _account: Account) -> None:
        self.connected.emit()

    def _on_imported(self, _imported: object) -> None:
        self.imported.emit()
