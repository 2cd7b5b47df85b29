"""The bill goes by UTC days and months, whatever the computer's clock does meanwhile."""

from datetime import UTC, datetime

import pytest
from fakes import FakeClock
from services.spent import read, spending_on, x_account

from desktop.services.domain.account import Account
from desktop.services.domain.charges import Charge
from desktop.services.spending import Spending
from desktop.services.storage.rows import Rows


@pytest.fixture
def shop(rows: Rows) -> Account:
    return x_account(rows)


@pytest.fixture
def spending(rows: Rows, clock: FakeClock) -> Spending:
    return spending_on(rows, clock)


def test_a_new_month_begins_at_midnight_utc(spending: Spending, shop: Account, clock: FakeClock):
    clock.now = datetime(2026, 11, 30, 23, 59, 59, tzinfo=UTC)
    read(spending, shop, ["1"])
    assert spending.month().month == "2026-11"

    clock.advance(seconds=1)
    assert spending.spent() == 0
    read(spending, shop, ["1"])

    assert spending.month().total == 5000
    assert spending.months() == (("2026-12", 5000), ("2026-11", 5000))


def test_a_call_over_midnight_belongs_to_the_day_it_was_announced_on(
    spending: Spending, shop: Account, clock: FakeClock
):
    clock.now = datetime(2026, 11, 30, 12, tzinfo=UTC)
    read(spending, shop, ["1"])
    clock.now = datetime(2026, 11, 30, 23, 59, 59, tzinfo=UTC)
    meter = spending.meter(shop.id)
    meter.allow(Charge("post_read", 10))
    clock.advance(seconds=2)
    meter.spent(Charge("post_read", 2), "/2/tweets", ["1", "2"])

    # Nobody knows on which side of midnight X counted it, so it is charged in full...
    assert spending.months() == (("2026-11", 15_000),)
    # ... and does not make the new day's reads free.
    assert not spending.meter(shop.id).was_read_today("post_read", "2")


def test_a_clock_that_is_put_back_does_not_open_the_purse_again(
    spending: Spending, shop: Account, clock: FakeClock
):
    clock.now = datetime(2026, 12, 1, 0, 0, 1, tzinfo=UTC)
    read(spending, shop, ["1", "2"])
    clock.advance(hours=-1)

    assert spending.month().month == "2026-11"
    assert spending.spent() == 10_000
    read(spending, shop, ["1"])
    assert spending.spent() == 15_000


def test_a_clock_ten_years_ahead_costs_only_what_was_spent_meanwhile(
    spending: Spending, shop: Account, clock: FakeClock
):
    clock.advance(days=3650)
    read(spending, shop, ["1"])
    clock.advance(days=-3650)

    assert spending.room() == spending.cap() - 5000


def test_only_today_and_yesterday_are_remembered(
    spending: Spending, shop: Account, rows: Rows, clock: FakeClock
):
    for _ in range(5):
        read(spending, shop, ["1"])
        clock.advance(days=1)

    assert len(rows.database.rows("SELECT * FROM read_once")) == 2
