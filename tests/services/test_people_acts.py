"""Blocking people, answering who asks to follow, and what a paid profile is worth."""

from dataclasses import dataclass, field

import pytest
from fake_server import arrival, told
from workbench import SIGN_IN, Workbench

from desktop.services.domain.account import Cap
from desktop.services.domain.charges import FREE, Meter, NoMeter
from desktop.services.domain.errors import Unsupported
from desktop.services.domain.feed import FeedFilter
from desktop.services.domain.post import NotificationKind
from desktop.services.networks.contract import SignIn
from desktop.services.people import People

ANNA = "did:anna"


@dataclass
class DayMeter(NoMeter):
    """Knows who was read today."""

    read: set[str] = field(default_factory=set)

    def was_read_today(self, operation: str, native_id: str) -> bool:
        return operation == "user_read" and native_id in self.read


@pytest.fixture
def people(bench: Workbench) -> People:
    bench.server.caps |= Cap.FOLLOW_REQUESTS
    bench.server.write(arrival(1, "Fresh bread"), arrival(2, "Rain", "bob"))
    bench.timeline().refresh(bench.account.id)
    return People(bench.rows, bench.accounts)


def test_who_is_blocked_leaves_the_feed_and_comes_back(bench: Workbench, people: People) -> None:
    for _ in range(2):
        assert people.block(bench.account.id, ANNA).block_id
    assert bench.server.called("block") == 1
    assert bench.shown() == ["Rain"]
    bench.server.write(arrival(3, "More bread"))
    bench.timeline().refresh(bench.account.id)
    assert bench.shown() == ["Rain"]
    for _ in range(2):
        assert not people.unblock(bench.account.id, ANNA).block_id
    assert bench.server.called("undo") == 1
    assert bench.shown() == ["More bread", "Rain", "Fresh bread"]


def test_a_stranger_can_be_blocked_before_anything_of_theirs_is_stored(
    bench: Workbench, people: People
) -> None:
    assert people.block(bench.account.id, "did:carl").block_id
    bench.server.write(arrival(3, "Buy this", "carl"))
    bench.timeline().refresh(bench.account.id)
    assert "Buy this" not in bench.shown()


def test_an_account_that_goes_takes_its_blocks_along(bench: Workbench, people: People) -> None:
    other = bench.accounts.connect(SignIn("bluesky", SIGN_IN.server, "atelier", "pass-word"))
    bench.timeline().refresh(other.id)
    people.block(bench.account.id, ANNA)
    assert len(bench.rows.feed.window(FeedFilter()).ids) == 1
    bench.accounts.disconnect(bench.account.id)
    assert bench.rows.database.rows("SELECT * FROM blocked") == []
    assert len(bench.rows.feed.window(FeedFilter()).ids) == 2


def test_an_account_that_only_reads_blocks_nobody(bench: Workbench, people: People) -> None:
    bench.accounts.set_may_post(bench.account.id, False)
    for ask in (people.block, people.unblock, people.follow):
        with pytest.raises(Unsupported):
            ask(bench.account.id, ANNA)
    with pytest.raises(Unsupported):
        people.answer_follow_request(bench.account.id, ANNA, is_welcome=True)


@pytest.mark.parametrize("is_welcome", [True, False])
def test_who_asks_to_follow_is_answered_once_and_shown_no_more(
    bench: Workbench, people: People, is_welcome: bool
) -> None:
    requests = [told(4, NotificationKind.FOLLOW_REQUEST), told(5, NotificationKind.FOLLOW, "carl")]
    bench.server.tell(*requests)
    timeline = bench.timeline()
    timeline.refresh(bench.account.id)
    assert [each.kind for each in timeline.activity()] == ["follow", "follow_request"]
    people.answer_follow_request(bench.account.id, "did:bob", is_welcome=is_welcome)
    assert bench.server.calls[-1] == ("answer_follow_request", ("did:bob", is_welcome))
    assert [each.kind for each in timeline.activity()] == ["follow"]


def test_a_profile_that_was_paid_for_today_is_not_paid_for_again(bench: Workbench) -> None:
    meter = DayMeter()
    meters: dict[int, Meter] = {bench.account.id: meter}
    bench.server.caps |= Cap.METERED
    bench.accounts.describe(bench.account.id)
    bench.server.write(*(arrival(number) for number in range(30)))
    people = People(bench.rows, bench.accounts, lambda account_id: meters.get(account_id, FREE))
    assert people.refresh(bench.account.id, ANNA).stored_posts == 10
    assert bench.server.called("relations") == 0
    meter.read.add(ANNA)
    assert people.refresh(bench.account.id, ANNA).stored_posts == 10
    assert bench.server.called("profile") == 1


def test_of_somebody_in_a_public_feed_the_stored_is_all_there_is(
    bench: Workbench, people: People
) -> None:
    bench.server.caps = Cap.HOME | Cap.KEYLESS
    bench.clock.advance(hours=13)
    bench.accounts.describe(bench.account.id)
    assert people.refresh(bench.account.id, ANNA).stored_posts == 1
    assert bench.server.called("profile") == 0
