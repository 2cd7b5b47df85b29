"""Keeps every account fresh: one slow clock, one call at a time per account."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.services.domain.account import AccountState, Cap
from desktop.services.domain.draft import OutboxItem
from desktop.services.domain.errors import (
    CrieurError,
    RateLimited,
    SignedOut,
    Unreachable,
    VaultTrouble,
)
from desktop.services.domain.feed import Refreshed
from desktop.ui.tasks import Tasks, lane_of
from desktop.views.account_book import AccountBook
from desktop.views.session import Session

FEED_INTERVAL = timedelta(minutes=15)
"""Websites change slowly, and belong to people who pay for each visit."""
TICK_MS = 5_000
"""How often due accounts are looked for; also what notices that a laptop woke up."""


@dataclass
class _Progress:
    due_at: datetime
    is_by_itself: bool = True
    """Off for an account that costs money, which is fetched only when the user asks for it."""
    is_busy: bool = False
    trouble: Exception | None = None
    refreshed_at: datetime | None = None


class Refresher(QObject):
    """Fetch each account when it is due or when asked, and keep what came of it.

    Signals:
        refreshed: An account was fetched; carries a `Refreshed`.
        troubled: A fetch went wrong half-way; what had come by then is stored.
        sent: Posts of the outbox moved; carries the tuple of `OutboxItem`.
        status_changed: Something that the connection line or a banner shows is different.
    """

    refreshed = Signal(object)
    troubled = Signal()
    sent = Signal(object)
    status_changed = Signal()

    def __init__(
        self,
        session: Session,
        book: AccountBook,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._book = book
        self._tasks = tasks
        # The demonstration has nobody to spare: its posts arrive every half minute.
        self._interval = timedelta(seconds=30 if session.is_demo else 150)
        self._progress: dict[int, _Progress] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        book.changed.connect(self._on_accounts_changed)

    def start(self) -> None:
        """Fetch every account now, then again whenever it is due."""
        self._timer.start()
        self._on_accounts_changed()

    def stop(self) -> None:
        """Fetch nothing any more; what is under way ends with its lane."""
        self._timer.stop()

    def _on_accounts_changed(self) -> None:
        accounts = {account.id: account for account in self._book.all()}
        for gone in self._progress.keys() - accounts.keys():
            del self._progress[gone]
        now = self._session.clock()
        for account in accounts.values():
            if Cap.HOME not in account.caps:
                self._progress.pop(account.id, None)  # nothing to fetch: known from its archive
                continue
            known = self._progress.setdefault(account.id, _Progress(due_at=now))
            known.is_by_itself = Cap.METERED not in account.caps
            known.refreshed_at = known.refreshed_at or account.refreshed_at
            is_connected = account.state is AccountState.CONNECTED
            if is_connected and isinstance(known.trouble, (SignedOut, VaultTrouble)):
                # The user signed in again or unlocked the keyring, and wants to see what is new.
                known.trouble, known.due_at = None, now
        if self._timer.isActive():
            self._refresh_due()

    def refresh_all(self) -> None:
        """Fetch every account now, except where its server asked to wait."""
        now = self._session.clock()
        for progress in self._progress.values():
            if not isinstance(progress.trouble, RateLimited) or progress.trouble.until <= now:
                progress.due_at = now
        self._refresh_due(by_hand=True)

    def refresh_paid(self, account_id: int) -> None:
        """Fetch an account that costs money, because the user said so."""
        progress = self._progress.get(account_id)
        if progress is not None and not progress.is_busy:
            self._refresh(account_id, progress)
            self.status_changed.emit()

    @property
    def is_busy(self) -> bool:
        """Say whether any account is being fetched."""
        return any(progress.is_busy for progress in self._progress.values())

    @property
    def last_updated(self) -> datetime | None:
        """Return the oldest of the accounts' last good fetches, None before the first of each."""
        times = [each.refreshed_at for each in self._progress.values() if each.is_by_itself]
        return min((at for at in times if at), default=None) if all(times) else None

    def refreshed_at(self, account_id: int) -> datetime | None:
        """Return when an account was last fetched whole, None before the first time."""
        progress = self._progress.get(account_id)
        return progress.refreshed_at if progress is not None else None

    @property
    def is_offline(self) -> bool:
        """Say whether no account at all could be reached the last time.

        A proxy that is in the way is another matter, which waiting does not mend.
        """
        troubles = [each.trouble for each in self._progress.values() if each.is_by_itself]
        return bool(troubles) and all(
            isinstance(each, Unreachable) and not each.proxy for each in troubles
        )

    def troubles(self) -> dict[int, Exception]:
        """Return what went wrong at each account's last fetch, for those where something did."""
        return {
            account_id: progress.trouble
            for account_id, progress in self._progress.items()
            if progress.trouble is not None
        }

    def _on_tick(self) -> None:
        self._refresh_due()

    def _refresh_due(self, *, by_hand: bool = False) -> None:
        now = self._session.clock()
        for account_id, progress in self._progress.items():
            if progress.is_busy or progress.due_at > now:
                continue
            if not progress.is_by_itself:
                # Only what the user wrote goes out by itself; each post was asked for.
                progress.due_at = now + self._interval
                self.send_waiting(account_id)
                continue
            account = self._book.get(account_id)
            if account is None or account.state is AccountState.SIGNED_OUT:
                continue
            is_told = progress.trouble is not None
            if account.state is AccountState.LOCKED and is_told and not by_hand:
                # The keyring would ask its question again and again.
                continue
            self._refresh(account_id, progress)
        self.status_changed.emit()

    def _refresh(self, account_id: int, progress: _Progress) -> None:
        progress.is_busy = True
        self._tasks.run(
            lane_of(account_id),
            partial(self._session.timeline.refresh, account_id),
            owner=self,
            done=self._on_refreshed,
            failed=partial(self._on_failed, account_id),
        )

    def _on_refreshed(self, outcome: Refreshed) -> None:
        progress = self._progress.get(outcome.account_id)
        if progress is None:
            return
        progress.is_busy = False
        progress.trouble = None
        progress.refreshed_at = outcome.at
        account = self._book.get(outcome.account_id)
        is_feed = account is not None and account.network == "feed"
        pause = FEED_INTERVAL if is_feed else self._interval
        progress.due_at = self._session.clock() + pause
        if account is not None and account.state is not AccountState.CONNECTED:
            # The keyring was unlocked meanwhile.
            self._book.reload()
        self.refreshed.emit(outcome)
        self.status_changed.emit()
        self.send_waiting(outcome.account_id)

    def send_waiting(self, account_id: int) -> None:
        """Let the posts leave that wait in the outbox of an account."""
        self._tasks.run(
            lane_of(account_id),
            partial(self._session.publishing.send_waiting, account_id),
            owner=self,
            done=self._on_sent,
            failed=partial(self._on_failed, account_id),
        )

    def _on_sent(self, items: list[OutboxItem]) -> None:
        if items:
            self.sent.emit(tuple(items))

    def _on_failed(self, account_id: int, error: Exception) -> None:
        progress = self._progress.get(account_id)
        if progress is None:
            return
        progress.is_busy = False
        progress.trouble = error
        next_try = self._session.timeline.next_try(account_id)
        progress.due_at = next_try or self._session.clock() + self._interval
        if isinstance(error, (SignedOut, VaultTrouble)):
            self._book.reload()
        self.troubled.emit()
        self.status_changed.emit()
        if not isinstance(error, CrieurError):
            self._tasks.unhandled.emit(error)
