"""A workspace of the first release gains the ledger and keeps what it holds."""

import sqlite3
from contextlib import closing
from pathlib import Path

from fakes import START
from stored import account as make_account

from desktop.services.storage.database import Database
from desktop.services.storage.migrations import MIGRATIONS, has_our_tables, migrate, version_of
from desktop.services.storage.rows import Rows

ADD_ACCOUNT = """INSERT INTO account VALUES
    (1, 'x', '12', 'shop', 'Shop', 'https://api.x.com', '', '', '[280,"x_weighted"]', 1,
    'connected', NULL, NULL)"""


def first_release(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrate(connection, START, MIGRATIONS[:1])
        connection.execute(ADD_ACCOUNT)


def test_a_file_of_the_first_release_is_copied_and_brought_up_to_date(path: Path):
    first_release(path)
    database = Database()

    opened = database.open(path, now=START)

    try:
        assert opened.migrated == len(MIGRATIONS) - 1
        assert opened.backup is not None
        rows = Rows(database)
        assert [account.handle for account in rows.accounts.all()] == ["shop"]
        assert rows.spending.total("x", "2026-01-01") == 0
        rows.accounts.add(make_account("second", "x"))
    finally:
        database.close()
    with closing(sqlite3.connect(opened.backup)) as copy:
        assert version_of(copy) == 1
        assert has_our_tables(copy)


def test_an_interrupted_step_leaves_the_first_release_whole(path: Path):
    first_release(path)
    step = next(step for step in MIGRATIONS if step.name == "spending")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        step.apply(connection)  # and then the power fails

    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        assert version_of(connection) == 1
        assert has_our_tables(connection)
        assert migrate(connection, START) == len(MIGRATIONS) - 1
