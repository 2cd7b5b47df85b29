"""Settings, privacy: what leaves this computer, and what is kept of other people."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.domain.errors import CrieurError
from desktop.services.preferences import MONTHS_KEPT
from desktop.services.retention import FOR_GOOD, NEWEST_KEPT
from desktop.ui.combos import ComboBox
from desktop.ui.dialogs import ask
from desktop.ui.labels import Label
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.setting_rows import SettingCard, SettingRow
from desktop.ui.switches import Switch
from desktop.ui.tasks import FILES, Tasks
from desktop.ui.theme import Theme
from desktop.ui.wording import count
from desktop.views.hub import Hub
from desktop.views.session import Session
from desktop.views.settings.leaving_card import LeavingCard


class PrivacySection(QWidget):
    """What other servers learn, and what is kept of other people.

    Signals:
        said: A short sentence confirms what was done; carries it.
        failed: Something did not work; carries 0 and the exception.
        erased: Posts that a feed may show are gone.
    """

    said = Signal(str)
    failed = Signal(int, object)
    erased = Signal()

    def __init__(
        self, theme: Theme, session: Session, hub: Hub, tasks: Tasks, pictures: PictureLoader
    ) -> None:
        super().__init__()
        self._theme = theme
        self._session = session
        self._hub = hub
        self._tasks = tasks
        self._pictures = pictures
        self._leaving = LeavingCard(theme, is_demo=session.is_demo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label(theme, self.tr("Privacy"), "heading"))
        column.addWidget(self._leaving)
        column.addWidget(SettingCard(theme, self._pictures_row(), self._months_row()))
        column.addStretch(1)
        self.refresh()

    def _pictures_row(self) -> SettingRow:
        load = Switch(self._theme, "")
        load.setObjectName("loadPictures")
        load.setChecked(self._pictures.is_on)
        load.toggled.connect(self._on_pictures_chosen)
        return SettingRow(
            self._theme,
            self.tr("Load pictures from other servers"),
            self.tr(
                "When off, those servers do not see your internet address; "
                "descriptions replace pictures."
            ),
            load,
        )

    def _months_row(self) -> SettingRow:
        self._months = ComboBox(self._theme)
        self._months.setObjectName("monthsKept")
        for months in (*(each for each in MONTHS_KEPT if each), FOR_GOOD):
            self._months.addItem(self._time_in_words(months), months)
        self._months.activated.connect(self._on_months_chosen)
        text = self.tr(
            "Older ones are erased once a day. What always stays: your own posts, bookmarks, "
            "private messages, unread mentions, conversations that you took part in, "
            "and the newest {count} posts of each feed."
        )
        if self._session.retention is None:
            self._months.setEnabled(False)
            text = self.tr("The demo keeps all of its invented posts until you leave it.")
        return SettingRow(
            self._theme,
            self.tr("Keep other people’s posts for"),
            text.format(count=count(NEWEST_KEPT)),
            self._months,
        )

    def refresh(self) -> None:
        """Show what is chosen at present, here and in other sections."""
        wanted = self._hub.preferences
        self._leaving.show_ways(wanted, has_pictures=self._pictures.is_on)
        self._months.setCurrentIndex(self._months.findData(wanted.months_kept))

    def _on_pictures_chosen(self, are_wanted: bool) -> None:
        self._pictures.set_on(are_wanted)
        self._hub.save_preferences(replace(self._hub.preferences, load_pictures=are_wanted))
        self.refresh()

    def _on_months_chosen(self) -> None:
        months, retention = self._months.currentData(), self._session.retention
        kept = self._hub.preferences.months_kept
        is_shorter = months != FOR_GOOD and (kept == FOR_GOOD or months < kept)
        if retention is None or not is_shorter:
            self._keep(months)
            return
        self._months.setEnabled(False)
        self._tasks.run(
            FILES,
            partial(retention.count, months),
            owner=self,
            done=partial(self._on_counted, months),
            failed=self._on_failed,
        )

    def _on_counted(self, months: int, number: int) -> None:
        self._months.setEnabled(True)
        retention = self._session.retention
        if not number or retention is None:
            self._keep(months)
        elif self._is_wanted(months, number):
            self._keep(months)
            self._tasks.run(
                FILES,
                partial(retention.erase, months),
                owner=self,
                done=self._on_erased,
                failed=self._on_failed,
            )
        else:
            self.refresh()

    def _is_wanted(self, months: int, number: int) -> bool:
        older = self.tr(
            "They are older than %n month(s). Erasing them cannot be undone.", "", months
        )
        copies = self.tr("The daily copies still hold them until newer copies take their place.")
        sentences = [older, copies]
        if len(self._hub.workspaces()) > 1:
            sentences.append(self.tr("Your other workspaces erase theirs when they are opened."))
        return ask(
            self._theme,
            self,
            self.tr("Erase %n post(s) of other people?", "", number),
            " ".join(sentences),
            self.tr("Erase %n post(s)", "", number),
            kind="danger",
        )

    def _keep(self, months: int) -> None:
        self._hub.save_preferences(replace(self._hub.preferences, months_kept=months))

    def _on_erased(self, number: int) -> None:
        self.said.emit(self.tr("%n post(s) erased.", "", number))
        self.erased.emit()

    def _on_failed(self, error: Exception) -> None:
        self._months.setEnabled(True)
        self.refresh()
        if isinstance(error, CrieurError):
            self.failed.emit(0, error)
        else:
            self._tasks.unhandled.emit(error)

    def _time_in_words(self, months: int) -> str:
        if months == FOR_GOOD:
            return self.tr("for good")
        return self.tr("%n month(s)", "", months)
