"""Keep what the user muted or blocked, and which stored posts and entries are hidden by that.

What is hidden is worked out when it is stored and when a mute comes or goes, so that reading a
feed costs one look into a small table, and nothing at all where nothing is muted.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import datetime

from desktop.services.domain.muting import Mute, MuteKind, holds_any
from desktop.services.storage.columns import from_ms, storable, to_ms
from desktop.services.storage.database import Database

ALL = "SELECT id, kind, network, value, label, created_ms FROM mute ORDER BY id DESC"
ADD = """INSERT INTO mute (kind, network, value, label, created_ms) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET label = excluded.label RETURNING id"""

POSTS_OF = {
    MuteKind.PERSON: """SELECT p.id FROM author a CROSS JOIN post p ON p.author_id = a.id
        WHERE a.network = ?1 AND a.native_id = ?2""",
    MuteKind.THREAD: """SELECT id FROM post WHERE network = ?1 AND native_id = ?2
        UNION SELECT id FROM post WHERE network = ?1 AND root = ?2 AND root <> ''""",
    MuteKind.WORD: "SELECT rowid AS id FROM post_fts WHERE ?1 = '' AND post_fts MATCH ?2",
}
REPOSTED_BY = """INSERT OR IGNORE INTO muted_item
    SELECT f.id FROM author a CROSS JOIN feed_item f ON f.reposter_id = a.id
    WHERE a.network = ? AND a.native_id = ? AND f.reposter_id <> 0"""

OF_PEOPLE = """INSERT OR IGNORE INTO muted_post
    SELECT p.id FROM json_each(?) asked CROSS JOIN post p ON p.id = asked.value
    CROSS JOIN author a ON a.id = p.author_id
    WHERE (a.network, a.native_id) IN (SELECT network, native_id FROM hidden_person)"""
OF_THREADS = """INSERT OR IGNORE INTO muted_post
    SELECT p.id FROM json_each(?) asked CROSS JOIN post p ON p.id = asked.value
    CROSS JOIN mute m ON m.kind = 'thread' AND m.network = p.network
        AND m.value IN (p.native_id, p.root)"""
OF_WORDS = "INSERT OR IGNORE INTO muted_post SELECT value FROM json_each(?)"
FORGET_POSTS = "DELETE FROM muted_post WHERE post_id IN (SELECT value FROM json_each(?))"
FORGET_ITEMS = """DELETE FROM muted_item WHERE item_id IN (
    SELECT f.id FROM json_each(?) asked CROSS JOIN feed_item f ON f.post_id = asked.value)"""
ITEMS = """INSERT OR IGNORE INTO muted_item
    SELECT f.id FROM json_each(?) asked CROSS JOIN feed_item f ON f.id = asked.value
    WHERE f.post_id IN (SELECT post_id FROM muted_post) OR f.reposter_id IN (
        SELECT a.id FROM hidden_person h CROSS JOIN author a
        ON a.network = h.network AND a.native_id = h.native_id)"""
RULES = """SELECT 'person', network, native_id FROM hidden_person
    UNION ALL SELECT kind, network, value FROM mute WHERE kind <> 'person'"""
ITEMS_OF_POSTS = """SELECT f.id FROM json_each(?) asked
    CROSS JOIN feed_item f ON f.post_id = asked.value"""


class MuteRows:
    """The people, words and threads that the user muted."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Mute, ...]:
        """Return what is muted, the newest first."""
        return tuple(
            Mute(mute_id, MuteKind(kind), network, value, label, from_ms(created_ms))
            for mute_id, kind, network, value, label, created_ms in self._database.rows(ALL)
        )

    def add(self, kind: MuteKind, network: str, value: str, label: str, at: datetime) -> int:
        """Mute something, with all that is stored of it; return the mute's id."""
        row = (kind.value, network, storable(value), storable(label), to_ms(at))
        with self._database.writing() as connection:
            mute_id: int = connection.execute(ADD, row).fetchone()[0]
            hide(connection, kind, network, storable(value))
            return mute_id

    def remove(self, mute_id: int) -> None:
        """Bring back what was muted, except what another mute hides as well."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM mute WHERE id = ?", (mute_id,))
            hide_anew(connection)


def hide(connection: sqlite3.Connection, kind: MuteKind, network: str, value: str) -> None:
    """Hide all that is stored of one thing."""
    asked = (network, _expression(value) if kind is MuteKind.WORD else value)
    posts = POSTS_OF[kind]
    connection.execute(f"INSERT OR IGNORE INTO muted_post {posts}", asked)
    connection.execute(
        f"""INSERT OR IGNORE INTO muted_item
            SELECT f.id FROM ({posts}) asked CROSS JOIN feed_item f ON f.post_id = asked.id""",
        asked,
    )
    if kind is MuteKind.PERSON:
        connection.execute(REPOSTED_BY, asked)


def hide_anew(connection: sqlite3.Connection) -> None:
    """Work out from the start what is hidden, after something was brought back."""
    connection.execute("DELETE FROM muted_item")
    connection.execute("DELETE FROM muted_post")
    for kind, network, value in _rules(connection):
        hide(connection, kind, network, value)


def follow_posts(
    connection: sqlite3.Connection, stored: Iterable[int], texts: Mapping[int, str]
) -> None:
    """Hide those of the posts just stored that are muted; what they are shown in comes later.

    `texts` are those that are new.
    """
    rules = _rules(connection)
    if not rules:
        return
    asked, changed = json.dumps([*stored]), json.dumps([*texts])
    connection.execute(FORGET_ITEMS, (changed,))
    connection.execute(FORGET_POSTS, (changed,))
    connection.execute(OF_PEOPLE, (asked,))
    connection.execute(OF_THREADS, (asked,))
    words = [value for kind, _, value in rules if kind is MuteKind.WORD]
    if words:
        # Not by the index: a question to it makes it write out what is new at once.
        held = [post_id for post_id, text in texts.items() if holds_any(text, words)]
        connection.execute(OF_WORDS, (json.dumps(held),))
    shown = [row[0] for row in connection.execute(ITEMS_OF_POSTS, (changed,))]
    connection.execute(ITEMS, (json.dumps(shown),))


def follow_items(connection: sqlite3.Connection, items: Iterable[int]) -> None:
    """Hide those of the entries just stored that are muted."""
    if _rules(connection):
        connection.execute(ITEMS, (json.dumps([*items]),))


def _rules(connection: sqlite3.Connection) -> list[tuple[MuteKind, str, str]]:
    rows = connection.execute(RULES)
    return [(MuteKind(kind), network, value) for kind, network, value in rows]


def _expression(words: str) -> str:
    """Return the question for the index: the word or phrase, in the text itself."""
    phrase = words.replace('"', " ")
    return f'text : "{phrase}"'
