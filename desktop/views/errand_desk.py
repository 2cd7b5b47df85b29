"""Work that wants the workspace closed: it closes, the work is done, and it opens again."""

import threading
from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.workspaces import Workspace
from desktop.ui.cards import Ground
from desktop.ui.labels import Label
from desktop.ui.progress import Progress
from desktop.ui.tasks import FILES, Tasks
from desktop.ui.theme import Theme
from desktop.views.errand import Errand
from desktop.views.hub import Hub
from desktop.views.shell import Shell

TICK_MS = 200
_WIDTH = 420


class Host(Protocol):
    """What an errand needs of the main window."""

    shell_changed: SignalInstance

    @property
    def shell(self) -> Shell | None:
        """Return what is shown of the open workspace."""

    def leave_for(self, work: Callable[[], object]) -> None:
        """Close what is open, then do something that shows a page again."""

    def show_page(self, page: QWidget) -> None:
        """Show a page in place of the former one."""

    def open_workspace(self, workspace: Workspace) -> bool:
        """Open a workspace; False when another window has it."""

    def open_first_screen(self) -> None:
        """Ask how to start."""


class ErrandPage(Ground):
    """What is being done, how far it is, and a way to stop it where there is one.

    Signals:
        stop_asked: The work is to end.
    """

    stop_asked = Signal()

    def __init__(self, theme: Theme, errand: Errand) -> None:
        super().__init__(theme)
        self._text = errand.text
        self._last = (0, 0)
        self._progress = Progress(theme, can_stop=errand.can_stop)
        self._progress.stop_asked.connect(self._on_stop_asked)
        title = Label(theme, errand.title, "heading", wraps=True)
        column = QVBoxLayout()
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(1)
        for widget in (title, self._progress):
            widget.setFixedWidth(theme.px(_WIDTH))
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        whole = QHBoxLayout(self)
        whole.addLayout(column)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._show)
        self._timer.start()
        self._show()

    def report(self, done: int, whole: int) -> None:
        """Note how far the work is; safe from any thread."""
        self._last = done, whole

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard at Stop and show that it is there: nothing else here takes it."""
        super().showEvent(event)
        # Not before the page stands: Qt would hand the focus on, and no ring would tell of it.
        QTimer.singleShot(0, self, self._take_focus)

    def _take_focus(self) -> None:
        self._progress.stop_button.clearFocus()
        self._progress.stop_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self) -> None:
        # In megabytes: a count of bytes does not fit, and nobody reads it.
        done, whole = (-(-size // 1_000_000) for size in self._last)
        self._progress.show_progress(self._text, done, whole)

    def _on_stop_asked(self) -> None:
        self._progress.stop_button.setEnabled(False)
        self.stop_asked.emit()


class ErrandDesk(QObject):
    """Runs one errand at a time for the window."""

    def __init__(self, theme: Theme, hub: Hub, tasks: Tasks, window: Host) -> None:
        super().__init__(window)
        self._theme = theme
        self._hub = hub
        self._tasks = tasks
        self._window = window
        self._after: Callable[[Shell], object] | None = None
        window.shell_changed.connect(self._on_shell_changed)

    def run(self, errand: Errand) -> None:
        """Close the open workspace, do the work, and open the workspace again."""
        if self._window.shell is not None:
            slug = self._window.shell.session.slug
            self._window.leave_for(partial(self._begin, errand, slug))

    def _begin(self, errand: Errand, slug: str) -> None:
        page, stop = ErrandPage(self._theme, errand), threading.Event()
        page.stop_asked.connect(stop.set)
        self._window.show_page(page)
        self._tasks.run(
            FILES,
            partial(errand.work, page.report, stop.is_set),
            owner=self,
            done=partial(self._on_done, errand, slug),
            failed=partial(self._on_failed, slug),
        )

    def _on_done(self, errand: Errand, slug: str, _outcome: object) -> None:
        if errand.reopens:
            self._reopen(slug, partial(_say, errand.said))
        else:
            self._window.open_first_screen()

    def _on_failed(self, slug: str, error: Exception) -> None:
        self._reopen(slug, partial(_tell, error))

    def _reopen(self, slug: str, after: Callable[[Shell], object]) -> None:
        workspace = next((each for each in self._hub.workspaces() if each.slug == slug), None)
        self._after = after
        if workspace is None or not self._window.open_workspace(workspace):
            self._after = None
            self._window.open_first_screen()

    def _on_shell_changed(self) -> None:
        shell = self._window.shell
        if shell is not None and self._after is not None:
            after, self._after = self._after, None
            shell.go_to("data")
            after(shell)


def _say(sentence: str, shell: Shell) -> None:
    if sentence:
        shell.toasts.show(sentence)


def _tell(error: Exception, shell: Shell) -> None:
    shell.failures.tell(0, error)
