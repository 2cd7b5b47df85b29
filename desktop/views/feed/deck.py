"""The deck: several columns side by side, each with a feed of its own."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer, Signal, SignalInstance
from PySide6.QtGui import QShowEvent

from desktop.services.domain.columns import ASKING, Column, ColumnKind
from desktop.ui.history import Step, Way
from desktop.ui.states import EmptyState
from desktop.ui.tasks import STORE
from desktop.ui.theme import Theme
from desktop.views.feed.column_pane import ColumnPane
from desktop.views.feed.column_row import ColumnRow
from desktop.views.feed.column_wording import column_name
from desktop.views.feed.parts import FeedParts
from desktop.views.session import Session

ASK_EVERY_MS = 300_000
translate = QCoreApplication.translate
_Then = Callable[[object], None]


class Deck(ColumnRow):
    """The user's columns; what is pressed in one opens beside the deck.

    Signals:
        panel_made: A new list of posts is there; carries the `FeedPanel`.
        panel_gone: A list is about to go; carries the `FeedPanel`.
        activity_made: A new list of activity is there; carries the `ActivityPane`.
        stepped: Something was done that can be taken back; carries the `Step`.
        add_asked: The user wants one more column.
        older_asked: The oldest entry of home came in sight; carries an account's id, 0 for all.
        paid_asked: An account that costs money should be fetched; carries its id.
    """

    panel_made = Signal(object)
    panel_gone = Signal(object)
    activity_made = Signal(object)
    stepped = Signal(object)
    add_asked = Signal()
    older_asked = Signal(int)
    paid_asked = Signal(int)

    def __init__(self, theme: Theme, parts: FeedParts) -> None:
        super().__init__(theme)
        self._parts = parts
        self._is_open = False
        self._is_read = False
        self._early: list[Column] = []
        self._changes = 0
        self._is_due = False
        self._counts: tuple[Mapping[int, int], Mapping[int, int]] = ({}, {})
        self._asking = QTimer(self)
        self._asking.setInterval(ASK_EVERY_MS)
        self._asking.timeout.connect(self.ask)
        parts.book.changed.connect(self._on_accounts_changed)

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return what is shown, from left to right."""
        return tuple(pane.column for pane in self.panes)

    def open(self) -> None:
        """Show the columns that were kept, now and whenever accounts come or go."""
        self._is_open = True
        kept = self._parts.session.columns.all
        done = partial(self._on_read, self._changes)
        self._parts.tasks.run(STORE, kept, owner=self, done=done)

    def start(self) -> None:
        """Ask the servers for what the columns show, now and from time to time."""
        if not self._asking.isActive():
            self._asking.start()
            self.ask()

    def stop(self) -> None:
        """Ask no more by itself."""
        self._asking.stop()

    def ask(self) -> None:
        """Ask the servers for the columns now, or as soon as somebody looks at them."""
        self._is_due = not self.isVisible()
        if self.isVisible():
            for pane in self.panes:
                pane.asker.ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what was due meanwhile."""
        super().showEvent(event)
        if self._is_due:
            self.ask()

    def leave(self) -> None:
        """Remember where the user is reading in each column."""
        for pane in self.panes:
            pane.leave()

    def add(self, column: Column) -> None:
        """Put a column at the end, unless there is one like it, and bring it into sight."""
        if not self._is_read:
            self._early.append(column)  # those that were kept are on their way
            return
        if column not in self.columns:
            at = len(self.columns)
            self._place(column, at)
            words = self.tr("Column added: {name}"), self.tr("Column removed: {name}")
            self._tell(column, words, partial(self._take, column), partial(self._place, column, at))
        else:
            self.bring(next(each for each in self.panes if each.column == column))

    def set_counts(self, home: Mapping[int, int], mentions: Mapping[int, int]) -> None:
        """Show how many entries each account has unread; 0 has all accounts, each post once."""
        self._counts = home, mentions
        for pane in self.panes:
            kinds = {ColumnKind.HOME: home, ColumnKind.MENTIONS: mentions}
            counts = kinds.get(pane.column.kind, {})
            pane.set_unread(counts.get(pane.column.account_id, 0))

    def reload_activity(self) -> None:
        """Read the activity again."""
        for pane in self.panes:
            if pane.activity is not None:
                pane.activity.refresh()

    def _on_read(self, changes: int, columns: tuple[Column, ...]) -> None:
        if changes != self._changes:
            self.open()  # the user changed them while they were read
            return
        self._is_read = True
        self._show(columns)
        early, self._early = self._early, []
        for column in early:
            self.add(column)

    def _on_accounts_changed(self) -> None:
        for pane in self.panes:
            pane.tell_name()
        if self._is_open:
            self.open()
            self.ask()

    def _show(self, columns: tuple[Column, ...]) -> None:
        """Show these columns; those that are there already stay as they are."""
        held = {pane.column: pane for pane in self.panes}
        for pane in self.panes:
            if pane.column not in columns:
                self._drop(pane)
        self.show_panes(
            [held.get(column) or self._made(column) for column in columns],
            None if columns else _empty_deck(self._theme, self.add_asked),
        )
        self.set_counts(*self._counts)
        self._is_due = self._is_due or not self.isVisible()
        for pane in self.panes:
            if pane.column not in held and self.isVisible():
                pane.asker.ask()

    def _made(self, column: Column) -> ColumnPane:
        pane = ColumnPane(self._theme, self._parts, column)
        pane.moved.connect(partial(self._on_moved, column))
        pane.removed.connect(partial(self._on_removed, column))
        pane.asker.refresh_wanted.connect(self.paid_asked)
        if column.kind is ColumnKind.HOME:
            pane.older_asked.connect(partial(self.older_asked.emit, column.account_id))
        if pane.panel is not None:
            self.panel_made.emit(pane.panel)
        if pane.activity is not None:
            self.activity_made.emit(pane.activity)
        pane.open()
        return pane

    def _drop(self, pane: ColumnPane) -> None:
        pane.leave()
        if pane.panel is not None:
            self.panel_gone.emit(pane.panel)
        pane.hide()
        pane.deleteLater()

    def _keep(self, forgotten: Column | None = None) -> None:
        self._changes += 1
        work = partial(_write, self._parts.session, self.columns, forgotten)
        self._parts.tasks.run(STORE, work, owner=self, done=_nothing)

    def _on_moved(self, column: Column, by: int) -> None:
        before = self.columns.index(column)
        after = max(0, before + by)
        self._place(column, after)
        ways = (partial(self._place, column, at) for at in (before, after))
        words = self.tr("Column moved: {name}"), self.tr("Column back in its place: {name}")
        self._tell(column, words, *ways)

    def _on_removed(self, column: Column) -> None:
        before = self.columns.index(column)
        self._take(column)
        ways = partial(self._place, column, before), partial(self._take, column)
        words = self.tr("Column removed: {name}"), self.tr("Column back in its place: {name}")
        self._tell(column, words, *ways)

    def _tell(self, column: Column, words: tuple[str, str], *ways: _Then) -> None:
        """Tell what was done to a column, with the ways back and forth again."""
        name = column_name(column, self._parts.book)
        back, again = (Way(self, STORE, _no_work, then) for then in ways)
        self.stepped.emit(Step(*(each.format(name=name) for each in words), back, again))

    def _take(self, column: Column, _outcome: object = None) -> None:
        """Take a column away, if it is shown."""
        if column in self.columns:
            self._show(tuple(each for each in self.columns if each != column))
            self._keep(column)
            self.take_focus()

    def _place(self, column: Column, at: int, _outcome: object = None) -> None:
        """Put a column at a place, whether it is shown already or not."""
        if column.account_id and self._parts.book.get(column.account_id) is None:
            return  # its account was disconnected meanwhile
        columns = [each for each in self.columns if each != column]
        columns.insert(at, column)
        self._show(tuple(columns))
        self._keep()
        self.bring(next(pane for pane in self.panes if pane.column == column))


def _empty_deck(theme: Theme, add_asked: SignalInstance) -> EmptyState:
    state = EmptyState(
        theme,
        "columns-3",
        translate("Deck", "No column yet"),
        translate("Deck", "A column keeps one feed, search, hashtag, list or person in sight."),
        translate("Deck", "Add a column"),
    )
    state.action_asked.connect(add_asked)
    return state


def _write(session: Session, columns: tuple[Column, ...], forgotten: Column | None) -> None:
    session.columns.keep(columns)
    if forgotten is not None and forgotten.kind in ASKING:
        session.gathering.forget(forgotten)


def _no_work() -> None:
    """Leave the work to the window: columns are its own."""


def _nothing(_outcome: object) -> None:
    """Take no notice."""
