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
from desktop.ui.states import EmptyState
from desktop.ui.theme import Theme
from desktop.ui.wording import short_count
from desktop.views.feed.activity_pane import ActivityPane
from desktop.views.feed.column_wording import ICONS, column_name
from desktop.views.feed.feed_panel import FeedPanel
from desktop.views.feed.parts import FeedParts

NARROWEST = 320
HEAD = 44


class ColumnPane(Ground):
    """Show a column; what is pressed in it opens beside the deck.

    Signals:
        moved: The column should go that many places to the right; carries the number.
        removed: The column should go.
        asked: Ask the servers again for what the column shows.
    """

    moved = Signal(int)
    removed = Signal()
    asked = Signal()

    def __init__(self, theme: Theme, parts: FeedParts, column: Column) -> None:
        super().__init__(theme, "surface")
        self._theme = theme
        self._book = parts.book
        self.column = column
        self.panel: FeedPanel | None = None
        self.activity: ActivityPane | None = None
        self.banner = Banner(theme)
        self.banner.hide()
        self._count = CountBadge(theme)
        self._count.hide()
        self._more = IconButton(theme, "ellipsis", self.tr("More for this column"))
        self._more.setObjectName("columnMore")
        self._more.clicked.connect(self._show_menu)
        self._title = Label(theme, "", "strong", elides=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._head())
        box.addWidget(Rule(theme))
        box.addWidget(self.banner)
        box.addWidget(self._content(parts), 1)
        self.tell_name()

    def _head(self) -> QWidget:
        head = QWidget()
        head.setFixedHeight(self._theme.px(HEAD))
        account = self._book.get(self.column.account_id)
        is_whole = self.column.kind in (ColumnKind.HOME, ColumnKind.MENTIONS, ColumnKind.ACTIVITY)
        mark = account.network if account is not None and is_whole else ""
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(
            IconTile(
                self._theme,
                ICONS[self.column.kind],
                mark=mark,
                size=20,
                icon_size=18,
                tone="surface",
                ink="text2",
            )
        )
        row.addWidget(self._title, 1)
        row.addWidget(self._count)
        row.addWidget(self._more)
        return head

    def _content(self, parts: FeedParts) -> QWidget:
        if self.column.kind is ColumnKind.ACTIVITY:
            self.activity = ActivityPane(
                self._theme, parts.session, parts.tasks, parts.pictures, self.column.account_id
            )
            return self.activity
        self.panel = FeedPanel(self._theme, *parts, empty_state=self._nothing)
        return self.panel

    def _nothing(self) -> EmptyState:
        text = self.tr("What arrives appears here.")
        if self.column.kind in ASKING:
            text = self.tr("The networks were asked; what they find appears here.")
        return EmptyState(self._theme, ICONS[self.column.kind], self.tr("Nothing here yet"), text)

    def open(self) -> None:
        """Read what is stored."""
        if self.panel is not None:
            self.panel.set_filter(self.column.filter(), f"column {self.column.key}")
        if self.activity is not None:
            self.activity.refresh()

    def tell_name(self) -> None:
        """Show the title as the accounts are called now."""
        name = column_name(self.column, self._book)
        self._title.setText(name)
        self.setAccessibleName(name)

    def set_unread(self, count: int) -> None:
        """Show how many entries are unread."""
        self._count.setText(short_count(count) if count else "")

    def sizeHint(self) -> QSize:
        """Return the width of a column that reads well."""
        return QSize(self._theme.px(NARROWEST), 400)

    def minimumSizeHint(self) -> QSize:
        """Return the width below which a post is no pleasure to read."""
        return QSize(self._theme.px(NARROWEST), 120)

    def _show_menu(self) -> None:
        menu = Menu(self._theme, self)
        if self.column.kind in ASKING:
            menu.offer("refresh-cw", self.tr("Ask the networks again"), self.asked.emit)
            menu.addSeparator()
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left, right = (1, -1) if is_mirrored else (-1, 1)
        menu.offer("arrow-left", self.tr("Move to the left"), partial(self.moved.emit, left))
        menu.offer("arrow-right", self.tr("Move to the right"), partial(self.moved.emit, right))
        menu.addSeparator()
        menu.offer("x", self.tr("Remove this column"), self.removed.emit)
        menu.run(self._more.mapToGlobal(QPoint(0, self._more.height())))
