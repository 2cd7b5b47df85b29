"""Which stretches of a home feed are stored, and where nothing is known."""

from dataclasses import replace
from datetime import timedelta

import pytest
from fake_server import arrival, author

from desktop.services.domain.account import Account
from desktop.services.domain.feed import FeedKind
from desktop.services.storage.rows import Rows


@pytest.fixture
def shop(rows: Rows) -> int:
    account = Account(0, "bluesky", "did:shop", "shop.test", "Shop", "https://shop.test")
    return rows.accounts.add(account).id


def test_a_stored_arrival_has_its_place(rows: Rows, shop: int) -> None:
    rows.feed.add(shop, [arrival(1), arrival(2)], kind=FeedKind.HOME)
    first, second, third = rows.coverage.positions(shop, [arrival(1), arrival(2), arrival(3)])
    assert first is not None
    assert second is not None
    assert first < second
    assert third is None


def test_a_mention_says_nothing_about_the_home_feed(rows: Rows, shop: int) -> None:
    rows.feed.add(shop, [arrival(1)], kind=FeedKind.MENTION)
    assert rows.coverage.positions(shop, [arrival(1)]) == [None]


def test_another_accounts_feed_says_nothing_about_this_one(rows: Rows, shop: int) -> None:
    other = replace(rows.accounts.all()[0], native_id="did:other")
    other_id = rows.accounts.add(other).id
    rows.feed.add(other_id, [arrival(1)], kind=FeedKind.HOME)
    assert rows.coverage.positions(shop, [arrival(1)]) == [None]


def test_a_post_reposted_again_later_has_no_place_there(rows: Rows, shop: int) -> None:
    repost = replace(arrival(1), reposter=author("bob"))
    rows.feed.add(shop, [repost], kind=FeedKind.HOME)
    later = replace(repost, at=repost.at + timedelta(hours=5))
    first, again, plain = rows.coverage.positions(shop, [repost, later, arrival(1)])
    assert first is not None
    assert (again, plain) == (None, None)


def test_gaps_are_found_between_entries_and_are_no_entries(rows: Rows, shop: int) -> None:
    rows.feed.add(shop, [arrival(1), arrival(9)], kind=FeedKind.HOME)
    low, high = (place or 0 for place in rows.coverage.positions(shop, [arrival(1), arrival(9)]))
    gap = rows.feed.add_gap(shop, low, high, "cursor")
    assert rows.coverage.gaps(shop, low, high) == (gap,)
    assert rows.coverage.gaps(shop, gap, high) == ()
    assert rows.coverage.gaps(shop + 1, low, high) == ()
    assert rows.coverage.newest_below(shop, high) == low
    assert rows.coverage.newest_below(shop, low) is None


def test_posts_between_two_entries_include_both(rows: Rows, shop: int) -> None:
    arrivals = [arrival(number) for number in (1, 2, 3, 4)]
    rows.feed.add(shop, arrivals, kind=FeedKind.HOME)
    _, low, high, _ = (place or 0 for place in rows.coverage.positions(shop, arrivals))
    found = rows.coverage.posts_between(shop, low, high)
    assert sorted(found) == ["at://anna/2", "at://anna/3"]
