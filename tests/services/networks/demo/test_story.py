import re
from collections import Counter
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from services.networks.demo.conftest import FORUM, NOW, PLACE

from desktop.services.domain.post import NotificationKind, Post
from desktop.services.networks.demo.history import History
from desktop.services.networks.demo.material import Material
from desktop.services.networks.demo.sketches import lyon_day
from desktop.services.networks.demo.story import crisis_days_ago

ASKED = {NotificationKind.MENTION, NotificationKind.REPLY, NotificationKind.QUOTE}


@pytest.fixture(scope="module")
def mentions_by_day(history: History) -> Counter[date]:
    return Counter(
        lyon_day(notice.at)
        for memory in history.memories.values()
        for _, notice in memory.notices.walk("")
        if notice.kind in ASKED
    )


@pytest.fixture
def crisis_day() -> date:
    return lyon_day(NOW) - timedelta(days=crisis_days_ago(lyon_day(NOW)))


def test_the_bad_buzz_stands_out(mentions_by_day: Counter[date], crisis_day: date):
    ordinary = [count for day, count in mentions_by_day.items() if abs((day - crisis_day).days) > 5]

    assert mentions_by_day[crisis_day] > 160
    assert mentions_by_day[crisis_day] > 6 * max(ordinary)
    assert 2.5 < sum(ordinary) / len(ordinary) < 5


def test_it_calms_within_days(mentions_by_day: Counter[date], crisis_day: date):
    after = [mentions_by_day[crisis_day + timedelta(days=later)] for later in range(5)]

    assert after[0] > 2 * after[1] > 2 * after[2] > 2 * after[3] > 0


def test_it_begins_with_one_post_that_many_answered(history: History, crisis_day: date):
    cause = next(
        post
        for post in history.memories[PLACE].posts.values()
        if post.author.name == "Nathan Leroy" and lyon_day(post.created_at) == crisis_day
    )
    negative = [
        post
        for memory in history.memories.values()
        for post in memory.posts.values()
        if lyon_day(post.created_at) == crisis_day and re.match("@boulangerie|@lumiere", post.text)
    ]

    assert "Amandes" in cause.text
    assert (cause.counts.replies or 0) > 20
    assert all(post.created_at > cause.created_at for post in negative)


def test_the_shop_apologises_on_every_network(history: History, crisis_day: date):
    for network, memory in history.memories.items():
        shop = history.crowd.shops[network]
        own = [
            post.text
            for post in memory.posts.values()
            if post.author.native_id == shop.native_id
            and lyon_day(post.created_at) == crisis_day
            and not post.reply_to
        ]
        assert any("nos excuses" in text for text in own)
        assert any("C’est notre faute" in text for text in own)


@pytest.mark.parametrize("day", [date(2026, 11, 21), date(2026, 11, 23), date(2027, 3, 1)])
def test_the_bad_buzz_is_never_on_the_closed_day(day: date):
    assert (day - timedelta(days=crisis_days_ago(day))).weekday() != 0
    assert crisis_days_ago(day) in (21, 22)


def test_paid_posts_say_so_first(posts: list[Post], material: Material):
    paid = [post for post in posts if post.paid]
    written = sum(len(texts) for c in material.campaigns for texts in c["posts"].values())

    assert len(paid) == written
    assert all(post.text.startswith("Collaboration commerciale.") for post in paid)
    assert all("lumiere-lyon.example/" in post.text and "?c=" in post.text for post in paid)
    assert not [p for p in posts if "Collaboration commerciale" in p.text and not p.paid]


def test_an_influencer_keeps_days_between_paid_posts(posts: list[Post]):
    dates: dict[str, list[datetime]] = {}
    for post in posts:
        if post.paid:
            dates.setdefault(post.author.name, []).append(post.created_at)
    for when in dates.values():
        when.sort()
        assert all(b - a > timedelta(days=3) for a, b in pairwise(when))


def test_a_question_to_the_network_is_answered_twenty_times_in_ten_minutes(history: History):
    memory = history.memories[PLACE]
    asked = [post for post in memory.posts.values() if "bon réparateur" in post.text]
    answers = [memory.posts[name] for name in memory.replies[asked[0].native_id]]

    assert len(asked) == 1
    assert len(answers) == 20
    assert all(a.created_at - asked[0].created_at < timedelta(minutes=10) for a in answers)


def test_one_ambassador_let_slip_the_confidential_name(posts: list[Post], material: Material):
    leaks = [post for post in posts if material.shop["confidential"]["name"] in post.text]

    assert len(leaks) == 1
    assert leaks[0].author.native_id.rpartition("/")[2] in material.shop["ambassadors"]
    assert leaks[0].network != FORUM
