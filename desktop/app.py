"""The composition root: puts services and window together, and takes them apart again."""

import logging
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import QApplication

from desktop.program import Program
from desktop.services.workspaces import Workspace
from desktop.ui.accessible import install_roles
from desktop.ui.collector import Collector
from desktop.ui.icons import app_icon
from desktop.ui.languages import install_language
from desktop.ui.overrides import imported_late, mend_overrides
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.quit_signals import QuitSignals
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from desktop.views.bug_report import BugReport
from desktop.views.main_window import MainWindow
from desktop.views.missing_data import MissingData
from desktop.views.unknown_workspace import UnknownWorkspace

LOG = logging.getLogger(__name__)
PICTURE_MEGABYTES = 256
TRAY_AFTER_MS = 200
"""Nobody looks into the tray before the window is painted."""
PATIENCE_SECONDS = 3.0
"""How long quitting waits for calls under way; the next start settles what is cut off then."""


class Application(QApplication):
    """The application, which tells when the whole of it is to end.

    Signals:
        quit_asked: The menu bar, the system or the program itself ends everything.
    """

    quit_asked = Signal()

    def event(self, event: QEvent) -> bool:
        """Tell before the windows are closed for good, so that none of them only hides."""
        if event.type() == QEvent.Type.Quit:
            self.quit_asked.emit()
        return super().event(event)


class Desk(QObject):
    """The window with what it stands on: theme, lanes, pictures and the program behind it."""

    def __init__(self, program: Program, app: QApplication, language: str | None) -> None:
        super().__init__()
        self._program = program
        self._app = app
        mend_overrides("desktop")
        wanted = program.preferences
        self.theme = Theme(self)
        self.theme.set_look(wanted.look)
        self.theme.set_text_size(wanted.text_size)
        self.theme.set_high_contrast(wanted.high_contrast)
        self.theme.set_reduced_motion(wanted.reduced_motion)
        self.theme.set_own_font(wanted.own_font)
        self.theme.apply(app)
        install_roles()
        app.setWindowIcon(app_icon())
        # One limit for the whole process; every reader checks the size of its picture besides.
        QImageReader.setAllocationLimit(PICTURE_MEGABYTES)
        self._language = install_language(app, language or wanted.language or "system")
        self.tasks = Tasks(program.close_thread, self)
        self.tasks.unhandled.connect(self._on_unhandled)
        self._pictures = PictureLoader(self.tasks, program.pictures.bytes_of, parent=self)
        self._pictures.set_on(wanted.load_pictures)
        self.window = MainWindow(self.theme, program, self.tasks, self._pictures, self._language)
        self.window.language_chosen.connect(self._on_language_chosen)
        self.window.left.connect(app.quit)
        self._wanted: str | None = None
        # Before the first lane: a lane that clears cycles away would destroy widgets.
        self._collector = Collector(self)
        self._bugs = BugReport(self.theme, self.window, program.redaction.scrub)

    def start(self, *, demo: bool, workspace: str | None) -> None:
        """Show the demonstration, the wanted workspace, the last one, or the first screen."""
        sys.excepthook = self._on_exception
        self._wanted = workspace
        if demo:
            self.window.open_demo()
        elif self._program.custody.is_missing:
            missing = MissingData(self.theme, self._program.custody)
            missing.found.connect(self._open)
            self.window.show_page(missing)
        elif not self._open():
            return
        self.window.show()
        QTimer.singleShot(0, self, self._on_shown)

    def _open(self) -> bool:
        """Open the wanted workspace or the last one; False when another window has it."""
        chosen = self._program.last_workspace()
        if self._wanted:
            held = self._program.workspaces()
            chosen = next((e for e in held if self._wanted in (e.slug, e.name)), None)
            if chosen is None:
                self._tell_unknown(self._wanted, held)
                return True
        if chosen is not None:
            return self.window.open_workspace(chosen)
        self.window.open_first_screen()
        return True

    def _tell_unknown(self, name: str, held: Sequence[Workspace]) -> None:
        last = self._program.last_workspace()
        told = UnknownWorkspace(self.theme, name, sorted(held, key=lambda each: each != last))
        told.opened.connect(self.window.open_workspace)
        told.secondary_asked.connect(self.window.open_first_screen)
        self.window.show_page(told)
        sys.stderr.write(f"crieur: {told.words}\n")

    def _on_shown(self) -> None:
        self._collector.settle()
        QTimer.singleShot(TRAY_AFTER_MS, self, self._make_tray)

    def _make_tray(self) -> None:
        with imported_late():
            from desktop.views.tray_desk import TrayDesk

        self.tray = TrayDesk(self.theme, self._program, self.tasks, self.window)

    def finish(self) -> bool:
        """Close everything; False when a call is still under way and the process must be ended."""
        sys.excepthook = sys.__excepthook__
        self.window.leave_session()
        self.tasks.end_lanes()
        has_ended = self.tasks.wait_for_lanes(PATIENCE_SECONDS)
        self._program.close_session()
        self._collector.close()
        return has_ended

    def _on_language_chosen(self, language: str) -> None:
        chosen = "" if language == "system" else language
        self._program.save_preferences(replace(self._program.preferences, language=chosen))
        self._language = install_language(self._app, language)
        self.window.speak_again(self._language)

    def _on_unhandled(self, error: Exception) -> None:
        LOG.error("A job failed.", exc_info=error)
        self._bugs.show(error)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not isinstance(error, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        LOG.error("Something was not foreseen.", exc_info=(kind, error, trace))
        self._bugs.show(error)


def run(
    *, data: Path | None, demo: bool, language: str | None, workspace: str | None = None
) -> int:
    """Show the window until it is closed, and return the process's exit status."""
    program = Program(data)
    app = Application([sys.argv[0]])
    # A window that went into the tray is not the end, and neither is the last dialog beside it.
    app.setQuitOnLastWindowClosed(False)
    app.setApplicationName("Crieur")
    app.setDesktopFileName("crieur")
    desk = Desk(program, app, language)
    app.quit_asked.connect(desk.window.end)
    signals = QuitSignals(desk)
    # Not the window's own way out: that one asks questions, and the system does not wait.
    signals.asked.connect(app.quit)
    desk.start(demo=demo, workspace=workspace)
    status = app.exec() if desk.window.isVisible() else 0
    signals.close()
    if not desk.finish():
        # Executor threads are joined at exit, for as long as a server lets them wait.
        os._exit(status)
    return status
