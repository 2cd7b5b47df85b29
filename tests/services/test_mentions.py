"""What others did towards the account: mentions in the feed, likes and follows in activity."""

from dataclasses import replace

import pytest
from fake_server import author, post, told
from workbench import Workbench

from desktop.services.domain.errors import Unreachable
from desktop.services.domain.feed import FeedKind
from desktop.services.domain.post import Notification, NotificationKind
from desktop.services.mentions import Mentions


@pytest.fixture
def mentions(bench: Workbench) -> Mentions:
    bench.server.page_size = 2
    return Mentions(bench.rows, bench.accounts, bench.clock, max_pages=2)


def mention(number: int) -> Notification:
    """Make Bob mention the account."""
    return told(number, NotificationKind.MENTION, post=post(number, by="bob"))


def mentioned(bench: Workbench, first: int, last: int) -> None:
    """Let Bob mention the account this often."""
    bench.server.tell(*(mention(number) for number in range(first, last + 1)))


def test_the_first_mentions_are_read_and_later_ones_are_not(
    bench: Workbench, mentions: Mentions
) -> None:
    mentioned(bench, 1, 2)
    mentions.refresh(bench.account.id)
    mentioned(bench, 3, 3)
    assert mentions.refresh(bench.account.id) == 1
    assert mentions.refresh(bench.account.id) == 0
    found = bench.feed(FeedKind.MENTION)
    assert [(each.post.text, each.is_unread) for each in found if each.post] == [
        ("Post 3", True),
        ("Post 2", False),
        ("Post 1", False),
    ]
    assert bench.feed(FeedKind.HOME) == []


def test_what_one_refresh_does_not_reach_the_next_ones_fetch(
    bench: Workbench, mentions: Mentions
) -> None:
    mentioned(bench, 1, 1)
    mentions.refresh(bench.account.id)
    mentioned(bench, 2, 20)
    counts = [mentions.refresh(bench.account.id) for _ in range(6)]
    assert (sum(counts), counts[-1]) == (19, 0)
    assert len(bench.feed(FeedKind.MENTION)) == 20


def test_several_backlogs_are_all_fetched(bench: Workbench, mentions: Mentions) -> None:
    mentioned(bench, 1, 1)
    mentions.refresh(bench.account.id)
    mentioned(bench, 2, 12)
    mentions.refresh(bench.account.id)
    mentioned(bench, 13, 30)
    for _ in range(8):
        mentions.refresh(bench.account.id)
    assert len(bench.feed(FeedKind.MENTION)) == 30


def test_trouble_half_way_loses_nothing(bench: Workbench, mentions: Mentions) -> None:
    mentioned(bench, 1, 1)
    mentions.refresh(bench.account.id)
    mentioned(bench, 2, 4)
    bench.server.fail("notifications", lambda step: None, Unreachable())
    with pytest.raises(Unreachable):
        mentions.refresh(bench.account.id)
    mentions.refresh(bench.account.id)
    assert len(bench.feed(FeedKind.MENTION)) == 4


def test_likes_and_follows_are_activity_and_not_mentions(
    bench: Workbench, mentions: Mentions
) -> None:
    like = told(1, NotificationKind.LIKE, subject_id="at://shop/1")
    bench.server.tell(
        like,
        replace(told(2, NotificationKind.LIKE, by="carol"), subject_id="at://shop/1"),
        told(3, NotificationKind.FOLLOW, by="dora"),
    )
    for _ in range(3):
        assert mentions.refresh(bench.account.id) == 0
    lines = bench.rows.notifications.activity([bench.account.id], limit=10)
    assert [(line.kind, [actor.native_id for actor in line.actors]) for line in lines] == [
        ("follow", ["did:dora"]),
        ("like", ["did:carol"]),
    ]
    assert lines[0].actors == (author("dora"),)


def test_seen_is_told_to_the_server_and_kept(bench: Workbench, mentions: Mentions) -> None:
    mentions.refresh(bench.account.id)
    bench.server.tell(told(1, NotificationKind.FOLLOW))
    mentions.refresh(bench.account.id)
    assert bench.rows.notifications.unseen_counts() == {bench.account.id: 1}
    mentions.mark_seen(bench.account.id)
    assert bench.rows.notifications.unseen_counts() == {bench.account.id: 0}
    assert bench.server.called("mark_seen") == 1
