"""Keep the index of people's names in step with the people."""

import json
import sqlite3
from collections.abc import Collection, Mapping

AuthorKey = tuple[str, str]
"""Network and native id: what makes an author one and the same."""

# Their names as they are, because an index of words is told what it is to forget.
FORGET = """INSERT INTO author_fts (author_fts, rowid, name, handle)
    SELECT 'delete', id, name, handle FROM author
    WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"""
INDEX = """INSERT INTO author_fts (rowid, name, handle)
    SELECT id, name, handle FROM author
    WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"""

NAMES = """SELECT native_id, id, name, handle FROM author
    WHERE network = ? AND native_id IN (SELECT value FROM json_each(?))"""


def renamed(connection: sqlite3.Connection, told: Mapping[AuthorKey, tuple[str, str]]) -> list[int]:
    """Return the ids of those stored people who are now called otherwise, by name and handle."""
    changed = []
    for network in {network for network, _ in told}:
        names = json.dumps([native_id for each, native_id in told if each == network])
        for native_id, author_id, *known in connection.execute(NAMES, (network, names)):
            name, handle = told[network, native_id]
            # A handle that is not told leaves the known one in its place.
            if (name, handle or known[1]) != tuple(known):
                changed.append(author_id)
    return changed


def forget(connection: sqlite3.Connection, author_ids: Collection[int]) -> None:
    """Take people out of the index; to be called while their old names are still stored."""
    connection.execute(FORGET, (json.dumps([*author_ids]),))


def index(connection: sqlite3.Connection, author_ids: Collection[int]) -> None:
    """Put people into the index under the names that are stored now."""
    connection.execute(INDEX, (json.dumps([*author_ids]),))
