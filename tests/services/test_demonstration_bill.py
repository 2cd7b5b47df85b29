"""The invented month is a plausible one: below the cap, and never from the future."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.services.demonstration_bill import invent_bill
from desktop.services.domain.prices import PriceList, read_prices
from desktop.services.spending import Spending
from desktop.services.storage.rows import Rows

PRICES = Path(__file__).parents[2] / "resources" / "prices" / "x.json"


@pytest.fixture
def prices() -> PriceList:
    return read_prices(json.loads(PRICES.read_text("utf-8")))


@pytest.mark.parametrize("day", [1, 15, 30])
def test_the_month_stays_below_the_smallest_cap(rows: Rows, prices: PriceList, day: int):
    now = datetime(2026, 11, day, 20, tzinfo=UTC)
    invent_bill(rows, prices, now)
    bill = Spending(rows, prices, lambda: now).month()

    assert 0 < bill.total < bill.cap
    assert bill.unconfirmed == 0
    assert all(entry.at <= now for entry in bill.last)


def test_before_the_shop_opens_nothing_was_spent(rows: Rows, prices: PriceList):
    now = datetime(2026, 11, 1, 5, tzinfo=UTC)
    invent_bill(rows, prices, now)
    assert Spending(rows, prices, lambda: now).month().total == 0
