from dataclasses import replace

import pytest
from stored import account as make_account
from stored import arrivals, at

from desktop.services.domain.account import Account, AccountState, Cap, Limits
from desktop.services.domain.errors import InvalidField
from desktop.services.domain.feed import FeedKind
from desktop.services.storage.account_tables import AccountTable
from desktop.services.storage.database import Database
from desktop.services.storage.rows import Rows


def test_an_account_comes_back_as_it_was_added(rows: Rows):
    wanted = make_account(
        "shop",
        avatar_url="https://x.test/a.png",
        caps=Cap.HOME | Cap.POST | Cap.METERED,
        limits=Limits(500, "mastodon", None, 4, 8_000_000),
        may_post=False,
        state=AccountState.LOCKED,
        refreshed_at=at(3),
    )

    added = rows.accounts.add(wanted)

    assert added == replace(wanted, id=added.id)
    assert rows.accounts.get(added.id) == added
    assert rows.accounts.all() == (added,)


def test_an_account_is_added_once(rows: Rows, account: Account):
    with pytest.raises(InvalidField) as refusal:
        rows.accounts.add(make_account("shop", handle="renamed.test"))

    assert refusal.value.reason == "already_connected"
    assert rows.accounts.all() == (account,)


def test_what_is_now_known_of_an_account_is_stored(rows: Rows, account: Account):
    changed = replace(account, handle="new.test", state=AccountState.SIGNED_OUT)

    rows.accounts.update(changed)
    rows.accounts.touch(account.id, at(7))

    assert rows.accounts.get(account.id) == replace(changed, refreshed_at=at(7))


def test_a_capability_this_version_does_not_know_is_ignored(rows: Rows, account: Account):
    AccountTable.update(caps="HOME TELEPATHY").execute()

    assert rows.accounts.all()[0].caps == Cap.HOME


def test_a_removed_account_leaves_nothing_of_its_own(
    rows: Rows, account: Account, database: Database
):
    rows.feed.add(account.id, arrivals(range(5)), kind=FeedKind.HOME)
    rows.feed.add_gap(account.id, 0, 1000, "")
    rows.sync.put(account.id, "home", newest="x")

    rows.accounts.remove(account.id)
    rows.accounts.remove(account.id)

    assert rows.accounts.get(account.id) is None
    for table in ("feed_item", "feed_source", "gap", "sync", "post", "author", "post_fts"):
        assert database.rows(f"SELECT count(*) FROM {table}") == [(0,)], table


def test_an_id_is_never_given_twice(rows: Rows, account: Account):
    rows.accounts.remove(account.id)

    assert rows.accounts.add(make_account("shop")).id > account.id
