"""People are found by how their names and handles begin, and the index follows their names."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from fakes import START
from stored import account as make_account
from stored import author

from desktop.services.domain.account import Account
from desktop.services.domain.post import Author, Relation
from desktop.services.storage import author_search
from desktop.services.storage.database import Database
from desktop.services.storage.lease import lease_of
from desktop.services.storage.rows import Rows


def somebody(native_id: str, name: str, handle: str = "", network: str = "bluesky") -> Author:
    return replace(author(native_id, network), native_id=native_id, name=name, handle=handle)


LEROY = somebody("leroy", "Nathan Leroy", "nathan.leroy.test")
ELEA = somebody("elea", "Éléa Bœuf 🥐", "elea_b")
NADIA = somebody("nadia", "Nadia Benali", "nb@mamot.fr")


@pytest.fixture
def people(rows: Rows) -> Rows:
    rows.people.save([LEROY, ELEA, NADIA])
    return rows


def found(rows: Rows, typed: str, limit: int = 5) -> list[str]:
    return [each.native_id for each in rows.people.find(typed, limit)]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("nath", ["leroy"]),
        ("LEROY nat", ["leroy"]),
        ("elea", ["elea"]),
        ("e\u0301le\u0301a", ["elea"]),
        ("@nb@mamot", ["nadia"]),
        ("na", ["nadia", "leroy"]),
        ("eroy", []),
        ("nathan x", []),
        ('"', []),
        ("NOT", []),
        ("* OR -", []),
        ("🥐", []),
        ("", []),
    ],
)
def test_people_are_found_by_how_the_words_of_their_names_begin(people, typed, wanted):
    assert found(people, typed) == wanted


def test_a_new_name_is_found_and_the_old_one_is_not(people: Rows):
    people.people.save([replace(LEROY, name="Natalia Levine", handle="")])

    assert found(people, "levine") == ["leroy"]
    assert found(people, "leroy") == ["leroy"], "the handle is still known"
    people.people.save([replace(LEROY, name="Natalia Levine", handle="natalia.test")])
    assert found(people, "leroy") == []


def test_whoever_is_followed_comes_before_strangers_of_the_same_name(rows: Rows, account: Account):
    rows.people.save([somebody("near", "Ana Bo"), somebody("far", "Ana Bo")])
    assert found(rows, "ana")[0] == "far", "met last"

    rows.people.save_relations(account.id, {"near": Relation("follow", False)})

    assert found(rows, "ana") == ["near", "far"]


def test_a_name_counts_more_than_a_handle(rows: Rows):
    rows.people.save([somebody("a", "Ana"), somebody("b", "Zoe", "ana.test")])

    assert found(rows, "ana") == ["a", "b"]


def test_no_more_are_read_than_are_looked_at(rows: Rows, monkeypatch: pytest.MonkeyPatch):
    rows.people.save([somebody(f"p{number}", f"Ana {number}") for number in range(30)])

    assert len(found(rows, "ana", limit=7)) == 7
    plan = rows.people._database.rows("EXPLAIN QUERY PLAN " + author_search.FIND, ("ana",))
    assert not [row for row in plan if "SCAN a" in row[3]], "nobody is looked at without need"


def test_nobody_who_is_gone_is_found(rows: Rows, database: Database):
    leaving = rows.accounts.add(make_account("leaving", "mastodon"))
    rows.people.save([somebody("gone", "Gone Girl", network="mastodon")])
    assert found(rows, "gone") == ["gone"]

    rows.accounts.remove(leaving.id)

    assert found(rows, "gone") == []
    with database.writing() as connection:
        connection.execute(
            "INSERT INTO author_fts (author_fts, rank) VALUES ('integrity-check', 1)"
        )


def test_a_spoilt_index_of_names_is_made_anew(people: Rows, database: Database, path: Path):
    database.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE author_fts_data SET block = zeroblob(20) WHERE id > 10")
    lease_of(path).write_text("open\n")

    database.open(path, now=START)

    assert found(Rows(database), "nath") == ["leroy"]
