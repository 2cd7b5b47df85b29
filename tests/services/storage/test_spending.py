"""The ledger on disk: what is written is read back, added up and outlives its account."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from fakes import START
from stored import account as make_account

from desktop.services.domain.account import Account
from desktop.services.domain.bills import LedgerEntry
from desktop.services.storage.rows import Rows

DAY = "2026-11-21"


@pytest.fixture
def shop(rows: Rows) -> Account:
    return rows.accounts.add(make_account("shop", "x"))


def entry(shop: Account | None = None, cost: int = 5000, **fields: object) -> LedgerEntry:
    made = LedgerEntry(
        at=START,
        utc_day=DAY,
        network="x",
        account_id=None if shop is None else shop.id,
        handle="shop.test",
        endpoint="/2/tweets",
        operation="post_read",
        units=1,
        charged_units=1,
        unit_price=5000,
        cost=cost,
        is_owned=False,
    )
    return replace(made, **fields)


def test_an_entry_is_read_back_as_it_was_written(rows: Rows, shop: Account):
    written = entry(shop, is_owned=True, is_confirmed=False, units=7, charged_units=3)

    entry_id = rows.spending.add(written)

    assert rows.spending.get(entry_id) == replace(written, id=entry_id)
    assert rows.spending.between("x", DAY) == (replace(written, id=entry_id),)


def test_an_entry_that_was_taken_back_is_gone(rows: Rows, shop: Account):
    entry_id = rows.spending.add(entry(shop))

    rows.spending.drop(entry_id)

    assert rows.spending.get(entry_id) is None
    assert rows.spending.total("x", DAY) == 0


def test_days_are_added_up_from_the_first_to_the_last(rows: Rows, shop: Account):
    for day, cost in (
        ("2026-10-31", 1),
        ("2026-11-01", 10),
        ("2026-11-30", 100),
        ("2026-12-01", 1000),
    ):
        rows.spending.add(entry(shop, cost, utc_day=day))
    rows.spending.add(entry(shop, 10_000, network="other"))

    assert rows.spending.total("x", "2026-11-01", "2026-11-30") == 110
    assert rows.spending.total("x", "2026-11-01") == 1110
    assert rows.spending.months("x") == (("2026-12", 1000), ("2026-11", 110), ("2026-10", 1))


def test_entries_come_in_the_order_of_their_time(rows: Rows, shop: Account):
    late = datetime(2026, 11, 21, 20, tzinfo=UTC)
    rows.spending.add(entry(shop, 2, at=late))
    rows.spending.add(entry(shop, 1))

    assert [each.cost for each in rows.spending.between("x", DAY)] == [1, 2]


def test_the_bill_stays_when_its_account_goes(rows: Rows, shop: Account):
    entry_id = rows.spending.add(entry(shop))

    rows.accounts.remove(shop.id)

    kept = rows.spending.get(entry_id)
    assert kept is not None
    assert (kept.account_id, kept.handle, kept.cost) == (None, "shop.test", 5000)


def test_what_was_read_is_known_for_its_day_account_and_kind(rows: Rows, shop: Account):
    other = rows.accounts.add(make_account("other", "x"))
    rows.spending.note_read(shop.id, DAY, "post_read", ["1", "2", "2"], 5000)

    assert rows.spending.read_on(shop.id, DAY, "post_read", ["1", "2", "3"]) == {"1", "2"}
    assert rows.spending.read_on(shop.id, "2026-11-22", "post_read", ["1"]) == set()
    assert rows.spending.read_on(other.id, DAY, "post_read", ["1"]) == set()
    assert rows.spending.read_on(shop.id, DAY, "user_read", ["1"]) == set()


def test_a_cheaper_read_does_not_stand_for_a_dearer_one(rows: Rows, shop: Account):
    rows.spending.note_read(shop.id, DAY, "post_read", ["1"], 1000)
    assert rows.spending.read_on(shop.id, DAY, "post_read", ["1"], 5000) == set()

    rows.spending.note_read(shop.id, DAY, "post_read", ["1"], 5000)
    rows.spending.note_read(shop.id, DAY, "post_read", ["1"], 1000)
    assert rows.spending.read_on(shop.id, DAY, "post_read", ["1"], 5000) == {"1"}


def test_former_days_are_forgotten(rows: Rows, shop: Account):
    rows.spending.note_read(shop.id, "2026-11-20", "post_read", ["1"], 5000)
    rows.spending.note_read(shop.id, DAY, "post_read", ["2"], 5000)

    rows.spending.forget_reads_before(DAY)

    assert rows.spending.read_on(shop.id, "2026-11-20", "post_read", ["1"]) == set()
    assert rows.spending.read_on(shop.id, DAY, "post_read", ["2"]) == {"2"}


def test_what_was_read_goes_with_its_account(rows: Rows, shop: Account):
    rows.spending.note_read(shop.id, DAY, "post_read", ["1"], 5000)

    rows.accounts.remove(shop.id)

    assert rows.database.rows("SELECT * FROM read_once") == []


def test_whatever_a_network_names_its_things_can_be_kept(rows: Rows, shop: Account):
    rows.spending.note_read(shop.id, DAY, "post_read", ["a\0b", "\ud800"], 5000)
    rows.spending.add(entry(shop, endpoint="/\ud800\0", handle="\ud800"))

    assert rows.spending.read_on(shop.id, DAY, "post_read", ["a\0b"]) == {"ab"}
    assert rows.spending.between("x", DAY)[0].endpoint == "/?"
