"""What is shown in place of a workspace that cannot be opened."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from desktop.services.domain.errors import CrieurError, StoreTrouble
from desktop.services.workspaces import Workspace
from desktop.ui.notices import notice_for
from desktop.ui.states import EmptyState
from desktop.ui.tasks import FILES, Tasks
from desktop.ui.theme import Theme
from desktop.views.hub import Hub


class NotOpened(EmptyState):
    """Say why, and lead back; a damaged file may begin again from a copy that lies elsewhere.

    Signals:
        mended: Another try may work; carries the `Workspace`.
    """

    mended = Signal(object)

    def __init__(
        self, theme: Theme, hub: Hub, tasks: Tasks, error: Exception, workspace: Workspace | None
    ) -> None:
        self._hub = hub
        self._tasks = tasks
        self._workspace = workspace
        is_damaged = isinstance(error, StoreTrouble) and error.reason == "damaged"
        notice = notice_for(error, "", hub.now())
        super().__init__(
            theme,
            "database",
            notice.title,
            notice.text,
            self.tr("Back to the first screen"),
            self.tr("Restore from a file…") if is_damaged and workspace is not None else "",
        )
        self.secondary.setObjectName("restoreFile")
        self.secondary_asked.connect(self._on_restore)

    def _on_restore(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a copy"), "", self.tr("Copies ({kinds})").format(kinds="*.db")
        )
        if path and self._workspace is not None:
            self.secondary.set_busy(self.tr("Restoring…"))
            self._tasks.run(
                FILES,
                partial(self._hub.custody.mend, self._workspace.slug, Path(path)),
                owner=self,
                done=self._on_mended,
                failed=self._on_failed,
            )

    def _on_mended(self, _outcome: object) -> None:
        self.mended.emit(self._workspace)

    def _on_failed(self, error: Exception) -> None:
        self.secondary.set_busy(None)
        if not isinstance(error, CrieurError):
            self._tasks.unhandled.emit(error)
            return
        notice = notice_for(error, "", self._hub.now())
        self.title.setText(notice.title)
        self.text.setText(notice.text)
