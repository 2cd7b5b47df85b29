from stored import arrival

from desktop.services.domain.account import Account
from desktop.services.domain.feed import FeedFilter, FeedKind
from desktop.services.storage.rows import Rows


def test_a_bookmark_is_put_and_taken(rows: Rows, account: Account):
    rows.feed.add(account.id, [arrival()], kind=FeedKind.HOME)
    key = rows.posts.id_of("bluesky", "at:one") or 0

    rows.bookmarks.put(key)
    rows.bookmarks.put(key)
    (entry,) = rows.feed.entries(rows.feed.window(FeedFilter(bookmarked_only=True)).ids)
    assert entry.is_bookmarked

    rows.bookmarks.take(key)
    rows.bookmarks.take(key)
    assert not rows.feed.window(FeedFilter(bookmarked_only=True)).ids
