"""The copies of a workspace, one a row, each with the way back to it."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.backups import Backup
from desktop.ui.buttons import Button
from desktop.ui.setting_rows import SettingCard, SettingRow
from desktop.ui.theme import Theme
from desktop.ui.wording import file_size, moment


class CopiesCard(QWidget):
    """Every copy, newest first, and a row for one that lies elsewhere.

    Signals:
        chosen: Go back to a copy; carries the `Backup`.
        file_asked: Go back to a copy that is looked for on the disk.
    """

    chosen = Signal(object)
    file_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._card = self._made((), None)
        self._column.addWidget(self._card)

    def show_copies(self, copies: tuple[Backup, ...], now: datetime) -> None:
        """List these copies."""
        card = self._made(copies, now)
        self._column.replaceWidget(self._card, card)
        self._card.hide()
        self._card.deleteLater()
        self._card = card

    def _made(self, copies: tuple[Backup, ...], now: datetime | None) -> SettingCard:
        rows = [self._row(copy, number, now or copy.made_at) for number, copy in enumerate(copies)]
        if not rows:
            none = self.tr("The first one is made while Crieur is open, then one each day.")
            rows = [SettingRow(self._theme, self.tr("No copy yet"), none)]
        file = Button(self._theme, self.tr("Restore from a file…"), icon="folder-open")
        file.setObjectName("restoreFile")
        file.clicked.connect(self.file_asked)
        text = self.tr("A file that “Save a copy” made, here or on another computer.")
        elsewhere = SettingRow(self._theme, self.tr("A copy kept elsewhere"), text, file)
        return SettingCard(self._theme, *rows, elsewhere)

    def _row(self, copy: Backup, number: int, now: datetime) -> SettingRow:
        reasons = {
            "daily": self.tr("Copy of the day · {size}"),
            "upgrade": self.tr("Before an update of Crieur · {size}"),
            "restore": self.tr("Before you went back to another copy · {size}"),
        }
        when = moment(copy.made_at, now)
        back = Button(self._theme, self.tr("Go back to this copy…"), icon="rotate-ccw")
        back.setObjectName(f"goBack{number}")
        back.setAccessibleName(self.tr("Go back to the copy ({time})…").format(time=when))
        back.clicked.connect(partial(self.chosen.emit, copy))
        text = reasons[copy.reason].format(size=file_size(copy.size))
        return SettingRow(self._theme, when, text, back)
