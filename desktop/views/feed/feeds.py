"""The three feeds of a workspace and what stands beside them, wired to one another."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.services.domain.feed import FeedEntry, FeedFilter, FeedKind
from desktop.ui.keymap import Keymap
from desktop.ui.links import open_link
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.picture_viewer import PictureViewer
from desktop.ui.states import EmptyState
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from desktop.views.account_book import AccountBook
from desktop.views.feed.actions import FeedActions
from desktop.views.feed.activity_pane import ActivityPane
from desktop.views.feed.empty_states import empty_state_for
from desktop.views.feed.feed_page import FeedPage
from desktop.views.feed.feed_panel import FeedPanel
from desktop.views.feed.home_page import HomePage
from desktop.views.feed.keeper import FeedKeeper
from desktop.views.feed.parts import FeedParts
from desktop.views.session import Session

MENTIONED = FeedFilter(kind=FeedKind.MENTION)
MARKED = FeedFilter(kind=FeedKind.HOME | FeedKind.MENTION, bookmarked_only=True)


class Feeds(QObject):
    """Home with the mentions beside it, the mentions with what happened, and the bookmarks.

    Signals:
        refresh_asked: Fetch every account now.
        connect_asked: Connect an account.
        import_asked: Take in a downloaded archive.
        paid_asked: Fetch an account that costs money; carries its id.
    """

    refresh_asked = Signal()
    connect_asked = Signal()
    import_asked = Signal()
    paid_asked = Signal(int)

    def __init__(
        self,
        theme: Theme,
        session: Session,
        book: AccountBook,
        tasks: Tasks,
        pictures: PictureLoader,
        window: QWidget,
        *,
        keymap: Keymap,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._session = session
        self._pictures = pictures
        self._window = window
        self.actions = FeedActions(theme, session, book, tasks, window, keymap)
        parts = FeedParts(session, book, tasks, pictures, self.actions)
        self.beside = FeedPanel(theme, *parts, empty_state=self._nobody_yet)
        self.activity = ActivityPane(theme, session, tasks, pictures)
        self._make_pages(parts)
        self._connect()

    def _make_pages(self, parts: FeedParts) -> None:
        hint = EmptyState(
            self._theme,
            "message-circle",
            self.tr("Open a bookmark"),
            self.tr("Its conversation appears here."),
        )
        self.home = HomePage(self._theme, parts, self.beside)
        self.mentions = FeedPage(
            self._theme,
            parts,
            self.tr("Mentions"),
            MENTIONED,
            place_key="mentions",
            beside=self.activity,
            beside_title=self.tr("Likes, reposts, new followers"),
            beside_icon="heart",
        )
        self.bookmarks = FeedPage(
            self._theme,
            parts,
            self.tr("Bookmarks"),
            MARKED,
            place_key="bookmarks",
            beside=hint,
            beside_title=self.tr("Conversation"),
        )
        self.pages = (self.home, self.mentions, self.bookmarks)
        self.panels = (*(page.panel for page in self.pages), self.beside)
        self.keeper = FeedKeeper(
            parts.session, parts.book, parts.tasks, self.pages, self.panels, self
        )

    def _connect(self) -> None:
        deck = self.home.deck
        deck.panel_made.connect(self.keeper.add_panel)
        deck.panel_gone.connect(self.keeper.drop_panel)
        deck.activity_made.connect(self._on_activity_made)
        self.keeper.counted.connect(deck.set_counts)
        self.keeper.unread_counted.connect(deck.reload_activity)
        self.home.stepped.connect(self.actions.stepped)
        self.actions.changed.connect(self.keeper.refresh_entries)
        self.home.older_asked.connect(self.keeper.load_older)
        self.home.account_older_asked.connect(self.keeper.load_older)
        self.home.paid_asked.connect(self.paid_asked)
        self.refresh_asked.connect(self.home.refresh_columns)
        self.keeper.unread_counted.connect(self.activity.refresh)
        self.beside.opened.connect(self.home.open_entry)
        self.beside.author_opened.connect(self.home.side.open_author)
        self.beside.mention_opened.connect(self.home.side.open_mentioned)
        self.beside.tag_opened.connect(self.home.search_for)
        self.activity.post_opened.connect(self.mentions.open_entry)
        self.activity.author_opened.connect(self.mentions.side.open_person)
        self.activity.failed.connect(self.actions.failed)
        for page in self.pages:
            page.refresh_asked.connect(self.refresh_asked)
            page.connect_asked.connect(self.connect_asked)
            page.import_asked.connect(self.import_asked)
        for source in (*self.pages, self.beside):
            source.picture_opened.connect(self._open_picture)

    def _on_activity_made(self, activity: ActivityPane) -> None:
        activity.post_opened.connect(self.home.open_entry)
        activity.author_opened.connect(self.home.side.open_person)
        activity.failed.connect(self.actions.failed)

    def open(self) -> None:
        """Show what is stored, at the start and after an account came or went."""
        for page in self.pages:
            page.open()
        self.beside.set_filter(MENTIONED)
        self.activity.refresh()
        self.keeper.count_unread()

    def _nobody_yet(self) -> EmptyState:
        state, _ = empty_state_for(self._theme, MENTIONED, has_accounts=True)
        state.button.hide()
        return state

    def leave(self) -> None:
        """Keep the reading places and what was typed about people."""
        for page in self.pages:
            page.leave()

    def reload(self) -> None:
        """Read everything again after something of the user's own arrived."""
        self.keeper.reload()
        for page in self.pages:
            page.side.reload()

    def tell_time(self) -> None:
        """Say all times as seen from now."""
        now = self._session.clock()
        for panel in self.keeper.panels:
            panel.list.set_now(now)

    def _open_picture(self, entry: FeedEntry, number: int) -> None:
        post = entry.post
        if post is None:
            return
        chosen = post.media[number]
        if chosen.kind != "image":
            # Crieur plays nothing by itself.
            open_link(post.url or chosen.url, self._window, self._theme)
            return
        viewer = PictureViewer(
            self._theme,
            self._pictures,
            post.media,
            number,
            self._window,
            keymap=self.actions.keymap,
        )
        viewer.finished.connect(viewer.deleteLater)
        viewer.open()
