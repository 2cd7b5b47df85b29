"""The bill of a metered network: its entries, and what they come to in a month."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from desktop.services.domain.prices import MICROS, WARNING_PERCENT
from desktop.services.domain.tables import table


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One metered call; money in millionths of the price list's currency.

    `charged_units` leaves out what had been read on the same UTC day already. Where `is_confirmed`
    is false, nobody knows how the call ended, and it counts at the most it can have cost.
    """

    at: datetime
    utc_day: str
    network: str
    account_id: int | None
    """None once the account was disconnected; `handle` still says whose call it was."""
    handle: str
    endpoint: str
    operation: str
    units: int
    charged_units: int
    unit_price: int
    cost: int
    is_owned: bool
    is_confirmed: bool = True
    id: int = 0


@dataclass(frozen=True, slots=True)
class BillLine:
    """What all calls of one kind at one price came to."""

    operation: str
    is_owned: bool
    unit_price: int
    units: int
    cost: int


@dataclass(frozen=True, slots=True)
class MonthBill:
    """What a UTC month came to, all in millionths of `currency`; `last` is newest first."""

    month: str
    currency: str
    total: int
    cap: int
    unconfirmed: int
    lines: tuple[BillLine, ...]
    days: tuple[tuple[str, int], ...]
    last: tuple[LedgerEntry, ...]

    @property
    def left(self) -> int:
        """Return how much may still be spent."""
        return max(0, self.cap - self.total)

    @property
    def share(self) -> float:
        """Return which share of the cap is spent; 1 where there is no room at all."""
        return self.total / self.cap if self.cap else 1.0

    @property
    def is_near_cap(self) -> bool:
        """Say whether so much is spent that the user should know."""
        return self.total * 100 >= self.cap * WARNING_PERCENT

    @property
    def is_reached(self) -> bool:
        """Say whether nothing is left."""
        return self.total >= self.cap


def month_bill(
    month: str, currency: str, cap: int, entries: Sequence[LedgerEntry], shown: int
) -> MonthBill:
    """Add up the entries of a month, oldest first; `shown` of the newest ones are told singly."""
    lines: dict[tuple[str, bool, int], BillLine] = {}
    days: dict[str, int] = {}
    for entry in entries:
        key = entry.operation, entry.is_owned, entry.unit_price
        line = lines.get(key, BillLine(*key, units=0, cost=0))
        lines[key] = BillLine(
            *key, units=line.units + entry.charged_units, cost=line.cost + entry.cost
        )
        days[entry.utc_day] = days.get(entry.utc_day, 0) + entry.cost
    return MonthBill(
        month=month,
        currency=currency,
        total=sum(entry.cost for entry in entries),
        cap=cap,
        unconfirmed=sum(entry.cost for entry in entries if not entry.is_confirmed),
        lines=tuple(sorted(lines.values(), key=lambda line: (-line.cost, line.operation))),
        days=tuple(sorted(days.items())),
        last=tuple(reversed(entries[-shown:])) if shown else (),
    )


def ledger_table(
    entries: Sequence[LedgerEntry], head: Sequence[str], names: Mapping[str, str]
) -> str:
    """Return the ledger as CSV, a line for each call: times in UTC, money as plain numbers.

    The columns that `head` names: time, account, kind of call, address, units, charged units,
    price of a unit, cost, whether it was the account's own, whether it is confirmed. `names` words
    the operations, and "yes" and "no".
    """
    return table(
        head,
        (
            (
                f"{entry.at:%Y-%m-%d %H:%M:%S}",
                entry.handle,
                names[entry.operation],
                entry.endpoint,
                entry.units,
                entry.charged_units,
                Decimal(entry.unit_price) / MICROS,
                Decimal(entry.cost) / MICROS,
                names["yes" if entry.is_owned else "no"],
                names["yes" if entry.is_confirmed else "no"],
            )
            for entry in entries
        ),
    )
