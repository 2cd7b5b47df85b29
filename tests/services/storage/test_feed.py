import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stored import arrival, arrivals, at, author, post

from desktop.services.domain.account import Account
from desktop.services.domain.feed import FeedFilter, FeedKind
from desktop.services.domain.post import Arrival
from desktop.services.storage.database import Database
from desktop.services.storage.rows import Rows

HOME, MENTION = FeedKind.HOME, FeedKind.MENTION
EVERYTHING = FeedFilter()


def shown(rows: Rows, wanted: FeedFilter = EVERYTHING) -> list[str]:
    """Return the native ids of what a filter shows, newest first; a gap is "gap"."""
    entries = rows.feed.entries(list(rows.feed.window(wanted).ids))
    return [entry.post.native_id if entry.post else "gap" for entry in entries]


def test_a_second_arrival_adds_nothing(rows: Rows, account: Account):
    assert rows.feed.add(account.id, arrivals(range(5)), kind=HOME) == 5
    assert rows.feed.add(account.id, arrivals(range(3, 7)), kind=HOME) == 2
    assert shown(rows) == [f"at:{n}" for n in (6, 5, 4, 3, 2, 1, 0)]


def test_a_post_that_two_accounts_receive_is_one_entry(
    rows: Rows, account: Account, other: Account
):
    assert rows.feed.add(account.id, [arrival()], kind=HOME) == 1
    assert rows.feed.add(other.id, [arrival()], kind=HOME) == 1

    (entry,) = rows.feed.entries(rows.feed.window(EVERYTHING).ids)
    assert entry.account_ids == (account.id, other.id)


def test_a_repost_is_an_entry_of_its_own_at_its_own_time(rows: Rows, account: Account):
    bob = author("bob")
    rows.feed.add(account.id, [arrival()], kind=HOME)
    rows.feed.add(account.id, [Arrival(post(), at(9), bob)], kind=HOME)
    rows.feed.add(account.id, [Arrival(post(), at(12), bob)], kind=HOME)

    own = FeedFilter(account_ids=(account.id,))
    repost, original = rows.feed.entries(rows.feed.window(own).ids)
    assert (repost.reposter, repost.at) == (bob, at(9))
    assert (original.reposter, original.at) == (None, at(0))
    assert repost.post == original.post


def test_a_mention_that_is_also_in_the_home_feed_is_one_entry_of_both(rows: Rows, account: Account):
    rows.feed.add(account.id, [arrival()], kind=HOME)
    rows.feed.add(account.id, [arrival()], kind=MENTION)
    rows.feed.add(account.id, [arrival("two", 1)], kind=MENTION)

    assert shown(rows) == ["at:one"]
    assert shown(rows, FeedFilter(kind=MENTION)) == ["at:two", "at:one"]


def test_what_is_read_is_read_for_every_account(rows: Rows, account: Account, other: Account):
    rows.feed.add(account.id, arrivals(range(3)), kind=HOME)
    rows.feed.add(other.id, arrivals(range(2)), kind=HOME)
    ids = list(rows.feed.window(EVERYTHING).ids)
    assert rows.feed.unread_counts(HOME) == {account.id: 3, other.id: 2}

    rows.feed.mark_read(ids[1:])
    assert rows.feed.unread_counts(HOME) == {account.id: 1, other.id: 0}
    assert [e.is_unread for e in rows.feed.entries(ids)] == [True, False, False]

    rows.feed.mark_unread(ids[2:])
    assert rows.feed.unread_counts(HOME) == {account.id: 2, other.id: 1}


def test_an_entry_that_was_read_stays_read_when_another_account_receives_it(
    rows: Rows, account: Account, other: Account
):
    rows.feed.add(account.id, [arrival()], kind=HOME)
    rows.feed.mark_read(rows.feed.window(EVERYTHING).ids)
    rows.feed.add(other.id, [arrival()], kind=HOME)
    rows.feed.add(account.id, [arrival()], kind=MENTION)

    assert rows.feed.unread_counts(HOME) == {account.id: 0, other.id: 0}
    assert rows.feed.unread_counts(HOME | MENTION) == {account.id: 0, other.id: 0}


def test_older_posts_fetched_the_first_time_are_not_news(rows: Rows, account: Account):
    rows.feed.add(account.id, arrivals(range(5)), kind=HOME, read=True)

    assert rows.feed.unread_counts(HOME) == {account.id: 0}


