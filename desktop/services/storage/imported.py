"""Store what an archive holds without touching anything fresher than the archive."""

import json
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import replace

from desktop.services.domain.post import Author, Post, Relation
from desktop.services.storage import authors
from desktop.services.storage.columns import storable
from desktop.services.storage.database import Database
from desktop.services.storage.posts import PostRows

STORED = """SELECT native_id FROM post
    WHERE network = ? AND native_id IN (SELECT value FROM json_each(?))"""
OWNER = f"""SELECT {authors.columns("a")} FROM author a
    WHERE a.network = ? AND a.native_id = ?"""
HANDLES = """SELECT native_id, handle FROM author
    WHERE network = ? AND native_id IN (SELECT value FROM json_each(?))"""

# What the network said since the archive was made stays: an archive only adds.
RELATE = """INSERT INTO relation (author_id, account_id, following_id, followed_by)
    SELECT ?, id, ?, ? FROM account WHERE id = ?
    ON CONFLICT DO UPDATE SET
        following_id = iif(following_id = '', excluded.following_id, following_id),
        followed_by = max(followed_by, excluded.followed_by)"""


class ImportedRows:
    """Posts and people out of archives; each call is one short transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._posts = PostRows(database)

    def add_posts(self, owner: Author, posts: Sequence[Post]) -> int:
        """Store those of the owner's posts that are not stored, and return how many they were.

        The owner is described by the archive only as long as nobody else has.
        """
        names = [storable(post.native_id) for post in posts]
        with self._database.writing() as connection:
            told = (owner.network, json.dumps(names))
            stored = {row[0] for row in connection.execute(STORED, told)}
            author = self._described(connection, owner)
            fresh = {
                name: replace(post, author=author)
                for name, post in zip(names, posts, strict=True)
                if name not in stored
            }
            self._posts.save(fresh.values())
        return len(fresh)

    def add_people(
        self, account_id: int, people: Collection[tuple[Author, Relation]], network: str
    ) -> None:
        """Store people of one network who are not, and how they stand to an account."""
        told = {storable(person.native_id): (person, relation) for person, relation in people}
        with self._database.writing() as connection:
            stored = dict(connection.execute(HANDLES, (network, json.dumps([*told]))).fetchall())
            fresh = [
                person
                for name, (person, _) in told.items()
                if name not in stored or _is_named_now(stored[name], person)
            ]
            authors.save_authors(connection, fresh)
            ids = authors.author_ids(connection, [(network, name) for name in told])
            connection.executemany(
                RELATE,
                [
                    (
                        ids[network, name],
                        storable(relation.following_id),
                        relation.followed_by,
                        account_id,
                    )
                    for name, (_, relation) in told.items()
                ],
            )

    def forget_people(self, account_id: int, *, followers: bool, following: bool) -> None:
        """Forget who follows an account, or whom it follows, before a whole list comes in."""
        with self._database.writing() as connection:
            if followers:
                connection.execute(
                    "UPDATE relation SET followed_by = 0 WHERE account_id = ?", (account_id,)
                )
            if following:
                connection.execute(
                    "UPDATE relation SET following_id = '' WHERE account_id = ?", (account_id,)
                )
            connection.execute(
                """DELETE FROM relation
                    WHERE account_id = ? AND following_id = '' AND followed_by = 0""",
                (account_id,),
            )

    def _described(self, connection: sqlite3.Connection, owner: Author) -> Author:
        key = owner.network, storable(owner.native_id)
        row = connection.execute(OWNER, key).fetchone()
        if row is None or _is_named_now(row[3], owner):
            return owner
        return replace(authors.author_of(row), followers=None, following=None, posts=None)


def _is_named_now(handle: str, person: Author) -> bool:
    """Say whether a person was known by an id only, and now has a name."""
    return handle == person.native_id != person.handle
