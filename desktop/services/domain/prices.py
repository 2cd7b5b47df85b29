"""What a metered network asks for each kind of call, and the months and days it bills by."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from desktop.services.domain.charges import Charge

MICROS = 1_000_000
"""Millionths in one unit of a currency; money is never a fraction here."""
PRESETS = (5 * MICROS, 15 * MICROS, 50 * MICROS)
"""The monthly caps to choose from."""
WARNING_PERCENT = 80
READS = ("post_read", "user_read", "list_read")
"""Charged once a UTC day for each thing that is read; everything else each time."""
OPERATIONS = (
    *READS,
    "post_create",
    "post_create_with_link",
    "reply_create",
    "interaction",
    "delete",
    "counts",
)
_CHARS = 500


@dataclass(frozen=True, slots=True)
class PriceList:
    """The prices of one network on a certain day, each in millionths of `currency`.

    `owned_prices` are those of what belongs to the asking account, for whoever owns the app whose
    key is used; `source` tells a reader where the figures come from.
    """

    network: str
    as_of: date
    currency: str
    source: str
    unit_prices: Mapping[str, int]
    owned_prices: Mapping[str, int]

    def unit_price(self, operation: str, *, is_owned: bool) -> int:
        """Return what one unit of an operation costs, in millionths."""
        price = self.unit_prices[operation]
        return self.owned_prices.get(operation, price) if is_owned else price

    def is_owned(self, charge: Charge, is_owner: bool) -> bool:
        """Say whether the owner's price applies to a charge."""
        return is_owner and charge.is_own and charge.operation in self.owned_prices

    def cost(self, charge: Charge, is_owner: bool) -> int:
        """Return the most that a charge can cost, in millionths."""
        owned = self.is_owned(charge, is_owner)
        return charge.units * self.unit_price(charge.operation, is_owned=owned)


def read_prices(told: Mapping[str, Any]) -> PriceList:
    """Return a price list read from a file's content.

    Raises:
        ValueError: a price is missing or is no whole number, or the date is none.
    """
    unit_prices, owned_prices = _prices(told, "unit_prices"), _prices(told, "owned_prices")
    missing = set(OPERATIONS) - set(unit_prices)
    if missing:
        raise ValueError(f"no price for {', '.join(sorted(missing))}")
    return PriceList(
        network=_text(told, "network"),
        as_of=date.fromisoformat(_text(told, "as_of")),
        currency=_text(told, "currency"),
        source=_text(told, "source"),
        unit_prices=unit_prices,
        owned_prices=owned_prices,
    )


def day_of(moment: datetime) -> str:
    """Return the UTC day that an aware moment is billed on: "2026-11-21"."""
    return f"{moment.astimezone(UTC):%Y-%m-%d}"


def month_of(moment: datetime) -> str:
    """Return the UTC month that an aware moment is billed in: "2026-11"."""
    return day_of(moment)[:7]


def next_month(month: str) -> str:
    """Return the month after one: "2026-12" for "2026-11"."""
    first = date.fromisoformat(f"{month}-01")
    return f"{first + timedelta(days=31):%Y-%m}"


def _prices(told: Mapping[str, Any], name: str) -> dict[str, int]:
    prices = told.get(name)
    if not isinstance(prices, dict):
        raise ValueError(f"no {name}")
    for operation, price in prices.items():
        # A bool is an int to Python, and no price.
        if type(price) is not int or price < 0:
            raise ValueError(f"the price of {operation} is no whole number")
    return prices


def _text(told: Mapping[str, Any], name: str) -> str:
    text = told.get(name)
    if not isinstance(text, str) or not 0 < len(text) <= _CHARS:
        raise ValueError(f"no {name}")
    return text
