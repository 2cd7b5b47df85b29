"""The window of an open workspace: the rail, its places, and what passes between them."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.services.domain.account import Account
from desktop.services.domain.errors import CrieurError
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.rail import Rail
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from desktop.ui.toasts import Toasts
from desktop.views.account_book import AccountBook
from desktop.views.account_desk import AccountDesk
from desktop.views.background import Background
from desktop.views.digest_desk import DigestDesk
from desktop.views.digest_page import DigestPage
from desktop.views.feed.feed_page import FeedPage
from desktop.views.feed.feeds import Feeds
from desktop.views.hub import Hub
from desktop.views.outbox_page import OutboxPage
from desktop.views.places import PLACES, add_places
from desktop.views.post_desk import PostDesk
from desktop.views.refresher import Refresher
from desktop.views.session import Session
from desktop.views.settings.settings import Settings
from desktop.views.shell_keys import ShellKeys
from desktop.views.spending_watch import SpendingWatch
from desktop.views.status_board import StatusBoard

RAIL_FOLDS_BELOW = 1100
MINUTE_MS = 60_000


class Shell(QWidget):
    """Everything that is on screen while a workspace is open.

    Signals:
        workspace_menu_asked: The identity was pressed; show the menu below `rail.identity`.
        language_chosen: Speak another language; carries "system", "en" or "fr".
    """

    workspace_menu_asked = Signal()
    language_chosen = Signal(str)

    def __init__(
        self, theme: Theme, session: Session, hub: Hub, tasks: Tasks, pictures: PictureLoader
    ) -> None:
        super().__init__()
        self._theme = theme
        self.session = session
        self._tasks = tasks
        self.book = AccountBook(session, tasks, self)
        self.refresher = Refresher(session, self.book, tasks, self)
        self.desk = PostDesk(theme, session, self.book, self.refresher, tasks, self)
        self._background = Background(session, tasks, self)
        self._accounts = AccountDesk(theme, session, tasks, self)
        self.feeds = Feeds(theme, session, self.book, tasks, pictures, self)
        self.digest = DigestPage(theme, session, tasks, pictures)
        self.outbox = OutboxPage(theme, session, self.book, tasks)
        self.settings = Settings(
            theme, session, self.book, self.refresher, hub=hub, tasks=tasks, pictures=pictures
        )
        self.rail = Rail(theme)
        self.toasts = Toasts(theme, self)
        self._lay_out()
        banners = [page.banner for page in self.feeds.pages]
        self._status = StatusBoard(session, self.book, self.refresher, self.rail, banners)
        self._status.reconnect_asked.connect(self.connect_account)
        self._connect()
        self._add_shortcuts()
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._minute.timeout.connect(self._tell_time)

    def _lay_out(self) -> None:
        home, mentions, bookmarks = self.feeds.pages
        pages = (home, mentions, self.digest, bookmarks, self.outbox)
        self._pages: dict[str, QWidget] = dict(zip(PLACES, pages, strict=True))
        self._pages["settings"] = self.settings
        add_places(self.rail)
        self._stack = QStackedWidget()
        for page in self._pages.values():
            self._stack.addWidget(page)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._stack, 1)

    def _connect(self) -> None:
        feeds, desk, settings = self.feeds, self.desk, self.settings
        self._theme.resized.connect(self._fold_rail)
        self.book.changed.connect(self._on_accounts_changed)
        self.refresher.refreshed.connect(feeds.keeper.on_refreshed)
        self.refresher.status_changed.connect(self._status.show)
        feeds.refresh_asked.connect(self.refresher.refresh_all)
        feeds.paid_asked.connect(self.refresher.refresh_paid)
        feeds.actions.reply_asked.connect(desk.write_reply)
        feeds.keeper.unread_counted.connect(self._status.show_unread)
        self.refresher.troubled.connect(feeds.keeper.reload)
        self._background.filled.connect(feeds.keeper.reload)
        DigestDesk(self.digest, feeds.home, self.go_to)
        watch = SpendingWatch(self.session, self.book, self.refresher, self._tasks, self)
        for source in (feeds.actions, feeds.keeper, settings, self._background):
            source.failed.connect(self.show_failure)
        for source in (feeds.actions, feeds.keeper, desk, settings, self.digest, watch):
            source.said.connect(self._say)
        desk.waiting_counted.connect(self._status.show_waiting)
        desk.left.connect(self._on_posts_left)
        desk.stuck.connect(partial(self.go_to, "outbox"))
        self.outbox.changed.connect(desk.count_waiting)
        self.outbox.taken_back.connect(desk.write_again)
        for asked in (feeds.connect_asked, settings.connect_asked, settings.reconnect_asked):
            asked.connect(self.connect_account)
        settings.language_chosen.connect(self.language_chosen)
        for asked in (settings.import_asked, feeds.import_asked):
            asked.connect(self.import_archive)
        settings.fetch_asked.connect(self._on_fetch_asked)
        settings.muted_changed.connect(feeds.keeper.reload)
        self._accounts.connected.connect(self._on_connected)
        self._accounts.imported.connect(self._on_imported)
        self.rail.place_chosen.connect(self.go_to)
        self.rail.new_post_asked.connect(desk.write_post)
        self.rail.workspace_menu_asked.connect(self.workspace_menu_asked)

    def _add_shortcuts(self) -> None:
        ShellKeys(self, PLACES, self.go_to, self._feed).add(
            {
                "Ctrl+N": self.desk.write_post,
                "F5": self.feeds.refresh_asked.emit,
                "Ctrl+R": self.feeds.refresh_asked.emit,
                "Ctrl+Z": self.toasts.undo,
            }
        )

    def open(self) -> None:
        """Show what is stored, then begin to fetch."""
        self.book.reload()
        self.go_to("home")
        self.desk.count_waiting()
        self.refresher.start()
        self._minute.start()
        self._background.start()
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
        """Show a place of the rail."""
        self.rail.set_place(key)
        if key in ("accounts", "look"):
            self.settings.open_section(key)
            key = "settings"
        arrive = {
            "outbox": self.outbox.refresh,
            "mentions": self.feeds.keeper.mark_seen,
            "digest": self.digest.refresh,
        }
        arrive.get(key, self._status.show)()
        page = self._pages[key]
        self._stack.setCurrentWidget(page)
        if isinstance(page, FeedPage):
            page.take_focus()

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

    def show_failure(self, account_id: int, error: Exception) -> None:
        """Say in the shown page what did not work."""
        page = self._stack.currentWidget()
        if not isinstance(error, CrieurError):
            self._tasks.unhandled.emit(error)
        else:
            self._status.tell_of_failure(page.banner, account_id, error)

    def _on_posts_left(self) -> None:
        self.feeds.reload()
        self.outbox.refresh()

    def _say(self, sentence: str, undo: object = None) -> None:
        self.toasts.show(sentence, undo, keys="Ctrl Z" if undo else "")

    def _tell_time(self) -> None:
        self.feeds.tell_time()
        self._status.show()

    def _feed(self) -> FeedPage:
        if not isinstance(self._stack.currentWidget(), FeedPage):
            self.go_to("home")
        return self._stack.currentWidget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the rail as icons where the window is narrow."""
        super().resizeEvent(event)
        self._fold_rail()

    def _fold_rail(self) -> None:
        self.rail.set_narrow(self.width() < self._theme.px(RAIL_FOLDS_BELOW))
