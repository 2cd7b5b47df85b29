"""The window of an open workspace: the rail, its places, and what passes between them."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal

from desktop.services.domain.account import Account
from desktop.ui.commands import Commands
from desktop.ui.frame import Frame
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from desktop.ui.toasts import Toasts
from desktop.views.account_book import AccountBook
from desktop.views.account_desk import AccountDesk
from desktop.views.background import Background
from desktop.views.failures import Failures
from desktop.views.feed.feeds import Feeds
from desktop.views.hub import Hub
from desktop.views.keys_desk import KeysDesk
from desktop.views.palette_desk import PaletteDesk
from desktop.views.places import add_places
from desktop.views.post_desk import PostDesk
from desktop.views.refresher import Refresher
from desktop.views.session import Session
from desktop.views.shell_commands import add_shell_commands
from desktop.views.spending_watch import SpendingWatch
from desktop.views.status_board import StatusBoard
from desktop.views.step_teller import told_history
from desktop.views.tour_desk import TourDesk
from desktop.views.workspace_pages import WorkspacePages

MINUTE_MS = 60_000


class Shell(Frame):
    """Everything that is on screen while a workspace is open.

    Signals:
        workspace_menu_asked: The identity was pressed; show the menu below `rail.identity`.
        language_chosen: Speak another language; carries "system", "en" or "fr".
        errand_asked: Close the workspace for an `Errand`; carries it.
    """

    workspace_menu_asked = Signal()
    language_chosen = Signal(str)
    errand_asked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        session: Session,
        hub: Hub,
        tasks: Tasks,
        pictures: PictureLoader,
        *,
        commands: Commands,
    ) -> None:
        """Take, besides its collaborators, the commands of the window that it will stand in."""
        super().__init__(theme)
        self.session = session
        self._tasks = tasks
        self.book = AccountBook(session, tasks, self)
        self.refresher = Refresher(session, self.book, tasks, self)
        self.desk = PostDesk(
            theme, session, self.book, self.refresher, tasks, self, keymap=commands.keymap
        )
        self._background = Background(session, tasks, self)
        self._accounts = AccountDesk(theme, session, tasks, self)
        self.feeds = Feeds(theme, session, self.book, tasks, pictures, self, keymap=commands.keymap)
        self.commands = Commands(commands.keymap, self, commands)
        self.pages = self._make_pages(theme, hub, pictures)
        self.toasts = Toasts(theme, self, self.pages)
        self.failures = Failures(session, self.book, tasks, self.pages.banner)
        add_places(self.rail, commands.keymap)
        self.set_content(self.pages)
        banners = [page.banner for page in self.feeds.pages]
        self._status = StatusBoard(session, self.book, self.refresher, self.rail, banners)
        self._status.reconnect_asked.connect(self.connect_account)
        self._status.section_asked.connect(self.go_to)
        self._tour = self._make_tour(theme, hub)
        self.palette = PaletteDesk(theme, hub, tasks, self)
        self.history = told_history(tasks, self.toasts, self.commands, self.failures.tell)
        self._connect()
        add_shell_commands(self.commands, self._works(), self.go_to, self.history)
        KeysDesk(theme, self, self.pages, self.commands, self.go_to)
        self._minute = QTimer(self, interval=MINUTE_MS, timeout=self._tell_time)

    def _make_tour(self, theme: Theme, hub: Hub) -> TourDesk:
        return TourDesk(
            theme,
            self.session,
            hub,
            self,
            rail=self.rail,
            feeds=self.feeds,
            desk=self.desk,
            keymap=self.commands.keymap,
            status=self._status,
            go_to=self.go_to,
        )

    def _make_pages(self, theme: Theme, hub: Hub, pictures: PictureLoader) -> WorkspacePages:
        return WorkspacePages(
            theme,
            self.session,
            self.feeds,
            book=self.book,
            refresher=self.refresher,
            hub=hub,
            tasks=self._tasks,
            pictures=pictures,
            desk=self.desk,
            commands=self.commands,
        )

    def _connect(self) -> None:
        feeds, desk, pages = self.feeds, self.desk, self.pages
        self.book.changed.connect(self._on_accounts_changed)
        self.refresher.refreshed.connect(feeds.keeper.on_refreshed)
        self.refresher.status_changed.connect(self._status.show)
        feeds.refresh_asked.connect(self.refresher.refresh_all)
        feeds.paid_asked.connect(self.refresher.refresh_paid)
        feeds.actions.reply_asked.connect(desk.write_reply)
        feeds.keeper.unread_counted.connect(self._status.show_unread)
        self.refresher.troubled.connect(feeds.keeper.reload)
        self._background.filled.connect(feeds.keeper.reload)
        self.watch = SpendingWatch(self.session, self.book, self.refresher, self._tasks, self)
        for source in (feeds.actions, feeds.keeper, pages, self._background):
            source.failed.connect(self.failures.tell)
        for source in (feeds.actions, feeds.keeper, pages, desk, self.watch):
            source.said.connect(self.toasts.show)
        for source in (feeds.actions, pages, desk):
            source.stepped.connect(self.history.push)
        desk.waiting_counted.connect(self._status.show_waiting)
        desk.left.connect(feeds.reload)
        for source in (feeds, pages):
            source.connect_asked.connect(self.connect_account)
            source.import_asked.connect(self.import_archive)
        pages.place_asked.connect(self.go_to)
        pages.fetch_asked.connect(self._on_fetch_asked)
        pages.language_chosen.connect(self.language_chosen)
        pages.errand_asked.connect(self.errand_asked)
        desk.settled.connect(self.history.forget)
        self._accounts.connected.connect(self._on_connected)
        self._accounts.imported.connect(self._on_imported)
        self.rail.place_chosen.connect(self.go_to)
        self.rail.new_post_asked.connect(desk.write_post)
        self.rail.workspace_menu_asked.connect(self.workspace_menu_asked)

    def _works(self) -> dict[str, Callable[[], object]]:
        return {
            "new_post": self.desk.write_post,
            "refresh": self.feeds.refresh_asked.emit,
            "find": lambda: self.pages.find(self.palette.open),
            "palette": self.palette.open,
            "connect": self.connect_account,
            "import": self.import_archive,
            "tour": self._tour.start,
            "undo": self.history.undo,
            "redo": self.history.redo,
            "back": self.pages.go_back,
        }

    def open(self) -> None:
        """Show what is stored, then begin to fetch."""
        self.book.reload()
        self.go_to("home")
        self.desk.start()
        self.refresher.start()
        self._minute.start()
        self._background.start()
        self._tour.offer()
        if self.session.damaged_kept is not None:
            self._status.tell_of_damage(self.session.damaged_kept)

    def leave(self) -> None:
        """Remember the reading places and fetch nothing any more."""
        self.refresher.stop()
        self._background.stop()
        self.feeds.leave()

    @property
    def waiting(self) -> int:
        """Return how many posts wait in the outbox."""
        return self._status.waiting

    def set_name(self, name: str) -> None:
        """Call the workspace by its new name."""
        self._status.rename(name)

    def go_to(self, key: str) -> None:
        """Show a place of the rail, or a section of the settings."""
        if not self.pages.has(key):
            self.rail.set_place("accounts" if key == "accounts" else "look")
            self.pages.settings.open_section(key)
            self.pages.show_page("settings")
            focused = self.focusWidget()
            if focused is None or not self.rail.isAncestorOf(focused):
                self.pages.settings.take_focus()
            return
        self.rail.set_place(key)
        self._status.show()
        self.pages.go_to(key)

    def connect_account(self, known: Account | None = None) -> None:
        """Open the dialog that connects an account, or signs in to a known one again."""
        self._accounts.connect_account(known)

    def import_archive(self, path: str = "") -> None:
        """Open the dialog that takes in a downloaded archive."""
        self._accounts.import_archive(path)

    def _on_imported(self) -> None:
        self.book.reload()
        self.feeds.reload()

    def _on_fetch_asked(self, account: Account) -> None:
        self.refresher.refresh_paid(account.id)

    def _on_connected(self) -> None:
        self.book.reload()
        self.go_to("home")

    def _on_accounts_changed(self) -> None:
        self.feeds.open()
        self._status.show()

    def _tell_time(self) -> None:
        self.feeds.tell_time()
        self._status.show()
