"""Accounts are kept fresh: when due, when asked, and never while a server asks to be left alone."""

import pytest
from fake_server import arrival
from screens import heard, tick

from desktop.services.domain.draft import Draft
from desktop.services.domain.draft import OutboxState as State
from desktop.services.domain.errors import (
    Unreachable,
)
from desktop.services.networks.contract import SignIn
from desktop.views.refresher import Refresher


@pytest.fixture
def refresher(stage) -> Refresher:
    return stage.refresher()


def test_every_account_is_fetched_at_once_and_then_when_it_is_due(stage, refresher):
    refresher.start()
    assert stage.asked == 1

    tick(stage, refresher, seconds=149)
    assert stage.asked == 1
    tick(stage, refresher, seconds=1)
    assert stage.asked == 2


def test_the_demonstration_is_fetched_every_half_minute(stage):
    stage.be_demo()
    refresher = stage.refresher()
    refresher.start()

    tick(stage, refresher, seconds=29)
    assert stage.asked == 1
    tick(stage, refresher, seconds=1)
    assert stage.asked == 2


def test_what_a_fetch_brought_is_told(stage, refresher):
    refreshed = heard(refresher.refreshed)
    refresher.start()
    stage.bench.server.write(arrival(1), arrival(2))

    refresher.refresh_all()

    assert refreshed[-1][0].new_entries == 2
    assert refresher.last_updated == stage.bench.clock()


def test_nothing_is_fetched_before_the_start_nor_after_the_end(stage, refresher):
    assert stage.asked == 0
    refresher.start()

    refresher.stop()
    stage.bench.accounts.connect(SignIn("bluesky", "https://shop.test", "second", "pass-word"))
    stage.book.reload()

    assert stage.asked == 1
    assert not refresher._timer.isActive()


def test_a_laptop_that_slept_fetches_when_it_wakes(stage, refresher):
    refresher.start()

    tick(stage, refresher, hours=9)

    assert stage.asked == 2


def test_an_account_that_is_being_fetched_is_not_asked_twice(stage):
    lanes = stage.on_busy_lanes()
    refresher = stage.refresher()
    refresher.start()
    assert refresher.is_busy

    refresher.refresh_all()
    tick(stage, refresher, hours=1)
    lanes.work_off()

    assert stage.asked == 1
    assert not refresher.is_busy


def test_the_oldest_fetch_is_the_one_that_is_told(stage, refresher):
    refresher.start()
    first = stage.bench.clock()
    stage.bench.clock.advance(minutes=1)
    stage.bench.server.fail("home", Unreachable())
    refresher.refresh_all()

    assert refresher.last_updated == first


def test_a_new_account_is_fetched_as_soon_as_it_is_there(stage, refresher):
    refresher.start()
    second = stage.bench.accounts.connect(
        SignIn("bluesky", "https://other.test", "second", "pass-word")
    )
    refreshed = heard(refresher.refreshed)

    stage.book.reload()

    assert [outcome.account_id for (outcome,) in refreshed] == [second.id]


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


def test_a_change_of_how_things_stand_is_told(stage, refresher):
    told = heard(refresher.status_changed)

    refresher.start()

    assert told
