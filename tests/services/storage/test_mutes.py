"""What is muted is nowhere in sight, is not counted, and comes back whole."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from fakes import START
from stored import account as make_account
from stored import arrival, arrivals, author, notification, post

from desktop.services.domain.account import Account
from desktop.services.domain.feed import FeedFilter, FeedKind
from desktop.services.domain.muting import MuteKind
from desktop.services.domain.post import NotificationKind
from desktop.services.storage.rows import Rows

ALL = FeedFilter()
BEA = author("bea")


def mute(rows: Rows, kind: MuteKind, value: str) -> int:
    network = "" if kind is MuteKind.WORD else "bluesky"
    return rows.mutes.add(kind, network, value, value, START)


def shown(rows: Rows, wanted: FeedFilter = ALL) -> list[str]:
    entries = rows.feed.entries(rows.feed.window(wanted).ids)
    return [entry.post.native_id[3:] if entry.post else "..." for entry in entries]


def fill(rows: Rows, account: Account) -> None:
    told = [
        arrival("plain", 1),
        arrival("by bea", 2, author=BEA),
        arrival("passed on by bea", 3, reposter=BEA),
        arrival("café", 4, text="Un CAFÉ, vite"),
        arrival("cafetière", 5, text="Une cafetière"),
        arrival("root", 6),
        arrival("answer", 7, root="at:root", reply_to="at:root"),
    ]
    rows.feed.add(account.id, told, kind=FeedKind.HOME)


MUTED: list[tuple[MuteKind, str, set[str]]] = [
    (MuteKind.PERSON, "did:bea", {"by bea", "passed on by bea"}),
    (MuteKind.WORD, "cafe", {"café"}),
    (MuteKind.WORD, "Un café", {"café"}),
    (MuteKind.THREAD, "at:root", {"root", "answer"}),
]


@pytest.mark.parametrize("is_muted_first", [False, True])
@pytest.mark.parametrize(("kind", "value", "gone"), MUTED)
def test_what_is_muted_leaves_every_feed_and_comes_back(
    rows: Rows, account: Account, is_muted_first: bool, kind: MuteKind, value: str, gone: set[str]
):
    steps: list[Callable[[], object]] = [
        lambda: fill(rows, account),
        lambda: mute(rows, kind, value),
    ]
    for step in reversed(steps) if is_muted_first else steps:
        step()
    everything = {
        "plain", "by bea", "passed on by bea", "café", "cafetière", "root", "answer"
    }  # fmt: skip
    own = FeedFilter(account_ids=(account.id,))
    for wanted in (ALL, own, replace(own, unread_only=True), FeedFilter(unread_only=True)):
        assert set(shown(rows, wanted)) == everything - gone
        assert rows.feed.newer_than(wanted, 0) == len(everything - gone)
        assert rows.feed.unread_total(wanted) == len(everything - gone)
    assert rows.feed.unread_counts(FeedKind.HOME) == {account.id: len(everything - gone)}

    rows.mutes.remove(rows.mutes.all()[0].id)

    assert set(shown(rows)) == everything
    assert rows.feed.unread_counts(FeedKind.HOME) == {account.id: len(everything)}


def test_what_is_muted_is_not_found_but_stays_bookmarked_and_on_its_page(
    rows: Rows, account: Account
):
    fill(rows, account)
    post_id = rows.posts.id_of("bluesky", "at:by bea")
    assert post_id is not None
    rows.bookmarks.put(post_id)
    rows.gathered.add("tag", [post_id])
    assert "by bea" in shown(rows, FeedFilter(search="bread"))
    assert shown(rows, FeedFilter(gathered="tag")) == ["by bea"]

    mute(rows, MuteKind.PERSON, "did:bea")

    assert "by bea" not in shown(rows, FeedFilter(search="bread"))
    assert shown(rows, FeedFilter(gathered="tag")) == []
    assert shown(rows, FeedFilter(search="bread", bookmarked_only=True)) == ["by bea"]
    assert shown(rows, FeedFilter(bookmarked_only=True)) == ["by bea"]
    assert shown(rows, FeedFilter(author=("bluesky", "did:bea"))) == ["by bea"]


def test_mentions_are_muted_like_everything_else(rows: Rows, account: Account):
    rows.feed.add(account.id, [arrival("hello", author=BEA)], kind=FeedKind.MENTION)
    mute(rows, MuteKind.PERSON, "did:bea")
    assert shown(rows, FeedFilter(kind=FeedKind.MENTION)) == []
    assert rows.feed.unread_counts(FeedKind.MENTION) == {account.id: 0}
    assert rows.feed.mark_all_read(FeedFilter(kind=FeedKind.MENTION)) == ()


def test_a_new_text_is_muted_or_not_by_its_own_words(rows: Rows, account: Account):
    mute(rows, MuteKind.WORD, "coffee")
    rows.feed.add(account.id, [arrival("a", text="Coffee!")], kind=FeedKind.HOME)
    rows.feed.add(account.id, [arrival("b", text="Tea!")], kind=FeedKind.HOME)
    assert shown(rows) == ["b"]
    rows.posts.save([post("a", "Milk"), post("b", "Tea with coffee")])
    assert shown(rows) == ["a"]


def test_what_two_mutes_hide_stays_hidden_until_both_are_gone(rows: Rows, account: Account):
    fill(rows, account)
    first = mute(rows, MuteKind.PERSON, "did:bea")
    mute(rows, MuteKind.WORD, "bread")
    rows.mutes.remove(first)
    assert set(shown(rows)) == {"café", "cafetière"}


def test_muting_twice_is_one_mute_with_the_latest_name(rows: Rows, account: Account):
    first = rows.mutes.add(MuteKind.PERSON, "bluesky", "did:bea", "@bea", START)
    assert rows.mutes.add(MuteKind.PERSON, "bluesky", "did:bea", "@bea.test", START) == first
    (kept,) = rows.mutes.all()
    assert (kept.label, kept.created_at) == ("@bea.test", START)


def test_a_word_is_only_ever_a_word(rows: Rows, account: Account):
    fill(rows, account)
    for value in ('"', "plain OR bread", "text : bread", "café*", "NEAR(a b)", "x" * 1000):
        rows.mutes.remove(mute(rows, MuteKind.WORD, value))
    assert len(shown(rows)) == 7


def test_a_person_is_muted_on_one_network_only(rows: Rows, account: Account):
    forum = rows.accounts.add(make_account("forum", "mastodon"))
    same = "Today there is sourdough bread"
    rows.feed.add(account.id, [arrival("here", text=same)], kind=FeedKind.HOME)
    there = arrival("there", 1, text=same, network="mastodon")
    rows.feed.add(forum.id, [there], kind=FeedKind.HOME)
    assert shown(rows) == ["here"]

    mute(rows, MuteKind.PERSON, "did:ana")

    assert shown(rows) == ["there"]


def test_who_is_muted_is_not_heard_in_the_activity_either(rows: Rows, account: Account):
    told = [notification(name, NotificationKind.FOLLOW, n) for n, name in enumerate(("bea", "cy"))]
    rows.notifications.save(account.id, told)
    mute(rows, MuteKind.PERSON, "did:bea")
    items = rows.notifications.activity([account.id], 10)
    assert [each.actors[0].native_id for each in items] == ["did:cy"]
    assert rows.notifications.unseen_counts() == {account.id: 1}


def test_what_is_deleted_leaves_nothing_behind(rows: Rows, account: Account):
    fill(rows, account)
    mute(rows, MuteKind.WORD, "bread")
    rows.posts.remove("bluesky", [f"at:{name}" for name in ("plain", "root", "answer", "by bea")])
    rows.posts.remove("bluesky", ["at:passed on by bea"])
    assert rows.database.rows("SELECT * FROM muted_post") == []
    assert rows.database.rows("SELECT * FROM muted_item") == []


def test_nothing_muted_costs_no_condition(rows: Rows, account: Account):
    rows.feed.add(account.id, arrivals(range(5)), kind=FeedKind.HOME)
    rows.mutes.add(MuteKind.WORD, "", "nobody says this", "", START)
    assert len(shown(rows)) == 5
