"""Bring a workspace file up to the present tables, one transaction a step.

A step is all or nothing: its changes, its record and the new `user_version` are committed
together, so that a kill at any moment leaves the old tables or the new ones.
"""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime

from desktop.services.storage import author_schema, first_schema, spending_schema, timeline_schema
from desktop.services.storage.columns import EPOCH, to_ms

APPLICATION_ID = 0x43524945
"""Marks a SQLite file as a workspace of Crieur."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One change of the tables, known for ever by its name."""

    name: str
    apply: Callable[[sqlite3.Connection], None]


def _first(connection: sqlite3.Connection) -> None:
    for statement in first_schema.STATEMENTS:
        connection.execute(statement)


def _spending(connection: sqlite3.Connection) -> None:
    for statement in spending_schema.STATEMENTS:
        connection.execute(statement)


def _mutes_and_lists(connection: sqlite3.Connection) -> None:
    for statement in timeline_schema.STATEMENTS:
        connection.execute(statement)


def _names_of_people(connection: sqlite3.Connection) -> None:
    for statement in author_schema.STATEMENTS:
        connection.execute(statement)


MIGRATIONS: tuple[Migration, ...] = (
    Migration("first_schema", _first),
    Migration("spending", _spending),
    Migration("mutes_and_gathered_lists", _mutes_and_lists),
    Migration("names_of_people", _names_of_people),
)
"""In order; a released one is never edited, only followed by another."""


def version_of(connection: sqlite3.Connection) -> int:
    """Return how many migrations the file has been through."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def has_our_tables(connection: sqlite3.Connection, steps: Sequence[Migration] = MIGRATIONS) -> bool:
    """Say whether the file's tables are those that its migrations make.

    A damaged name or definition of a table is sound to SQLite's own check.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        migrate(memory, EPOCH, steps[: version_of(connection)])
        return _tables(memory) == _tables(connection)


def _tables(connection: sqlite3.Connection) -> list[tuple[str, ...]]:
    return connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'"
        " ORDER BY type, name"
    ).fetchall()


def migrate(
    connection: sqlite3.Connection, now: datetime, steps: Sequence[Migration] = MIGRATIONS
) -> int:
    """Apply the steps that the file has not been through and return how many there were.

    The connection is in autocommit mode. Foreign keys are off meanwhile, because rebuilding a
    table would otherwise delete what refers to it; they are checked before each commit.
    """
    done = 0
    connection.execute("PRAGMA foreign_keys = 0")
    while (version := version_of(connection)) < len(steps):
        step = steps[version]
        connection.execute("BEGIN IMMEDIATE")
        try:
            if version_of(connection) != version:  # another process was faster
                connection.execute("ROLLBACK")
                continue
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(
                "CREATE TABLE IF NOT EXISTS migration "
                "(name TEXT PRIMARY KEY, applied_ms INTEGER NOT NULL) STRICT"
            )
            step.apply(connection)
            connection.execute("INSERT INTO migration VALUES (?, ?)", (step.name, to_ms(now)))
            if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
                raise sqlite3.IntegrityError(f"{step.name} leaves rows that refer to nothing")
            connection.execute(f"PRAGMA user_version = {version + 1}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        done += 1
    return done
