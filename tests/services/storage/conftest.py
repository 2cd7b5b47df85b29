"""What the tests of the store share: a real file, opened as the program opens it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes import START
from stored import account as make_account

from desktop.services.domain.account import Account
from desktop.services.storage.database import Database
from desktop.services.storage.rows import Rows


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "shop" / "crieur.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    database = Database()
    database.open(path, now=START)
    yield database
    database.close()


@pytest.fixture
def rows(database: Database) -> Rows:
    return Rows(database)


@pytest.fixture
def account(rows: Rows) -> Account:
    return rows.accounts.add(make_account("shop"))


@pytest.fixture
def other(rows: Rows, account: Account) -> Account:
    return rows.accounts.add(make_account("atelier"))
