from collections import Counter
from datetime import timedelta

import pytest
from services.networks.demo.conftest import FOLDER, FORUM, KIOSK, NOW, PLACE

from desktop.services.domain.account import Cap
from desktop.services.domain.errors import Missing
from desktop.services.domain.page import Page
from desktop.services.domain.post import Arrival
from desktop.services.networks.contract import Network
from desktop.services.networks.demo.network import DemoNetwork, DemoRegistry


@pytest.fixture(scope="module")
def shared() -> DemoRegistry:
    return DemoRegistry(FOLDER, lambda: NOW)


@pytest.fixture(params=[PLACE, FORUM, KIOSK])
def door(shared: DemoRegistry, request: pytest.FixtureRequest) -> Network:
    return DemoNetwork(shared.world, request.param)


def all_home(door: Network) -> list[Arrival]:
    found: list[Arrival] = []
    cursor = ""
    while True:
        answer: Page[Arrival] = door.home(cursor, 100)
        found += answer.items
        cursor = answer.older
        if not cursor:
            return found


def test_each_network_lacks_something_else(shared: DemoRegistry):
    caps = {name: DemoNetwork(shared.world, name).me().caps for name in shared.networks}

    assert Cap.QUOTE not in caps[FORUM]
    assert Cap.CONTENT_WARNING not in caps[PLACE]
    assert Cap.QUOTE in caps[KIOSK]
    assert all(Cap.HOME in one and Cap.METERED not in one for one in caps.values())


def test_home_is_whole_once_each_and_newest_first(door: Network):
    home = all_home(door)
    names = [(a.post.native_id, a.reposter and a.reposter.native_id) for a in home]
    times = [arrival.at for arrival in home]

    assert len(home) > 2000
    assert len(set(names)) == len(names)
    assert times == sorted(times, reverse=True)
    assert times[0] - times[-1] > timedelta(days=420)


def test_home_holds_only_those_whom_the_shop_follows(door: Network):
    me = door.me().native_id
    followed = {one.native_id for one in door.following(me, limit=500).items} | {me}
    home = all_home(door)
    mine = [a.post for a in home if a.post.author.native_id == me and a.post.reply_to]

    assert {(a.reposter or a.post.author).native_id for a in home} <= followed
    assert mine == []
    assert sum(a.reposter is not None for a in home) > 5


def test_notifications_page_to_the_end_and_carry_their_posts(door: Network):
    kinds: Counter[str] = Counter()
    cursor = ""
    last = NOW
    while True:
        answer = door.notifications(cursor, 80)
        for notice in answer.items:
            assert notice.at <= last
            last = notice.at
            kinds[notice.kind] += 1
            assert (notice.post is not None) == (notice.kind in ("mention", "reply", "quote"))
        cursor = answer.older
        if not cursor:
            break

    assert kinds["mention"] > 200
    assert kinds["follow"] > 200
    assert kinds["like"] > 50


def test_a_person_has_posts_and_a_profile(shared: DemoRegistry):
    door = DemoNetwork(shared.world, PLACE)
    claire = door.profile("clairef_lyon")
    said = door.author_posts(claire.native_id, limit=30)

    assert door.profile(claire.native_id) == claire == door.profile("@clairef_lyon")
    assert claire.bio
    assert {post.author.native_id for post in said.items} == {claire.native_id}
    assert said.older
    older = door.author_posts(claire.native_id, said.older, 30)
    assert older.items[0].created_at <= said.items[-1].created_at


def test_search_needs_every_word_and_minds_no_accent(door: Network):
    found = door.search("BOULANGERIE lumiere brioche", limit=20).items

    assert found
    assert all("brioche" in post.text.casefold() for post in found)
    assert all("Lumière" in post.text or "lumiere" in post.text for post in found)
    assert door.search("   ").items == ()
    assert door.search("motquinexistepas").items == ()


def test_a_thread_is_ancestors_then_replies(door: Network):
    reply = next(
        n.post for n in door.notifications(limit=400).items if n.kind == "reply" and n.post
    )
    thread = door.thread(reply.native_id)
    whole = door.thread(thread[0].native_id)

    assert thread[0].native_id == reply.root
    assert reply in thread
    assert set(thread) <= set(whole)
    assert whole[0].created_at == min(post.created_at for post in whole)


def test_strangers_are_missing_on_each_network(door: Network):
    for ask in (door.profile, door.author_posts, door.followers, door.thread):
        with pytest.raises(Missing):
            ask("nobody.example")


def test_somebody_of_another_network_is_missing(shared: DemoRegistry):
    with pytest.raises(Missing):
        DemoNetwork(shared.world, FORUM).profile(f"{PLACE}/clairef_lyon")


def test_followers_page_newest_first_and_count(door: Network):
    me = door.me()
    first = door.followers(me.native_id, limit=50)
    second = door.followers(me.native_id, first.older, 50)

    assert len(first.items) == 50
    assert not {a.native_id for a in first.items} & {a.native_id for a in second.items}
    assert door.profile(me.native_id).followers is not None


def test_friends_follow_each_other(door: Network):
    me = door.me().native_id
    following = [one.native_id for one in door.following(me, limit=500).items]
    relations = door.relations([*following, "x"])
    followers = {one.native_id for one in door.followers(me, limit=5000).items}

    assert all(relations[one].following_id for one in following)
    assert {one for one in following if relations[one].is_friend} == followers & set(following)
    assert sum(relation.is_friend for relation in relations.values()) > 10
    assert not relations["x"].following_id


def test_the_friends_of_others_are_always_the_same(door: Network):
    someone = door.following(door.me().native_id, limit=1).items[0].native_id

    assert door.followers(someone) == door.followers(someone)
    assert someone not in {one.native_id for one in door.followers(someone).items}


def test_posts_that_exist_are_returned_and_others_are_not(door: Network):
    held = door.home(limit=3).items
    names = [arrival.post.native_id for arrival in held]

    assert {post.native_id for post in door.posts([*names, "gone"])} == set(names)
