from array import array

import pytest
from stored import account as make_account
from stored import arrival, post

from desktop.services.domain.account import Account
from desktop.services.domain.feed import FeedFilter, FeedKind
from desktop.services.storage import gathered, leftovers
from desktop.services.storage.rows import Rows

TAG = FeedFilter(gathered="tag bread")


def keep(rows: Rows, *names: str, key: str = "tag bread") -> int:
    saved = rows.posts.save(post(name, minutes=int(name)) for name in names)
    return rows.gathered.add(key, saved.values())


def names(rows: Rows, shown: FeedFilter = TAG, anchor: int | None = None) -> list[str]:
    ids = rows.feed.window(shown, anchor=anchor).ids
    return [e.post.native_id[3:] for e in rows.feed.entries(ids) if e.post]


def test_a_list_is_newest_first_whatever_came_when(rows: Rows, account: Account):
    assert keep(rows, "2", "9") == 2
    assert keep(rows, "5", "9") == 1
    keep(rows, "7", key="another")
    assert names(rows) == ["9", "5", "2"]
    assert names(rows, FeedFilter(gathered="none")) == []


def test_a_post_that_is_in_a_feed_is_that_very_entry(rows: Rows, account: Account):
    keep(rows, "1", "2")
    rows.feed.add(account.id, [arrival("1", 1)], kind=FeedKind.HOME)
    home = rows.feed.window(FeedFilter()).ids
    found = rows.feed.window(TAG)
    assert home[0] in found.ids
    assert found.ids == array("q", sorted(found.ids, reverse=True))
    assert rows.feed.newer_than(TAG, home[0]) == 1
    assert rows.feed.mark_all_read(TAG) == (home[0],)


def test_a_list_can_be_forgotten_and_its_posts_stay(rows: Rows, account: Account):
    keep(rows, "1")
    rows.sync.put(account.id, "tag bread", cursor="c")
    rows.gathered.forget("tag bread")
    assert names(rows) == []
    assert rows.sync.cursor(account.id, "tag bread") == ""
    assert rows.posts.id_of("bluesky", "at:1") is not None


def test_only_so_many_of_a_list_are_kept(
    rows: Rows, account: Account, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(gathered, "KEPT", 3)
    keep(rows, *map(str, range(6)))
    assert names(rows) == ["5", "4", "3"]


def test_what_another_account_gathered_outlives_the_feed_it_was_in(
    rows: Rows, account: Account, other: Account
):
    rows.feed.add(account.id, [arrival("1", 1)], kind=FeedKind.HOME)
    keep(rows, "1")
    rows.accounts.remove(account.id)
    leftovers.sweep(rows.database)
    assert names(rows) == ["1"]


def test_a_list_shows_one_networks_posts_where_that_is_asked(rows: Rows, account: Account):
    forum = rows.accounts.add(make_account("forum", "mastodon"))
    keep(rows, "1")
    there = rows.posts.save([post("2", minutes=2, network="mastodon")])
    rows.gathered.add("tag bread", there.values())
    assert names(rows) == ["2", "1"]
    assert names(rows, FeedFilter(gathered="tag bread", account_ids=(forum.id,))) == ["2"]
