import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes import START

from desktop.services.storage import account_tables, outbox_tables
from desktop.services.storage.migrations import (
    APPLICATION_ID,
    MIGRATIONS,
    Migration,
    has_our_tables,
    migrate,
    version_of,
)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(tmp_path / "file.db", isolation_level=None)
    yield connection
    connection.close()


def tables(connection: sqlite3.Connection) -> set[str]:
    return {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}


def add_one(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE one (id INTEGER PRIMARY KEY) STRICT")


def add_two_and_fail(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE two (id INTEGER PRIMARY KEY) STRICT")
    raise KeyboardInterrupt


def leave_an_orphan(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE child (one_id INTEGER REFERENCES one (id)) STRICT")
    connection.execute("INSERT INTO child VALUES (7)")


ONE = Migration("one", add_one)


def test_a_new_file_becomes_a_workspace(file: sqlite3.Connection):
    assert migrate(file, START) == len(MIGRATIONS)

    assert version_of(file) == len(MIGRATIONS)
    assert file.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    names = [row[0] for row in file.execute("SELECT name FROM migration ORDER BY rowid")]
    assert names == [step.name for step in MIGRATIONS]


def test_a_file_that_is_up_to_date_is_left_alone(file: sqlite3.Connection):
    migrate(file, START)

    assert migrate(file, START) == 0


@pytest.mark.parametrize("bad", [add_two_and_fail, leave_an_orphan])
def test_a_step_that_fails_leaves_no_trace_and_keeps_those_before_it(file: sqlite3.Connection, bad):
    with pytest.raises((KeyboardInterrupt, sqlite3.IntegrityError)):
        migrate(file, START, (ONE, Migration("bad", bad)))

    assert tables(file) >= {"one", "migration"}
    assert not tables(file) & {"two", "child"}
    assert version_of(file) == 1
    assert migrate(file, START, (ONE, Migration("good", lambda _: None))) == 1


def test_rebuilding_a_table_does_not_delete_what_refers_to_it(file: sqlite3.Connection):
    def relate(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO one VALUES (1)")
        connection.execute("CREATE TABLE c (one_id INTEGER REFERENCES one (id) ON DELETE CASCADE)")
        connection.execute("INSERT INTO c VALUES (1)")

    def rebuild(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE fresh (id INTEGER PRIMARY KEY, name TEXT) STRICT")
        connection.execute("INSERT INTO fresh SELECT id, '' FROM one")
        connection.execute("DROP TABLE one")
        connection.execute("ALTER TABLE fresh RENAME TO one")

    file.execute("PRAGMA foreign_keys = 1")
    migrate(file, START, (ONE, Migration("relate", relate), Migration("rebuild", rebuild)))

    assert file.execute("SELECT count(*) FROM c").fetchone() == (1,)


def test_names_are_for_ever_and_unique():
    names = [step.name for step in MIGRATIONS]

    assert len(set(names)) == len(names)
    assert names[0] == "first_schema"


def test_a_definition_that_was_spoilt_is_noticed(file: sqlite3.Connection):
    migrate(file, START)
    assert has_our_tables(file)

    file.execute("PRAGMA writable_schema = 1")
    file.execute("UPDATE sqlite_schema SET name = 'nose' WHERE name = 'note'")
    assert not has_our_tables(file)


@pytest.mark.parametrize(
    "model",
    [
        account_tables.AccountTable,
        account_tables.SettingTable,
        account_tables.SyncTable,
        outbox_tables.OutboxTable,
        outbox_tables.AttachmentTable,
    ],
)
def test_the_models_say_what_the_migrations_made(file: sqlite3.Connection, model):
    migrate(file, START)
    made = {
        row[1]: bool(row[3]) or bool(row[5])
        for row in file.execute(f"PRAGMA table_info({model._meta.table_name})")
    }

    said = {field.column_name: not field.null for field in model._meta.sorted_fields}

    assert said == made
