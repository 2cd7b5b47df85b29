"""One column of the deck: a title with a menu, and the posts or the activity below it."""

from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.domain.columns import ASKING, Column, ColumnKind
from desktop.ui.badges import CountBadge
from desktop.ui.banners import Banner
from desktop.ui.buttons import IconButton
from desktop.ui.cards import Ground, Rule
from desktop.ui.labels import IconTile, Label
from desktop.ui.menus import Menu
from desktop.ui.pane_walk import be_pane
from desktop.ui.states import EmptyState
from desktop.ui.text import heard
from desktop.ui.theme import Theme
from desktop.ui.wording import short_count
from desktop.views.feed.activity_pane import ActivityPane
from desktop.views.feed.column_asker import ColumnAsker
from desktop.views.feed.column_offers import ColumnOffers
from desktop.views.feed.column_wording import ICONS, column_name
from desktop.views.feed.feed_panel import FeedPanel
from desktop.views.feed.parts import FeedParts

NARROWEST = 348
HEAD = 44
_WHOLE = (ColumnKind.HOME, ColumnKind.MENTIONS, ColumnKind.ACTIVITY)


class ColumnPane(Ground):
    """Show a column; what is pressed in it opens beside the deck.

    Signals:
        moved: The column should go that many places further; carries the number.
        removed: The column should go.
        older_asked: The oldest stored entry of a feed came in sight.
    """

    moved = Signal(int)
    removed = Signal()
    older_asked = Signal()

    def __init__(self, theme: Theme, parts: FeedParts, column: Column) -> None:
        super().__init__(theme, "surface")
        self._theme = theme
        self._book = parts.book
        self._ends = (True, True)
        self.column = column
        self.panel: FeedPanel | None = None
        self.activity: ActivityPane | None = None
        self.banner = Banner(theme)
        self.banner.setContentsMargins(12, 12, 12, 0)
        self.asker = ColumnAsker(parts, column, self)
        self._offers = ColumnOffers(theme, parts.book, parts.session.spending.prices.currency)
        self._count = CountBadge(theme)
        self._more = IconButton(theme, "ellipsis", "")
        self._more.setObjectName("columnMore")
        self._more.clicked.connect(self._show_menu)
        self._title = Label(theme, "", "strong", elides=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._head())
        box.addWidget(Rule(theme))
        box.addWidget(self._offers)
        box.addWidget(self.banner)
        box.addWidget(self._content(parts), 1)
        be_pane(self)
        self._connect()
        self.tell_name()
        self.set_unread(0)

    def _head(self) -> QWidget:
        head = QWidget()
        head.setFixedHeight(self._theme.px(HEAD))
        account = self._book.get(self.column.account_id)
        is_whole = self.column.kind in _WHOLE
        mark = account.network if account is not None and is_whole else ""
        icon = ICONS[self.column.kind]
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(
            IconTile(
                self._theme, icon, mark=mark, size=18, icon_size=18, tone="surface", ink="text2"
            )
        )
        row.addWidget(self._title, 1)
        row.addWidget(self._count)
        row.addWidget(self._more)
        return head

    def _content(self, parts: FeedParts) -> QWidget:
        if self.column.kind is ColumnKind.ACTIVITY:
            self.activity = ActivityPane(
                self._theme,
                parts.session,
                parts.tasks,
                parts.pictures,
                self.column.account_id,
                with_words=True,
            )
            return self.activity
        self.panel = FeedPanel(self._theme, *parts, empty_state=self._nothing)
        self.panel.older_asked.connect(self._on_older)
        return self.panel

    def _connect(self) -> None:
        self.asker.found.connect(self._on_found)
        self.asker.troubled.connect(self._show_troubles)
        self.asker.offered.connect(self._offers.show_offers)
        self._offers.accepted.connect(self._on_accepted)

    def _nothing(self) -> EmptyState:
        text = self.tr("What arrives appears here.")
        if self.column.kind in ASKING:
            text = self.tr("What the networks find appears here.")
        return EmptyState(self._theme, ICONS[self.column.kind], self.tr("Nothing here yet"), text)

    def open(self) -> None:
        """Read what is stored."""
        if self.panel is not None:
            self.panel.set_filter(self.column.filter(), f"column {self.column.key}")
        if self.activity is not None:
            self.activity.refresh()

    def leave(self) -> None:
        """Remember where the user is reading."""
        if self.panel is not None:
            self.panel.keep_place()

    def take_focus(self) -> None:
        """Put the keyboard into the list, or where there is none yet, on the column's menu."""
        if self.panel is not None and self.panel.list.isVisibleTo(self):
            self.panel.list.setFocus()
        else:
            self._more.setFocus()

    def tell_name(self) -> None:
        """Show the title as the accounts are called now, and name the parts after it."""
        name = column_name(self.column, self._book)
        self._title.setText(name)
        self.setAccessibleName(heard(name))
        self._more.set_name(self.tr("More for this column: {name}").format(name=name))
        if self.panel is not None:
            self.panel.list.setAccessibleName(self.tr("Posts: {name}").format(name=heard(name)))

    def set_unread(self, count: int) -> None:
        """Show how many entries are unread."""
        self._count.setText(short_count(count) if count else "")
        self._count.setAccessibleName(self.tr("%n unread", "", count))

    def set_ends(self, *, is_first: bool, is_last: bool) -> None:
        """Say at which ends of the deck the column stands."""
        self._ends = (is_first, is_last)

    def sizeHint(self) -> QSize:
        """Return the width of a column that reads well."""
        return QSize(self._theme.px(NARROWEST), 400)

    def minimumSizeHint(self) -> QSize:
        """Return the width below which a post is no pleasure to read."""
        return QSize(self._theme.px(NARROWEST), 120)

    def _on_older(self) -> None:
        if self.column.kind in ASKING:
            self.asker.load_older()
        else:
            self.older_asked.emit()

    def _on_found(self) -> None:
        if self.panel is not None:
            self.panel.reload()

    def _on_accepted(self, account: object, is_older: bool) -> None:
        self.asker.ask_paid(account, is_older=is_older)

    def _show_troubles(self, titles: tuple[str, ...]) -> None:
        if titles:
            first, *others = titles
            stored = self.tr("What is stored is shown.")
            self.banner.show_message(first, "\n".join([*others, stored]), "warn", can_close=True)
        else:
            self.banner.hide()

    def _show_menu(self) -> None:
        menu = Menu(self._theme, self)
        if self.column.kind in ASKING:
            menu.offer("refresh-cw", self.tr("Ask the networks again"), self.asker.ask)
            menu.addSeparator()
        left, right = (-1, self._ends[0]), (1, self._ends[1])
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left, right = right, left
        for icon, text, (by, is_end) in (
            ("arrow-left", self.tr("Move to the left"), left),
            ("arrow-right", self.tr("Move to the right"), right),
        ):
            menu.offer(icon, text, partial(self.moved.emit, by)).setEnabled(not is_end)
        menu.addSeparator()
        menu.offer("x", self.tr("Remove this column"), self.removed.emit)
        menu.run(self._more.mapToGlobal(QPoint(0, self._more.height())))
