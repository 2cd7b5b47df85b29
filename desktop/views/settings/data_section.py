"""Settings, data: where it lies, its copies and the way back to them, and its end."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop.services.backups import Backup
from desktop.services.data_place import Move
from desktop.services.domain.errors import CrieurError, InvalidField
from desktop.ui.buttons import Button
from desktop.ui.dialogs import ask, tell
from desktop.ui.labels import Label
from desktop.ui.links import open_folder
from desktop.ui.setting_rows import SettingCard, SettingRow
from desktop.ui.tasks import FILES, STORE, Tasks
from desktop.ui.text import isolate
from desktop.ui.theme import Theme
from desktop.ui.wording import file_size, moment
from desktop.views.hub import Hub
from desktop.views.session import DataFile, Session
from desktop.views.settings.copies_card import CopiesCard
from desktop.views.settings.data_errands import delete_errand, move_errand, restore_errand
from desktop.views.settings.delete_dialog import DeleteDialog


class DataSection(QWidget):
    """What lies on this computer, and what can be done with all of it.

    Signals:
        said: A short sentence confirms what was done; carries it.
        failed: Something did not work; carries 0 and the exception.
        errand_asked: Close the workspace for an `Errand`; carries it.
    """

    said = Signal(str)
    failed = Signal(int, object)
    errand_asked = Signal(object)

    def __init__(self, theme: Theme, session: Session, hub: Hub, tasks: Tasks) -> None:
        super().__init__()
        self._theme = theme
        self._session = session
        self._custody = hub.custody
        self._tasks = tasks
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label(theme, self.tr("Your data"), "heading"))
        if session.is_demo:
            text = self.tr("Its file is thrown away when you leave: nothing of it is kept.")
            row = SettingRow(theme, self.tr("The demo keeps no data"), text)
            column.addWidget(SettingCard(theme, row))
        else:
            column.addWidget(SettingCard(theme, self._file_row(), self._folder_row()))
            column.addWidget(Label(theme, self.tr("Copies"), "heading"))
            self._copies = CopiesCard(theme)
            self._copies.chosen.connect(self._on_copy_chosen)
            self._copies.file_asked.connect(self._on_file_asked)
            column.addWidget(self._copies)
            column.addWidget(SettingCard(theme, self._delete_row()))
        column.addStretch(1)

    def _file_row(self) -> SettingRow:
        self._copy = Button(self._theme, self.tr("Save a copy…"), icon="download")
        self._copy.setObjectName("saveCopy")
        self._copy.clicked.connect(self._on_save_copy)
        self._data = SettingRow(self._theme, self.tr("This workspace is one file"), "…", self._copy)
        return self._data

    def _folder_row(self) -> SettingRow:
        shown = Button(self._theme, self.tr("Open the folder"), icon="folder-open")
        shown.setObjectName("openFolder")
        shown.clicked.connect(self._on_open_folder)
        self._move = Button(self._theme, self.tr("Move…"))
        self._move.setObjectName("moveData")
        self._move.clicked.connect(self._on_move)
        text = folder = isolate(str(self._custody.folder))
        if not self._custody.may_move:
            self._move.setEnabled(False)
            text = self.tr(
                "{folder}. Crieur was started with this folder, so it cannot be moved from here."
            ).format(folder=folder)
        title = self.tr("All workspaces are in one folder")
        row = SettingRow(self._theme, title, text, shown, self._move)
        self._move.setAccessibleName(self.tr("Move the folder of all workspaces…"))
        shown.setAccessibleName(self.tr("Open the folder of all workspaces"))
        return row

    def _delete_row(self) -> SettingRow:
        delete = Button(self._theme, self.tr("Delete everything…"), "quiet_danger", "trash-2")
        delete.setObjectName("deleteEverything")
        delete.clicked.connect(self._on_delete)
        text = self.tr(
            "This workspace alone: its file, its copies, the keys of its accounts and "
            "the pictures kept for it."
        )
        return SettingRow(self._theme, self.tr("Delete this workspace"), text, delete)

    def refresh(self) -> None:
        """Read again how large the file is and which copies there are."""
        if not self._session.is_demo:
            self._tasks.run(FILES, self._read, owner=self, done=self._on_read)

    def _read(self) -> tuple[DataFile, tuple[Backup, ...]]:
        return self._session.data_file(), self._session.copies()

    def _on_read(self, found: tuple[DataFile, tuple[Backup, ...]]) -> None:
        data, copies = found
        size, now = file_size(data.size), self._session.clock()
        path = isolate(str(data.path))
        if data.copied_at is None:
            text = self.tr("{path} · {size} · no copy yet").format(path=path, size=size)
        else:
            text = self.tr("{path} · {size} · last copy: {time}").format(
                path=path, size=size, time=moment(data.copied_at, now)
            )
        self._data.setText(text)
        self._copies.show_copies(copies, now)

    def _on_open_folder(self) -> None:
        open_folder(self._custody.folder, self, self._theme)

    def _on_save_copy(self) -> None:
        name = f"{self._session.slug}.crieur.db"
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save a copy"), name)
        if path:
            self._copy.set_busy(self.tr("Copying…"))
            self._tasks.run(
                FILES,
                partial(self._session.save_copy, Path(path)),
                owner=self,
                done=self._on_copied,
                failed=self._on_failed,
            )

    def _on_copied(self, _outcome: object) -> None:
        self._copy.set_busy(None)
        self.said.emit(self.tr("Copy saved. It holds no keys."))
        self.refresh()

    def _on_move(self) -> None:
        title = self.tr("Choose where the folder goes")
        parent = QFileDialog.getExistingDirectory(self, title)
        if parent:
            self._move.set_busy(self.tr("Looking…"))
            self._tasks.run(
                FILES,
                partial(self._custody.plan_move, Path(parent)),
                owner=self,
                done=self._on_planned,
                failed=self._on_failed,
            )

    def _on_planned(self, move: Move) -> None:
        self._move.set_busy(None)
        size = file_size(move.size)
        text = self.tr(
            "Crieur closes this workspace, copies {size}, reads the copy back, and opens it again "
            "from there. Only then is the present folder emptied; until then nothing changes."
        )
        title = self.tr("Move your data to {folder}?").format(folder=isolate(str(move.target)))
        verb = self.tr("Move {size}").format(size=size)
        if ask(self._theme, self, title, text.format(size=size), verb):
            self.errand_asked.emit(move_errand(self._custody, move))

    def _on_file_asked(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a copy"), "", self.tr("Copies ({kinds})").format(kinds="*.db")
        )
        if path:
            self._tasks.run(
                FILES,
                partial(self._custody.look_at, Path(path)),
                owner=self,
                done=self._on_copy_chosen,
                failed=self._on_failed,
            )

    def _on_copy_chosen(self, copy: Backup) -> None:
        when = moment(copy.made_at, self._session.clock())
        text = self.tr(
            "What you have now is copied first, so that you can come back to it. Posts that were "
            "waiting in that copy are held for you to decide, and the networks are not touched."
        )
        title = self.tr("Go back to the copy ({time})?").format(time=when)
        if ask(self._theme, self, title, text, self.tr("Go back to this copy")):
            self.errand_asked.emit(restore_errand(self._custody, self._session.slug, copy))

    def _on_delete(self) -> None:
        self._tasks.run(
            STORE,
            self._session.publishing.waiting_count,
            owner=self,
            done=self._on_waiting_counted,
            failed=self._on_failed,
        )

    def _on_waiting_counted(self, waiting: int) -> None:
        dialog = DeleteDialog(self._theme, self._session.name, waiting, self.window())
        dialog.asked.connect(self._on_delete_asked)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_delete_asked(self) -> None:
        self.errand_asked.emit(delete_errand(self._custody, self._session.slug))

    def _on_failed(self, error: Exception) -> None:
        self._copy.set_busy(None)
        self._move.set_busy(None)
        if isinstance(error, InvalidField):
            title = self.tr("Your data cannot move into its own folder.")
            tell(self._theme, self, title, self.tr("Nothing was moved. Choose another folder."))
        elif isinstance(error, CrieurError):
            self.failed.emit(0, error)
        else:
            self._tasks.unhandled.emit(error)
