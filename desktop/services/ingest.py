"""Bring home feeds into the store: nothing twice, and what was not fetched is a gap."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.services.accounts import Accounts
from desktop.services.domain.feed import FeedKind
from desktop.services.domain.page import Page
from desktop.services.domain.portions import pages, portion
from desktop.services.domain.post import Arrival, Post
from desktop.services.domain.stretch import Stretch, walk
from desktop.services.networks.contract import Network
from desktop.services.storage.rows import Rows

PAGE = 50
_HOME = "home"
_OWN = "own"
_OWN_KEPT = 50
_TOP = (1 << 63) - 1
"""Above every entry."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How many pages are fetched at once.

    `first` is how much of the past a new account starts with, and what one filling of a gap
    fetches; `refresh` is what a refresh fetches before it leaves a gap.
    """

    first: int = 3
    refresh: int = 6


@dataclass(frozen=True, slots=True)
class Brought:
    """What one refresh of a home feed stored."""

    arrivals: tuple[Arrival, ...] = ()
    new_entries: int = 0
    has_gap: bool = False


class Ingest:
    """Fetches stretches of home feeds and stores each, with its cursor, in one commit.

    What makes sure that nothing is lost: between two neighbours of an account's stored home feed
    nothing was left out, unless there is a gap between them. Own posts that were stored when they
    were sent know nothing about their neighbours, so they do not count as known until the server
    shows them.
    """

    def __init__(
        self,
        rows: Rows,
        accounts: Accounts,
        clock: Callable[[], datetime],
        reach: Reach | None = None,
    ) -> None:
        self._rows = rows
        self._accounts = accounts
        self._clock = clock
        self._reach = reach or Reach()

    def refresh(self, account_id: int) -> Brought:
        """Fetch what is new.

        The first time, some of the past is stored as already read. What was fetched before
        trouble came is stored, with a gap below it, and then the trouble is raised.
        """
        is_first = not self._rows.sync.newest(account_id, _HOME)
        most = self._reach.first if is_first else self._reach.refresh
        stretch = self._fetch(account_id, most, _TOP)
        with self._rows.database.writing():
            known = self._lowest_known(account_id, stretch, _TOP)
            new = self._store(account_id, stretch, read=is_first)
            if is_first:
                self._rows.sync.put(account_id, _HOME, cursor=stretch.older)
            has_gap = not is_first and self._mend_gaps(account_id, stretch, known, _TOP)
            self._note_refreshed(account_id, stretch)
        if stretch.trouble is not None:
            raise stretch.trouble
        return Brought(stretch.items, new, has_gap)

    def fill_gap(self, entry_id: int) -> int:
        """Fetch the next pages of a gap; return how many entries were in it."""
        gap = self._rows.feed.gap(entry_id)
        if gap is None:
            return 0
        account_id, cursor, _ = gap
        stretch = self._fetch(account_id, self._reach.first, entry_id, cursor)
        with self._rows.database.writing():
            known = self._lowest_known(account_id, stretch, entry_id)
            new = self._store(account_id, stretch, read=False)
            self._rows.feed.close_gap(entry_id)
            self._mend_gaps(account_id, stretch, known, entry_id)
        if stretch.trouble is not None:
            raise stretch.trouble
        return new

    def load_older(self, account_id: int) -> int:
        """Fetch what is older than everything stored; return how many entries that is."""
        cursor = self._rows.sync.cursor(account_id, _HOME)
        if not cursor:
            return 0
        page = self._ask(account_id, cursor)
        with self._rows.database.writing():
            new = self._store(account_id, Stretch(page.items), read=True)
            self._rows.sync.put(account_id, _HOME, cursor=page.older)
        return new

    def add_own(self, account_id: int, post: Post) -> None:
        """Show a post of the account's own in its feed before the server does."""
        arrivals = [Arrival(post, post.created_at)]
        with self._rows.database.writing():
            if self._rows.feed.add(account_id, arrivals, kind=FeedKind.HOME, read=True):
                own = [*self.unconfirmed(account_id), post.native_id][-_OWN_KEPT:]
                self._rows.sync.put(account_id, _OWN, newest=" ".join(own))

    def unconfirmed(self, account_id: int) -> list[str]:
        """Return the account's own posts that only we put into its feed so far."""
        return self._rows.sync.newest(account_id, _OWN).split()

    def _fetch(self, account_id: int, usual: int, below: int, cursor: str = "") -> Stretch[Arrival]:
        def is_known(arrivals: Sequence[Arrival]) -> bool:
            return self._lowest_known(account_id, Stretch(tuple(arrivals)), below) is not None

        most = pages(self._accounts.held(account_id), usual)
        return walk(lambda at: self._ask(account_id, at), is_known, most, cursor)

    def _ask(self, account_id: int, cursor: str) -> Page[Arrival]:
        size = portion(self._accounts.held(account_id), PAGE)

        def home(network: Network) -> Page[Arrival]:
            return network.home(cursor, size)

        return self._accounts.ask(account_id, home)

    def _lowest_known(self, account_id: int, stretch: Stretch[Arrival], below: int) -> int | None:
        """Return the oldest stored entry that a stretch beginning under `below` meets."""
        own = self.unconfirmed(account_id)
        places = self._rows.coverage.positions(account_id, stretch.items)
        return min(
            (
                place
                for place, arrival in zip(places, stretch.items, strict=True)
                if place is not None and place < below and arrival.post.native_id not in own
            ),
            default=None,
        )

    def _store(self, account_id: int, stretch: Stretch[Arrival], *, read: bool) -> int:
        """Store a stretch; what the account itself wrote was read by its author."""
        me = self._accounts.held(account_id).native_id
        mine = [arrival for arrival in stretch.items if _is_by(arrival, me)]
        others = [arrival for arrival in stretch.items if not _is_by(arrival, me)]
        new = self._rows.feed.add(account_id, others, kind=FeedKind.HOME, read=read)
        return new + self._rows.feed.add(account_id, mine, kind=FeedKind.HOME, read=True)

    def _mend_gaps(
        self, account_id: int, stretch: Stretch[Arrival], known: int | None, below: int
    ) -> bool:
        """Close the gaps that a stored stretch covers and leave one where it broke off.

        `known` is the lowest entry it met. A gap above that is covered; one below it, and above
        the end of the stretch, was only entered.
        """
        rows = self._rows
        bottom = self._bottom(account_id, stretch, below)
        if bottom == _TOP:
            return False
        if not stretch.older:
            bottom = -1
        crossed = rows.coverage.gaps(account_id, bottom, below)
        for gap in crossed:
            rows.feed.close_gap(gap)
        is_broken_off = known is None or any(gap < known for gap in crossed)
        if not (stretch.older and is_broken_off):
            return False
        next_known = rows.coverage.newest_below(account_id, bottom)
        if next_known is None:
            rows.sync.put(account_id, _HOME, cursor=stretch.older)
            return False
        for gap in rows.coverage.gaps(account_id, next_known, bottom):
            rows.feed.close_gap(gap)
        rows.feed.add_gap(account_id, next_known, bottom, stretch.older)
        return True

    def _bottom(self, account_id: int, stretch: Stretch[Arrival], default: int) -> int:
        """Return the entry of the oldest arrival of a stored stretch, by the server's order."""
        places = self._rows.coverage.positions(account_id, stretch.items)
        return next((place for place in reversed(places) if place is not None), default)

    def _note_refreshed(self, account_id: int, stretch: Stretch[Arrival]) -> None:
        now = self._clock()
        seen = {arrival.post.native_id for arrival in stretch.items}
        own = [native_id for native_id in self.unconfirmed(account_id) if native_id not in seen]
        self._rows.sync.put(account_id, _OWN, newest=" ".join(own))
        self._rows.sync.put(account_id, _HOME, newest=now.isoformat())
        if stretch.trouble is None:
            self._rows.sync.put(account_id, _HOME, refreshed_at=now)
            self._rows.accounts.touch(account_id, now)


def end_feed(rows: Rows, account_id: int) -> None:
    """Let an account's home feed end with what is stored: what was older is not kept."""
    rows.sync.put(account_id, _HOME, cursor="")


def _is_by(arrival: Arrival, native_id: str) -> bool:
    author = arrival.post.author if arrival.reposter is None else arrival.reposter
    return author.native_id == native_id
