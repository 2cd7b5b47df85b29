from stored import arrival, arrivals, author, post

from desktop.services.domain.account import Account
from desktop.services.domain.feed import FeedFilter, FeedKind
from desktop.services.storage.rows import Rows

ANA = FeedFilter(author=("bluesky", "did:ana"))


def names(rows: Rows, shown: FeedFilter, span: int = 100, anchor: int | None = None) -> list[str]:
    ids = rows.feed.window(shown, span=span, anchor=anchor).ids
    return [e.post.native_id[3:] for e in rows.feed.entries(ids) if e.post]


def test_a_person_is_shown_with_all_that_is_stored_of_them(rows: Rows, account: Account):
    rows.feed.add(account.id, arrivals(range(3)), kind=FeedKind.HOME)
    rows.posts.save([post("older", minutes=-5), post("other", author=author("bea"))])
    assert names(rows, ANA) == ["2", "1", "0", "older"]
    assert names(rows, FeedFilter(author=("mastodon", "did:ana"))) == []


def test_a_window_of_a_person_is_cut_round_its_place(rows: Rows, account: Account):
    rows.feed.add(account.id, arrivals(range(10)), kind=FeedKind.HOME)
    middle = rows.feed.window(ANA).ids[5]
    window = rows.feed.window(ANA, anchor=middle, span=4)
    assert (len(window.ids), window.ids[window.anchor_row]) == (4, middle)
    assert (window.has_newer, window.has_older) == (True, True)
    assert rows.feed.newer_than(ANA, middle) == 5


def test_a_person_can_be_read_without_answers_or_only_what_is_unread_or_kept(
    rows: Rows, account: Account
):
    told = [arrival("1", 1), arrival("2", 2, reply_to="at:1", root="at:1")]
    rows.feed.add(account.id, told, kind=FeedKind.HOME)
    rows.feed.mark_read([rows.feed.window(ANA).ids[1]])
    kept = rows.posts.id_of("bluesky", "at:1")
    assert kept is not None
    rows.bookmarks.put(kept)
    who = ANA.author
    assert names(rows, FeedFilter(author=who, hide_replies=True)) == ["1"]
    assert names(rows, FeedFilter(author=who, unread_only=True)) == ["2"]
    assert names(rows, FeedFilter(author=who, bookmarked_only=True)) == ["1"]
