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
        said: A short sentence confirms what was done; carries it and a function that undoes it.
    """

    said = Signal(str, object)

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
        self.deck.add_asked.connect(self._on_add)
        self.deck.said.connect(self.said)
        self.deck.panel_made.connect(self._on_panel_made)
        self.stack.addWidget(self.deck)
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
        panel.tag_opened.connect(self._on_tag)

    def _on_tag(self, word: str) -> None:
        self._switch.set_choice(FEED)
        self._show()
        self.search_for(word)


def _nothing(_outcome: object) -> None:
    """Take no notice."""
