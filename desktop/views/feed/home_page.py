"""Home: one merged feed, or the deck of columns, whichever the user prefers."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.services.domain.feed import FeedFilter
from desktop.ui.buttons import Button
from desktop.ui.segmented import Segmented
from desktop.ui.tasks import STORE
from desktop.ui.theme import Theme
from desktop.views.feed.add_column_dialog import AddColumnDialog
from desktop.views.feed.deck import Deck
from desktop.views.feed.feed_page import FeedPage
from desktop.views.feed.parts import FeedParts

FEED, COLUMNS = "feed", "columns"
WIDE = 900
"""Below this width of the page the switch shows its icons only."""


class HomePage(FeedPage):
    """The page that opens every morning, with a switch between its two faces.

    Signals:
        stepped: Something was done that can be taken back; carries the `Step`.
        account_older_asked: The oldest entry of one account's home came in sight; carries its id.
        paid_asked: An account that costs money should be fetched; carries its id.
    """

    stepped = Signal(object)
    account_older_asked = Signal(int)
    paid_asked = Signal(int)

    def __init__(self, theme: Theme, parts: FeedParts, beside: QWidget) -> None:
        super().__init__(
            theme,
            parts,
            self.tr("Home"),
            FeedFilter(),
            place_key="home",
            beside=beside,
            beside_title=self.tr("People who speak to you"),
            beside_icon="at-sign",
        )
        self._parts = parts
        self.deck = Deck(theme, parts)
        # It goes with the page even where nobody ever looked at it.
        self.deck.setParent(self)
        self.deck.hide()
        self.deck.add_asked.connect(self._on_add)
        self.deck.stepped.connect(self.stepped)
        self.deck.older_asked.connect(self.account_older_asked)
        self.deck.paid_asked.connect(self.paid_asked)
        self.deck.panel_made.connect(self._on_panel_made)
        self._switch = Segmented(
            theme,
            self.tr("How home looks"),
            ((FEED, self.tr("One feed"), "list"), (COLUMNS, self.tr("Columns"), "columns-3")),
        )
        self._switch.setObjectName("homeSwitch")
        self._switch.chosen.connect(self._on_switched)
        self._add = Button(theme, self.tr("Add a column"), icon="plus")
        self._add.setObjectName("addColumn")
        self._add.clicked.connect(self._on_add)
        self._add.hide()
        self.header.row.insertWidget(1, self._switch)
        self.header.add(self._add)
        self._is_deck_open = False

    @property
    def is_deck(self) -> bool:
        """Say whether the columns are shown."""
        return self._switch.choice == COLUMNS

    def open(self) -> None:
        """Read the feed, and show the columns where the user left them."""
        super().open()
        self._parts.tasks.run(STORE, self._columns_are_shown, owner=self, done=self._on_choice_read)

    def _columns_are_shown(self) -> bool:
        return self._parts.session.columns.are_shown

    def _on_choice_read(self, are_shown: bool) -> None:
        self._switch.set_choice(COLUMNS if are_shown else FEED)
        self._show()

    def _on_switched(self, key: str) -> None:
        self._show()
        work = partial(self._parts.session.columns.show, key == COLUMNS)
        self._parts.tasks.run(STORE, work, owner=self, done=_nothing)

    def _show(self) -> None:
        if self.is_deck and not self._is_deck_open:
            self._is_deck_open = True
            self.deck.open()
        if self.is_deck:
            self.deck.start()
        else:
            self.deck.stop()
        self._add.setVisible(self.is_deck)
        self.show_in_place(self.deck if self.is_deck else None)

    def refresh_columns(self) -> None:
        """Ask the servers for what the columns show, if they are shown."""
        if self.is_deck:
            self.deck.ask()

    def leave(self) -> None:
        """Remember the reading places, of the feed and of every column."""
        super().leave()
        self.deck.leave()

    def take_focus(self) -> None:
        """Put the keyboard into the feed, or into the deck."""
        if self.is_deck:
            self.deck.take_focus()
        else:
            super().take_focus()

    def open_find_bar(self) -> None:
        """Look for words in the feed, or in the column that has the keyboard."""
        pane = self.deck.current() if self.is_deck else None
        panel = pane.panel if pane is not None else None
        (panel or self.panel).open_find_bar()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the switch without words where the header has no room for them."""
        super().resizeEvent(event)
        self._switch.set_bare(self.width() < self._theme.px(WIDE))

    def _on_add(self) -> None:
        dialog = AddColumnDialog(
            self._theme, self._parts.session, self._parts.book, self._parts.tasks, self
        )
        dialog.chosen.connect(self.deck.add)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_panel_made(self, panel: object) -> None:
        panel.opened.connect(self.open_entry)
        panel.author_opened.connect(self.side.open_author)
        panel.mention_opened.connect(self.side.open_mentioned)
        panel.picture_opened.connect(self.picture_opened)
        panel.tag_opened.connect(self.search_for)

    def _on_shown(self, entry_id: int) -> None:
        super()._on_shown(entry_id)
        for pane in self.deck.panes:
            if pane.panel is not None:
                pane.panel.list.set_opened(entry_id)

    def search_for(self, words: str) -> None:
        """Show in the feed what holds these words."""
        self._show_feed()
        super().search_for(words)

    def _show_feed(self) -> None:
        """Show the feed for now; the next start shows what the user chose."""
        self._switch.set_choice(FEED)
        self._show()


def _nothing(_outcome: object) -> None:
    """Take no notice."""
