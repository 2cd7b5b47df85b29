"""Says once when most of a month's money is spent, and once more when all of it is."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.services.domain.account import Cap
from desktop.services.domain.bills import MonthBill
from desktop.services.domain.draft import OutboxItem
from desktop.services.domain.feed import Refreshed
from desktop.ui.tasks import STORE, Tasks
from desktop.ui.wording import money, month_name
from desktop.views.account_book import AccountBook
from desktop.views.networks import network_name
from desktop.views.refresher import Refresher
from desktop.views.session import Session

_CALM, _NEAR, _REACHED = range(3)


class SpendingWatch(QObject):
    """Looks at the bill after each fetch and each post of an account that costs money.

    Signals:
        said: A sentence tells how much is spent.
        crossed: The same as values: the network's name and the `MonthBill`.
    """

    said = Signal(str)
    crossed = Signal(str, object)

    def __init__(
        self,
        session: Session,
        book: AccountBook,
        refresher: Refresher,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._book = book
        self._tasks = tasks
        self._told: tuple[str, int, int] | None = None
        """Month, cap and how far it had come at the last look; None before the first."""
        refresher.refreshed.connect(self._on_refreshed)
        refresher.sent.connect(self._on_sent)

    def _on_refreshed(self, outcome: Refreshed) -> None:
        self._look_after((outcome.account_id,))

    def _on_sent(self, items: tuple[OutboxItem, ...]) -> None:
        self._look_after(tuple(item.account_id for item in items))

    def _look_after(self, account_ids: tuple[int, ...]) -> None:
        accounts = [self._book.get(account_id) for account_id in account_ids]
        for account in accounts:
            if account is not None and Cap.METERED in account.caps:
                self._look(account.network)
                return

    def _look(self, network: str) -> None:
        self._tasks.run(
            STORE, self._session.spending.month, owner=self, done=partial(self._on_read, network)
        )

    def _on_read(self, network: str, bill: MonthBill) -> None:
        level = _REACHED if bill.is_reached else _NEAR if bill.is_near_cap else _CALM
        same = self._told is not None and self._told[:2] == (bill.month, bill.cap)
        before = self._told[2] if same and self._told is not None else _CALM
        self._told = (bill.month, bill.cap, max(level, before))
        if level > before:
            name = network_name(network)
            self.said.emit(self._sentence(name, bill))
            self.crossed.emit(name, bill)

    def _sentence(self, network: str, bill: MonthBill) -> str:
        cap = money(bill.cap, bill.currency, is_rounded=True)
        if bill.is_reached:
            said = self.tr(
                "{network}: the monthly cap of {cap} is reached. Nothing more is asked of it "
                "until {month}, or until you raise the cap."
            )
            return said.format(network=network, cap=cap, month=month_name(month_after(bill.month)))
        spent = money(bill.total, bill.currency, is_rounded=True)
        said = self.tr("{network}: {spent} of {cap} are spent this month.")
        return said.format(network=network, spent=spent, cap=cap)


def month_after(month: str) -> str:
    """Return the month after one such as "2026-12"."""
    year, number = (int(part) for part in month.split("-"))
    return f"{year + number // 12}-{number % 12 + 1:02}"
