"""Trouble with one account: it is told, left alone for as long as it takes, and forgotten."""

from datetime import timedelta

import pytest
from fake_server import arrival
from screens import heard, tick

from desktop.services.domain.account import AccountState
from desktop.services.domain.errors import (
    BadAnswer,
    RateLimited,
    SignedOut,
    StoreTrouble,
    Unreachable,
    VaultTrouble,
)
from desktop.services.networks.contract import SignIn
from desktop.views.refresher import Refresher


@pytest.fixture
def refresher(stage) -> Refresher:
    return stage.refresher()


def lock(stage) -> None:
    """Start the program anew before a locked keyring."""
    stage.bench.vault.trouble = "locked"
    stage.session.accounts._networks.clear()


def test_a_server_that_asks_to_wait_is_not_asked_again_before_even_by_hand(stage, refresher):
    until = stage.bench.clock() + timedelta(minutes=10)
    stage.bench.server.fail("home", RateLimited(until))
    refresher.start()
    assert isinstance(refresher.troubles()[stage.bench.account.id], RateLimited)

    refresher.refresh_all()
    tick(stage, refresher, minutes=9, seconds=59)
    refresher.refresh_all()
    assert stage.asked == 1

    tick(stage, refresher, seconds=1)
    assert stage.asked == 2
    assert refresher.troubles() == {}


def test_the_clock_leaves_a_failing_server_alone_for_longer_and_longer(stage, refresher):
    stage.bench.server.fail("home", *[BadAnswer() for _ in range(12)])
    refresher.start()
    waits = []
    for _ in range(11):
        before = stage.asked
        passed = 0
        while stage.asked == before:
            tick(stage, refresher, seconds=1)
            passed += 1
        waits.append(passed)

    assert waits == sorted(waits)
    assert waits[0] == 1
    assert waits[-1] == 15 * 60


def test_a_failing_server_can_be_asked_at_once_by_hand(stage, refresher):
    stage.bench.server.fail("home", Unreachable())
    refresher.start()
    troubled = heard(refresher.troubled)

    refresher.refresh_all()

    assert stage.asked == 2
    assert refresher.troubles() == {}
    assert troubled == []


def test_it_is_offline_only_when_no_account_can_be_reached(stage, refresher):
    second = SignIn("bluesky", "https://other.test", "second", "pass-word")
    stage.bench.accounts.connect(second)
    stage.book.reload()
    stage.bench.server.fail("home", Unreachable(), Unreachable())
    other = stage.bench.registry.server("https://other.test")
    other.fail("home", Unreachable())

    refresher.start()
    assert refresher.is_offline

    refresher.refresh_all()
    assert not refresher.is_offline
    assert len(refresher.troubles()) == 1

    refresher.refresh_all()
    assert refresher.troubles() == {}


def test_a_workspace_without_accounts_is_not_offline(stage, refresher):
    stage.bench.accounts.disconnect(stage.bench.account.id)
    stage.book.reload()

    refresher.start()

    assert not refresher.is_offline
    assert not refresher.is_busy
    assert refresher.troubles() == {}


def test_a_signed_out_account_is_left_alone_until_it_signs_in(stage, refresher):
    stage.bench.server.fail("home", SignedOut())
    refresher.start()
    assert stage.book.all()[0].state is AccountState.SIGNED_OUT

    refresher.refresh_all()
    tick(stage, refresher, hours=2)

    assert stage.asked == 1


def test_an_account_that_signed_in_again_is_fetched_at_once(stage, refresher):
    stage.bench.server.fail("home", SignedOut())
    refresher.start()
    sign_in = SignIn("bluesky", "https://shop.test", "shop", "another one")

    stage.bench.accounts.reconnect(stage.bench.account.id, sign_in)
    stage.book.reload()

    assert stage.asked == 2
    assert refresher.troubles() == {}


def test_a_locked_keyring_is_not_asked_again_by_the_clock(stage, refresher):
    lock(stage)
    refresher.start()
    assert stage.book.all()[0].state is AccountState.LOCKED
    assert isinstance(refresher.troubles()[stage.bench.account.id], VaultTrouble)

    stage.bench.vault.trouble = ""
    tick(stage, refresher, hours=2)
    assert stage.asked == 0

    refresher.refresh_all()
    assert stage.asked == 1


def test_after_the_keyring_was_unlocked_the_clock_goes_on(stage, refresher):
    lock(stage)
    refresher.start()
    stage.bench.vault.trouble = ""

    refresher.refresh_all()
    assert stage.book.all()[0].state is AccountState.CONNECTED
    before = stage.asked
    tick(stage, refresher, seconds=150)

    assert stage.asked == before + 1


def test_the_trouble_of_an_account_goes_with_it(stage, refresher):
    stage.bench.server.fail("home", BadAnswer())
    refresher.start()

    stage.bench.accounts.disconnect(stage.bench.account.id)
    stage.book.reload()

    assert refresher.troubles() == {}


def test_what_came_before_the_trouble_is_shown(stage, refresher):
    stage.bench.server.write(arrival(1))
    stage.bench.server.fail("notifications", Unreachable())
    troubled = heard(refresher.troubled)

    refresher.start()

    assert len(troubled) == 1
    assert stage.bench.shown() == ["Post 1"]


@pytest.mark.parametrize(("error", "is_a_bug"), [(StoreTrouble("locked"), 0), (KeyError("x"), 1)])
def test_only_what_nobody_foresaw_goes_to_the_bug_report(stage, refresher, error, is_a_bug):
    stage.bench.server.fail("home", error)

    refresher.start()

    assert len(stage.tasks.unhandled) == is_a_bug
    assert refresher.troubles() == {stage.bench.account.id: error}


def test_news_of_another_account_does_not_ask_a_locked_keyring_again(stage, refresher):
    second = SignIn("bluesky", "https://other.test", "second", "pass-word")
    lock(stage)
    refresher.start()
    stage.bench.clock.advance(hours=1)
    stage.bench.vault.trouble = ""

    stage.bench.accounts.connect(second)
    stage.book.reload()

    assert stage.asked == 0
    assert stage.bench.registry.server("https://other.test").called("home") == 1


def test_a_keyring_that_was_locked_last_time_is_asked_once_at_the_start(stage, refresher):
    lock(stage)
    former = stage.refresher()
    former.start()
    former.stop()
    stage.bench.vault.trouble = ""

    refresher.start()

    assert stage.asked == 1
    assert stage.book.all()[0].state is AccountState.CONNECTED
