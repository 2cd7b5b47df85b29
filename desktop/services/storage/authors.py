"""Store the people behind posts, many at a time, and read them back out of a row."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from desktop.services.domain.post import Author
from desktop.services.storage import author_index
from desktop.services.storage.author_index import AuthorKey
from desktop.services.storage.columns import count, storable

# A person told in passing (under a post, say) comes without biography and counts: what a full
# profile once told is then kept.
SAVE = """INSERT INTO author (network, native_id, handle, name, avatar_url, bio, followers,
        following, posts, web_url) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (network, native_id) DO UPDATE SET
        handle = iif(excluded.handle = '', handle, excluded.handle),
        name = excluded.name,
        avatar_url = excluded.avatar_url,
        bio = iif(excluded.bio = '' AND excluded.followers IS NULL, bio, excluded.bio),
        followers = coalesce(excluded.followers, followers),
        following = coalesce(excluded.following, following),
        posts = coalesce(excluded.posts, posts),
        web_url = iif(excluded.web_url = '', web_url, excluded.web_url)
    WHERE (excluded.handle, excluded.name, excluded.avatar_url, excluded.web_url)
            IS NOT (handle, name, avatar_url, web_url)
        OR excluded.bio NOT IN ('', bio)
        OR coalesce(excluded.followers, excluded.following, excluded.posts) IS NOT NULL"""

IDS = """SELECT native_id, id FROM author
    WHERE network = ? AND native_id IN (SELECT value FROM json_each(?))"""

COLUMNS = """{0}.id, {0}.network, {0}.native_id, {0}.handle, {0}.name, {0}.avatar_url, {0}.bio,
    {0}.followers, {0}.following, {0}.posts, {0}.web_url"""
WIDTH = 11


def columns(alias: str) -> str:
    """Return the columns that `author_of` reads, of the table under this alias."""
    return COLUMNS.format(alias)


def key_of(author: Author) -> AuthorKey:
    """Return what makes an author one and the same."""
    return author.network, storable(author.native_id)


def save_authors(connection: sqlite3.Connection, authors: Iterable[Author]) -> dict[AuthorKey, int]:
    """Insert or update the authors inside an open transaction and return their ids."""
    people = {(author.network, author.native_id): author for author in authors}
    rows = {
        (key := key_of(author)): (
            *key,
            storable(author.handle),
            storable(author.name),
            storable(author.avatar_url),
            storable(author.bio),
            count(author.followers),
            count(author.following),
            count(author.posts),
            storable(author.web_url),
        )
        for author in people.values()
    }
    known = author_ids(connection, rows)
    called = {key: (row[3], row[2]) for key, row in rows.items()}
    renamed = author_index.renamed(connection, called)
    author_index.forget(connection, renamed)
    connection.executemany(SAVE, rows.values())
    ids = author_ids(connection, rows)
    author_index.index(connection, [*renamed, *(set(ids.values()) - set(known.values()))])
    return ids


def author_ids(connection: sqlite3.Connection, keys: Iterable[AuthorKey]) -> dict[AuthorKey, int]:
    """Return the ids of those of the authors that are stored."""
    names: dict[str, list[str]] = defaultdict(list)
    for network, native_id in keys:
        names[network].append(native_id)
    return {
        (network, native_id): author_id
        for network, native_ids in names.items()
        for native_id, author_id in connection.execute(IDS, (network, json.dumps(native_ids)))
    }


def author_of(row: tuple[Any, ...]) -> Author:
    """Return the author that `columns` were read of."""
    return Author(*row[1:WIDTH])
