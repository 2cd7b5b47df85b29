"""A month's bill is the sum of its entries, line by line and day by day."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.services.domain.bills import BillLine, LedgerEntry, month_bill

ENTRY = LedgerEntry(
    at=datetime(2026, 11, 3, tzinfo=UTC),
    utc_day="2026-11-03",
    network="x",
    account_id=1,
    handle="shop",
    endpoint="/2",
    operation="post_read",
    units=4,
    charged_units=3,
    unit_price=5000,
    cost=15_000,
    is_owned=False,
)


def test_calls_of_one_kind_and_price_are_one_line_and_the_dearest_comes_first():
    own = replace(ENTRY, is_owned=True, unit_price=1000, cost=3000)
    link = replace(ENTRY, operation="post_create_with_link", charged_units=1, cost=200_000)

    bill = month_bill("2026-11", "USD", 5_000_000, [ENTRY, own, ENTRY, link], 10)

    assert bill.lines == (
        BillLine("post_create_with_link", False, 5000, 1, 200_000),
        BillLine("post_read", False, 5000, 6, 30_000),
        BillLine("post_read", True, 1000, 3, 3000),
    )
    assert (bill.total, bill.days) == (233_000, (("2026-11-03", 233_000),))


def test_the_last_calls_are_told_newest_first():
    entries = [replace(ENTRY, id=number) for number in range(5)]

    assert [e.id for e in month_bill("2026-11", "USD", 1, entries, 2).last] == [4, 3]
    assert month_bill("2026-11", "USD", 1, entries, 0).last == ()


def test_a_month_without_calls_costs_nothing():
    bill = month_bill("2026-11", "USD", 5_000_000, [], 10)

    assert (bill.total, bill.left, bill.share, bill.unconfirmed) == (0, 5_000_000, 0.0, 0)
    assert not bill.is_near_cap


def test_where_there_is_no_room_at_all_the_cap_is_reached():
    bill = month_bill("2026-11", "USD", 0, [], 10)

    assert (bill.share, bill.left, bill.is_near_cap, bill.is_reached) == (1.0, 0, True, True)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 300_000), st.booleans())))
def test_lines_and_days_add_up_to_the_total(told: list[tuple[int, int, bool]]):
    entries = [
        replace(
            ENTRY,
            at=ENTRY.at + timedelta(days=day),
            utc_day=f"2026-11-0{day}",
            cost=cost,
            is_confirmed=sure,
        )
        for day, cost, sure in told
    ]

    bill = month_bill("2026-11", "USD", 5_000_000, entries, 3)

    assert bill.total == sum(line.cost for line in bill.lines) == sum(c for _, c in bill.days)
    assert bill.unconfirmed == sum(cost for _, cost, sure in told if not sure)
    assert bill.left + min(bill.total, bill.cap) == bill.cap
