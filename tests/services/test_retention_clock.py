"""Nothing is erased by itself on the word of a clock that nothing else bears out."""

from dataclasses import replace
from datetime import timedelta

import pytest
from fakes import START, FakeClock
from stored import account as make_account
from stored import post

from desktop.services.domain.feed import FeedKind
from desktop.services.domain.post import Arrival
from desktop.services.retention import Retention
from desktop.services.storage import ageing
from desktop.services.storage.rows import Rows


@pytest.fixture
def retention(rows: Rows, clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> Retention:
    monkeypatch.setattr(ageing, "NEWEST", 1)
    rows.accounts.add(make_account("shop"))
    return Retention(rows, clock)


def receive(rows: Rows, days_ago: int) -> None:
    at = START - timedelta(days=days_ago)
    made = replace(post(f"{days_ago}-days"), created_at=at)
    rows.feed.add(rows.accounts.all()[0].id, [Arrival(made, at)], kind=FeedKind.HOME)


def stored(rows: Rows) -> int:
    return int(rows.database.rows("SELECT count(*) FROM post")[0][0])


def test_a_clock_that_is_years_ahead_takes_nothing_away(rows, clock, retention):
    for days in (0, 100, 300):
        receive(rows, days)
    clock.advance(days=20 * 365)

    assert retention.erase_daily(24) == 0
    assert stored(rows) == 3

    clock.advance(days=-20 * 365)
    assert retention.erase_daily(24) == 0
    assert stored(rows) == 3


def test_a_clock_that_is_years_behind_takes_nothing_away(rows, clock, retention):
    receive(rows, 0)
    receive(rows, 800)
    clock.advance(days=-50 * 365)

    assert retention.erase_daily(24) == 0
    assert stored(rows) == 2


def test_after_a_long_absence_it_waits_for_something_new(rows, clock, retention):
    receive(rows, 0)
    receive(rows, 700)
    clock.advance(days=100)
    assert retention.erase_daily(24) == 0

    receive(rows, -100)

    assert retention.erase_daily(24) == 1


def test_where_there_is_nothing_nothing_goes(retention):
    assert retention.erase_daily(24) == 0
