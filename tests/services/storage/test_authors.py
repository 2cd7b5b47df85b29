from dataclasses import replace

from stored import author

from desktop.services.storage import authors
from desktop.services.storage.database import Database

FULL = author(bio="Bakes", followers=3, following=4, posts=5, web_url="https://x.test")


def saved(database: Database, *people) -> list:
    with database.writing() as connection:
        authors.save_authors(connection, people)
    rows = database.rows(f"SELECT {authors.columns('a')} FROM author a ORDER BY id")
    return [authors.author_of(row) for row in rows]


def test_a_person_is_stored_once_and_comes_back(database: Database):
    assert saved(database, FULL, FULL) == [FULL]
    assert saved(database, FULL) == [FULL]


def test_a_person_told_in_passing_keeps_what_the_profile_told(database: Database):
    saved(database, FULL)

    assert saved(database, author()) == [FULL]


def test_a_profile_told_anew_is_followed(database: Database):
    saved(database, FULL)
    changed = replace(FULL, handle="new.test", name="New", bio="", followers=0, avatar_url="a")

    assert saved(database, changed) == [changed]


def test_the_same_native_id_on_another_network_is_someone_else(database: Database):
    assert len(saved(database, author(), author(network="mastodon"))) == 2


def test_ids_are_told_of_those_that_are_stored(database: Database):
    saved(database, FULL)
    asked = [authors.key_of(FULL), ("bluesky", "did:nobody"), ("nowhere", "did:ana")]

    with database.writing() as connection:
        assert authors.author_ids(connection, asked) == {("bluesky", "did:ana"): 1}


def test_a_hostile_name_is_stored(database: Database):
    (kept,) = saved(database, author("\ud800\0", bio="x" * 1_000_000, followers=2**70))

    assert kept.native_id == "did:?"
    kept.bio.encode()
