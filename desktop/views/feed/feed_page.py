"""A page that is a feed: title, accounts and filters, the list, and the pane beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.domain.account import Account
from desktop.services.domain.feed import FeedEntry, FeedFilter, FeedKind
from desktop.ui.banners import Banner
from desktop.ui.buttons import IconButton
from desktop.ui.cards import Ground, Rule
from desktop.ui.key_hints import hint_on_button
from desktop.ui.panes import Header
from desktop.ui.states import EmptyState
from desktop.ui.theme import Theme
from desktop.views.feed.empty_states import empty_state_for
from desktop.views.feed.feed_panel import FeedPanel
from desktop.views.feed.filter_bar import FilterBar
from desktop.views.feed.page_body import PageBody
from desktop.views.feed.paid_offer import is_silent
from desktop.views.feed.parts import FeedParts
from desktop.views.feed.search_row import SearchRow
from desktop.views.feed.side_pane import SidePane


class FeedPage(Ground):
    """One place of the rail whose content is posts.

    Signals:
        refresh_asked: Fetch every account now.
        connect_asked: Connect an account.
        import_asked: Take in a downloaded archive.
        unread_changed: Some entries were read.
        picture_opened: A picture was chosen; carries the `FeedEntry` and its number.
        older_asked: The oldest stored entry came in sight.
        network_search_asked: Ask the networks for these words too; carries them.
    """

    refresh_asked = Signal()
    connect_asked = Signal()
    import_asked = Signal()
    unread_changed = Signal()
    picture_opened = Signal(object, int)
    older_asked = Signal()
    network_search_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        parts: FeedParts,
        title: str,
        shown: FeedFilter,
        *,
        place_key: str,
        beside: QWidget,
        beside_title: str,
        beside_icon: str = "",
    ) -> None:
        super().__init__(theme, "window")
        self._theme = theme
        self._parts = parts
        self._base = shown
        self._place_key = place_key
        self.banner = Banner(theme)
        self.banner.hide()
        self.panel = FeedPanel(theme, *parts, empty_state=self._empty_state)
        self.filters = FilterBar(theme, parts.book, shown, parts.keymap)
        self.searched = SearchRow(theme, parts.book)
        self._refresh = IconButton(theme, "refresh-cw", self.tr("Fetch new posts"))
        self._refresh.setObjectName("refresh")
        self.side = SidePane(theme, parts, beside, beside_title)
        self._aside = IconButton(theme, beside_icon, beside_title)
        self._aside.setObjectName("aside")
        self._has_aside = bool(beside_icon)
        hint_on_button(parts.keymap, "refresh", self._refresh)
        self._build(title)
        self._connect()
        self._arrange()
        theme.resized.connect(self._arrange)

    def _build(self, title: str) -> None:
        self.header = Header(self._theme, title)
        for control in (self._aside, self._refresh, self.filters.options):
            self.header.add(control)
        self._feed = QWidget()
        column = QVBoxLayout(self._feed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self.searched)
        column.addWidget(Rule(self._theme))
        column.addWidget(self.panel, 1)
        self.body = PageBody(self._theme, self.banner, self._feed, self.side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self.body, 1)

    def _connect(self) -> None:
        panel, side = self.panel, self.side
        panel.opened.connect(side.open_thread)
        panel.author_opened.connect(side.open_author)
        panel.mention_opened.connect(side.open_mentioned)
        for pane in (panel, side):
            pane.tag_opened.connect(self.search_for)
        for pane in (panel, side):
            pane.picture_opened.connect(self.picture_opened)
        panel.older_asked.connect(self.older_asked)
        panel.unread_changed.connect(self.unread_changed)
        side.shown.connect(self._on_shown)
        self.filters.changed.connect(self._apply_filter)
        self.filters.all_read_asked.connect(panel.mark_all_read)
        self.searched.removed.connect(self._on_search_removed)
        self.searched.networks_asked.connect(self.network_search_asked)
        self._refresh.clicked.connect(self.refresh_asked)
        self._aside.clicked.connect(side.open_resting)

    def open(self) -> None:
        """Read the page's entries for the first time."""
        self._apply_filter()

    @property
    def kind(self) -> FeedKind:
        """Return what kind of entries the page shows."""
        return self._base.kind

    def set_counts(self, counts: Mapping[int, int]) -> None:
        """Show how many entries are unread for each account."""
        self.filters.set_counts(counts)

    def filter(self) -> FeedFilter:
        """Return which entries the chips, the options and the search ask for."""
        return replace(self.filters.filter(), search=self.searched.words)

    def show_everything(self) -> None:
        """Take all filters back."""
        self.filters.show_everything()
        self.searched.set_words("")
        self._apply_filter()

    def leave(self) -> None:
        """Remember where the user is reading, and what was typed about a person."""
        self.panel.keep_place()
        self.side.leave()

    def take_focus(self) -> None:
        """Put the keyboard into the list."""
        self.panel.list.setFocus()

    def open_find_bar(self) -> None:
        """Look for words in the list."""
        self.panel.open_find_bar()

    def search_for(self, words: str) -> None:
        """Show only what holds these words; none shows everything again."""
        self.searched.set_words(words)
        self._apply_filter()

    def _on_search_removed(self) -> None:
        self.search_for("")
        self.take_focus()

    def _apply_filter(self) -> None:
        wanted = self.filter()
        self.panel.set_filter(wanted, self._place_key if wanted == self._base else "")

    def _empty_state(self) -> EmptyState:
        state, action = _empty(self._theme, self.filter(), self._parts.book.all())
        state.setObjectName("emptyState")
        works = {
            "connect": self.connect_asked,
            "everything": self.show_everything,
            "refresh": self.refresh_asked,
            "import": self.import_asked,
        }
        if action:
            state.action_asked.connect(works[action])
        state.secondary_asked.connect(self.import_asked)
        return state

    def _on_shown(self, entry_id: int) -> None:
        self.panel.list.set_opened(entry_id)
        self._arrange()

    def go_back(self) -> bool:
        """Leave what was opened last, then the search; say whether there was anything."""
        if self.side.is_open:
            self.side.go_back()
        elif self.searched.words and self.body.shows_feed:
            self.search_for("")
        else:
            return False
        return True

    def open_entry(self, entry: FeedEntry) -> None:
        """Show the conversation round an entry."""
        self.side.open_thread(entry)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the pane away where there is no room for two."""
        super().resizeEvent(event)
        self._arrange()

    def show_in_place(self, widget: QWidget | None) -> None:
        """Show something else where the feed is; None shows the feed."""
        self.body.show_in_place(widget)
        self.filters.options.setVisible(widget is None)
        self._arrange()

    def _arrange(self) -> None:
        width = self.width()
        is_narrow = self.body.arrange(width)
        self._aside.setVisible(is_narrow and self._has_aside and self.body.shows_feed)
        # A pane that comes back lays the whole window out at once, and the rail takes its room.
        if self.width() != width:
            self._arrange()


def _empty(theme: Theme, shown: FeedFilter, accounts: Sequence[Account]) -> tuple[EmptyState, str]:
    is_archive = all(map(is_silent, accounts))
    return empty_state_for(theme, shown, has_accounts=bool(accounts), is_silent=is_archive)
