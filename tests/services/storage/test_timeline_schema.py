"""A workspace of an earlier release gains mutes and lists and keeps what it holds."""

import sqlite3
from contextlib import closing
from pathlib import Path

from fakes import START

from desktop.services.domain.feed import FeedFilter
from desktop.services.domain.muting import MuteKind
from desktop.services.storage.database import Database
from desktop.services.storage.migrations import MIGRATIONS, has_our_tables, migrate, version_of
from desktop.services.storage.rows import Rows

NAME = "mutes_and_gathered_lists"
BEFORE = [step.name for step in MIGRATIONS].index(NAME)

FILLING = (
    """INSERT INTO account VALUES (1, 'bluesky', 'did:shop', 'shop', 'Shop', 'https://s.test', '',
        'HOME', '[300,"graphemes"]', 1, 'connected', NULL, NULL)""",
    "INSERT INTO author VALUES (1, 'bluesky', 'did:ana', 'ana', 'Ana', '', '', 1, 1, 1, '')",
    """INSERT INTO post VALUES (2097153, 'bluesky', 'at:1', 1, 2, 'Fresh bread', '', '', '', '', '',
        '', '', 'public', '', 0, NULL, NULL, 0, 0, 0, 0, NULL)""",
    "INSERT INTO post_fts (rowid, text, attached) VALUES (2097153, 'Fresh bread', '')",
    "INSERT INTO feed_item VALUES (2097154, 2097153, 0, 1, 0, NULL, NULL)",
    "INSERT INTO feed_source VALUES (1, 1, 2097154, 0)",
)


def earlier_release(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrate(connection, START, MIGRATIONS[:1])
        for statement in FILLING:
            connection.execute(statement)


def test_a_file_of_the_first_release_keeps_its_feed_and_can_mute(path: Path):
    earlier_release(path)
    database = Database()
    opened = database.open(path, now=START)
    try:
        assert opened.backup is not None
        rows = Rows(database)
        (entry,) = rows.feed.entries(rows.feed.window(FeedFilter()).ids)
        assert entry.post is not None
        assert (entry.post.text, entry.is_unread) == ("Fresh bread", True)
        mute_id = rows.mutes.add(MuteKind.WORD, "", "bread", "bread", START)
        assert len(rows.feed.window(FeedFilter()).ids) == 0
        rows.mutes.remove(mute_id)
        assert len(rows.feed.window(FeedFilter()).ids) == 1
    finally:
        database.close()


def test_a_step_that_is_cut_off_leaves_the_file_as_it_was(path: Path):
    earlier_release(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrate(connection, START, MIGRATIONS[:BEFORE])
        connection.execute("BEGIN IMMEDIATE")
        MIGRATIONS[BEFORE].apply(connection)  # and then the power fails

    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        assert version_of(connection) == BEFORE
        assert has_our_tables(connection)
        assert migrate(connection, START) == len(MIGRATIONS) - BEFORE
        assert has_our_tables(connection)
