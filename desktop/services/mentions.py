"""Bring in what others did towards an account: mentions into the feed, the rest into activity."""

import json
from collections.abc import Callable, Sequence
from datetime import datetime

from desktop.services.accounts import Accounts
from desktop.services.domain.account import Cap
from desktop.services.domain.feed import FeedKind
from desktop.services.domain.page import Page
from desktop.services.domain.portions import pages, portion
from desktop.services.domain.post import Arrival, Notification
from desktop.services.domain.stretch import Stretch, walk
from desktop.services.networks.contract import Network
from desktop.services.storage.rows import Rows

PAGE = 50
MAX_PAGES = 6
_TOLD = "notifications"


class Mentions:
    """Fetches notifications until a known one is met.

    When there are more than one refresh takes, the cursor of the rest is kept and the next
    refresh goes on there: activity has no gaps to click on.
    """

    def __init__(
        self,
        rows: Rows,
        accounts: Accounts,
        clock: Callable[[], datetime],
        max_pages: int = MAX_PAGES,
    ) -> None:
        self._rows = rows
        self._accounts = accounts
        self._clock = clock
        self._max_pages = max_pages

    def refresh(self, account_id: int) -> int:
        """Fetch what is new; return how many mentions that is. The first time they are read."""
        if not self._rows.sync.newest(account_id, _TOLD):
            stretch = self._fetch(account_id, 1, "")
            return self._store(account_id, stretch, [], is_first=True)
        most = pages(self._accounts.held(account_id), self._max_pages)
        stretch = self._fetch(account_id, most, "")
        new = self._store(account_id, stretch, self._rest(account_id))
        rest = self._rest(account_id)
        if rest:
            stretch = self._fetch(account_id, most, rest[0])
            new += self._store(account_id, stretch, rest[1:])
        return new

    def mark_seen(self, account_id: int) -> None:
        """Note, here and on the server, that the account's notifications were seen."""
        self._rows.notifications.mark_seen([account_id])
        if Cap.MENTIONS in self._accounts.held(account_id).caps:
            self._accounts.ask(account_id, lambda network: network.mark_seen())

    def _fetch(self, account_id: int, pages: int, cursor: str) -> Stretch[Notification]:
        size = portion(self._accounts.held(account_id), PAGE)

        def ask(at: str) -> Page[Notification]:
            def notifications(network: Network) -> Page[Notification]:
                return network.notifications(at, size)

            return self._accounts.ask(account_id, notifications)

        def is_known(found: Sequence[Notification]) -> bool:
            names = [notification.native_id for notification in found]
            return self._rows.coverage.is_any_told(account_id, names)

        return walk(ask, is_known, pages, cursor)

    def _store(
        self,
        account_id: int,
        stretch: Stretch[Notification],
        rest: list[str],
        *,
        is_first: bool = False,
    ) -> int:
        """Store a stretch, and the cursors that fetch what is still missing below it."""
        if stretch.older and not stretch.is_joined and not is_first:
            rest = [stretch.older, *rest]
        arrivals = [
            Arrival(told.post, min(told.post.created_at, told.at))
            for told in stretch.items
            if told.post is not None
        ]
        now = self._clock()
        with self._rows.database.writing():
            self._rows.notifications.save(account_id, stretch.items, seen=is_first)
            new = self._rows.feed.add(account_id, arrivals, kind=FeedKind.MENTION, read=is_first)
            self._rows.sync.put(
                account_id,
                _TOLD,
                newest=now.isoformat(),
                cursor=json.dumps(rest),
                refreshed_at=now,
            )
        if stretch.trouble is not None:
            raise stretch.trouble
        return new

    def _rest(self, account_id: int) -> list[str]:
        rest: list[str] = json.loads(self._rows.sync.cursor(account_id, _TOLD) or "[]")
        return rest
