"""What metered calls cost: announced before, written down after, stopped at the month's cap.

There is one cap a month for all accounts of the metered network in a workspace. Figures are
Crieur's own count by a dated price list; the bill is the network's. Wherever the two could differ
the count errs upwards: a call counts at its most until its outcome is known.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from desktop.services.domain.account import Cap
from desktop.services.domain.bills import LedgerEntry, MonthBill, ledger_table, month_bill
from desktop.services.domain.charges import FREE, Charge, Meter
from desktop.services.domain.errors import BudgetReached, InvalidField, StoreTrouble
from desktop.services.domain.portions import SMALL
from desktop.services.domain.prices import (
    MICROS,
    PRESETS,
    READS,
    PriceList,
    day_of,
    month_of,
)
from desktop.services.storage.columns import storable
from desktop.services.storage.rows import Rows
from desktop.services.storage.troubles import reason_of

LARGEST_CAP = 10_000 * MICROS
ENTRIES_SHOWN = 10
ONE_REFRESH = (Charge("user_read", 1), Charge("post_read", 2 * SMALL, is_own=True))
"""The account's own description, and two pages of mentions."""
HOME_TOO = (Charge("post_read", 2 * SMALL),)
"""A page of the home feed, where the user wants that read as well, and what is missing there."""
ONE_PERSON = (Charge("user_read", 1), Charge("post_read", SMALL))
"""A person's profile and a page of their posts."""
ONE_CONVERSATION = (Charge("post_read", 2 + 2 * SMALL),)
"""A post, the one that began it all, and a page of the answers."""
_KEPT = timedelta(days=1)


class Spending:
    """The bill of one workspace's metered accounts; all money is in millionths."""

    def __init__(self, rows: Rows, prices: PriceList, clock: Callable[[], datetime]) -> None:
        self._rows = rows
        self._clock = clock
        self.prices = prices

    def meter(self, account_id: int) -> Meter:
        """Return what watches an account's calls: nothing where they are free."""
        account = self._rows.accounts.get(account_id)
        if account is None or account.network != self.prices.network or Cap.KEYLESS in account.caps:
            return FREE
        return _AccountMeter(self, self._rows, account_id, account.handle)

    def now(self) -> datetime:
        """Return the present moment."""
        return self._clock()

    def cap(self) -> int:
        """Return what a month may cost, in millionths."""
        return int(self._rows.settings.get(self._name("cap"), PRESETS[0]))

    def set_cap(self, cap: int) -> None:
        """Let a month cost up to `cap`.

        Raises:
            InvalidField: it is negative or beyond what anybody can mean.
        """
        if not 0 <= cap <= LARGEST_CAP:
            raise InvalidField("cap", "too_large" if cap > 0 else "negative")
        self._rows.settings.put(self._name("cap"), cap)

    def owns_app(self, account_id: int) -> bool:
        """Say whether the account owns the app whose key it uses, so that its own is cheaper."""
        return account_id in self._owners()

    def set_owns_app(self, account_id: int, is_owner: bool) -> None:
        """Note whether the account owns the app whose key it uses."""
        with self._rows.database.writing():
            others = self._owners() - {account_id}
            owners = others | {account_id} if is_owner else others
            self._rows.settings.put(self._name("owners"), sorted(owners))

    def spent(self) -> int:
        """Return what the present UTC month cost so far."""
        return self._rows.spending.total(self.prices.network, self._first_day())

    def room(self) -> int:
        """Return how much the present month may still cost."""
        return max(0, self.cap() - self.spent())

    def month(self) -> MonthBill:
        """Return the present UTC month's bill."""
        entries = self._rows.spending.between(self.prices.network, self._first_day())
        month = month_of(self._clock())
        return month_bill(month, self.prices.currency, self.cap(), entries, ENTRIES_SHOWN)

    def months(self) -> tuple[tuple[str, int], ...]:
        """Return each UTC month that cost something with its sum, newest first."""
        return self._rows.spending.months(self.prices.network)

    def estimate(self, account_id: int, charges: Sequence[Charge]) -> int:
        """Return the most that these calls of an account can cost."""
        is_owner = self.owns_app(account_id)
        return sum(self.prices.cost(charge, is_owner) for charge in charges)

    def refresh_estimate(self, account_id: int, *, reads_home: bool = True) -> int:
        """Return the most that refreshing an account once can cost, 0 where it is free.

        Fewer posts are read where `Timeline.reads_home` says no.
        """
        if self.meter(account_id) is FREE:
            return 0
        charges = ONE_REFRESH + HOME_TOO if reads_home else ONE_REFRESH
        return self.estimate(account_id, charges)

    def export(self, path: Path, head: Sequence[str], names: Mapping[str, str]) -> None:
        """Write the whole ledger as a table that spreadsheets open; see `ledger_table`.

        Raises:
            StoreTrouble: the file cannot be written.
        """
        entries = self._rows.spending.between(self.prices.network, "")
        try:
            # The mark in front tells a spreadsheet in which letters the table is written.
            path.write_text(ledger_table(entries, head, names), "utf-8-sig", newline="")
        except OSError as error:
            raise StoreTrouble(reason_of(error) or "read_only") from error

    def _first_day(self) -> str:
        # Entries of later months count too: they are there after the computer's clock went back,
        # and nobody may spend a month's money twice by that.
        return f"{month_of(self._clock())}-01"

    def _owners(self) -> set[int]:
        return set(self._rows.settings.get(self._name("owners"), ()))

    def _name(self, what: str) -> str:
        return f"spending.{self.prices.network}.{what}"


