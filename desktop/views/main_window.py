"""The main window: the first screen, an open workspace, and the way from one to another."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QLocale, Signal

from desktop.services.domain.errors import CrieurError
from desktop.services.workspaces import Workspace
from desktop.ui.cards import Ground
from desktop.ui.commands import Commands
from desktop.ui.page_window import PageWindow
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.single_instance import SingleInstance
from desktop.ui.tasks import STORE, Tasks
from desktop.ui.theme import Theme
from desktop.views.errand_desk import ErrandDesk
from desktop.views.first_run import FirstRun
from desktop.views.hub import Hub
from desktop.views.not_opened import NotOpened
from desktop.views.session import Session
from desktop.views.shell import Shell
from desktop.views.shell_commands import add_window_commands
from desktop.views.window_keeper import WindowKeeper
from desktop.views.workspace_desk import WorkspaceDesk

SMALLEST = (900, 600)


class MainWindow(PageWindow):
    """Show one workspace at a time.

    Signals:
        language_chosen: Speak another language; carries "system", "en" or "fr".
        shell_changed: Another workspace is open, or none any more.
    """

    language_chosen = Signal(str)
    shell_changed = Signal()

    def __init__(
        self, theme: Theme, hub: Hub, tasks: Tasks, pictures: PictureLoader, language: str
    ) -> None:
        super().__init__()
        self._language = language
        self._theme = theme
        self._hub = hub
        self._tasks = tasks
        self._pictures = pictures
        self._instance = SingleInstance(self)
        self._session: Session | None = None
        self._shell: Shell | None = None
        self._workspaces = WorkspaceDesk(theme, hub, self)
        self._workspaces.chosen.connect(self.open_workspace)
        self._workspaces.demo_chosen.connect(self.open_demo)
        self._workspaces.demo_left.connect(self._leave_demo)
        self._workspaces.renamed.connect(self._on_renamed)
        self._errands = ErrandDesk(theme, hub, tasks, self)
        self._wants_to_connect = False
        self._next: Callable[[], object] | None = None
        self.setWindowTitle("Crieur")
        self.setMinimumSize(*SMALLEST)
        self._kept = WindowKeeper(theme, hub, self)
        self._kept.restore_place()
        self._commands = Commands(self._kept.keymap, self)
        self._offer_commands()

    def _offer_commands(self) -> None:
        add_window_commands(self._commands, self._theme, self.quit)

    @property
    def shell(self) -> Shell | None:
        """Return what is shown while a workspace is open, None on the first screen."""
        return self._shell

    def open_first_screen(self) -> None:
        """Ask how to start."""
        first = FirstRun(self._theme, self._language)
        first.demo_asked.connect(self.open_demo)
        first.connect_asked.connect(self._on_connect_asked)
        first.language_chosen.connect(self.language_chosen)
        self.setWindowTitle("Crieur")
        self.show_page(first)

    def leave_for(self, work: Callable[[], object]) -> None:
        """Close what is open and leave it to `work` to show something again."""
        # Whatever the work does to the workspace's folder, nothing here holds it.
        self._instance.release()
        self._leave_then(work)

    def open_workspace(self, workspace: Workspace) -> bool:
        """Open a workspace in place of what is open; False when another window has it.

        That window comes forward then, and this one stays as it is.
        """
        claimed = SingleInstance(self)
        if not claimed.claim(workspace.path.parent):
            return False
        self._hold(claimed)
        opener = partial(self._hub.open_workspace, workspace.slug)
        self._leave_then(partial(self._open, opener, workspace))
        return True

    def open_demo(self) -> None:
        """Open the invented shop in place of what is open."""
        self._hold(SingleInstance(self))
        self._leave_then(partial(self._open, self._hub.open_demo))

    def _hold(self, claimed: SingleInstance) -> None:
        self._instance.release()
        self._instance.deleteLater()
        self._instance = claimed
        claimed.raise_asked.connect(self.come_forward)

    def speak_again(self, language: str) -> None:
        """Show the same in the language that was just installed."""
        # What stands in it takes its numbers from here, and a screen reader its voice.
        self.setLocale(QLocale())
        self._language = language
        self._offer_commands()
        session, shell = self._session, self._shell
        if session is None or shell is None:
            self.open_first_screen()
            return
        # What is being stored behind the window goes on.
        shell.feeds.leave()
        self._show_session(session).go_to(shell.rail.place)

    def _leave_then(self, work: Callable[[], object]) -> None:
        # Whoever chooses twice while the first is under way means the second.
        self._next = work
        if self._shell is not None:
            if self._shell.desk.sending.holds_back:
                self._shell.desk.sending.let_go(partial(self._go_on, work))
                return
            self._shell.leave()
        self._session = self._shell = None
        self.shell_changed.emit()
        self.show_page(Ground(self._theme))
        self._tasks.end_lanes(then=partial(self._close_then, work))

    def _go_on(self, work: Callable[[], object]) -> None:
        if work is self._next:
            self._leave_then(work)

    def _close_then(self, work: Callable[[], object]) -> None:
        if work is self._next:
            self._hub.close_session()
            work()

    def _open(self, opener: Callable[[], Session], workspace: Workspace | None = None) -> None:
        failed = partial(self._on_not_opened, workspace)
        self._tasks.run(STORE, opener, owner=self, done=self._show_session, failed=failed)

    def _show_session(self, session: Session) -> Shell:
        self._session = session
        shell = Shell(
            self._theme,
            session,
            self._hub,
            self._tasks,
            self._pictures,
            commands=self._commands,
        )
        shell.language_chosen.connect(self.language_chosen)
        shell.errand_asked.connect(self._errands.run)
        shell.workspace_menu_asked.connect(partial(self._workspaces.show_menu, session, shell))
        shell.palette.workspace_chosen.connect(self._workspaces.chosen)
        self._shell = shell
        self.show_page(shell)
        self.setWindowTitle(f"{session.name} – Crieur")
        shell.open()
        self.shell_changed.emit()
        if self._wants_to_connect:
            self._wants_to_connect = False
            shell.connect_account()
        return shell

    def _on_not_opened(self, workspace: Workspace | None, error: Exception) -> None:
        if not isinstance(error, CrieurError):
            self._tasks.unhandled.emit(error)
        self._wants_to_connect = False
        # Another try, here or in another window, must find it free.
        self._instance.release()
        page = NotOpened(self._theme, self._hub, self._tasks, error, workspace)
        page.action_asked.connect(self.open_first_screen)
        page.mended.connect(self.open_workspace)
        self.show_page(page)

    def _on_connect_asked(self) -> None:
        held = self._hub.workspaces()
        try:
            chosen = held[0] if held else self._hub.create_workspace(self.tr("My shop"))
        except CrieurError as error:
            self._on_not_opened(None, error)
        else:
            self._wants_to_connect = self.open_workspace(chosen)

    def _leave_demo(self) -> None:
        held = self._hub.workspaces()
        if held:
            self.open_workspace(held[0])
        else:
            self._leave_then(self.open_first_screen)

    def _on_renamed(self, name: str) -> None:
        if self._session is not None and self._shell is not None:
            self._session = replace(self._session, name=name)
            self._shell.set_name(name)
            self.setWindowTitle(f"{name} – Crieur")

    def leave_session(self) -> None:
        """Keep the places, begin nothing new and let the workspace go; the program ends."""
        if self._shell is not None:
            self._shell.leave()
        self._kept.keep_place()
        self._instance.release()

    def may_leave(self) -> bool:
        """Remember the window's place, and send what was sent off a moment ago before it goes."""
        self._kept.keep_place()
        if self._shell is not None and self._shell.desk.sending.holds_back:
            self.hide()
            self._shell.desk.sending.let_go(self.quit)
            return False
        return True
