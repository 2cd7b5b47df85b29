from stored import account as make_account
from stored import arrival, arrivals, author, notification, post

from desktop.services.domain.account import Account
from desktop.services.domain.feed import FeedFilter, FeedKind
from desktop.services.domain.post import NotificationKind
from desktop.services.storage import leftovers
from desktop.services.storage.database import Database
from desktop.services.storage.rows import Rows

HOME = FeedKind.HOME


def stored(database: Database) -> set[str]:
    return {row[0] for row in database.rows("SELECT native_id FROM post")}


def test_what_another_account_received_stays(
    rows: Rows, account: Account, other: Account, database: Database
):
    rows.feed.add(account.id, arrivals(range(4)), kind=HOME)
    rows.feed.add(other.id, arrivals(range(2, 6)), kind=HOME)

    rows.accounts.remove(account.id)

    assert stored(database) == {"at:2", "at:3", "at:4", "at:5"}
    assert len(rows.feed.window(FeedFilter()).ids) == 4


def test_bookmarks_notes_and_what_answers_others_stay(
    rows: Rows, account: Account, other: Account, database: Database
):
    rows.feed.add(account.id, arrivals(range(3)), kind=HOME)
    rows.bookmarks.put(rows.posts.id_of("bluesky", "at:1") or 0)
    reply = notification("bob", NotificationKind.REPLY, post=arrivals([2])[0].post)
    rows.notifications.save(other.id, [reply])

    rows.accounts.remove(account.id)

    assert stored(database) == {"at:1", "at:2"}


def test_the_posts_of_a_network_go_with_its_last_account(
    rows: Rows, account: Account, database: Database
):
    elsewhere = rows.accounts.add(make_account("shop", "mastodon"))
    rows.posts.save([post("found"), post("found", network="mastodon")])
    rows.posts.save([arrival("kept", network="mastodon").post])
    rows.bookmarks.put(rows.posts.id_of("mastodon", "at:kept") or 0)
    noted = rows.people.save([author("carol", "mastodon"), author("dave", "mastodon")])
    rows.people.note(noted["did:carol"], "Buys rye")

    rows.accounts.remove(elsewhere.id)

    assert stored(database) == {"at:found", "at:kept"}
    people = database.rows("SELECT native_id FROM author WHERE network = 'mastodon'")
    assert sorted(people) == [("did:ana",), ("did:carol",)]


def test_an_interrupted_removal_is_finished_later(
    rows: Rows, account: Account, database: Database, monkeypatch
):
    rows.feed.add(account.id, arrivals(range(50)), kind=HOME)
    with database.writing() as connection:
        connection.execute("DELETE FROM account")
    monkeypatch.setattr(leftovers, "STEP", 7)

    leftovers.sweep(database)
    leftovers.sweep(database)

    assert stored(database) == set()
    assert database.rows("SELECT count(*) FROM feed_item") == [(0,)]
