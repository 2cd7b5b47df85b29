"""Delete everything that came from a network through an account, down to the bytes on the disk."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

from desktop.services.storage.database import Database
from desktop.services.storage.leftovers import sweep

OTHERS = "SELECT id FROM account WHERE network = ? AND id <> ?"
UNREACHED_BOOKMARKS = """DELETE FROM bookmark WHERE post_id IN (
    SELECT p.id FROM bookmark b CROSS JOIN post p ON p.id = b.post_id
    WHERE p.network = ? AND NOT EXISTS (
        SELECT 1 FROM feed_item f
        CROSS JOIN json_each(?) other
        CROSS JOIN feed_source s ON s.account_id = other.value AND s.item_id = f.id
            AND s.kind IN (1, 2)
        WHERE f.post_id = p.id))"""
NOTES = "DELETE FROM note WHERE author_id IN (SELECT id FROM author WHERE network = ?)"
MUTES = "DELETE FROM mute WHERE network = ?"
IS_KNOWN = """SELECT EXISTS (SELECT 1 FROM account WHERE network = ?1)
    OR NOT EXISTS (SELECT 1 FROM author WHERE network = ?1)"""
_PAGES = 200
_ENOUGH = 2
"""What SQLite counts as changed when there was nothing left to merge."""


def purge(database: Database, network: str, account_id: int) -> None:
    """Forget an account and all that only it received, bookmarks included.

    With the last account of its network everything goes that came from there: every post and
    person, and what the user noted about them. Safe to repeat after an interruption.
    """
    with _wiping(database):
        with database.writing() as connection:
            others = [row[0] for row in connection.execute(OTHERS, (network, account_id))]
            connection.execute(UNREACHED_BOOKMARKS, (network, json.dumps(others)))
            if not others:
                connection.execute(NOTES, (network,))
                connection.execute(MUTES, (network,))
            connection.execute("DELETE FROM account WHERE id = ?", (account_id,))
        sweep(database)
        _forget_words(database)


def is_left(database: Database, network: str) -> bool:
    """Say whether people of a network are stored that no account is on."""
    return not database.rows(IS_KNOWN, (network,))[0][0]


@contextmanager
def _wiping(database: Database) -> Iterator[None]:
    """Overwrite what is deleted meanwhile: SQLite otherwise only forgets where it is."""
    with database.writing() as connection:
        connection.execute("PRAGMA secure_delete = 1")
    try:
        yield
    finally:
        with database.writing() as connection:
            connection.execute("PRAGMA secure_delete = 0")


def _forget_words(database: Database) -> None:
    """Bring the word indexes together, a little at a time: deleted words stay in until then."""
    for table in ("post_fts", "author_fts"):
        pages, changed = -_PAGES, _ENOUGH
        while changed >= _ENOUGH:
            with database.writing() as connection:
                before = connection.total_changes
                connection.execute(
                    f"INSERT INTO {table} ({table}, rank) VALUES ('merge', ?)", (pages,)
                )
                changed = connection.total_changes - before
            pages = _PAGES
