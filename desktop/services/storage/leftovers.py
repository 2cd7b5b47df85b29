"""Delete what removed accounts left behind and nobody else holds."""

import json
import sqlite3
from collections.abc import Callable

from desktop.services.storage import author_index, mutes, twins
from desktop.services.storage.database import Database
from desktop.services.storage.posts import delete_posts

STEP = 2000
"""Rows looked at in one transaction, so that nobody waits long for the write lock."""

# Every question starts behind the last row looked at, so that kept rows are passed once.
ITEMS = """SELECT f.id, f.post_id, EXISTS (
        SELECT 1 FROM account c CROSS JOIN feed_source s
        WHERE s.account_id = c.id AND s.kind IN (1, 2) AND s.item_id = f.id)
    FROM feed_item f WHERE f.id > ? ORDER BY f.id LIMIT ?"""

UNHELD = """SELECT p.id FROM post p
    WHERE p.id IN (SELECT value FROM json_each(?))
        AND NOT EXISTS (SELECT 1 FROM feed_item f WHERE f.post_id = p.id)
        AND NOT EXISTS (SELECT 1 FROM notification n WHERE n.post_id = p.id)
        AND NOT EXISTS (SELECT 1 FROM bookmark b WHERE b.post_id = p.id)
        AND NOT EXISTS (SELECT 1 FROM gathered g WHERE g.post_id = p.id)"""

POSTS = """SELECT p.id, EXISTS (SELECT 1 FROM account c WHERE c.network = p.network)
        OR EXISTS (SELECT 1 FROM bookmark b WHERE b.post_id = p.id)
    FROM post p WHERE p.id > ? ORDER BY p.id LIMIT ?"""

PEOPLE = """SELECT a.id, EXISTS (SELECT 1 FROM account c WHERE c.network = a.network)
        OR EXISTS (SELECT 1 FROM post p WHERE p.author_id = a.id)
        OR EXISTS (SELECT 1 FROM note n WHERE n.author_id = a.id)
    FROM author a WHERE a.id > ? ORDER BY a.id LIMIT ?"""


def sweep(database: Database) -> None:
    """Delete entries no account received, posts of networks no account is on, and strangers.

    Safe to repeat after an interruption.
    """
    for delete in (_entries, _posts, _people, _settle_twins):
        _walk(database, delete)
    with database.writing() as connection:
        # Whom only a removed account blocked is heard again by the others.
        mutes.hide_anew(connection)


def _walk(database: Database, delete: Callable[[sqlite3.Connection, int], int | None]) -> None:
    last: int | None = 0
    while last is not None:
        with database.writing() as connection:
            last = delete(connection, last)


def _entries(connection: sqlite3.Connection, after: int) -> int | None:
    rows = connection.execute(ITEMS, (after, STEP)).fetchall()
    gone = [(item_id, post_id) for item_id, post_id, is_received in rows if not is_received]
    touched = twins.around(connection, [item_id for item_id, _ in gone])
    connection.execute(
        "DELETE FROM feed_item WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps([item_id for item_id, _ in gone]),),
    )
    twins.settle(connection, touched)
    bared = json.dumps([post_id for _, post_id in gone if post_id is not None])
    unheld = [row[0] for row in connection.execute(UNHELD, (bared,))]
    delete_posts(connection, json.dumps(unheld))
    return rows[-1][0] if rows else None


def _posts(connection: sqlite3.Connection, after: int) -> int | None:
    rows = connection.execute(POSTS, (after, STEP)).fetchall()
    gone = [post_id for post_id, is_held in rows if not is_held]
    delete_posts(connection, json.dumps(gone))
    return rows[-1][0] if rows else None


def _settle_twins(connection: sqlite3.Connection, after: int) -> int | None:
    """See anew who is shown, because an account that was connected first may be gone."""
    fronts = [row[0] for row in connection.execute(twins.FRONTS, (after, STEP))]
    twins.settle(connection, fronts)
    return fronts[-1] if fronts else None


def _people(connection: sqlite3.Connection, after: int) -> int | None:
    rows = connection.execute(PEOPLE, (after, STEP)).fetchall()
    gone = [author_id for author_id, is_held in rows if not is_held]
    author_index.forget(connection, gone)
    connection.execute(
        "DELETE FROM author WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(gone),)
    )
    return rows[-1][0] if rows else None
