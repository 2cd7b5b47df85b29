import hashlib
import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from services.networks.demo.conftest import FOLDER, FORUM, KIOSK, NOW, PLACE

from desktop.services.domain.account import Limits
from desktop.services.domain.post import NotificationKind, Post
from desktop.services.domain.text_length import count
from desktop.services.networks.demo.history import History
from desktop.services.networks.demo.material import Material

DIGEST = """
import sys, hashlib
from datetime import datetime, UTC
from pathlib import Path
from desktop.services.networks.demo.history import History
from desktop.services.networks.demo.material import load
history = History(load(Path(sys.argv[1])), datetime(2026, 11, 21, 10, 42, tzinfo=UTC))
history.grow_whole()
told = "".join(repr([arrival for _, arrival in memory.home.walk("")])
               for memory in history.memories.values())
print(hashlib.sha256(told.encode()).hexdigest())
"""


def everything(history: History) -> str:
    return "".join(
        repr([arrival for _, arrival in memory.home.walk("")])
        for memory in history.memories.values()
    )


def test_another_process_tells_exactly_the_same(history: History):
    answer = subprocess.run(
        [sys.executable, "-c", DIGEST, str(FOLDER)],
        capture_output=True,
        text=True,
        env={"PYTHONHASHSEED": "77", "PYTHONPATH": str(FOLDER.parents[1])},
        check=True,
    )

    assert answer.stdout.strip() == hashlib.sha256(everything(history).encode()).hexdigest()


def test_growing_in_steps_tells_the_same_as_at_once(material: Material, history: History):
    steps = History(material, NOW)
    for _ in range(20):
        steps.grow(3)
        steps.advance(NOW)

    for network, memory in steps.memories.items():
        told = [arrival for _, arrival in memory.home.walk("")]
        whole = [arrival for _, arrival in history.memories[network].home.walk("")]
        assert told == whole[: len(told)]
        assert len(told) > 300


def test_another_seed_tells_another_story(material: Material, history: History):
    other = History(material, NOW, seed="another")
    other.grow(20)
    texts = {post.text for post in other.memories[PLACE].posts.values()}
    told = {post.text for post in history.memories[PLACE].posts.values()}

    assert len(texts - told) > 100


def test_nothing_is_in_the_future_and_fourteen_months_are_spanned(posts: list[Post]):
    times = [post.created_at for post in posts]

    assert max(times) <= NOW
    assert NOW - min(times) > timedelta(days=424)
    assert NOW - min(times) < timedelta(days=428)
    assert all(post.edited_at is None or post.edited_at <= NOW for post in posts)


@pytest.mark.parametrize("hour", [0, 5, 13, 23])
def test_whatever_the_hour_nothing_is_in_the_future(material: Material, hour: int):
    now = datetime(2027, 1, 1, hour, 30, tzinfo=UTC)
    history = History(material, now)
    history.grow(10)
    for memory in history.memories.values():
        assert all(arrival.at <= now for _, arrival in memory.home.walk(""))
        assert all(notice.at <= now for _, notice in memory.notices.walk(""))


def test_each_step_is_older_than_the_one_before(material: Material):
    history = History(material, NOW)
    oldest = {network: NOW for network in history.memories}
    for _ in range(40):
        before = {n: len(memory.home) for n, memory in history.memories.items()}
        history.grow(1)
        for network, memory in history.memories.items():
            fresh = [arrival.at for _, arrival in memory.home.walk("")][before[network] :]
            assert all(at <= oldest[network] for at in fresh)
            oldest[network] = min([oldest[network], *fresh])


def test_there_is_enough_to_read(history: History):
    kinds = Counter(
        notice.kind for memory in history.memories.values() for _, notice in memory.notices.walk("")
    )
    mentions = sum(kinds[kind] for kind in (NotificationKind.MENTION, NotificationKind.REPLY))

    assert all(len(memory.posts) > 2000 for memory in history.memories.values())
    assert 1300 < mentions < 2200
    assert kinds[NotificationKind.FOLLOW] > 1000
    assert kinds[NotificationKind.LIKE] > 300
    assert kinds[NotificationKind.REPOST] > 100


def test_no_text_comes_back_more_than_thrice_on_one_network(posts: list[Post]):
    said = Counter((post.network, post.text) for post in posts)
    often = {text: times for text, times in said.items() if times > 3}

    assert not often
    assert sum(times > 2 for times in said.values()) < 10


def test_every_post_fits_its_network(history: History):
    for network, memory in history.memories.items():
        place = history.crowd.places[network]
        limits = Limits(place.max_units, place.counter)
        assert [p.text for p in memory.posts.values() if not count(p.text, limits).fits] == []


def test_no_slot_stays_open(posts: list[Post]):
    assert [post.text for post in posts if "{" in post.text or "}" in post.text] == []


def test_every_facet_covers_what_it_says(posts: list[Post]):
    for post in posts:
        raw = post.text.encode()
        end = 0
        for facet in post.facets:
            assert facet.start >= end
            end = facet.end
            assert raw[facet.start : facet.end].decode().strip("#@") != ""


def test_every_reply_is_counted_on_what_it_answers(history: History):
    for memory in history.memories.values():
        for native_id, replies in memory.replies.items():
            assert memory.posts[native_id].counts.replies == len(replies)


def test_ids_are_unique_over_all_networks(posts: list[Post]):
    assert len({post.native_id for post in posts}) == len(posts)
    assert {post.network for post in posts} == {PLACE, FORUM, KIOSK}


def test_fourteen_months_are_told_in_a_moment(material: Material):
    started = time.process_time()
    History(material, NOW).grow_whole()

    # 0.5 s on the slowest machine tried; other tests share the processor here.
    assert time.process_time() - started < 3
