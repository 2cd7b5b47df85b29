"""The deck: several columns side by side, each with a feed of its own."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.columns import ASKING, Column, ColumnKind
from desktop.services.domain.errors import CrieurError
from desktop.ui.cards import Ground, Rule
from desktop.ui.notices import notice_for
from desktop.ui.scroll_bars import dress_scroll_bars
from desktop.ui.states import EmptyState
from desktop.ui.tasks import STORE, lane_of
from desktop.ui.theme import Theme
from desktop.views.feed.column_pane import ColumnPane
from desktop.views.feed.column_wording import column_name
from desktop.views.feed.feed_panel import FeedPanel
from desktop.views.feed.parts import FeedParts

ASK_EVERY_MS = 300_000
NEEDED = {
    ColumnKind.SEARCH: Cap.SEARCH,
    ColumnKind.TAG: Cap.HASHTAGS,
    ColumnKind.LIST: Cap.LISTS,
    ColumnKind.PERSON: Cap.HOME,
}


class Deck(QScrollArea):
    """The user's columns; what is pressed in one opens beside the deck.

    Signals:
        panel_made: A new list of posts is there; carries the `FeedPanel`.
        panel_gone: A list is about to go; carries the `FeedPanel`.
        said: A short sentence confirms what was done; carries it and a function that undoes it.
        activity_made: A new list of activity is there; carries the `ActivityPane`.
        add_asked: The user wants one more column.
    """

    panel_made = Signal(object)
    panel_gone = Signal(object)
    activity_made = Signal(object)
    said = Signal(str, object)
    add_asked = Signal()

    def __init__(self, theme: Theme, parts: FeedParts) -> None:
        super().__init__()
        self._theme = theme
        self._parts = parts
        self._panes: list[ColumnPane] = []
        self._counts: tuple[Mapping[int, int], Mapping[int, int]] = ({}, {})
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        dress_scroll_bars(theme, self)
        self._ground = Ground(theme, "surface")
        self._row = QHBoxLayout(self._ground)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setWidget(self._ground)
        self._asking = QTimer(self)
        self._asking.setInterval(ASK_EVERY_MS)
        self._asking.timeout.connect(self.ask)
        parts.book.changed.connect(self._on_accounts_changed)

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return what is shown, from left to right."""
        return tuple(pane.column for pane in self._panes)

    def open(self) -> None:
        """Show the columns that were kept."""
        self._parts.tasks.run(
            STORE, self._parts.session.columns.all, owner=self, done=self._on_read
        )

    def start(self) -> None:
        """Ask the servers for what the columns show, now and from time to time."""
        self._asking.start()
        self.ask()

    def stop(self) -> None:
        """Ask no more by itself."""
        self._asking.stop()

    def add(self, column: Column) -> None:
        """Put a column at the end and bring it into sight."""
        known = next((pane for pane in self._panes if pane.column == column), None)
        if known is None:
            self._show((*self.columns, column))
            self._keep()
            known = self._panes[-1]
            self._ask_for(known)
        QTimer.singleShot(0, self, partial(self.ensureWidgetVisible, known))

    def set_counts(self, home: Mapping[int, int], mentions: Mapping[int, int]) -> None:
        """Show how many entries are unread in the columns that count them."""
        self._counts = home, mentions
        for pane in self._panes:
            kinds = {ColumnKind.HOME: home, ColumnKind.MENTIONS: mentions}
            counts = kinds.get(pane.column.kind, {})
            wanted = pane.column.account_id
            pane.set_unread(counts.get(wanted, 0) if wanted else sum(counts.values()))

    def reload_activity(self) -> None:
        """Read the activity again."""
        for pane in self._panes:
            if pane.activity is not None:
                pane.activity.refresh()

    def ask(self) -> None:
        """Ask the servers for the columns that gather; those that cost money are left alone."""
        for pane in self._panes:
            self._ask_for(pane)

    def _on_read(self, columns: tuple[Column, ...]) -> None:
        self._show(columns)
        self.ask()

    def _on_accounts_changed(self) -> None:
        for pane in self._panes:
            pane.tell_name()

    def _show(self, columns: tuple[Column, ...]) -> None:
        """Show these columns; those that are there already stay as they are."""
        held = {pane.column: pane for pane in self._panes}
        for pane in self._panes:
            if pane.column not in columns:
                self._drop(pane)
        while (taken := self._row.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None and not isinstance(widget, ColumnPane):
                widget.deleteLater()
        self._panes = [held.get(column) or self._made(column) for column in columns]
        for pane in self._panes:
            self._row.addWidget(pane, 1)
            self._row.addWidget(Rule(self._theme, is_upright=True))
        if not columns:
            self._row.addWidget(self._empty())
        self.set_counts(*self._counts)

    def _empty(self) -> EmptyState:
        state = EmptyState(
            self._theme,
            "columns-3",
            self.tr("No column yet"),
            self.tr("A column keeps one feed, search, hashtag, list or person in sight."),
            self.tr("Add a column"),
        )
        state.action_asked.connect(self.add_asked)
        return state

    def _made(self, column: Column) -> ColumnPane:
        pane = ColumnPane(self._theme, self._parts, column)
        pane.moved.connect(partial(self._on_moved, column))
        pane.removed.connect(partial(self._on_removed, column))
        pane.asked.connect(partial(self._on_asked, column))
        if pane.panel is not None:
            self.panel_made.emit(pane.panel)
        if pane.activity is not None:
            self.activity_made.emit(pane.activity)
        pane.open()
        return pane

    def _drop(self, pane: ColumnPane) -> None:
        if isinstance(pane.panel, FeedPanel):
            pane.panel.keep_place()
            self.panel_gone.emit(pane.panel)
        self._row.removeWidget(pane)
        pane.deleteLater()

    def _keep(self) -> None:
        self._parts.tasks.run(
            STORE,
            partial(self._parts.session.columns.keep, self.columns),
            owner=self,
            done=_nothing,
        )

    def _on_moved(self, column: Column, by: int) -> None:
        columns = list(self.columns)
        place = columns.index(column)
        columns.insert(max(0, place + by), columns.pop(place))
        self._show(tuple(columns))
        self._keep()

    def _on_removed(self, column: Column) -> None:
        before = self.columns
        self._show(tuple(each for each in before if each != column))
        self._keep()
        name = column_name(column, self._parts.book)
        self.said.emit(
            self.tr("Column removed: {name}").format(name=name), partial(self._put_back, before)
        )

    def _put_back(self, columns: tuple[Column, ...]) -> None:
        self._show(columns)
        self._keep()

    def _on_asked(self, column: Column) -> None:
        self._ask_for(next(pane for pane in self._panes if pane.column == column))

    def _ask_for(self, pane: ColumnPane) -> None:
        column = pane.column
        if column.kind not in ASKING:
            return
        for account in self._parts.book.all():
            if self._is_asked(account, column):
                self._parts.tasks.run(
                    lane_of(account.id),
                    partial(self._parts.session.gathering.refresh, account.id, column),
                    owner=pane,
                    done=partial(self._on_gathered, pane),
                    failed=partial(self._on_failed, pane, account),
                )

    def _is_asked(self, account: Account, column: Column) -> bool:
        if Cap.METERED in account.caps or NEEDED[column.kind] not in account.caps:
            return False
        if column.network and column.network != account.network:
            return False
        return column.account_id in (0, account.id)

    def _on_gathered(self, pane: ColumnPane, _count: object) -> None:
        pane.banner.hide()
        if pane.panel is not None:
            pane.panel.reload()

    def _on_failed(self, pane: ColumnPane, account: Account, error: Exception) -> None:
        if not isinstance(error, CrieurError):
            self._parts.tasks.unhandled.emit(error)
            return
        notice = notice_for(error, f"@{account.handle}", self._parts.session.clock())
        pane.banner.show_message(notice.title, self.tr("What is stored is shown."))


def _nothing(_outcome: object) -> None:
    """Take no notice."""
