"""The pages of an open workspace: the feeds at once, the others when they are first gone to."""

from PySide6.QtCore import Signal

from desktop.ui.commands import Commands
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from desktop.views.account_book import AccountBook
from desktop.views.digest_desk import DigestDesk
from desktop.views.digest_page import DigestPage
from desktop.views.feed.feeds import Feeds
from desktop.views.hub import Hub
from desktop.views.outbox_page import OutboxPage
from desktop.views.pages import Pages
from desktop.views.refresher import Refresher
from desktop.views.session import Session
from desktop.views.settings.settings import Settings


class WorkspacePages(Pages):
    """Makes each page and passes on what it asks for.

    Signals:
        said: A short sentence confirms what was done; carries it and a function that undoes it.
        failed: Something did not work; carries the account's id, or 0, and the exception.
        connect_asked: Connect an account, or sign in again; carries the `Account` or None.
        import_asked: Take in a downloaded archive.
        fetch_asked: Fetch an account that costs money; carries the `Account`.
        place_asked: Show another place; carries its key.
        language_chosen: Speak another language; carries "system", "en" or "fr".
        errand_asked: Close the workspace for an `Errand`; carries it.
        outbox_changed: Something left the outbox, or came into it.
        taken_back: A waiting post is to be written again; carries the `OutboxItem`.
    """

    said = Signal(str, object)
    failed = Signal(int, object)
    connect_asked = Signal(object)
    import_asked = Signal()
    fetch_asked = Signal(object)
    place_asked = Signal(str)
    language_chosen = Signal(str)
    errand_asked = Signal(object)
    outbox_changed = Signal()
    taken_back = Signal(object)

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

    def _make_digest(self) -> DigestPage:
        page = DigestPage(self._theme, self._session, self._tasks, self._pictures)
        page.said.connect(self._say)
        DigestDesk(page, self._feeds.home, self.place_asked.emit)
        return page

    def _make_outbox(self) -> OutboxPage:
        page = OutboxPage(self._theme, self._session, self._book, self._tasks)
        page.changed.connect(self.outbox_changed)
        page.taken_back.connect(self.taken_back)
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
        page.said.connect(self._say)
        page.connect_asked.connect(self._connect_one)
        page.reconnect_asked.connect(self.connect_asked)
        page.language_chosen.connect(self.language_chosen)
        page.errand_asked.connect(self.errand_asked)
        page.import_asked.connect(self.import_asked)
        page.fetch_asked.connect(self.fetch_asked)
        page.muted_changed.connect(self._feeds.keeper.reload)
        return page

    def _say(self, sentence: str) -> None:
        self.said.emit(sentence, None)

    def _connect_one(self) -> None:
        self.connect_asked.emit(None)