class _AccountMeter:
    """Writes down the calls of one account.

    What is allowed is an entry at its most at once, so that a crash before `spent` leaves it
    there, not confirmed.
    """

    def __init__(self, spending: Spending, rows: Rows, account_id: int, handle: str) -> None:
        self._spending = spending
        self._rows = rows
        self._account_id = account_id
        self._handle = handle
        self._announced: dict[tuple[str, bool], list[int]] = {}
        """The entries that wait for their outcome; one may be learnt after later calls."""

    def allow(self, charge: Charge) -> None:
        """Set aside what a call can cost; raise `BudgetReached` where there is no room for it."""
        announced = self._at_most(charge)
        with self._rows.database.writing():
            cap, spent = self._spending.cap(), self._spending.spent()
            if spent + announced.cost > cap:
                raise BudgetReached(cap, spent, announced.cost)
            entry_id = self._rows.spending.add(announced)
        self._announced.setdefault((charge.operation, charge.is_own), []).append(entry_id)

    def spent(self, charge: Charge, endpoint: str, native_ids: Sequence[str] = ()) -> None:
        """Put what a call took in place of what was set aside for it."""
        waiting = self._announced.get((charge.operation, charge.is_own))
        entry_id = waiting.pop() if waiting else 0
        with self._rows.database.writing():
            announced = self._rows.spending.get(entry_id) or self._at_most(charge)
            self._rows.spending.drop(entry_id)
            charged = self._charged_units(charge, announced, native_ids)
            if charge.units:
                took = replace(
                    announced,
                    endpoint=endpoint,
                    units=charge.units,
                    charged_units=charged,
                    cost=charged * announced.unit_price,
                    is_confirmed=True,
                )
                self._rows.spending.add(took)

    def was_read_today(self, operation: str, native_id: str) -> bool:
        """Say whether the account read something on this UTC day already."""
        today = day_of(self._spending.now())
        return bool(self._rows.spending.read_on(self._account_id, today, operation, [native_id]))

    def _at_most(self, charge: Charge) -> LedgerEntry:
        prices, now = self._spending.prices, self._spending.now()
        is_owned = prices.is_owned(charge, self._spending.owns_app(self._account_id))
        unit_price = prices.unit_price(charge.operation, is_owned=is_owned)
        return LedgerEntry(
            at=now,
            utc_day=day_of(now),
            network=prices.network,
            account_id=self._account_id,
            handle=self._handle,
            endpoint="",
            operation=charge.operation,
            units=charge.units,
            charged_units=charge.units,
            unit_price=unit_price,
            cost=charge.units * unit_price,
            is_owned=is_owned,
            is_confirmed=False,
        )

    def _charged_units(
        self, charge: Charge, announced: LedgerEntry, native_ids: Sequence[str]
    ) -> int:
        """Return how many units are new on their UTC day, and remember them."""
        if charge.operation not in READS:
            return charge.units
        rows, who, what = self._rows.spending, self._account_id, charge.operation
        named = {storable(native_id) for native_id in native_ids}
        unnamed = max(0, charge.units - len(native_ids))
        # Announced before midnight and answered after it, nobody knows on which day the network
        # counts it: what was read on only one of the two is charged.
        begun, ended = announced.utc_day, day_of(self._spending.now())
        known = rows.read_on(who, begun, what, named, announced.unit_price)
        known &= rows.read_on(who, ended, what, named, announced.unit_price)
        rows.forget_reads_before(day_of(announced.at - _KEPT))
        rows.note_read(who, begun, what, named, announced.unit_price)
        return unnamed + len(named - known)
