from stored import arrival, author

from desktop.services.domain.account import Account
from desktop.services.domain.feed import FeedFilter, FeedKind
from desktop.services.storage.rows import Rows

BEA, CY = author("bea"), author("cy")


def told(rows: Rows, account: Account, *lines: tuple[str, float, object]) -> None:
    arrivals = [arrival(name, minutes, reposter) for name, minutes, reposter in lines]  # type: ignore[arg-type] # who reposts
    rows.feed.add(account.id, arrivals, kind=FeedKind.HOME)


def shown(rows: Rows, wanted: FeedFilter | None = None) -> list[tuple[str, bool]]:
    ids = rows.feed.window(wanted or FeedFilter()).ids
    entries = rows.feed.entries(ids)
    return [(e.post.native_id[3:], e.reposter is not None) for e in entries if e.post]


def test_a_post_right_under_its_repost_is_shown_once(rows: Rows, account: Account):
    told(rows, account, ("a", 1, None), ("a", 2, BEA), ("b", 3, None))
    assert shown(rows) == [("b", False), ("a", True)]
    assert shown(rows, FeedFilter(unread_only=True)) == [("b", False), ("a", True)]
    assert shown(rows, FeedFilter(hide_reposts=True)) == [("b", False), ("a", False)]
    assert len(shown(rows, FeedFilter(account_ids=(account.id,)))) == 3


def test_reposts_right_under_one_another_are_shown_once(rows: Rows, account: Account):
    told(rows, account, ("a", 1, None), ("a", 2, BEA), ("a", 3, CY))
    assert shown(rows) == [("a", True)]


def test_what_stands_between_keeps_both(rows: Rows, account: Account):
    told(rows, account, ("a", 1, None), ("b", 2, None), ("a", 3, BEA))
    assert shown(rows) == [("a", True), ("b", False), ("a", False)]


def test_the_place_that_was_read_stays_in_sight(rows: Rows, account: Account):
    told(rows, account, ("a", 1, None), ("b", 2, None), ("b", 3, BEA), ("c", 4, None))
    hidden = rows.feed.window(FeedFilter(account_ids=(account.id,))).ids[2]
    window = rows.feed.window(FeedFilter(), anchor=hidden)
    (entry,) = rows.feed.entries([window.ids[window.anchor_row]])
    assert entry.post is not None
    assert (entry.post.native_id, entry.reposter) == ("at:b", BEA)
    oldest = rows.feed.window(FeedFilter(), anchor=window.ids[-1])
    assert oldest.ids[oldest.anchor_row] == window.ids[-1]


def test_reading_a_repost_reads_the_post(rows: Rows, account: Account):
    told(rows, account, ("a", 1, None), ("a", 2, BEA))
    ids = rows.feed.window(FeedFilter()).ids
    rows.feed.mark_read(ids)
    assert rows.feed.unread_counts(FeedKind.HOME) == {account.id: 0}
    rows.feed.mark_unread(ids)
    assert rows.feed.unread_counts(FeedKind.HOME) == {account.id: 1}
