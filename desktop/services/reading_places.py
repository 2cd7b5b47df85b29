"""Keep the place where the home feed was read the same here and on the server.

A server remembers one place: everything up to it was read. It is read at each refresh, and written
only where the user read further here than anywhere else; it never moves backwards.
"""

from collections.abc import Sequence

from desktop.services.accounts import Accounts
from desktop.services.domain.account import Account, Cap
from desktop.services.domain.feed import FeedFilter
from desktop.services.storage.rows import Rows

_PLACE = "reading_place"


class ReadingPlaces:
    """The reading place of each account whose server remembers one."""

    def __init__(self, rows: Rows, accounts: Accounts) -> None:
        self._rows = rows
        self._accounts = accounts

    def note(self, entry_ids: Sequence[int]) -> None:
        """Remember how far the user has read; nothing is sent yet."""
        for account in self._accounts.all():
            if Cap.READING_PLACE in account.caps:
                read = self._rows.coverage.newest_home(account.id, entry_ids)
                if read > self._read_here(account):
                    self._rows.sync.put(account.id, _PLACE, newest=str(read))

    def sync(self, account_id: int) -> int:
        """Take over the server's place and send it ours where that is further on.

        Returns how many entries became read by that; 0 for a server that remembers no place.
        """
        account = self._accounts.held(account_id)
        if Cap.READING_PLACE not in account.caps:
            return 0
        native_id = self._accounts.ask(account_id, lambda network: network.reading_place())
        # A place that is not stored lies before everything that is.
        there = self._rows.coverage.entry_of(account_id, native_id) if native_id else 0
        here = self._read_here(account)
        if here > there:
            self._send(account, here)
        # Where the server only says what we told it, what lies below stays as it was here.
        is_ours = native_id == self._rows.sync.cursor(account_id, _PLACE)
        return 0 if is_ours else self._mark_read(account, there)

    def _read_here(self, account: Account) -> int:
        return int(self._rows.sync.newest(account.id, _PLACE) or 0)

    def _send(self, account: Account, entry_id: int) -> None:
        entry = next(iter(self._rows.feed.entries([entry_id])), None)
        post = None if entry is None else entry.post
        if post is not None:
            native_id = post.native_id
            self._accounts.ask(account.id, lambda network: network.keep_reading_place(native_id))
            self._rows.sync.put(account.id, _PLACE, cursor=native_id)

    def _mark_read(self, account: Account, there: int) -> int:
        unread = FeedFilter(account_ids=(account.id,), unread_only=True)
        ids = [each for each in self._rows.feed.window(unread, anchor=there).ids if each <= there]
        self._rows.feed.mark_read(ids)
        return len(ids)