@pytest.mark.parametrize(
    "wanted",
    [
        EVERYTHING,
        FeedFilter(account_ids=(1,)),
        FeedFilter(hide_reposts=True, hide_replies=True),
        FeedFilter(bookmarked_only=True),
        FeedFilter(search="bread"),
    ],
)
def test_marking_everything_shown_as_read_can_be_undone(
    rows: Rows, account: Account, wanted: FeedFilter
):
    rows.feed.add(account.id, arrivals(range(6)), kind=HOME)
    rows.bookmarks.put(rows.posts.id_of("bluesky", "at:4") or 0)
    ids = rows.feed.window(EVERYTHING).ids
    rows.feed.mark_read(ids[:1])
    before = rows.feed.unread_counts(HOME)

    marked = rows.feed.mark_all_read(wanted)
    assert rows.feed.unread_counts(HOME)[account.id] == 5 - len(marked)
    assert marked
    assert rows.feed.mark_all_read(wanted) == ()

    rows.feed.mark_unread(marked)
    assert rows.feed.unread_counts(HOME) == before


def test_a_gap_is_a_row_between_its_neighbours_until_it_is_closed(
    rows: Rows, account: Account, other: Account
):
    rows.feed.add(account.id, arrivals([0, 10]), kind=HOME)
    newer, older = rows.feed.window(EVERYTHING).ids

    gap = rows.feed.add_gap(account.id, older, newer, "cursor \ud800")

    assert shown(rows) == ["at:10", "gap", "at:0"]
    assert shown(rows, FeedFilter(account_ids=(account.id,))) == ["at:10", "gap", "at:0"]
    assert shown(rows, FeedFilter(account_ids=(other.id,))) == []
    assert rows.feed.gap(gap) == (account.id, "cursor ?", older)
    assert rows.feed.unread_counts(HOME)[account.id] == 2

    rows.feed.close_gap(gap)
    assert shown(rows) == ["at:10", "at:0"]
    assert rows.feed.gap(gap) is None
    rows.feed.close_gap(newer)
    assert shown(rows) == ["at:10", "at:0"]


def test_two_accounts_may_have_a_gap_at_the_same_place(
    rows: Rows, account: Account, other: Account
):
    rows.feed.add(account.id, arrivals([0, 10]), kind=HOME)
    newer, older = rows.feed.window(EVERYTHING).ids
    one = rows.feed.add_gap(account.id, older, newer, "a")
    two = rows.feed.add_gap(other.id, older, newer, "b")

    assert rows.feed.gap(one) == (account.id, "a", older)
    assert rows.feed.gap(two) == (other.id, "b", older)


def test_page_and_gap_are_stored_together_or_not_at_all(
    rows: Rows, account: Account, database: Database
):
    def store_both() -> None:
        with database.writing():
            rows.feed.add(account.id, arrivals(range(5)), kind=HOME)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store_both()

    assert shown(rows) == []
    assert database.rows("SELECT count(*) FROM post") == [(0,)]


def test_entries_of_the_same_moment_each_have_their_row(rows: Rows, account: Account):
    same = [Arrival(post(str(n)), at(0)) for n in range(2000)]

    assert rows.feed.add(account.id, same, kind=HOME) == 2000
    assert len(set(rows.feed.window(EVERYTHING).ids)) == 2000


EVENTS = st.lists(
    st.tuples(st.sampled_from("ab"), st.booleans(), st.sets(st.integers(0, 9), max_size=5)),
    max_size=8,
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(EVENTS)
def test_unread_counts_are_what_arrived_minus_what_was_read(
    rows: Rows,
    account: Account,
    other: Account,
    database: Database,
    events: list[tuple[str, bool, set[int]]],
):
    with database.writing() as connection:
        connection.execute("DELETE FROM feed_source")
        connection.execute("DELETE FROM feed_item")
    ids = {"a": account.id, "b": other.id}
    received: dict[int, set[int]] = {account.id: set(), other.id: set()}
    read: set[int] = set()
    for name, is_reading, numbers in events:
        if is_reading:
            told = {
                entry.id: entry for entry in rows.feed.entries(rows.feed.window(EVERYTHING).ids)
            }
            chosen = [
                entry_id
                for entry_id, entry in told.items()
                if entry.post and int(entry.post.native_id[3:]) in numbers
            ]
            rows.feed.mark_read(chosen)
            read |= numbers & set().union(*received.values())
        else:
            rows.feed.add(ids[name], arrivals(numbers), kind=HOME)
            received[ids[name]] |= numbers

    assert rows.feed.unread_counts(HOME) == {
        account_id: len(numbers - read) for account_id, numbers in received.items()
    }
