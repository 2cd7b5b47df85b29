"""Import what a person downloaded from a network: look first, then store, then say what came."""

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.services.domain.errors import CrieurError, GivenUp
from desktop.services.domain.imported import Found, Imported
from desktop.ui.dialogs import Dialog
from desktop.ui.notices import notice_for
from desktop.ui.tasks import FILES, Tasks
from desktop.ui.theme import Theme
from desktop.views import import_words
from desktop.views.drop_target import archive_in
from desktop.views.import_sheet import ImportSheet
from desktop.views.session import Session

TICK_MS = 100
PATIENCE_MS = 300
"""What takes no longer needs no bar."""


class _Report:
    """How far a work on another lane is; written there, read here, one value at a time."""

    def __init__(self) -> None:
        self.last = (0, 0)

    def __call__(self, done: int, total: int) -> None:
        self.last = done, total


class ImportDialog(Dialog):
    """Choose an archive or drop one; see what is in it before anything is stored.

    While it imports, the dialog can be put away and the work goes on; `finished` comes at the end.

    Signals:
        imported: An import ended or was stopped; carries the `Imported`.
    """

    imported = Signal(object)

    def __init__(
        self,
        theme: Theme,
        session: Session,
        tasks: Tasks,
        parent: QWidget | None = None,
        path: str = "",
    ) -> None:
        super().__init__(theme, "…", "…", stays_open=True, parent=parent)
        self._session = session
        self._tasks = tasks
        self._path = Path(path)
        self._found: Found | None = None
        self._is_looking = self._is_importing = False
        self._stop = threading.Event()
        self._report = _Report()
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        self._sheet = ImportSheet(theme)
        self._sheet.progress.stop_asked.connect(self._on_stop_asked)
        self.body.addWidget(self._sheet)
        self.asked.connect(self._on_verb_asked)
        self.destroyed.connect(self._stop.set)
        self.setAcceptDrops(True)
        self._show_choice()
        self.take_up(path)

    @property
    def is_working(self) -> bool:
        """Say whether a file is being read or stored."""
        return self._is_looking or self._is_importing

    def take_up(self, path: str) -> None:
        """Look into another file, unless one is being worked on; an empty path is none."""
        if path and not self.is_working:
            self._path = Path(path)
            self._show_choice()
            self._is_looking = True
            self._start(self.tr("Reading…"))
            self._run(self._session.imports.look, self._on_found)

    def stop(self) -> None:
        """End what is under way as soon as may be; what was stored stays."""
        self._stop.set()

    def reject(self) -> None:
        """Close; an import goes on behind, a mere look ends."""
        if self._is_importing:
            self.hide()
            return
        self._stop.set()
        super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the verb, which leads on."""
        super().showEvent(event)
        self.verb_button.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome an archive."""
        if not self.is_working and archive_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look into an archive."""
        event.acceptProposedAction()
        self.take_up(archive_in(event.mimeData()))

    def _show_choice(self) -> None:
        self._found = None
        text = self.tr(
            "Years of your own posts, at no cost and without asking the network. "
            "Choose the file that it gave you, or drop it here."
        )
        self._show(self.tr("Import an archive"), text, self.tr("Choose a file…"))
        self._sheet.banner.hide()
        self._sheet.show_ways()

    def _show(self, title: str, text: str, verb: str) -> None:
        self.title.setText(title)
        self.setWindowTitle(title)
        self.text.setText(text)
        self.text.show()
        self.setAccessibleDescription(text)
        self.set_busy(None)
        self.verb_button.setText(verb)
        self.verb_button.setVisible(bool(verb))
        self.cancel_button.setText(self.tr("Cancel") if verb else self.tr("Close"))

    def _on_verb_asked(self) -> None:
        if self._found is not None:
            self._is_importing = True
            self._start(self.tr("Importing…"))
            self.cancel_button.setText(self.tr("Go on in the background"))
            take = partial(self._session.imports.take, account_id=self._sheet.account_id)
            self._run(take, self._on_imported)
            return
        kinds = "*.zip *.gz *.tgz *.car *.csv"
        path, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Choose an archive"),
            "",
            self.tr("Archives ({kinds})").format(kinds=kinds),
        )
        self.take_up(path)

    def _start(self, words: str) -> None:
        self._stop.clear()
        self._report = _Report()
        self._sheet.banner.hide()
        self._sheet.set_busy(True)
        self.set_busy(words)
        self._since.start()
        self._timer.start()

    def _run(self, work: Callable[..., object], done: Callable[..., object]) -> None:
        self._tasks.run(
            FILES,
            partial(work, self._path, self._report, self._stop),
            owner=self,
            done=done,
            failed=self._on_failed,
        )

    def _end(self) -> None:
        self._timer.stop()
        self._is_looking = self._is_importing = False
        self._sheet.set_busy(False)

    def _on_tick(self) -> None:
        if self._since.elapsed() < PATIENCE_MS:
            return
        done, total = self._report.last
        if self._is_importing:
            self._sheet.show_progress(self.tr("Storing what is new"), done, total)
        else:
            in_megabytes = self.tr("Reading the whole file, in megabytes")
            self._sheet.show_progress(in_megabytes, done // 1_000_000, total // 1_000_000)

    def _on_stop_asked(self) -> None:
        self._stop.set()
        self._sheet.progress.stop_button.setEnabled(False)

    def _on_found(self, found: Found) -> None:
        self._end()
        self._found = found
        text = self.tr("Nothing is stored yet.")
        self._show(import_words.title_of(found), text, self.tr("Import"))
        self._sheet.show_found(found, import_words.contents(found, self._session.clock()))
        self.verb_button.setFocus()

    def _on_imported(self, outcome: Imported) -> None:
        self._end()
        was_put_away = self.isHidden()
        text = import_words.outcome_text(outcome)
        self._show(import_words.outcome_title(outcome), text, "")
        stored = import_words.outcome_lines(outcome, self._session.clock())
        self._sheet.show_outcome(outcome, stored)
        self.cancel_button.setFocus()
        self.imported.emit(outcome)
        if was_put_away:
            super().reject()

    def _on_failed(self, error: Exception) -> None:
        self._end()
        self._show_choice()
        if isinstance(error, GivenUp):
            return
        if not isinstance(error, CrieurError):
            self._tasks.unhandled.emit(error)
            return
        notice = notice_for(error, "", self._session.clock())
        self._sheet.banner.show_message(notice.title, notice.text, "warn")
        if self.isHidden():
            self.open()
