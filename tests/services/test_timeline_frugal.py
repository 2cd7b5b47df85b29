"""What is asked of public feeds, and of accounts whose every call costs the user money."""

import pytest
from fake_server import arrival, post, told
from workbench import Workbench

from desktop.services.domain.account import Cap
from desktop.services.domain.post import NotificationKind
from desktop.services.timeline import Timeline

ASKED = Cap.HOME | Cap.MENTIONS | Cap.SEARCH | Cap.RELATIONSHIPS


@pytest.fixture
def metered(bench: Workbench) -> Timeline:
    bench.server.caps = ASKED | Cap.METERED
    bench.accounts.describe(bench.account.id)
    bench.server.calls.clear()
    bench.server.write(arrival(1), arrival(2))
    bench.server.tell(told(3, NotificationKind.MENTION, post=post(3, "Hello", "bob")))
    return bench.timeline()


@pytest.fixture
def public(bench: Workbench) -> Timeline:
    bench.server.caps = Cap.HOME | Cap.KEYLESS
    bench.accounts.describe(bench.account.id)
    bench.server.calls.clear()
    bench.server.write(arrival(1), arrival(2), arrival(3))
    return bench.timeline()


def calls(bench: Workbench) -> list[str]:
    return [name for name, _ in bench.server.calls]


def test_of_a_metered_account_only_the_mentions_are_fetched(
    bench: Workbench, metered: Timeline
) -> None:
    outcome = metered.refresh(bench.account.id)
    assert (outcome.read_home, outcome.new_entries, outcome.new_mentions) == (False, 0, 1)
    assert calls(bench) == ["notifications"]


def test_its_home_feed_is_fetched_where_the_user_wants_it(
    bench: Workbench, metered: Timeline
) -> None:
    bench.server.write(*(arrival(number) for number in range(3, 40)))
    assert not metered.reads_home(bench.account.id)
    metered.set_reads_home(bench.account.id, True)
    outcome = metered.refresh(bench.account.id)
    assert (outcome.read_home, outcome.new_entries) == (True, 10)
    assert calls(bench).count("home") == 1
    assert "relations" not in calls(bench)


def test_it_is_described_once_a_day_whatever_is_restarted(
    bench: Workbench, metered: Timeline
) -> None:
    for hours in (0, 13, 0):
        bench.clock.advance(hours=hours)
        bench.restart()
        timeline = bench.timeline()
        timeline.refresh(bench.account.id)
        timeline.refresh(bench.account.id)
        bench.accounts.close()
    assert bench.clock().day == 21
    assert calls(bench).count("me") == 1
    bench.clock.advance(hours=3)
    bench.restart()
    bench.timeline().refresh(bench.account.id)
    assert calls(bench).count("me") == 2


def test_nothing_in_sight_is_checked_where_that_costs_money(
    bench: Workbench, metered: Timeline
) -> None:
    metered.set_reads_home(bench.account.id, True)
    metered.refresh(bench.account.id)
    assert metered.check(bench.account.id, [each.id for each in bench.feed()]) == 0
    assert "posts" not in calls(bench)


def test_what_is_gone_from_a_metered_feed_is_still_noticed(
    bench: Workbench, metered: Timeline
) -> None:
    metered.set_reads_home(bench.account.id, True)
    bench.server.write(arrival(3))
    metered.refresh(bench.account.id)
    bench.server.take_away("at://anna/2")
    metered.refresh(bench.account.id)
    assert bench.shown() == ["Post 3", "Post 1"]


def test_a_search_takes_little_where_every_post_costs_money(
    bench: Workbench, metered: Timeline
) -> None:
    bench.server.write(*(arrival(number) for number in range(3, 40)))
    assert metered.search_network(bench.account.id, "Post") == 10


def test_a_public_feed_is_asked_for_its_posts_and_nothing_else(
    bench: Workbench, public: Timeline
) -> None:
    assert public.refresh(bench.account.id).new_entries == 3
    public.mark_seen(bench.account.id)
    assert calls(bench) == ["home"]


def test_a_public_feed_may_forget_what_is_old(bench: Workbench, public: Timeline) -> None:
    public.refresh(bench.account.id)
    bench.server.take_away("at://anna/2")
    bench.server.write(arrival(4))
    public.refresh(bench.account.id)
    assert public.check(bench.account.id, [each.id for each in bench.feed()]) == 0
    assert bench.shown() == ["Post 4", "Post 3", "Post 2", "Post 1"]


def test_an_account_that_is_only_read_from_its_archive_is_not_asked(bench: Workbench) -> None:
    bench.server.caps = Cap.KEYLESS | Cap.HAND_OFF
    bench.accounts.describe(bench.account.id)
    bench.server.calls.clear()
    outcome = bench.timeline().refresh(bench.account.id)
    assert (outcome.read_home, outcome.new_entries, calls(bench)) == (False, 0, [])
