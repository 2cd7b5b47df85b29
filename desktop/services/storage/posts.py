"""Store posts once each, follow their edits and deletions, and read them back."""

import json
import sqlite3
from collections.abc import Collection, Iterable

from desktop.services.domain.post import Post
from desktop.services.storage import authors, mutes, post_columns, twins
from desktop.services.storage.columns import storable
from desktop.services.storage.database import Database
from desktop.services.storage.keys import settle

ADD = f"""INSERT INTO post ({post_columns.NAMES})
    VALUES ({", ".join("?" * 23)})"""

# The newest answer wins, except that a text known to be edited is not undone by an older page.
# Only for posts that are stored: the conflict clause makes adding half as fast.
CHANGE = f"""{ADD}
    ON CONFLICT (network, native_id) DO UPDATE SET
        author_id = excluded.author_id,
        text = excluded.text, attached = excluded.attached, url = excluded.url,
        version = excluded.version, lang = excluded.lang, reply_to = excluded.reply_to,
        reply_to_author = iif(excluded.reply_to_author = '', reply_to_author,
            excluded.reply_to_author),
        root = excluded.root, visibility = excluded.visibility, warning = excluded.warning,
        is_paid = excluded.is_paid, edited_ms = coalesce(excluded.edited_ms, edited_ms),
        indexed_ms = coalesce(excluded.indexed_ms, indexed_ms),
        replies = coalesce(excluded.replies, replies),
        reposts = coalesce(excluded.reposts, reposts),
        likes = coalesce(excluded.likes, likes), quotes = coalesce(excluded.quotes, quotes),
        extra = excluded.extra
    WHERE (edited_ms IS NULL OR excluded.edited_ms >= edited_ms
            OR (excluded.version = version AND version <> ''))
        AND (excluded.text, excluded.version, excluded.extra, excluded.edited_ms,
            excluded.replies, excluded.reposts, excluded.likes, excluded.quotes,
            excluded.warning, excluded.visibility, excluded.attached, excluded.reply_to_author,
            excluded.is_paid)
        IS NOT (text, version, extra, edited_ms, replies, reposts, likes, quotes, warning,
            visibility, attached, reply_to_author, is_paid)"""

KNOWN = """SELECT native_id, id, text, attached FROM post
    WHERE network = ? AND native_id IN (SELECT value FROM json_each(?))"""
VERSIONS = """SELECT native_id, version FROM post
    WHERE network = ? AND native_id IN (SELECT value FROM json_each(?))"""
TAKEN = "SELECT id FROM post WHERE id IN (SELECT value FROM json_each(?))"

FORGET_WORDS = """INSERT INTO post_fts (post_fts, rowid, text, attached)
    VALUES ('delete', ?, ?, ?)"""
FORGET_ALL_WORDS = """INSERT INTO post_fts (post_fts, rowid, text, attached)
    SELECT 'delete', id, text, attached FROM post
    WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"""

# Ascending, because the index takes rows in order nearly twice as fast.
INDEX_WORDS = """INSERT INTO post_fts (rowid, text, attached)
    SELECT id, text, attached FROM post
    WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"""

ONE = f"""SELECT {authors.columns("a")}, {post_columns.READ}
    FROM post p JOIN author a ON a.id = p.author_id WHERE p.id = ?"""

CONVERSATION = """SELECT id FROM post WHERE network = ? AND native_id = ?
    UNION SELECT id FROM post WHERE network = ? AND root = ? AND root <> ''
    ORDER BY 1 LIMIT ?"""

ACTS = """SELECT post_id, kind FROM reaction
    WHERE post_id IN (SELECT value FROM json_each(?)) AND account_id = ?"""
KEEP_ACT = """INSERT INTO reaction (account_id, post_id, kind, act_id) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET act_id = excluded.act_id WHERE act_id <> excluded.act_id"""
DROP_ACT = "DELETE FROM reaction WHERE account_id = ? AND post_id = ? AND kind = ?"

PostKey = tuple[str, str]
"""Network and native id: what makes a post one and the same."""


