"""The meter: room before the call, one entry after it, nothing charged twice a UTC day."""

from datetime import UTC, datetime

import pytest
from fakes import FakeClock
from services.spent import read, spending_on, x_account
from stored import account as make_account

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.charges import FREE, Charge
from desktop.services.domain.errors import BudgetReached, InvalidField
from desktop.services.domain.prices import MICROS
from desktop.services.spending import LARGEST_CAP, ONE_REFRESH, Spending
from desktop.services.storage.rows import Rows

POSTS = Charge("post_read", 10)
LINK = Charge("post_create_with_link", 1)


@pytest.fixture
def shop(rows: Rows) -> Account:
    return x_account(rows)


@pytest.fixture
def spending(rows: Rows, clock: FakeClock) -> Spending:
    return spending_on(rows, clock)


def test_a_call_is_written_down_with_what_it_really_took(spending: Spending, shop: Account):
    read(spending, shop, ["1", "2", "3"])

    (entry,) = spending.month().last
    assert (entry.operation, entry.endpoint) == ("post_read", "/2/users/1/mentions")
    assert (entry.units, entry.charged_units, entry.unit_price, entry.cost) == (3, 3, 5000, 15_000)
    assert (entry.handle, entry.account_id, entry.utc_day) == ("shop.test", shop.id, "2026-11-21")
    assert entry.is_confirmed


def test_the_same_thing_is_charged_once_a_utc_day(spending: Spending, shop: Account, clock):
    read(spending, shop, ["1", "2"])
    read(spending, shop, ["2", "3", "3"])
    assert spending.spent() == 3 * 5000

    clock.now = datetime(2026, 11, 21, 23, 59, 59, tzinfo=UTC)
    read(spending, shop, ["1"])
    assert spending.spent() == 3 * 5000

    clock.advance(seconds=1)
    read(spending, shop, ["1"])
    assert spending.spent() == 4 * 5000


def test_what_nobody_named_is_charged_each_time(spending: Spending, shop: Account):
    meter = spending.meter(shop.id)
    for _ in range(2):
        meter.allow(POSTS)
        meter.spent(Charge("post_read", 5), "/2/tweets", ["1", "2"])

    assert [entry.charged_units for entry in spending.month().last] == [3, 5]


def test_writes_are_charged_each_time_whatever_they_name(spending: Spending, shop: Account):
    meter = spending.meter(shop.id)
    for _ in range(2):
        meter.allow(LINK)
        meter.spent(LINK, "/2/tweets", ["7"])

    assert spending.spent() == 400_000


def test_what_was_read_today_is_told_by_account_kind_and_day(
    spending: Spending, shop: Account, rows: Rows, clock: FakeClock
):
    other = x_account(rows, "other")
    read(spending, shop, ["1"])

    assert spending.meter(shop.id).was_read_today("post_read", "1")
    assert not spending.meter(shop.id).was_read_today("user_read", "1")
    assert not spending.meter(other.id).was_read_today("post_read", "1")
    clock.advance(hours=15)
    assert not spending.meter(shop.id).was_read_today("post_read", "1")


def test_the_owner_of_the_app_pays_less_for_what_is_his_own(
    spending: Spending, shop: Account, rows: Rows
):
    other = x_account(rows, "other")
    spending.set_owns_app(shop.id, True)
    assert spending.owns_app(shop.id)

    read(spending, shop, ["1"], own=True)
    read(spending, shop, ["2"])
    read(spending, other, ["1"], own=True)

    assert [entry.cost for entry in spending.month().last] == [5000, 5000, 1000]
    assert [entry.is_owned for entry in spending.month().last] == [False, False, True]
    spending.set_owns_app(shop.id, False)
    assert not spending.owns_app(shop.id)


def test_reading_ones_own_cheaply_does_not_make_the_full_price_free(
    spending: Spending, shop: Account
):
    spending.set_owns_app(shop.id, True)
    read(spending, shop, ["1"], own=True)
    read(spending, shop, ["1"])
    assert spending.spent() == 6000

    read(spending, shop, ["1"], own=True)
    assert spending.spent() == 6000


def test_a_call_without_room_is_refused_before_it_is_made(spending: Spending, shop: Account):
    spending.set_cap(300_000)
    meter = spending.meter(shop.id)
    meter.allow(LINK)
    meter.spent(LINK, "/2/tweets")

    with pytest.raises(BudgetReached) as reached:
        meter.allow(LINK)

    assert (reached.value.cap, reached.value.spent, reached.value.needed) == (
        300_000,
        200_000,
        200_000,
    )
    assert spending.spent() == 200_000
    meter.allow(Charge("post_read", 20))
    assert spending.room() == 0


def test_no_money_at_all_lets_nothing_through(spending: Spending, shop: Account):
    spending.set_cap(0)

    with pytest.raises(BudgetReached):
        spending.meter(shop.id).allow(Charge("counts", 1))
    assert spending.month().is_reached


