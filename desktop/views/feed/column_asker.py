"""Asks the servers for what one column shows; what costs money only when the user says so."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.services.domain.account import Account, AccountState, Cap
from desktop.services.domain.charges import Charge
from desktop.services.domain.columns import ASKING, Column, ColumnKind
from desktop.services.domain.errors import CrieurError
from desktop.services.domain.portions import portion
from desktop.services.gathering import PAGE, Gathered
from desktop.ui.notices import notice_for
from desktop.ui.tasks import STORE, lane_of
from desktop.views.feed.parts import FeedParts
from desktop.views.networks import account_handle


@dataclass(frozen=True, slots=True)
class Offer:
    """An account that can be asked for money: which, and the most it costs, in millionths."""

    account: Account
    price: int


class ColumnAsker(QObject):
    """Knows whom a column can ask, and keeps what went wrong with each apart.

    Signals:
        found: Something may have come; the list should be read again.
        troubled: Some accounts could not be asked; carries a sentence for each, none when all is
            well again.
        offered: Some accounts cost money; carries the `Offer`s, and whether older posts are meant.
        refresh_wanted: An account that costs money should be fetched; carries its id.
    """

    found = Signal()
    troubled = Signal(tuple)
    offered = Signal(tuple, bool)
    refresh_wanted = Signal(int)

    def __init__(self, parts: FeedParts, column: Column, parent: QObject) -> None:
        super().__init__(parent)
        self._session = parts.session
        self._tasks = parts.tasks
        self._column = column
        self._free: tuple[Account, ...] = ()
        self._offers: tuple[Offer, ...] = ()
        self._busy: set[int] = set()
        self._ended: set[int] = set()
        self._troubles: dict[int, str] = {}

    def ask(self) -> None:
        """Fetch what is new from everybody who can be asked and costs nothing."""
        self._tasks.run(STORE, self._able, owner=self, done=self._on_able)

    def load_older(self) -> None:
        """Fetch what is older than all that the column holds, as far as that costs nothing."""
        for account in self._free:
            if account.id not in self._ended:
                self._run(account, self._session.gathering.load_older, is_older=True)
        is_asking = self._column.kind in ASKING
        older = tuple(each for each in self._offers if each.account.id not in self._ended)
        if is_asking and older:
            self.offered.emit(older, True)

    def ask_paid(self, account: Account, *, is_older: bool) -> None:
        """Ask an account that costs money, because the user said so."""
        gathering = self._session.gathering
        if self._column.kind in ASKING:
            work = gathering.load_older if is_older else gathering.refresh
            self._run(account, work, is_older=is_older)
        else:
            self._tasks.run(
                STORE,
                partial(self._want_home, account.id),
                owner=self,
                done=partial(self._on_wanted, account.id),
            )

    def _want_home(self, account_id: int) -> None:
        if self._column.kind is ColumnKind.HOME:
            # Whoever pays from the home column wants the home feed, which else is left out.
            self._session.timeline.set_reads_home(account_id, True)

    def _on_wanted(self, account_id: int, _outcome: object) -> None:
        self.refresh_wanted.emit(account_id)

    def _able(self) -> tuple[tuple[Account, ...], tuple[Offer, ...]]:
        """Return who is asked for nothing, and who for how much; reads the store."""
        column = self._column
        if column.kind not in ASKING:
            mine = [each for each in self._session.accounts.all() if self._is_meant(each)]
            return (), tuple(Offer(each, self._price_of_refresh(each)) for each in mine)
        able = self._session.gathering.accounts_for(column)
        free = tuple(each for each in able if Cap.METERED not in each.caps)
        paid = [each for each in able if each not in free]
        return free, tuple(Offer(each, self._price(each)) for each in paid)

    def _is_meant(self, account: Account) -> bool:
        return Cap.METERED in account.caps and self._column.account_id in (0, account.id)

    def _price_of_refresh(self, account: Account) -> int:
        is_home = self._column.kind is ColumnKind.HOME
        reads_home = is_home or self._session.timeline.reads_home(account.id)
        return self._session.spending.refresh_estimate(account.id, reads_home=reads_home)

    def _price(self, account: Account) -> int:
        charges = [Charge("post_read", portion(account, PAGE))]
        if self._column.kind in (ColumnKind.SEARCH, ColumnKind.TAG):
            charges.append(Charge("counts", 1))  # posts are counted before they are read
        return self._session.spending.estimate(account.id, charges)

    def _on_able(self, able: tuple[tuple[Account, ...], tuple[Offer, ...]]) -> None:
        self._free, self._offers = able
        self.offered.emit(self._offers, False)
        gone = self._troubles.keys() - {each.id for each in (*self._free, *self._paid())}
        if gone:
            self._troubles = {key: told for key, told in self._troubles.items() if key not in gone}
            self._tell()
        for account in self._free:
            if account.state is AccountState.CONNECTED:
                self._run(account, self._session.gathering.refresh)

    def _paid(self) -> list[Account]:
        return [offer.account for offer in self._offers]

    def _run(
        self,
        account: Account,
        work: Callable[[int, Column], Gathered],
        *,
        is_older: bool = False,
    ) -> None:
        if account.id in self._busy:
            return
        self._busy.add(account.id)
        self._tasks.run(
            lane_of(account.id),
            partial(work, account.id, self._column),
            owner=self,
            done=partial(self._on_gathered, account, is_older),
            failed=partial(self._on_failed, account),
        )

    def _on_gathered(self, account: Account, is_older: bool, outcome: Gathered) -> None:
        self._busy.discard(account.id)
        if is_older and not outcome.has_older:
            self._ended.add(account.id)
        if account in self._paid():
            self.offered.emit(self._offers, False)
        if self._troubles.pop(account.id, ""):
            self._tell()
        self.found.emit()

    def _on_failed(self, account: Account, error: Exception) -> None:
        self._busy.discard(account.id)
        if not isinstance(error, CrieurError):
            self._tasks.unhandled.emit(error)
            return
        notice = notice_for(error, account_handle(account), self._session.clock())
        self._troubles[account.id] = notice.title
        self._tell()
        # What came before the trouble is stored.
        self.found.emit()

    def _tell(self) -> None:
        self.troubled.emit(tuple(self._troubles.values()))
