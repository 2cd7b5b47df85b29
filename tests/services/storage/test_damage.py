"""Whatever the disk does to a workspace, it opens again and everything can be read."""

import random
import sqlite3
from pathlib import Path

import pytest
from stored import arrivals, at

from desktop.services.domain.feed import FeedFilter, FeedKind
from desktop.services.storage.database import Database
from desktop.services.storage.lease import lease_of
from desktop.services.storage.preparation import Opened
from desktop.services.storage.rows import Rows


def read_everything(path: Path) -> None:
    """Open the workspace and read back all that a screen may ask for."""
    database = Database()
    try:
        database.open(path, now=at(1))
        rows = Rows(database)
        rows.accounts.all()
        rows.outbox.all()
        rows.feed.entries(rows.feed.window(FeedFilter()).ids)
        rows.feed.entries(rows.feed.search("bread", FeedFilter(), 1000))
        rows.people.person(1, 1)
        rows.feed.add(1, arrivals(range(900, 905)), kind=FeedKind.HOME)
        rows.posts.remove("bluesky", ["at:5", "at:250"])
        rows.notifications.activity([1], 10)
    finally:
        database.close()


@pytest.mark.parametrize("seed", range(12))
def test_sixty_four_random_bytes_anywhere_are_survived(kept: Path, seed: int):
    chance = random.Random(seed)
    with kept.open("r+b") as raw:
        raw.seek(chance.randrange(kept.stat().st_size - 64))
        raw.write(chance.randbytes(64))
    lease_of(kept).write_text("open\n")

    read_everything(kept)
    read_everything(kept)


@pytest.mark.hard
@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", range(100, 400))
def test_three_hundred_kinds_of_damage_are_survived(kept: Path, seed: int):
    test_sixty_four_random_bytes_anywhere_are_survived(kept, seed)


def test_a_spoilt_word_index_is_made_anew(kept: Path):
    with sqlite3.connect(kept) as connection:
        connection.execute("UPDATE post_fts_data SET block = zeroblob(20) WHERE id > 10")
    connection.close()
    lease_of(kept).write_text("open\n")

    database = Database()
    assert database.open(kept, now=at(1)) == Opened()
    assert len(Rows(database).feed.search("bread", FeedFilter(), 1000)) == 300
    database.close()
