from stored import arrival, arrivals, at, author, post

from desktop.services.domain.account import Account
from desktop.services.domain.feed import FeedEntry, FeedFilter, FeedKind, Gap
from desktop.services.domain.post import Arrival, Relation, Viewer
from desktop.services.storage.database import Database
from desktop.services.storage.feed_entries import (
    ACTS,
    FEED_ROWS,
    FRIENDS,
    POST_ROWS,
    SOURCES,
    TWINS,
)
from desktop.services.storage.rows import Rows

EVERYTHING = FeedFilter()


def only(rows: Rows) -> FeedEntry:
    (entry,) = rows.feed.entries(rows.feed.window(EVERYTHING).ids)
    return entry


def test_an_entry_tells_everything_the_list_shows(rows: Rows, account: Account, other: Account):
    told = post(viewer=Viewer(like_id="like:1", repost_id="repost:1"))
    bob = author("bob")
    rows.feed.add(account.id, [Arrival(told, at(5), bob)], kind=FeedKind.HOME)
    rows.people.save_relations(account.id, {"did:ana": Relation("follow:1", followed_by=True)})
    key = rows.posts.id_of("bluesky", "at:one") or 0
    rows.bookmarks.put(key)
    rows.reactions.put(other.id, key, "like", "like:2")

    entry = only(rows)

    assert entry == FeedEntry(
        id=entry.id,
        at=at(5),
        account_ids=(account.id,),
        post=rows.posts.get(key),
        post_id=key,
        reposter=bob,
        is_unread=True,
        is_bookmarked=True,
        liked_by=frozenset({account.id, other.id}),
        reposted_by=frozenset({account.id}),
        is_friend=True,
    )


def test_entries_come_in_the_order_asked_for_and_missing_ones_are_left_out(
    rows: Rows, account: Account
):
    rows.feed.add(account.id, arrivals(range(4)), kind=FeedKind.HOME)
    d, c, b, a = rows.feed.window(EVERYTHING).ids
    rows.posts.remove("bluesky", ["at:1"])

    found = rows.feed.entries([a, 12, d, b, 13, c, d])

    assert [entry.id for entry in found] == [a, d, c, d]
    assert rows.feed.entries([]) == []


def test_the_mentioned_account_answers(rows: Rows, account: Account, other: Account):
    rows.feed.add(account.id, [arrival()], kind=FeedKind.HOME)
    rows.feed.add(other.id, [arrival()], kind=FeedKind.MENTION)

    assert only(rows).account_ids == (other.id, account.id)


def test_a_post_in_no_feed_stands_by_itself_for_every_account_of_its_network(
    rows: Rows, account: Account, other: Account
):
    key = rows.posts.save([post()])["at:one"]

    (entry,) = rows.feed.entries([key])

    assert (entry.id, entry.post_id, entry.account_ids) == (key, key, (account.id, other.id))
    assert not entry.is_unread


def test_a_gap_is_an_entry_without_a_post(rows: Rows, account: Account):
    gap = rows.feed.add_gap(account.id, 0, 1000, "")

    (entry,) = rows.feed.entries([gap])

    assert (entry.gap, entry.post, entry.account_ids) == (Gap(account.id), None, (account.id,))


def test_the_entry_of_a_post_is_its_own_rather_than_a_repost(rows: Rows, account: Account):
    repost = Arrival(post(), at(5), author("bob"))
    rows.feed.add(account.id, [repost], kind=FeedKind.HOME)
    key = rows.posts.id_of("bluesky", "at:one") or 0
    reposted = rows.feed.entry_of_post(key)
    rows.feed.add(account.id, [arrival()], kind=FeedKind.HOME)
    own = rows.feed.entry_of_post(key)

    assert reposted is not None
    assert reposted.reposter == author("bob")
    assert own is not None
    assert own.reposter is None
    assert rows.feed.entry_of_post(key + 2) is None


def test_a_friend_follows_and_is_followed(rows: Rows, account: Account):
    rows.feed.add(account.id, [arrival()], kind=FeedKind.HOME)
    for relation in (Relation(), Relation("follow:1"), Relation("", followed_by=True)):
        rows.people.save_relations(account.id, {"did:ana": relation})
        assert not only(rows).is_friend


def test_no_query_of_a_page_scans_a_table_that_grows(database: Database):
    for sql in (FEED_ROWS, POST_ROWS, SOURCES, ACTS, FRIENDS, TWINS):
        plan = [row[3] for row in database.rows(f"EXPLAIN QUERY PLAN {sql}", ("[]",))]
        assert not [
            step
            for step in plan
            if step.startswith("SCAN") and step.split()[1] not in {"c", "json_each"}
        ], plan
