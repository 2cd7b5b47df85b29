"""Everything that came from a network goes with its last account, and nothing else does."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from fakes import START
from stored import account as make_account
from stored import arrival, arrivals, at, author, notification, post

from desktop.services.domain.account import Account
from desktop.services.domain.feed import FeedFilter, FeedKind
from desktop.services.domain.muting import MuteKind
from desktop.services.storage.database import Database
from desktop.services.storage.purging import is_left, purge
from desktop.services.storage.rows import Rows

HOME = FeedKind.HOME
SECRET = "zanzibarien"


@pytest.fixture
def shop(rows: Rows) -> Account:
    return rows.accounts.add(make_account("shop", "x"))


def native_ids(database: Database, network: str) -> set[str]:
    found = database.rows("SELECT native_id FROM post WHERE network = ?", (network,))
    return {row[0] for row in found}


def fill(rows: Rows, shop: Account) -> None:
    """Store one of everything that an account can bring, each with a word to look for."""
    who = author("stranger", "x", bio=f"bio {SECRET}")
    posts = [
        arrival(str(number), number, network="x", text=f"{SECRET} {number}", author=who)
        for number in range(30)
    ]
    rows.feed.add(shop.id, posts, kind=HOME)
    kept = rows.posts.id_of("x", "at:3") or 0
    rows.bookmarks.put(kept)
    rows.reactions.put(shop.id, kept, "like", f"act {SECRET}")
    rows.people.note(rows.people.author_id("x", who.native_id) or 0, f"note {SECRET}")
    rows.notifications.save(shop.id, [notification("fan", actor=who)])
    rows.sync.put(shop.id, "home", newest=SECRET)
    rows.mutes.add(MuteKind.PERSON, "x", who.native_id, f"label {SECRET}", START)
    rows.gathered.add("tag", [kept])
    rows.spending.note_read(shop.id, "2026-11-21", "post_read", [SECRET], 5000)


def test_nothing_of_the_network_is_left_but_the_bill(rows: Rows, shop: Account, database: Database):
    fill(rows, shop)

    purge(database, "x", shop.id)

    assert rows.accounts.all() == ()
    for table in ("post", "author", "note", "bookmark", "feed_item", "feed_source", "notification"):
        assert database.rows(f"SELECT count(*) FROM {table}") == [(0,)], table
    for table in ("reaction", "sync", "mute", "gathered", "read_once", "post_fts"):
        assert database.rows(f"SELECT count(*) FROM {table}") == [(0,)], table
    assert not is_left(database, "x")


def test_not_a_word_of_it_is_left_in_the_file(rows: Rows, shop: Account, path: Path):
    other = rows.accounts.add(make_account("other", "mastodon"))
    rows.feed.add(other.id, [arrival("m", network="mastodon", text="croustillant")], kind=HOME)
    fill(rows, shop)

    purge(rows.database, "x", shop.id)
    rows.database.close()

    content = path.read_bytes().lower()
    assert b"croustillant" in content
    assert SECRET.encode() not in content
    # The index keeps only what tells one word from the one before it.
    assert SECRET[3:].encode() not in content


def test_other_networks_keep_everything(rows: Rows, shop: Account, database: Database):
    other = rows.accounts.add(make_account("other", "mastodon"))
    rows.feed.add(other.id, [arrival(str(n), n, network="mastodon") for n in range(3)], kind=HOME)
    rows.bookmarks.put(rows.posts.id_of("mastodon", "at:1") or 0)
    rows.people.note(rows.people.author_id("mastodon", "did:ana") or 0, "Buys rye")
    rows.mutes.add(MuteKind.WORD, "", "lottery", "lottery", START)
    fill(rows, shop)

    purge(database, "x", shop.id)

    assert native_ids(database, "mastodon") == {"at:0", "at:1", "at:2"}
    assert database.rows("SELECT text FROM note") == [("Buys rye",)]
    assert database.rows("SELECT count(*) FROM bookmark") == [(1,)]
    assert [mute.value for mute in rows.mutes.all()] == ["lottery"]
    assert len(rows.feed.window(FeedFilter(search="fresh")).ids) == 3


def test_what_another_account_of_the_network_received_stays(
    rows: Rows, shop: Account, database: Database
):
    other = rows.accounts.add(make_account("other", "x"))
    rows.feed.add(shop.id, [arrival(str(n), n, network="x") for n in range(4)], kind=HOME)
    rows.feed.add(other.id, [arrival(str(n), n, network="x") for n in range(2, 6)], kind=HOME)
    for name in ("1", "2"):
        rows.bookmarks.put(rows.posts.id_of("x", f"at:{name}") or 0)
    rows.people.note(rows.people.author_id("x", "did:ana") or 0, "Buys rye")

    purge(database, "x", shop.id)

    assert native_ids(database, "x") == {"at:2", "at:3", "at:4", "at:5"}
    assert database.rows("SELECT count(*) FROM bookmark") == [(1,)]
    assert database.rows("SELECT text FROM note") == [("Buys rye",)]
    assert not is_left(database, "x")


def test_an_account_that_is_gone_already_can_be_purged_again(
    rows: Rows, shop: Account, database: Database
):
    fill(rows, shop)
    with database.writing() as connection:  # killed right behind this
        connection.execute("DELETE FROM account WHERE id = ?", (shop.id,))
    assert is_left(database, "x")

    purge(database, "x", shop.id)
    purge(database, "x", shop.id)

    assert native_ids(database, "x") == set()
    assert not is_left(database, "x")


def test_deleting_is_quick_again_afterwards(rows: Rows, shop: Account, database: Database):
    purge(database, "x", shop.id)

    assert database.rows("PRAGMA secure_delete") == [(0,)]


def test_a_purged_file_is_sound_and_can_be_searched(rows: Rows, shop: Account, path: Path):
    other = rows.accounts.add(make_account("other"))
    rows.feed.add(other.id, arrivals(range(300)), kind=HOME)
    rows.posts.save([post("late", "Brioche", 900, edited_at=at(901))])
    fill(rows, shop)

    purge(rows.database, "x", shop.id)

    assert len(rows.feed.window(FeedFilter(search=SECRET)).ids) == 0
    assert len(rows.feed.window(FeedFilter(search="bread")).ids) == 300
    rows.database.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        connection.execute("INSERT INTO post_fts (post_fts, rank) VALUES ('integrity-check', 1)")
