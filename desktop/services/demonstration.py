"""Fill a throw-away workspace with an invented shop, fourteen months of it, offline."""

import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from desktop.services.accounts import Accounts, Registry
from desktop.services.domain.account import Account
from desktop.services.domain.feed import FeedKind
from desktop.services.domain.post import Arrival, Notification
from desktop.services.networks import registry
from desktop.services.networks.contract import Credential, Network, SignIn
from desktop.services.storage.rows import Rows

DAYS = 425
"""How far back the invented shop goes, a little more than fourteen months."""
_FIRST = 70
_BATCH = 250
_UNREAD = {"demo-place": 9, "demo-forum": 4, "demo-kiosk": 6}
_UNREAD_MENTIONS = 5

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)

Report = Callable[[int, int], None]
"""Told how many of how many days of history are stored."""


class Demonstration:
    """The invented shop: its networks, its pictures and its history.

    Its accounts are connected, and its posts fetched and stored, the way those of real networks
    are. `first_page` is enough to open a window; `rest` goes on behind it.
    """

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        self._networks = registry.demonstration(folder, clock)
        self._clock = clock
        self._is_stopped = threading.Event()

    @property
    def registry(self) -> Registry:
        """Return what signs in to the invented networks and opens them."""
        return self._networks

    def picture(self, address: str) -> bytes:
        """Return the picture behind a `demo:` address."""
        return self._networks.picture(address)

    def first_page(self, rows: Rows, accounts: Accounts) -> tuple[Account, ...]:
        """Connect the shop's accounts and store the newest posts of each."""
        connected = [
            accounts.connect(SignIn(network, "", "", "")) for network in self._networks.networks
        ]
        for account in connected:
            door = self._door(account)
            page = door.home(limit=_FIRST)
            with rows.database.writing():
                self._store_newest(rows, account, page.items)
                told = door.notifications(limit=_FIRST)
                _store_told(rows, account, told.items, unread=_UNREAD_MENTIONS)
                now = self._clock()
                mark = now.isoformat()
                rows.sync.put(account.id, "home", newest=mark, cursor=page.older, refreshed_at=now)
                rows.sync.put(account.id, "notifications", newest=mark, refreshed_at=now)
                rows.accounts.touch(account.id, now)
        return accounts.all()

    def rest(self, rows: Rows, accounts: Sequence[Account], report: Report) -> None:
        """Store everything older, newest first over all accounts, in short steps."""
        started = self._clock()
        doors = {account.id: self._door(account) for account in accounts}
        steps = [
            step
            for account in accounts
            for step in (
                self._older_home(rows, account, doors[account.id]),
                self._older_told(rows, account, doors[account.id]),
                self._people(rows, account, doors[account.id]),
            )
        ]
        while steps and not self._is_stopped.is_set():
            reached = [next(step, None) for step in steps]
            steps = [step for step, at in zip(steps, reached, strict=True) if at is not None]
            oldest = [at for at in reached if at is not None]
            if oldest:
                report(min(DAYS, (started - max(oldest)).days), DAYS)
        if not self._is_stopped.is_set():
            report(DAYS, DAYS)

    def stop(self) -> None:
        """Let `rest` end after the step it is at; the workspace is about to be thrown away."""
        self._is_stopped.set()

    def _door(self, account: Account) -> Network:
        return self._networks.open_network(account, Credential(""), lambda _: None)

    def _store_newest(self, rows: Rows, account: Account, arrivals: Sequence[Arrival]) -> None:
        others = [each for each in arrivals if not _is_own(each, account)]
        unread = others[: _UNREAD[account.network]]
        rows.feed.add(account.id, unread, kind=FeedKind.HOME, read=False)
        rows.feed.add(account.id, arrivals, kind=FeedKind.HOME, read=True)

    def _older_home(self, rows: Rows, account: Account, door: Network) -> Iterator[datetime]:
        cursor = rows.sync.cursor(account.id, "home")
        while cursor:
            page = door.home(cursor, _BATCH)
            with rows.database.writing():
                rows.feed.add(account.id, page.items, kind=FeedKind.HOME, read=True)
                rows.sync.put(account.id, "home", cursor=page.older)
            cursor = page.older
            yield page.items[-1].at

    def _older_told(self, rows: Rows, account: Account, door: Network) -> Iterator[datetime]:
        cursor = door.notifications(limit=_FIRST).older
        while cursor:
            page = door.notifications(cursor, _BATCH)
            with rows.database.writing():
                _store_told(rows, account, page.items)
            cursor = page.older
            yield page.items[-1].at

    def _people(self, rows: Rows, account: Account, door: Network) -> Iterator[datetime]:
        """Store who follows the shop and whom it follows, as the person panel wants it."""
        for ask in (door.following, door.followers):
            cursor = ""
            while True:
                page = ask(account.native_id, cursor, _BATCH)
                relations = door.relations([person.native_id for person in page.items])
                with rows.database.writing():
                    rows.people.save(page.items)
                    rows.people.save_relations(account.id, relations)
                yield _LONG_AGO
                cursor = page.older
                if not cursor:
                    break


def _store_told(
    rows: Rows, account: Account, told: Sequence[Notification], unread: int = 0
) -> None:
    rows.notifications.save(account.id, told[:unread], seen=False)
    rows.notifications.save(account.id, told, seen=True)
    mentions = [Arrival(each.post, each.at) for each in told if each.post is not None]
    newest = list(islice(mentions, unread))
    rows.feed.add(account.id, newest, kind=FeedKind.MENTION, read=False)
    rows.feed.add(account.id, mentions, kind=FeedKind.MENTION, read=True)


def _is_own(arrival: Arrival, account: Account) -> bool:
    author = arrival.post.author if arrival.reposter is None else arrival.reposter
    return author.native_id == account.native_id
