"""The rows of a workspace share one transaction."""

import pytest
from fake_server import arrival
from fakes import START

from desktop.services.domain.account import Account
from desktop.services.domain.feed import FeedKind
from desktop.services.storage.rows import Rows


def test_what_fails_together_is_undone_together(rows: Rows) -> None:
    with pytest.raises(ZeroDivisionError):
        connect_and_fail(rows)
    assert rows.accounts.all() == ()
    assert rows.posts.id_of("bluesky", arrival(1).post.native_id) is None


def connect_and_fail(rows: Rows) -> None:
    """Write to many tables in one transaction that does not end well."""
    account = Account(0, "bluesky", "did:shop", "shop.test", "Shop", "https://shop.test")
    with rows.database.writing():
        held = rows.accounts.add(account)
        rows.feed.add(held.id, [arrival(1)], kind=FeedKind.HOME)
        rows.sync.put(held.id, "home", newest="mark", refreshed_at=START)
        rows.settings.put("place", 1 // 0)
