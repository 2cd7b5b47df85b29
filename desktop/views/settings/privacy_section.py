"""Settings, privacy: pictures from strangers, and where the data lies."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop.services.domain.errors import CrieurError
from desktop.ui.buttons import Button
from desktop.ui.labels import Label
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.setting_rows import SettingCard, SettingRow
from desktop.ui.switches import Switch
from desktop.ui.tasks import FILES, Tasks
from desktop.ui.theme import Theme
from desktop.ui.wording import file_size, moment
from desktop.views.hub import Hub
from desktop.views.session import DataFile, Session


class PrivacySection(QWidget):
    """What other servers learn, and a copy of everything in one file.

    Signals:
        said: A short sentence confirms what was done; carries it.
        failed: Something did not work; carries 0 and the exception.
    """

    said = Signal(str)
    failed = Signal(int, object)

    def __init__(
        self, theme: Theme, session: Session, hub: Hub, tasks: Tasks, pictures: PictureLoader
    ) -> None:
        super().__init__()
        self._session = session
        self._hub = hub
        self._tasks = tasks
        self._pictures = pictures
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label(theme, self.tr("Privacy"), "heading"))
        load = Switch(theme, "")
        load.setObjectName("loadPictures")
        load.setChecked(pictures.is_on)
        load.toggled.connect(self._on_pictures_chosen)
        column.addWidget(
            SettingCard(
                theme,
                SettingRow(
                    theme,
                    self.tr("Load pictures from other servers"),
                    self.tr(
                        "When off, those servers do not see your internet address; "
                        "descriptions replace pictures."
                    ),
                    load,
                ),
            )
        )
        column.addWidget(Label(theme, self.tr("Your data"), "heading"))
        self._copy = Button(theme, self.tr("Save a copy…"), icon="download")
        self._copy.setObjectName("saveCopy")
        self._copy.clicked.connect(self._on_save_copy)
        self._data = SettingRow(theme, self.tr("One file on this computer"), "…", self._copy)
        column.addWidget(SettingCard(theme, self._data))
        column.addStretch(1)
        self._copy.setVisible(not session.is_demo)

    def _on_pictures_chosen(self, are_wanted: bool) -> None:
        self._pictures.set_on(are_wanted)
        self._hub.save_preferences(replace(self._hub.preferences, load_pictures=are_wanted))

    def refresh(self) -> None:
        """Read again how large the file is and when it was last copied."""
        self._tasks.run(FILES, self._session.data_file, owner=self, done=self._on_data_file)

    def _on_data_file(self, data: DataFile) -> None:
        if self._session.is_demo:
            self._data.setText(self.tr("The demo’s file is thrown away when you leave."))
            return
        size, now = file_size(data.size), self._session.clock()
        if data.copied_at is None:
            text = self.tr("{path} · {size} · no copy yet").format(path=data.path, size=size)
        else:
            when = moment(data.copied_at, now)
            text = self.tr("{path} · {size} · last copy {time}").format(
                path=data.path, size=size, time=when
            )
        self._data.setText(text)

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
                failed=self._on_copy_failed,
            )

    def _on_copied(self, _outcome: object) -> None:
        self._copy.set_busy(None)
        self.said.emit(self.tr("Copy saved. It holds no keys."))
        self.refresh()

    def _on_copy_failed(self, error: Exception) -> None:
        self._copy.set_busy(None)
        if isinstance(error, CrieurError):
            self.failed.emit(0, error)
        else:
            self._tasks.unhandled.emit(error)