class PostRows:
    """The posts of a workspace, whichever feeds they are in."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, posts: Iterable[Post], account_id: int | None = None) -> dict[str, int]:
        """Insert or update the posts and return the key of each by its native id.

        With `account_id`, what each post tells of that account's own likes and reposts is kept
        too; without, it is ignored (an answer that does not tell looks like "not liked").
        """
        latest = _latest(posts)
        with self._database.writing() as connection:
            ids = self._write(connection, latest)
            if account_id is not None:
                _keep_acts(connection, account_id, latest, ids)
        return {native_id: post_id for (_, native_id), post_id in ids.items()}

    def get(self, post_id: int) -> Post | None:
        """Return one post, None when it is not stored."""
        for row in self._database.rows(ONE, (post_id,)):
            return post_columns.post_of(row[authors.WIDTH :], authors.author_of(row))
        return None

    def id_of(self, network: str, native_id: str) -> int | None:
        """Return the key of a post, None when it is not stored."""
        rows = self._database.rows(
            "SELECT id FROM post WHERE network = ? AND native_id = ?",
            (network, storable(native_id)),
        )
        return rows[0][0] if rows else None

    def versions(self, network: str, native_ids: Iterable[str]) -> dict[str, str]:
        """Return the versions of those of the posts that are stored, by native id."""
        names = {storable(native_id): native_id for native_id in native_ids}
        rows = self._database.rows(VERSIONS, (network, json.dumps([*names])))
        return {names[name]: version for name, version in rows}

    def conversation(self, network: str, root: str, limit: int = 1000) -> tuple[int, ...]:
        """Return the keys of what is stored of a conversation, oldest first."""
        root = storable(root)
        rows = self._database.rows(CONVERSATION, (network, root, network, root, limit))
        return tuple(row[0] for row in rows)

    def remove(self, network: str, native_ids: Collection[str]) -> None:
        """Follow the deletion of posts: they leave the feeds and the search as well."""
        names = json.dumps([storable(native_id) for native_id in native_ids])
        with self._database.writing() as connection:
            ids = json.dumps([row[1] for row in connection.execute(KNOWN, (network, names))])
            connection.execute(
                """DELETE FROM feed_source
                    WHERE account_id IN (SELECT id FROM account) AND kind IN (1, 2)
                    AND item_id IN (SELECT id FROM feed_item WHERE post_id IN
                        (SELECT value FROM json_each(?)))""",
                (ids,),
            )
            delete_posts(connection, ids)

    def _write(
        self, connection: sqlite3.Connection, latest: dict[PostKey, Post]
    ) -> dict[PostKey, int]:
        people = authors.save_authors(connection, (post.author for post in latest.values()))
        known = _known(connection, latest)
        ids = {key: stored[0] for key, stored in known.items()}
        fresh = settle(
            connection,
            TAKEN,
            {key: post_columns.key_of(post) for key, post in latest.items() if key not in ids},
        )
        ids.update(fresh)
        rows = sorted(
            post_columns.row_of(post, ids[key], people[authors.key_of(post.author)])
            for key, post in latest.items()
        )
        old = {stored[0]: stored for stored in known.values()}
        changed = [old[row[0]] for row in rows if row[0] in old and old[row[0]][1:] != row[5:7]]
        connection.executemany(FORGET_WORDS, changed)
        connection.executemany(CHANGE, [row for row in rows if row[0] in old])
        twins.follow_edits(connection, [stored[0] for stored in changed])
        connection.executemany(ADD, [row for row in rows if row[0] not in old])
        indexed = [*fresh.values(), *(stored[0] for stored in changed)]
        connection.execute(INDEX_WORDS, (json.dumps(indexed),))
        texts = {row[0]: row[5] for row in rows}
        mutes.follow_posts(connection, ids.values(), {each: texts[each] for each in indexed})
        return ids


def delete_posts(connection: sqlite3.Connection, ids: str) -> None:
    """Delete the posts of a JSON list of keys, and their words in the index."""
    touched = twins.around_posts(connection, ids)
    connection.execute(FORGET_ALL_WORDS, (ids,))
    connection.execute("DELETE FROM post WHERE id IN (SELECT value FROM json_each(?))", (ids,))
    twins.settle(connection, touched)


def _latest(posts: Iterable[Post]) -> dict[PostKey, Post]:
    """Return each post once, as its latest edit in the batch."""
    latest: dict[PostKey, Post] = {}
    for post in posts:
        key = post.network, storable(post.native_id)
        other = latest.get(key)
        if other is None or not _is_older_edit(post, other):
            latest[key] = post
    return latest


def _is_older_edit(post: Post, other: Post) -> bool:
    if other.edited_at is None:
        return False
    return post.edited_at is None or post.edited_at < other.edited_at


def _known(
    connection: sqlite3.Connection, keys: Iterable[PostKey]
) -> dict[PostKey, tuple[int, str, str]]:
    """Return key, text and attached words of those of the posts that are stored."""
    names: dict[str, list[str]] = {}
    for network, native_id in keys:
        names.setdefault(network, []).append(native_id)
    return {
        (network, native_id): (post_id, text, attached)
        for network, native_ids in names.items()
        for native_id, post_id, text, attached in connection.execute(
            KNOWN, (network, json.dumps(native_ids))
        )
    }


def _keep_acts(
    connection: sqlite3.Connection,
    account_id: int,
    posts: dict[PostKey, Post],
    ids: dict[PostKey, int],
) -> None:
    told = {
        (ids[key], kind): storable(act_id)
        for key, post in posts.items()
        for kind, act_id in (("like", post.viewer.like_id), ("repost", post.viewer.repost_id))
        if act_id
    }
    held = connection.execute(ACTS, (json.dumps([*ids.values()]), account_id)).fetchall()
    connection.executemany(DROP_ACT, [(account_id, *act) for act in held if act not in told])
    connection.executemany(KEEP_ACT, [(account_id, *act, act_id) for act, act_id in told.items()])
