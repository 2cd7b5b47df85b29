"""Archives to import into a bench's workspace, and a look at what came of it."""

from pathlib import Path

import pytest
from services.archives.made import Car, people, tweet, x_files, zipped
from workbench import Workbench

from desktop.services.domain.account import Account
from desktop.services.imports import Imports


@pytest.fixture
def imports(bench: Workbench) -> Imports:
    """Return what imports into the bench's workspace."""
    return Imports(bench.rows, bench.accounts, bench.clock)


@pytest.fixture
def x_zip(tmp_path: Path):
    """Write an archive of X with some posts, followed by 1-20 and following 15-24."""

    def write(count: int = 3, name: str = "x.zip", first: int = 0) -> Path:
        files = x_files(
            [tweet(number) for number in range(first, count)],
            follower=people("follower", range(1, 21)),
            following=people("following", range(15, 25)),
        )
        return zipped(tmp_path / name, files)

    return write


@pytest.fixture
def car(tmp_path: Path):
    """Write a repository of Bluesky."""

    def write(made: Car) -> Path:
        path = tmp_path / "repository.car"
        path.write_bytes(made.written())
        return path

    return write


def stored(bench: Workbench) -> int:
    """Return how many posts there are."""
    return bench.rows.database.rows("SELECT count(*) FROM post")[0][0]


def everything(bench: Workbench) -> list[object]:
    """Return all that an import could change."""
    tables = ("account", "author", "post", "relation", "feed_item", "feed_source", "sync")
    return [bench.rows.database.rows(f"SELECT * FROM {table}") for table in tables]


def friends(bench: Workbench, account: Account) -> int:
    """Return how many people the account follows that follow it."""
    return bench.rows.database.rows(
        "SELECT count(*) FROM relation WHERE account_id = ? AND following_id <> '' AND followed_by",
        (account.id,),
    )[0][0]
