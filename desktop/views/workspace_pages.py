"""The pages of an open workspace: the feeds at once, the others when they are first gone to."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal

from desktop.ui.banners import Banner
from desktop.ui.commands import Commands
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from desktop.views.account_book import AccountBook
from desktop.views.digest_desk import DigestDesk
from desktop.views.digest_page import DigestPage
from desktop.views.feed.feed_page import FeedPage
from desktop.views.feed.feeds import Feeds
from desktop.views.hub import Hub
from desktop.views.outbox_page import OutboxPage
from desktop.views.pages import Pages
from desktop.views.post_desk import PostDesk
from desktop.views.refresher import Refresher
from desktop.views.session import Session
from desktop.views.settings.settings import Settings


class WorkspacePages(Pages):
    """Makes each page and passes on what it asks for.

    Signals:
        said: A short sentence confirms what was done; carries it.
        stepped: Something was done that can be taken back; carries the `Step`.
        failed: Something did not work; carries the account's id, or 0, and the exception.
        connect_asked: Connect an account, or sign in again; carries the `Account` or None.
        import_asked: Take in a downloaded archive.
        fetch_asked: Fetch an account that costs money; carries the `Account`.
        place_asked: Show another place; carries its key.
        language_chosen: Speak another language; carries "system", "en" or "fr".
        errand_asked: Close the workspace for an `Errand`; carries it.
    """

    said = Signal(str)
    stepped = Signal(object)
    failed = Signal(int, object)
    connect_asked = Signal(object)
    import_asked = Signal()
    fetch_asked = Signal(object)
    place_asked = Signal(str)
    language_chosen = Signal(str)
    errand_asked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        session: Session,
        feeds: Feeds,
        *,
        book: AccountBook,
        refresher: Refresher,
        hub: Hub,
        tasks: Tasks,
        pictures: PictureLoader,
        commands: Commands,
        desk: PostDesk,
    ) -> None:
        super().__init__(
            {
                "digest": self._make_digest,
                "outbox": self._make_outbox,
                "settings": self._make_settings,
            }
        )
        for key, page in zip(("home", "mentions", "bookmarks"), feeds.pages, strict=True):
            self.add_page(key, page)
        self._theme = theme
        self._session = session
        self._feeds = feeds
        self._book = book
        self._refresher = refresher
        self._hub = hub
        self._tasks = tasks
        self._pictures = pictures
        self._commands = commands
        self._desk = desk
        desk.stuck.connect(self._tell_stuck)

    @property
    def digest(self) -> DigestPage:
        """Return the page of the day's digest."""
        return self.page("digest")

    @property
    def outbox(self) -> OutboxPage:
        """Return the page of what waits."""
        return self.page("outbox")

    @property
    def settings(self) -> Settings:
        """Return the page of the settings."""
        return self.page("settings")

    def go_to(self, key: str) -> None:
        """Show a page with what is stored by now, and put the keyboard where one reads on."""
        if key == "outbox":
            self.outbox.refresh()
        elif key == "digest":
            self.digest.refresh()
        elif key == "mentions":
            self._feeds.keeper.mark_seen()
        page = self.show_page(key)
        if isinstance(page, FeedPage):
            page.take_focus()

    def feed(self) -> FeedPage:
        """Return the feed that is shown; from any other page, go home for it."""
        if not isinstance(self.currentWidget(), FeedPage):
            self.place_asked.emit("home")
        return self.currentWidget()

    def find(self, find_option: Callable[[], object]) -> None:
        """Look for words in the list that is shown; from the settings, do `find_option`."""
        if self.is_made("settings") and self.currentWidget() is self.settings:
            find_option()
        else:
            self.feed().open_find_bar()

    def go_back(self) -> None:
        """Leave what was opened last, or put the keyboard back into the list."""
        feed = self.feed()
        if not feed.go_back():
            feed.take_focus()

    def banner(self) -> Banner:
        """Return where the page that is shown says what is wrong."""
        return self.currentWidget().banner

    def _make_digest(self) -> DigestPage:
        page = DigestPage(self._theme, self._session, self._tasks, self._pictures)
        page.said.connect(self.said)
        DigestDesk(page, self._feeds.home, self.place_asked.emit)
        return page

    def _make_outbox(self) -> OutboxPage:
        page = OutboxPage(self._theme, self._session, self._book, self._tasks)
        page.changed.connect(self._desk.count_waiting)
        page.taken_back.connect(self._desk.write_again)
        page.moved.connect(self._desk.on_moved)
        self._desk.outbox_changed.connect(page.refresh)
        page.stepped.connect(self.stepped)
        return page

    def _make_settings(self) -> Settings:
        page = Settings(
            self._theme,
            self._session,
            self._book,
            self._refresher,
            hub=self._hub,
            tasks=self._tasks,
            pictures=self._pictures,
            commands=self._commands,
        )
        page.failed.connect(self.failed)
        page.said.connect(self.said)
        page.stepped.connect(self.stepped)
        page.connect_asked.connect(self._connect_one)
        page.reconnect_asked.connect(self.connect_asked)
        page.language_chosen.connect(self.language_chosen)
        page.errand_asked.connect(self.errand_asked)
        page.import_asked.connect(self.import_asked)
        page.fetch_asked.connect(self.fetch_asked)
        page.muted_changed.connect(self._feeds.keeper.reload)
        return page

    def _tell_stuck(self) -> None:
        """Say that a post needs its writer, who may be elsewhere by now; the outbox shows it."""
        if self.is_made("outbox") and self.currentWidget() is self.outbox:
            return
        self.banner().show_message(
            self.tr("A post was not sent."),
            self.tr("Your words are safe in the outbox."),
            "warn",
            self.tr("Open the outbox"),
            partial(self._leave_banner_for, "outbox", self.banner()),
            can_close=True,
        )

    def _leave_banner_for(self, place: str, banner: Banner) -> None:
        banner.hide()
        self.place_asked.emit(place)

    def _connect_one(self) -> None:
        self.connect_asked.emit(None)
