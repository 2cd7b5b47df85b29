from dataclasses import replace

import pytest
from stored import post

from desktop.services.domain.account import Account
from desktop.services.domain.feed import FeedFilter
from desktop.services.domain.post import Author, Counts, Relation
from desktop.services.storage.imported import ImportedRows
from desktop.services.storage.rows import Rows


@pytest.fixture
def imported(rows: Rows) -> ImportedRows:
    return ImportedRows(rows.database)


@pytest.fixture
def owner() -> Author:
    return Author("bluesky", "did:plc:old", "old.test", "Old name", bio="Baker")


def relations(rows: Rows) -> dict[str, tuple[str, bool]]:
    return {
        name: (following_id, bool(followed_by))
        for name, following_id, followed_by in rows.database.rows(
            "SELECT a.native_id, r.following_id, r.followed_by FROM relation r "
            "JOIN author a ON a.id = r.author_id"
        )
    }


def test_posts_are_counted_once(rows, imported, owner):
    posts = [post(1), post(2), post(2)]

    assert imported.add_posts(owner, posts) == 2
    assert imported.add_posts(owner, [*posts, post(3)]) == 1
    assert rows.database.rows("SELECT count(*) FROM post") == [(3,)]


def test_a_stored_post_keeps_all_that_the_network_told(rows, imported, owner):
    fresh = replace(post(1, "Edited bread"), counts=Counts(likes=90))
    rows.posts.save([fresh])
    (post_id,) = rows.database.rows("SELECT id FROM post")[0]
    before = rows.posts.get(post_id)

    assert imported.add_posts(owner, [replace(post(1), counts=Counts(likes=3))]) == 0

    assert rows.posts.get(post_id) == before


def test_posts_are_found_by_search_and_in_no_feed(rows, imported, owner, account):
    imported.add_posts(owner, [post(1, "Brioche every day")])

    found = rows.feed.window(FeedFilter(search="brioche")).ids
    assert [each.post.text for each in rows.feed.entries(found)] == ["Brioche every day"]
    assert [*rows.feed.window(FeedFilter()).ids] == []


def test_the_owner_is_described_by_the_archive_only_until_the_network_has(rows, imported, owner):
    imported.add_posts(owner, [post(1)])
    author_id = rows.people.author_id("bluesky", "did:plc:old")
    assert rows.people.recent(author_id, 9)[0].post.author.name == "Old name"

    rows.people.save([replace(owner, name="New name", followers=40)])
    imported.add_posts(replace(owner, followers=2), [post(2)])

    assert rows.database.rows("SELECT name, followers FROM author") == [("New name", 40)]


def test_people_are_added_and_their_two_ways_joined(rows, imported, account: Account):
    a, b, c = (Author("bluesky", f"did:{name}", name, name.title()) for name in "abc")
    follower = Relation("", True)

    imported.add_people(account.id, [(a, follower), (b, follower)], "bluesky")
    imported.add_people(
        account.id, [(b, Relation("at://b", False)), (c, Relation("at://c"))], "bluesky"
    )

    assert relations(rows) == {
        "did:a": ("", True),
        "did:b": ("at://b", True),
        "did:c": ("at://c", False),
    }


def test_what_the_network_said_of_people_stays(rows, imported, account: Account):
    known = Author("bluesky", "did:a", "a.test", "A name", bio="Told", followers=3)
    rows.people.save([known])
    rows.people.save_relations(account.id, {"did:a": Relation("at://live", True)})

    stranger = Author("bluesky", "did:a", "did:a", "did:a")
    imported.add_people(account.id, [(stranger, Relation("at://old", False))], "bluesky")

    assert relations(rows) == {"did:a": ("at://live", True)}
    person = rows.people.person(rows.people.author_id("bluesky", "did:a"), account.id)
    assert person.author == known


def test_who_was_known_by_an_id_gets_the_name_that_a_later_archive_tells(rows, imported, account):
    imported.add_people(account.id, [(Author("x", "77", "77", "77"), Relation())], "x")
    imported.add_people(account.id, [(Author("x", "77", "anna", "Anna"), Relation())], "x")
    imported.add_people(account.id, [(Author("x", "77", "77", "77"), Relation())], "x")

    assert rows.database.rows("SELECT handle, name FROM author") == [("anna", "Anna")]


def test_a_list_can_take_the_place_of_the_one_before(rows, imported, account: Account):
    people = [
        (Author("bluesky", f"did:{name}", name, name), Relation(f"at://{name}", True))
        for name in "ab"
    ]
    imported.add_people(account.id, people, "bluesky")

    imported.forget_people(account.id, followers=True, following=False)
    assert relations(rows) == {"did:a": ("at://a", False), "did:b": ("at://b", False)}

    imported.forget_people(account.id, followers=False, following=True)
    assert relations(rows) == {}


def test_nothing_is_kept_for_an_account_that_is_gone(rows, imported, account: Account):
    imported.add_people(account.id + 1, [(Author("x", "7", "7", "7"), Relation("", True))], "x")
    assert relations(rows) == {}