def test_all_accounts_of_the_network_share_one_cap(spending: Spending, shop: Account, rows: Rows):
    spending.set_cap(250_000)
    spending.meter(shop.id).allow(LINK)

    with pytest.raises(BudgetReached):
        spending.meter(x_account(rows, "other").id).allow(LINK)


def test_a_call_that_took_nothing_leaves_no_entry(spending: Spending, shop: Account):
    meter = spending.meter(shop.id)
    meter.allow(LINK)
    meter.spent(Charge("post_create_with_link", 0), "")

    assert spending.spent() == 0
    assert spending.month().last == ()


def test_after_a_crash_what_was_announced_counts_and_is_not_confirmed(
    spending: Spending, shop: Account, rows: Rows, clock: FakeClock
):
    spending.meter(shop.id).allow(LINK)  # and then the power fails

    anew = spending_on(rows, clock)
    assert anew.spent() == 200_000
    bill = anew.month()
    assert (bill.unconfirmed, bill.last[0].is_confirmed) == (200_000, False)
    meter = anew.meter(shop.id)
    meter.allow(LINK)
    meter.spent(LINK, "/2/tweets")
    assert (anew.spent(), anew.month().unconfirmed) == (400_000, 200_000)


def test_a_lost_answer_stays_beside_the_next_try(spending: Spending, shop: Account):
    meter = spending.meter(shop.id)
    meter.allow(LINK)
    meter.allow(LINK)
    meter.spent(LINK, "/2/tweets")

    assert [entry.is_confirmed for entry in spending.month().last] == [True, False]


def test_an_outcome_that_is_learnt_after_another_call_is_not_counted_twice(
    spending: Spending, shop: Account
):
    meter = spending.meter(shop.id)
    meter.allow(LINK)  # its answer is lost
    meter.allow(LINK)
    meter.spent(LINK, "/2/tweets", ["2"])
    meter.spent(LINK, "/2/tweets", ["1"])  # it is found after all

    assert (spending.spent(), spending.month().unconfirmed) == (400_000, 0)


def test_two_things_announced_for_one_call_are_settled_each(spending: Spending, shop: Account):
    meter = spending.meter(shop.id)
    meter.allow(POSTS)
    meter.allow(Charge("user_read", 1))
    meter.spent(Charge("post_read", 2), "/2/tweets", ["1", "2"])
    meter.spent(Charge("user_read", 1), "/2/users/me", ["9"])

    assert spending.spent() == 20_000
    assert spending.month().unconfirmed == 0


def test_what_was_never_announced_is_written_down_all_the_same(spending: Spending, shop: Account):
    spending.meter(shop.id).spent(Charge("counts", 1), "/2/tweets/counts/recent")

    assert spending.spent() == 5000


def test_accounts_that_cost_nothing_have_a_free_meter(spending: Spending, rows: Rows):
    free = rows.accounts.add(make_account("other", "mastodon"))
    keyless = rows.accounts.add(make_account("archive", "x", caps=Cap.HOME | Cap.KEYLESS))

    for account_id in (free.id, keyless.id, 999):
        assert spending.meter(account_id) is FREE
        assert spending.refresh_estimate(account_id) == 0


def test_a_refresh_is_estimated_at_its_most(spending: Spending, shop: Account):
    assert spending.estimate(shop.id, [LINK, POSTS]) == 250_000
    assert spending.refresh_estimate(shop.id) == 210_000

    spending.set_owns_app(shop.id, True)

    assert spending.refresh_estimate(shop.id) == 130_000
    assert spending.refresh_estimate(shop.id, reads_home=False) == 30_000
    assert spending.estimate(shop.id, ONE_REFRESH) == 30_000


def test_the_cap_is_five_dollars_until_the_user_chooses(spending: Spending, rows: Rows, clock):
    assert spending.cap() == 5 * MICROS

    spending.set_cap(15 * MICROS)

    assert spending_on(rows, clock).cap() == 15 * MICROS


@pytest.mark.parametrize("cap", [-1, LARGEST_CAP + 1])
def test_a_cap_that_nobody_can_mean_is_refused(spending: Spending, cap: int):
    with pytest.raises(InvalidField):
        spending.set_cap(cap)


@pytest.mark.parametrize(
    ("links", "is_near", "is_reached"), [(19, False, False), (20, True, False), (25, True, True)]
)
def test_the_user_is_warned_from_four_fifths_on(
    spending: Spending, shop: Account, links: int, is_near: bool, is_reached: bool
):
    meter = spending.meter(shop.id)
    for _ in range(links):
        meter.allow(LINK)
        meter.spent(LINK, "/2/tweets")

    bill = spending.month()
    assert (bill.is_near_cap, bill.is_reached) == (is_near, is_reached)
    assert bill.share == links / 25
    assert bill.left == spending.room() == (25 - links) * 200_000


def test_the_bill_outlives_its_account(spending: Spending, shop: Account, rows: Rows):
    read(spending, shop, ["1"])

    rows.accounts.remove(shop.id)

    assert spending.spent() == 5000
    assert spending.month().last[0].handle == "shop.test"
