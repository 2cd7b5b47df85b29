"""The whole program in one window, for those who walk through its screens."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import NoReturn, TypeVar

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app import Desk
from desktop.program import Program
from desktop.services.domain.errors import CrieurError
from desktop.services.domain.feed import FeedEntry, FeedFilter, Place
from desktop.ui.tasks import FILES, IMAGES, STORE, VAULT, Lane, lane_of
from desktop.ui.toasts import Toasts
from desktop.views.shell import Shell

ROUNDS = 2
"""Work that is done may ask for more: a list for its posts, and those for their pictures."""
PAUSE_MS = 10
PATIENCE_MS = 20_000

W = TypeVar("W", bound=QWidget)


class Studio:
    """The whole program in one window, and the means to wait for it."""

    def __init__(self, program: Program, desk: Desk) -> None:
        self.program = program
        self.desk = desk
        self.window = desk.window
        self.language = "en"
        # The offer of the tour would stand over the first feed of every picture.
        program.save_preferences(replace(program.preferences, tour_seen=True))
        self.stopped: set[Lane] = set()
        """Lanes that something holds up for now; nobody waits for those."""

    @property
    def shell(self) -> Shell:
        """Return what is shown of the open workspace."""
        shell = self.window.shell
        if shell is None:
            raise LookupError("no workspace is open")
        return shell

    def find(self, kind: type[W], name: str) -> W:
        """Return the visible widget of that object name."""
        root = QApplication.activeModalWidget() or self.window
        return next(each for each in root.findChildren(kind, name) if each.isVisible())

    def entry(self, is_wanted: Callable[[FeedEntry], bool]) -> FeedEntry:
        """Return the newest entry of the home feed that is wanted."""
        timeline = self.shell.session.timeline
        ids = timeline.window(FeedFilter()).ids[:4_000]
        return next(each for each in timeline.entries(ids) if is_wanted(each))

    def settle(self) -> None:
        """Wait until every lane has done its work and the window has shown it."""
        shell = self.window.shell
        accounts = shell.session.accounts.all() if shell is not None else ()
        lanes = (STORE, IMAGES, FILES, VAULT, *(lane_of(account.id) for account in accounts))
        moving = [lane for lane in lanes if lane not in self.stopped]
        for _ in range(ROUNDS):
            waiting = set(moving)
            loop = QEventLoop()
            for lane in moving:
                ended = partial(_end, loop, waiting, lane)
                self.desk.tasks.run(lane, _nothing, owner=self.window, done=ended)
            QTimer.singleShot(PATIENCE_MS, loop.quit)
            loop.exec()
            self.pause(PAUSE_MS)

    def clear_away(self) -> None:
        """Take away what was said of another screen."""
        for each in self.window.findChildren(Toasts):
            each.hide()

    def pause(self, milliseconds: int) -> None:
        """Let the window live for a moment."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def speak(self, language: str) -> None:
        """Show everything in another language."""
        self.language = language
        self.window.language_chosen.emit(language)
        if self.window.shell is not None:
            self.shell.refresher.stop()
        self.settle()

    def open_demo(self) -> None:
        """Open the invented shop, and wait for all of its fourteen months."""
        self.window.open_demo()
        self._wait_for_shell()

    def open_fresh(self) -> None:
        """Open a workspace without accounts."""
        held = self.program.workspaces()
        fresh = held[0] if held else self.program.create_workspace("Boulangerie Lumière")
        self.window.open_workspace(fresh)
        self._wait_for_shell()

    def refresh(self, error: CrieurError | None = None) -> None:
        """Fetch every account, with all networks in the same trouble or in none."""
        shell = self.shell
        accounts = shell.session.accounts
        reach = accounts.network
        if error is not None:
            accounts.network = partial(Troubled, error)
        shell.refresher.refresh_all()
        self.settle()
        accounts.network = reach

    def show_at(self, entry_id: int) -> None:
        """Scroll the home feed to an entry."""
        self.shell.feeds.home.panel.list.restore_place(Place(entry_id))
        self.settle()

    def _wait_for_shell(self) -> None:
        for _ in range(PATIENCE_MS // PAUSE_MS):
            if self.window.shell is not None:
                break
            self.pause(PAUSE_MS)
        self.shell.refresher.stop()
        self.settle()


class Troubled:
    """A network that answers every question with the same trouble."""

    def __init__(self, error: CrieurError, _account_id: int) -> None:
        self._error = error

    def __getattr__(self, _question: str) -> Callable[..., NoReturn]:
        def fail(*_: object, **__: object) -> NoReturn:
            raise self._error

        return fail


def _end(loop: QEventLoop, waiting: set[Lane], lane: Lane, _outcome: object) -> None:
    waiting.discard(lane)
    if not waiting:
        loop.quit()


def _nothing() -> None:
    """Do nothing, after everything that was asked before."""
