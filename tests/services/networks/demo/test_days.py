from collections import Counter
from datetime import timedelta

from services.networks.demo.conftest import NOW

from desktop.services.domain.post import Post
from desktop.services.networks.demo.history import History
from desktop.services.networks.demo.sketches import lyon_day


def test_every_month_has_its_share(posts: list[Post]):
    months = Counter((NOW - post.created_at).days // 30 for post in posts)

    assert all(months[month] > 450 for month in range(14))


def test_seasons_keep_to_their_months(posts: list[Post]):
    assert {post.created_at.month for post in posts if "galette" in post.text.casefold()} == {1}
    assert {post.created_at.month for post in posts if "lumignons" in post.text} == {12}


def test_both_languages_are_spoken(posts: list[Post]):
    langs = Counter(post.lang for post in posts)

    assert langs["fr"] > 8000
    assert langs["en"] > 900


def test_answers_come_after_and_on_the_same_day(history: History):
    for memory in history.memories.values():
        for post in memory.posts.values():
            if post.reply_to and post.reply_to in memory.posts:
                asked = memory.posts[post.reply_to]
                assert asked.created_at < post.created_at
                if post.created_at < NOW - timedelta(days=1):
                    assert lyon_day(asked.created_at) == lyon_day(post.created_at)


def test_most_questions_get_an_answer_from_the_shop(history: History):
    answered = asked = 0
    for network, memory in history.memories.items():
        shop = history.crowd.shops[network]
        for post in memory.posts.values():
            if f"@{shop.handle}" in post.text and "?" in post.text and not post.reply_to:
                asked += 1
                replies = [memory.posts[name] for name in memory.replies.get(post.native_id, ())]
                answered += any(one.author.native_id == shop.native_id for one in replies)

    assert asked > 300
    assert 0.5 < answered / asked < 0.95


def test_some_people_say_the_same_on_two_networks(posts: list[Post]):
    said: dict[tuple[str, str], dict[str, Post]] = {}
    for post in posts:
        same = said.setdefault((post.author.name, post.text), {})
        same[post.network] = post
    twins = [same for same in said.values() if len(same) > 1 and not next(iter(same.values())).paid]
    close = [
        same
        for same in twins
        if max(p.created_at for p in same.values()) - min(p.created_at for p in same.values())
        < timedelta(minutes=2)
    ]

    assert len(close) > 50


def test_warnings_and_edits_appear_only_where_the_network_has_them(posts: list[Post]):
    assert {post.network for post in posts if post.edited_at is not None} == {"demo-forum"}
    assert "demo-place" not in {post.network for post in posts if post.warning}
    assert sum(bool(post.warning) for post in posts) > 20
    assert "demo-forum" not in {post.network for post in posts if post.quote is not None}
    assert sum(post.quote is not None for post in posts) > 20
