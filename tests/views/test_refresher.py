"""Accounts are kept fresh: when due, when asked, and never while a server asks to be left alone."""

from datetime import timedelta

import pytest
from fake_server import arrival
from screens import heard

from desktop.services.domain.account import AccountState
from desktop.services.domain.draft import Draft
from desktop.services.domain.draft import OutboxState as State
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


def asked(stage) -> int:
    return stage.bench.server.called("home")


def wait(stage, refresher: Refresher, **how_long: float) -> None:
    """Let time pass and the slow clock tick."""
    stage.bench.clock.advance(**how_long)
    refresher._timer.timeout.emit()


def lock(stage) -> None:
    """Start the program anew before a locked keyring."""
    stage.bench.vault.trouble = "locked"
    stage.session.accounts._networks.clear()


def test_every_account_is_fetched_at_once_and_then_when_it_is_due(stage, refresher):
    refresher.start()
    assert asked(stage) == 1

    wait(stage, refresher, seconds=149)
    assert asked(stage) == 1
    wait(stage, refresher, seconds=1)
    assert asked(stage) == 2


def test_the_demonstration_is_fetched_every_half_minute(stage):
    stage.be_demo()
    refresher = stage.refresher()
    refresher.start()

    wait(stage, refresher, seconds=29)
    assert asked(stage) == 1
    wait(stage, refresher, seconds=1)
    assert asked(stage) == 2


def test_what_a_fetch_brought_is_told(stage, refresher):
    refreshed = heard(refresher.refreshed)
    refresher.start()
    stage.bench.server.write(arrival(1), arrival(2))

    refresher.refresh_all()

    assert refreshed[-1][0].new_entries == 2
    assert refresher.last_updated == stage.bench.clock()


def test_nothing_is_fetched_before_the_start_nor_after_the_end(stage, refresher):
    assert asked(stage) == 0
    refresher.start()

    refresher.stop()
    stage.bench.accounts.connect(SignIn("bluesky", "https://shop.test", "second", "pass-word"))
    stage.book.reload()

    assert asked(stage) == 1
    assert not refresher._timer.isActive()


def test_a_laptop_that_slept_fetches_when_it_wakes(stage, refresher):
    refresher.start()

    wait(stage, refresher, hours=9)

    assert asked(stage) == 2


def test_an_account_that_is_being_fetched_is_not_asked_twice(stage):
    lanes = stage.on_busy_lanes()
    refresher = stage.refresher()
    refresher.start()
    assert refresher.is_busy

    refresher.refresh_all()
    wait(stage, refresher, hours=1)
    lanes.work_off()

    assert asked(stage) == 1
    assert not refresher.is_busy


def test_a_server_that_asks_to_wait_is_not_asked_again_before_even_by_hand(stage, refresher):
    until = stage.bench.clock() + timedelta(minutes=10)
    stage.bench.server.fail("home", RateLimited(until))
    refresher.start()
    assert isinstance(refresher.troubles()[stage.bench.account.id], RateLimited)

    refresher.refresh_all()
    wait(stage, refresher, minutes=9, seconds=59)
    refresher.refresh_all()
    assert asked(stage) == 1

    wait(stage, refresher, seconds=1)
    assert asked(stage) == 2
    assert refresher.troubles() == {}


def test_the_clock_leaves_a_failing_server_alone_for_longer_and_longer(stage, refresher):
    stage.bench.server.fail("home", *[BadAnswer() for _ in range(12)])
    refresher.start()
    waits = []
    for _ in range(11):
        before = asked(stage)
        passed = 0
        while asked(stage) == before:
            wait(stage, refresher, seconds=1)
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

    assert asked(stage) == 2
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


def test_the_oldest_fetch_is_the_one_that_is_told(stage, refresher):
    refresher.start()
    first = stage.bench.clock()
    stage.bench.clock.advance(minutes=1)
    stage.bench.server.fail("home", Unreachable())
    refresher.refresh_all()

    assert refresher.last_updated == first


def test_a_signed_out_account_is_left_alone_until_it_signs_in(stage, refresher):
    stage.bench.server.fail("home", SignedOut())
    refresher.start()
    assert stage.book.all()[0].state is AccountState.SIGNED_OUT

    refresher.refresh_all()
    wait(stage, refresher, hours=2)

    assert asked(stage) == 1


def test_an_account_that_signed_in_again_is_fetched_at_once(stage, refresher):
    stage.bench.server.fail("home", SignedOut())
    refresher.start()
    sign_in = SignIn("bluesky", "https://shop.test", "shop", "another one")

    stage.bench.accounts.reconnect(stage.bench.account.id, sign_in)
    stage.book.reload()

    assert asked(stage) == 2
    assert refresher.troubles() == {}


def test_a_locked_keyring_is_not_asked_again_by_the_clock(stage, refresher):
    lock(stage)
    refresher.start()
    assert stage.book.all()[0].state is AccountState.LOCKED
    assert isinstance(refresher.troubles()[stage.bench.account.id], VaultTrouble)

    stage.bench.vault.trouble = ""
    wait(stage, refresher, hours=2)
    assert asked(stage) == 0

    refresher.refresh_all()
    assert asked(stage) == 1


def test_after_the_keyring_was_unlocked_the_clock_goes_on(stage, refresher):
    lock(stage)
    refresher.start()
    stage.bench.vault.trouble = ""

    refresher.refresh_all()
    assert stage.book.all()[0].state is AccountState.CONNECTED
    before = asked(stage)
    wait(stage, refresher, seconds=150)

    assert asked(stage) == before + 1


def test_a_new_account_is_fetched_as_soon_as_it_is_there(stage, refresher):
    refresher.start()
    second = stage.bench.accounts.connect(
        SignIn("bluesky", "https://other.test", "second", "pass-word")
    )
    refreshed = heard(refresher.refreshed)

    stage.book.reload()

    assert [outcome.account_id for (outcome,) in refreshed] == [second.id]


def test_the_trouble_of_an_account_goes_with_it(stage, refresher):
    stage.bench.server.fail("home", BadAnswer())
    refresher.start()

    stage.bench.accounts.disconnect(stage.bench.account.id)
    stage.book.reload()

    assert refresher.troubles() == {}


def test_an_answer_that_comes_after_the_account_went_is_dropped(stage):
    lanes = stage.on_busy_lanes()
    refresher = stage.refresher()
    refresher.start()
    refreshed = heard(refresher.refreshed)
    stage.book._on_loaded(())

    lanes.work_off()

    assert refreshed == []
    assert refresher.troubles() == {}


def test_what_waits_in_the_outbox_leaves_after_a_good_fetch(stage, refresher):
    sent = heard(refresher.sent)
    stage.session.publishing.queue(stage.bench.account.id, Draft("Fresh bread"))

    refresher.start()

    assert stage.bench.public() == ["Fresh bread"]
    assert [item.state for item in sent[0][0]] == [State.SENT]


def test_an_empty_outbox_is_not_told(stage, refresher):
    sent = heard(refresher.sent)

    refresher.start()

    assert sent == []


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


def test_a_change_of_how_things_stand_is_told(stage, refresher):
    told = heard(refresher.status_changed)

    refresher.start()

    assert told
