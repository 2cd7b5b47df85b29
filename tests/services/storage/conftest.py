"""What the tests of the store share: a real file, opened as the program opens it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes import START
from stored import account as make_account
from stored import arrivals

from desktop.services.domain.account import Account
from desktop.services.domain.draft import Draft, PublishKey
from desktop.services.domain.feed import FeedKind
from desktop.services.storage.database import Database
from desktop.services.storage.preparation import backups_of
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


@pytest.fixture
def kept(path: Path) -> Path:
    """Return a workspace that was closed cleanly, with one backup of an earlier state."""
    database = Database()
    database.open(path, now=START)
    rows = Rows(database)
    shop = rows.accounts.add(make_account("shop"))
    rows.feed.add(shop.id, arrivals(range(200)), kind=FeedKind.HOME)
    rows.outbox.queue(shop.id, Draft("Bread"), PublishKey("u", "k", START), START)
    database.copy_to(backups_of(path) / "daily-20261121-090000.db")
    rows.feed.add(shop.id, arrivals(range(200, 300)), kind=FeedKind.HOME)
    database.close()
    return path
