"""The price list: what it must hold, what a call costs by it, and which month it is billed in."""

import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.domain.charges import Charge
from desktop.services.domain.prices import (
    MICROS,
    OPERATIONS,
    PRESETS,
    READS,
    PriceList,
    day_of,
    month_of,
    next_month,
    read_prices,
)
from desktop.ui.resources import resource

TOLD = json.loads(resource("prices/x.json").read_text(encoding="utf-8"))
PRICES = read_prices(TOLD)


def without(name: str, **changes: object) -> dict[str, object]:
    return {**{key: value for key, value in TOLD.items() if key != name}, **changes}


def test_the_list_that_travels_with_the_program_says_whose_prices_of_which_day_it_holds():
    assert (PRICES.network, PRICES.currency) == ("x", "USD")
    assert PRICES.as_of == date(2026, 8, 22)
    assert "docs.x.com" in PRICES.source


@pytest.mark.parametrize(
    ("operation", "dollars"),
    [
        ("post_read", "0.005"),
        ("user_read", "0.010"),
        ("list_read", "0.005"),
        ("post_create", "0.015"),
        ("post_create_with_link", "0.200"),
        ("reply_create", "0.010"),
        ("interaction", "0.015"),
        ("delete", "0.010"),
        ("counts", "0.005"),
    ],
)
def test_a_call_costs_what_the_network_published(operation: str, dollars: str):
    expected = int(dollars.replace(".", "")) * 1000

    assert PRICES.cost(Charge(operation, 1), is_owner=False) == expected
    assert PRICES.cost(Charge(operation, 1), is_owner=True) == expected


@pytest.mark.parametrize("operation", READS)
def test_what_is_ones_own_costs_a_tenth_of_a_cent_for_the_owner_of_the_app(operation: str):
    own = Charge(operation, 30, is_own=True)

    assert PRICES.cost(own, is_owner=True) == 30_000
    assert PRICES.cost(own, is_owner=False) == 30 * PRICES.unit_prices[operation]


def test_nothing_but_reading_has_an_owners_price():
    assert set(PRICES.owned_prices) == set(READS)
    assert PRICES.cost(Charge("delete", 1, is_own=True), is_owner=True) == 10_000


def test_an_operation_that_is_not_in_the_list_is_a_mistake_of_ours():
    with pytest.raises(KeyError):
        PRICES.cost(Charge("dance", 1), is_owner=False)


@given(st.sampled_from(OPERATIONS), st.integers(0, 10**6), st.booleans(), st.booleans())
def test_the_owner_never_pays_more_and_money_stays_whole(operation, units, is_own, is_owner):
    charge = Charge(operation, units, is_own)

    owner, other = PRICES.cost(charge, True), PRICES.cost(charge, False)

    assert 0 <= owner <= other
    assert type(owner) is type(other) is int
    assert PRICES.cost(charge, is_owner) == (owner if is_owner else other)


@pytest.mark.parametrize(
    "told",
    [
        without("as_of"),
        without("as_of", as_of="yesterday"),
        without("currency"),
        without("source", source=""),
        without("unit_prices"),
        without("unit_prices", unit_prices={"post_read": 5000}),
        without("unit_prices", unit_prices={**TOLD["unit_prices"], "post_read": 0.005}),
        without("unit_prices", unit_prices={**TOLD["unit_prices"], "post_read": True}),
        without("unit_prices", unit_prices={**TOLD["unit_prices"], "post_read": -1}),
        without("owned_prices", owned_prices=[1000]),
    ],
)
def test_a_list_that_lacks_something_is_refused(told: dict[str, object]):
    with pytest.raises(ValueError, match=r"no|Invalid"):
        read_prices(told)


def test_the_presets_are_five_fifteen_and_fifty():
    assert [cap // MICROS for cap in PRESETS] == [5, 15, 50]


def test_a_moment_is_billed_on_its_utc_day_wherever_the_shop_is():
    paris, auckland = timezone(timedelta(hours=1)), timezone(timedelta(hours=13))

    assert day_of(datetime(2026, 12, 1, 0, 59, tzinfo=paris)) == "2026-11-30"
    assert month_of(datetime(2026, 12, 1, 0, 59, tzinfo=paris)) == "2026-11"
    assert month_of(datetime(2026, 12, 1, 1, 0, tzinfo=paris)) == "2026-12"
    assert day_of(datetime(2027, 1, 1, 12, 0, tzinfo=auckland)) == "2026-12-31"
    assert day_of(datetime(2026, 2, 28, 23, 59, 59, tzinfo=UTC)) == "2026-02-28"


@pytest.mark.parametrize(
    ("month", "after"),
    [
        ("2026-01", "2026-02"),
        ("2026-02", "2026-03"),
        ("2026-12", "2027-01"),
        ("2027-04", "2027-05"),
    ],
)
def test_the_month_after_is_known(month: str, after: str):
    assert next_month(month) == after


def test_a_price_list_can_be_made_for_another_network():
    other = PriceList("other", date(2026, 1, 1), "EUR", "A letter", {"counts": 7}, {})

    assert other.cost(Charge("counts", 3, is_own=True), is_owner=True) == 21
