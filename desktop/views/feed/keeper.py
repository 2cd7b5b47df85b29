"""Keeps the feeds of a workspace together: what one of them learns, all of them show."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.services.domain.account import Cap
from desktop.services.domain.errors import CrieurError
from desktop.services.domain.feed import FeedEntry, FeedFilter, FeedKind, Refreshed
from desktop.ui.tasks import STORE, Tasks, lane_of
from desktop.views.account_book import AccountBook
from desktop.views.feed.feed_page import FeedPage
from desktop.views.feed.feed_panel import FeedPanel
from desktop.views.feed.network_search import NetworkSearch
from desktop.views.session import Session


class FeedKeeper(QObject):
    """Reload feeds when something arrived, count what is unread, and fetch what is missing.

    Signals:
        unread_counted: Carries how many home entries and how many mentions are unread.
        counted: Carries how many home entries and mentions are unread, by account; 0 has all.
        failed: Something did not work; carries the account's id and the exception.
        said: A short sentence confirms what was done; carries it.
    """

    unread_counted = Signal(int, int)
    counted = Signal(object, object)
    failed = Signal(int, object)
    said = Signal(str)

    def __init__(
        self,
        session: Session,
        book: AccountBook,
        tasks: Tasks,
        pages: Sequence[FeedPage],
        panels: Sequence[FeedPanel],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._book = book
        self._tasks = tasks
        self._pages = pages
        self.panels = list(panels)
        self._fetching: set[int] = set()
        self._has_no_older: set[int] = set()
        self._search = NetworkSearch(session, book, tasks, self)
        self._search.found.connect(self.reload)
        self._search.failed.connect(self._on_failed)
        self._search.said.connect(self.said)
        for page in pages:
            page.unread_changed.connect(self.count_unread)
            page.network_search_asked.connect(self._search.ask)
        for panel in panels:
            self._serve(panel)

    def _serve(self, panel: FeedPanel) -> None:
        panel.gap_asked.connect(self._fill_gap)
        panel.unread_changed.connect(self.count_unread)

    def add_panel(self, panel: FeedPanel) -> None:
        """Keep one more list up to date."""
        self.panels.append(panel)
        self._serve(panel)

    def drop_panel(self, panel: FeedPanel) -> None:
        """Let go of a list that is about to go."""
        self.panels.remove(panel)

    def on_refreshed(self, outcome: Refreshed) -> None:
        """Show what a fetch brought."""
        if outcome.new_entries or outcome.new_mentions or outcome.has_gap:
            self._has_no_older.discard(outcome.account_id)
            self.reload()
        else:
            # A like or a follower is no entry, and shows all the same.
            self.count_unread()
        self._check_in_sight(outcome.account_id)

    def _check_in_sight(self, account_id: int) -> None:
        """Ask whether what is on screen still exists as it is: deletions and edits show."""
        ids = {
            entry.id
            for panel in self.panels
            if panel.isVisible()
            for entry in panel.list.entries_in_sight()
            if account_id in entry.account_ids and entry.post is not None
        }
        if ids:
            work = partial(self._session.timeline.check, account_id, sorted(ids))
            self._run(account_id, work, self._on_checked)

    def _on_checked(self, gone: int) -> None:
        if gone:
            self.reload()
        else:
            for panel in self.panels:
                panel.list.refresh_all()

    def mark_seen(self) -> None:
        """Tell the networks that the mentions were looked at; they hear it when they can."""
        for account in self._book.all():
            if account.can(Cap.MENTIONS):
                self._tasks.run(
                    lane_of(account.id),
                    partial(self._session.timeline.mark_seen, account.id),
                    owner=self,
                    done=self._on_seen,
                    failed=self._on_not_seen,
                )

    def _on_seen(self, _outcome: object) -> None:
        self.count_unread()

    def _on_not_seen(self, error: Exception) -> None:
        if not isinstance(error, CrieurError):
            self._tasks.unhandled.emit(error)

    def reload(self) -> None:
        """Read every feed again; what is being read stays where it is."""
        for panel in self.panels:
            panel.reload()
        self.count_unread()

    def refresh_entries(self, ids: Sequence[int]) -> None:
        """Paint some entries as they are now, wherever they are shown."""
        for panel in self.panels:
            panel.list.refresh_entries(ids)

    def count_unread(self) -> None:
        """Count what is unread, for the chips and the rail."""
        self._tasks.run(STORE, self._counted, owner=self, done=self._on_counted)

    def _counted(self) -> tuple[dict[int, int], dict[int, int], int]:
        timeline = self._session.timeline
        return (
            dict(timeline.unread_counts(FeedKind.HOME)),
            dict(timeline.unread_counts(FeedKind.MENTION)),
            timeline.unread_total(FeedFilter()),
        )

    def _on_counted(self, counts: tuple[dict[int, int], dict[int, int], int]) -> None:
        home, mentions, total = counts
        for page in self._pages:
            page.set_counts({FeedKind.HOME: home, FeedKind.MENTION: mentions}.get(page.kind, {}))
        mentioned = sum(mentions.values())
        self.counted.emit(home | {0: total}, mentions | {0: mentioned})
        self.unread_counted.emit(total, mentioned)

    def _fill_gap(self, entry: FeedEntry) -> None:
        if entry.gap is None or entry.id in self._fetching:
            return
        self._fetching.add(entry.id)
        self._show_fetching()
        self._run(
            entry.gap.account_id,
            partial(self._session.timeline.fill_gap, entry.id),
            partial(self._on_gap_filled, entry.id),
        )

    def _on_gap_filled(self, entry_id: int, _count: object) -> None:
        self._fetching.discard(entry_id)
        self._show_fetching()
        self.reload()

    def _show_fetching(self) -> None:
        for panel in self.panels:
            panel.list.set_fetching(self._fetching)

    def load_older(self, only: int = 0) -> None:
        """Fetch what is older than all stored, of `only` one account or of all that are free."""
        for account in self._book.all():
            is_meant = only in (0, account.id) and Cap.METERED not in account.caps
            if not is_meant or -account.id in self._fetching or account.id in self._has_no_older:
                continue
            self._fetching.add(-account.id)
            work = partial(self._session.timeline.load_older, account.id)
            self._run(account.id, work, partial(self._on_older, account.id))

    def _on_older(self, account_id: int, count: int) -> None:
        self._fetching.discard(-account_id)
        if count:
            self.reload()
        else:
            self._has_no_older.add(account_id)

    def _run(
        self, account_id: int, work: Callable[[], object], done: Callable[[object], object]
    ) -> None:
        self._tasks.run(
            lane_of(account_id),
            work,
            owner=self,
            done=done,
            failed=partial(self._on_failed, account_id),
        )

    def _on_failed(self, account_id: int, error: Exception) -> None:
        self._fetching.clear()
        self._show_fetching()
        if self._book.get(account_id) is not None:
            # What was asked of an account that was disconnected meanwhile troubles nobody.
            self.failed.emit(account_id, error)
