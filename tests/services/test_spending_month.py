"""A scripted month against a bill that was worked out by hand, and against any other script."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fakes import START, FakeClock
from hypothesis import given, settings
from hypothesis import strategies as st
from services.spent import spending_on, x_account, x_prices

from desktop.services.domain.account import Account
from desktop.services.domain.charges import Charge
from desktop.services.domain.errors import BudgetReached
from desktop.services.domain.prices import MICROS, READS, day_of
from desktop.services.spending import Spending
from desktop.services.storage.database import Database
from desktop.services.storage.rows import Rows

# By hand, from the published prices: thirty days, in tenths of a cent.
BILL_OF_THE_OWNER = {
    "mentions": 30 * 30 * 1,  # 0.90 $
    "own posts of seven days": 30 * 21 * 1,  # 0.63 $
    "own counts": 30 * 1 * 10,  # 0.30 $
    "both lists of people once": (2_000 + 500) * 1,  # 2.50 $
    "new followers": 30 * 5 * 1,  # 0.15 $
    "brand search": 30 * 20 * 5,  # 3.00 $
    "counts": 30 * 3 * 4 * 5,  # 1.80 $
    "plain posts": 30 * 2 * 15,  # 0.90 $
    "posts with a link": 30 * 1 * 200,  # 6.00 $
}
BILL_OF_ANOTHER = BILL_OF_THE_OWNER | {
    "mentions": 30 * 30 * 5,  # 4.50 $
    "own posts of seven days": 30 * 21 * 5,  # 3.15 $
    "both lists of people once": (2_000 + 500) * 10,  # 25.00 $
    "new followers": 30 * 5 * 10,  # 1.50 $
}
OWNER_CENTS, OTHER_CENTS = 1618, 4615


def call(spending: Spending, account: Account, charge: Charge, ids: list[str], most: int) -> None:
    meter = spending.meter(account.id)
    meter.allow(Charge(charge.operation, most, charge.is_own))
    meter.spent(charge, f"/2/{charge.operation}", ids)


def reads(operation: str, kind: str, names: range | list[int], *, own: bool = False):
    ids = [f"{kind}{name}" for name in names]
    return Charge(operation, len(ids), own), ids


def live_a_day(ask: Callable[[Charge, list[str]], None], clock: FakeClock, day: int) -> None:
    """Do in one day what a shop does, and much of it twice: that is free on the same UTC day."""
    clock.now = datetime(2026, 11, day, 0, 0, 5, tzinfo=UTC)
    mentions = range(day * 30, day * 30 + 30)
    own = range(day * 3 - 18, day * 3 + 3)
    assert (len(mentions), len(own)) == (30, 21)
    if day == 1:
        ask(*reads("user_read", "follower", range(2_000), own=True))
        ask(*reads("user_read", "following", range(500), own=True))
    ask(*reads("post_read", "own", own, own=True))
    for hour in (8, 13, 18, 23):
        clock.now = datetime(2026, 11, day, hour, 30, tzinfo=UTC)
        ask(*reads("user_read", "me", [0]))
        ask(*reads("post_read", "mention", mentions[: hour + 7], own=True))
        ask(*reads("post_read", "found", range(day * 20, day * 20 + 20)))
        for _ in range(3):
            ask(Charge("counts", 1), [])
    ask(*reads("post_read", "own", own, own=True))
    ask(*reads("user_read", "new", range(day * 5, day * 5 + 5), own=True))
    for number in range(2):
        ask(Charge("post_create", 1), [f"post{day}.{number}"])
    ask(Charge("post_create_with_link", 1), [f"link{day}"])


@pytest.mark.parametrize(
    ("is_owner", "bill", "cents"),
    [(True, BILL_OF_THE_OWNER, OWNER_CENTS), (False, BILL_OF_ANOTHER, OTHER_CENTS)],
)
def test_a_scripted_month_equals_the_bill_worked_out_by_hand(
    rows: Rows, clock: FakeClock, is_owner: bool, bill: dict[str, int], cents: int
):
    account = x_account(rows)
    spending = spending_on(rows, clock, cap=50 * MICROS)
    spending.set_owns_app(account.id, is_owner)

    def ask(charge: Charge, ids: list[str]) -> None:
        call(spending, account, charge, ids, max(charge.units, 1))

    rows.database.rows("PRAGMA synchronous = OFF")
    for day in range(1, 31):
        live_a_day(ask, clock, day)

    month = spending.month()
    assert sum(bill.values()) == cents * 10
    assert (month.month, month.total, month.unconfirmed) == ("2026-11", cents * 10_000, 0)
    per_day = (cents * 10 - bill["both lists of people once"]) // 30 * 1000
    lists = bill["both lists of people once"] * 1000
    assert dict(month.days) == {
        f"2026-11-{day:02}": per_day + (lists if day == 1 else 0) for day in range(1, 31)
    }
    by_call = {(line.operation, line.is_owned): line.cost // 1000 for line in month.lines}
    assert by_call[("post_create_with_link", False)] == bill["posts with a link"]
    assert by_call[("counts", False)] == bill["counts"]
    if is_owner:
        assert by_call[("post_read", True)] == bill["mentions"] + bill["own posts of seven days"]
        assert by_call[("post_read", False)] == bill["brand search"]

    clock.now = datetime(2026, 12, 1, tzinfo=UTC)
    assert spending.spent() == 0


def test_the_same_month_stops_at_the_cap_to_the_last_call(rows: Rows, clock: FakeClock):
    account = x_account(rows)
    spending = spending_on(rows, clock, cap=5 * MICROS)
    refused: list[int] = []

    def ask(charge: Charge, ids: list[str]) -> None:
        try:
            call(spending, account, charge, ids, max(charge.units, 1))
        except BudgetReached as reached:
            refused.append(reached.needed)
        assert spending.spent() <= 5 * MICROS

    for day in range(2, 20):
        live_a_day(ask, clock, day)

    assert refused
    assert 5 * MICROS - min(refused) < spending.spent() <= 5 * MICROS


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["post_read", "user_read", "post_create", "post_create_with_link"]),
        st.booleans(),
        st.lists(st.sampled_from("abcdef"), max_size=6),
        st.integers(-40, 60),
        st.sampled_from(["answered", "answered", "answered", "lost", "refused", "owner", "crash"]),
    ),
    max_size=25,
)


@settings(max_examples=40)
@given(steps=STEPS, cap=st.sampled_from([20_000, 300_000, 5_000_000]))
def test_the_ledger_is_what_anybody_can_work_out_and_never_beyond_the_cap(
    tmp_path_factory: pytest.TempPathFactory, steps: list, cap: int
):
    clock = FakeClock(START)
    with_database(tmp_path_factory.mktemp("month"), lambda rows: walk(rows, clock, steps, cap))


def walk(rows: Rows, clock: FakeClock, steps: list, cap: int) -> None:
    account = x_account(rows)
    spending = spending_on(rows, clock, cap)
    meter, prices, is_owner = spending.meter(account.id), x_prices(), False
    bill: list[tuple[str, int]] = []
    seen: dict[tuple[str, str, str], int] = {}
    days_told = [day_of(clock())]
    for operation, is_own, ids, hours, outcome in steps:
        clock.now = max(clock.now + timedelta(hours=hours), datetime(2026, 11, 1, tzinfo=UTC))
        today = day_of(clock())
        month_total = sum(cost for day, cost in bill if day >= f"{today[:7]}-01")
        if outcome == "owner":
            is_owner = not is_owner
            spending.set_owns_app(account.id, is_owner)
        most = Charge(operation, 6 if operation in READS else 1, is_own)
        worst = prices.cost(most, is_owner)
        try:
            meter.allow(most)
        except BudgetReached:
            assert month_total + worst > cap
            continue
        assert month_total + worst <= cap
        if outcome in ("lost", "crash"):
            bill.append((today, worst))
            if outcome == "crash":
                meter = spending_on(rows, clock).meter(account.id)
        elif outcome == "refused":
            meter.spent(Charge(operation, 0, is_own), "")
            seen = still_known(seen, clock) if operation in READS else seen
        elif operation not in READS:
            meter.spent(most, "/2", ids)
            bill.append((today, worst))
        else:
            meter.spent(Charge(operation, len(ids), is_own), "/2", ids)
            price = prices.cost(Charge(operation, 1, is_own), is_owner)
            new = {i for i in ids if seen.get((today, operation, i), 0) < price}
            seen = still_known(seen, clock)
            for native_id in ids:
                key = today, operation, native_id
                seen[key] = max(price, seen.get(key, 0))
            bill.append((today, len(new) * price))
        days_told.append(today)
    assert rows.spending.total("x", "") == sum(cost for _, cost in bill)
    for month in {day[:7] for day in days_told}:
        assert rows.spending.total("x", f"{month}-01", f"{month}-31") <= cap


def still_known(
    seen: dict[tuple[str, str, str], int], clock: FakeClock
) -> dict[tuple[str, str, str], int]:
    """Return the reads that are remembered: a clock that goes back behind yesterday pays again."""
    yesterday = day_of(clock() - timedelta(days=1))
    return {key: price for key, price in seen.items() if key[0] >= yesterday}


def with_database(folder: Path, use: Callable[[Rows], None]) -> None:
    database = Database()
    database.open(folder / "crieur.db", now=START)
    try:
        database.rows("PRAGMA synchronous = OFF")
        use(Rows(database))
    finally:
        database.close()
