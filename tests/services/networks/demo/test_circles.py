from datetime import timedelta

import pytest
from services.networks.demo.conftest import FORUM, KIOSK, NOW, PLACE

from desktop.services.domain.errors import Missing, Unsupported
from desktop.services.domain.post import NotificationKind
from desktop.services.networks.demo.network import DemoNetwork, DemoRegistry


@pytest.fixture
def forum(networks: DemoRegistry) -> DemoNetwork:
    return DemoNetwork(networks.world, FORUM)


def requests(door: DemoNetwork) -> list[str]:
    told = door.notifications(limit=400).items
    kind = NotificationKind.FOLLOW_REQUEST
    return [each.actor.native_id for each in told if each.kind is kind]


@pytest.mark.parametrize("network", [PLACE, FORUM, KIOSK])
def test_each_list_holds_some_people_and_not_everybody(networks: DemoRegistry, network: str):
    door = DemoNetwork(networks.world, network)
    for each in door.lists():
        posts = door.list_posts(each.native_id, limit=50).items
        assert len({post.author.native_id for post in posts}) > 1
        assert door.list_posts(each.native_id, limit=10).items == posts[:10]
    assert len({each.name for each in door.lists()}) == 2
    with pytest.raises(Missing):
        door.list_posts("nothing")


def test_the_counts_of_a_week_agree_with_the_search(networks: DemoRegistry):
    door = DemoNetwork(networks.world, PLACE)
    buckets = door.counts("brioche")
    found = door.search("brioche", limit=500).items
    recent = [post for post in found if post.created_at > NOW - timedelta(days=7)]
    assert (len(buckets), buckets[-1].end) == (168, NOW)
    assert sum(bucket.count for bucket in buckets) == len(recent) > 1


def test_somebody_welcome_becomes_a_follower_and_somebody_else_does_not(forum: DemoNetwork):
    me = forum.me().native_id
    first, second = requests(forum)
    forum.answer_follow_request(first, is_welcome=True)
    forum.answer_follow_request(second, is_welcome=False)
    forum.answer_follow_request(second, is_welcome=True)
    followers = [each.native_id for each in forum.followers(me, limit=500).items]
    assert requests(forum) == []
    assert followers[0] == first
    assert second not in followers


def test_who_is_blocked_is_neither_seen_nor_heard_until_it_is_undone(forum: DemoNetwork):
    person = next(
        each.post.author.native_id
        for each in forum.home(limit=50).items
        if each.post.author.native_id != forum.me().native_id
    )
    act_id = forum.block(person)
    assert person not in {each.post.author.native_id for each in forum.home(limit=300).items}
    assert person not in {each.actor.native_id for each in forum.notifications(limit=300).items}
    forum.undo(act_id)
    assert person in {each.post.author.native_id for each in forum.home(limit=50).items}
    with pytest.raises(Missing):
        forum.block("nobody")


def test_only_one_network_remembers_what_was_read(networks: DemoRegistry, forum: DemoNetwork):
    assert forum.reading_place() == ""
    with pytest.raises(Unsupported):
        DemoNetwork(networks.world, KIOSK).reading_place()
    with pytest.raises(Unsupported):
        DemoNetwork(networks.world, KIOSK).counts("pain")
