"""What costs money is never fetched by itself, an archive not at all, and websites seldom."""

from dataclasses import replace

import pytest
from screens import Stage, heard, tick
from stored import account as make_account

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.draft import Draft
from desktop.services.domain.errors import Unreachable
from desktop.services.networks.contract import SignIn
from desktop.views.refresher import Refresher


@pytest.fixture
def refresher(stage: Stage) -> Refresher:
    return stage.refresher()


@pytest.fixture
def paid(stage: Stage) -> Account:
    """The bench's account, whose calls cost money; mentions are what it fetches."""
    return become(stage, caps=stage.bench.account.caps | Cap.METERED)


def become(stage: Stage, **changes: object) -> Account:
    """Change what the bench's account is."""
    account = replace(stage.bench.account, **changes)
    stage.bench.server.caps = account.caps
    stage.bench.rows.accounts.update(account)
    stage.book.reload()
    return account


def fetched(stage: Stage) -> int:
    """Return how often anything new was asked for."""
    return stage.bench.server.called("notifications") + stage.asked


def test_what_costs_money_is_fetched_neither_by_the_clock_nor_with_the_others(
    stage, refresher, paid
):
    refresher.start()
    tick(stage, refresher, hours=9)
    refresher.refresh_all()

    assert fetched(stage) == 0
    assert not refresher.is_busy


def test_what_costs_money_is_fetched_when_the_user_says_so(stage, refresher, paid):
    refreshed = heard(refresher.refreshed)
    refresher.start()
    refresher.refresh_paid(paid.id)

    assert stage.bench.server.called("notifications") == 1
    assert [(each.account_id, each.read_home) for (each,) in refreshed] == [(paid.id, False)]
    assert refresher.refreshed_at(paid.id) == stage.bench.clock()
    tick(stage, refresher, hours=9)
    assert stage.bench.server.called("notifications") == 1


def test_what_is_being_paid_for_is_not_paid_for_twice(stage, paid):
    lanes = stage.on_busy_lanes()
    refresher = stage.refresher()
    refresher.start()
    refresher.refresh_paid(paid.id)
    refresher.refresh_paid(paid.id)
    lanes.work_off()

    assert stage.bench.server.called("notifications") == 1


def test_nobody_pays_for_an_account_that_is_gone(stage, refresher):
    refresher.start()
    before = fetched(stage)
    refresher.refresh_paid(77)

    assert fetched(stage) == before


def test_what_was_written_leaves_also_where_nothing_is_fetched(stage, refresher, paid):
    refresher.start()
    stage.session.publishing.queue(paid.id, Draft("Fresh bread"))
    tick(stage, refresher, seconds=150)

    assert stage.bench.public() == ["Fresh bread"]
    assert fetched(stage) == 0


def test_what_costs_money_does_not_hold_back_the_others(stage, refresher, paid):
    stage.bench.accounts.connect(SignIn("bluesky", "https://other.test", "free", "pass-word"))
    stage.book.reload()
    refresher.start()

    assert refresher.last_updated == stage.bench.clock()


def test_without_the_network_what_costs_money_says_nothing_against_it(stage, refresher, paid):
    sign_in = SignIn("bluesky", "https://other.test", "free", "pass-word")
    free = stage.bench.accounts.connect(sign_in)
    stage.bench.registry.server("https://other.test").fail("home", Unreachable())
    stage.book.reload()
    refresher.start()

    assert list(refresher.troubles()) == [free.id]
    assert refresher.is_offline


def test_an_archive_is_not_fetched_and_holds_nobody_back(stage, refresher):
    archive = make_account("archive", "x", caps=Cap.KEYLESS | Cap.HAND_OFF)
    archive = stage.bench.rows.accounts.add(archive)
    stage.book.reload()
    refresher.start()
    refresher.refresh_all()
    refresher.refresh_paid(archive.id)

    assert refresher.troubles() == {}
    assert refresher.last_updated == stage.bench.clock()
    assert refresher.refreshed_at(archive.id) is None


def test_an_account_that_gets_its_key_is_fetched_from_then_on(stage, refresher):
    caps = stage.bench.account.caps
    become(stage, caps=Cap.KEYLESS | Cap.HAND_OFF)
    refresher.start()
    assert stage.asked == 0
    become(stage, caps=caps)

    assert stage.asked == 1


def test_websites_are_asked_every_quarter_of_an_hour(stage, refresher):
    become(stage, network="feed", caps=Cap.HOME | Cap.KEYLESS)
    refresher.start()
    assert stage.asked == 1

    tick(stage, refresher, minutes=14, seconds=59)
    assert stage.asked == 1
    tick(stage, refresher, seconds=1)
    assert stage.asked == 2
