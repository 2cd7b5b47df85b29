"""Find other people's posts that are older than the user keeps them, and erase them in portions.

What was asked for or said to the user stays: own posts and reposts, bookmarks, private messages,
unread mentions, and the conversations that the user took part in or is about to. The newest of
each feed and list stay as well: the next refresh would bring them back as if they were new.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from desktop.services.storage import post_columns
from desktop.services.storage.columns import to_ms
from desktop.services.storage.database import Database
from desktop.services.storage.keys import key_time
from desktop.services.storage.posts import delete_posts

NEWEST = 200
"""Posts of each feed and list that stay whatever their age: no network's page is longer."""
STEP = 200
"""Posts erased in one transaction, so that nobody waits long for the write lock."""

OWN = """SELECT a.id FROM account c
    CROSS JOIN author a ON a.network = c.network AND a.native_id = c.native_id
    WHERE c.id IN (SELECT value FROM json_each(?2))"""

# What the user said, to whom, and where; anything that belongs to one of these is a conversation.
TALKS = (
    "CREATE TEMP TABLE talk (network TEXT, name TEXT, PRIMARY KEY (network, name)) WITHOUT ROWID"
)
SAID = f"""INSERT OR IGNORE INTO talk SELECT network, name FROM (
        SELECT p.network, p.native_id AS name FROM post p
            WHERE p.author_id IN ({OWN}) AND p.id > ?1
        UNION ALL SELECT p.network, p.root FROM post p
            WHERE p.author_id IN ({OWN}) AND p.id > ?1
        UNION ALL SELECT p.network, p.reply_to FROM post p
            WHERE p.author_id IN ({OWN}) AND p.id > ?1)
    WHERE name <> ''"""
LAST_SAID = f"SELECT coalesce(max(p.id), 0) FROM post p WHERE p.author_id IN ({OWN})"
# A draft that was damaged on the disk must not keep everything else from going.
ABOUT_TO = """INSERT OR IGNORE INTO talk
    WITH waiting AS (SELECT c.network, iif(json_valid(o.draft), o.draft, '{}') AS draft
        FROM outbox o JOIN account c ON c.id = o.account_id WHERE o.state <> 'sent')
    SELECT network, name FROM (
        SELECT network, draft ->> '$.reply_to[0]' AS name FROM waiting
        UNION ALL SELECT network, draft ->> '$.reply_to[2]' FROM waiting
        UNION ALL SELECT network, draft ->> '$.quote_of[0]' FROM waiting)
    WHERE name <> ''"""

GOES = f"""p.id < ?1 AND p.author_id NOT IN ({OWN}) AND p.visibility <> 'direct'
    AND p.id NOT IN (SELECT value FROM json_each(?3))
    AND NOT EXISTS (SELECT 1 FROM bookmark b WHERE b.post_id = p.id)
    AND NOT EXISTS (SELECT 1 FROM reaction r WHERE r.post_id = p.id AND r.kind = 'repost')
    AND NOT EXISTS (SELECT 1 FROM feed_item f
        WHERE f.post_id = p.id AND (f.id >= ?1 OR f.reposter_id IN ({OWN})))
    AND NOT EXISTS (SELECT 1 FROM feed_item f CROSS JOIN account c CROSS JOIN feed_source s
        WHERE f.post_id = p.id AND f.kinds & 2 = 2
            AND s.account_id = c.id AND s.kind = 2 AND s.item_id = f.id AND s.is_read = 0)
    AND NOT EXISTS (SELECT 1 FROM talk t
        WHERE t.network = p.network AND t.name IN (p.native_id, p.root, p.reply_to))"""
COUNT = f"SELECT count(*) FROM post p WHERE {GOES}"
NEXT = f"SELECT p.id FROM post p WHERE p.id > ?4 AND {GOES} ORDER BY p.id LIMIT ?5"
STILL = f"""SELECT p.id, p.author_id, p.extra FROM post p
    WHERE p.id IN (SELECT value FROM json_each(?4)) AND {GOES}"""

NEWEST_OF_FEED = """SELECT f.id, f.post_id FROM feed_source s CROSS JOIN feed_item f
    ON f.id = s.item_id WHERE s.account_id = ? AND s.kind = ? ORDER BY s.item_id DESC LIMIT ?"""
NEWEST_OF_LIST = "SELECT post_id FROM gathered WHERE key = ? ORDER BY post_id DESC LIMIT ?"

FEEDS_OF = """SELECT DISTINCT s.account_id FROM account c CROSS JOIN feed_source s
    WHERE s.account_id = c.id AND s.kind = 1 AND s.item_id IN (
        SELECT f.id FROM json_each(?) asked CROSS JOIN feed_item f ON f.post_id = asked.value)"""
LISTS_OF = "SELECT DISTINCT key FROM gathered WHERE post_id IN (SELECT value FROM json_each(?))"
REPOSTERS = """SELECT DISTINCT f.reposter_id FROM json_each(?) asked
    CROSS JOIN feed_item f ON f.post_id = asked.value WHERE f.reposter_id <> 0"""
FORGET_SOURCES = """DELETE FROM feed_source
    WHERE account_id IN (SELECT id FROM account) AND kind IN (1, 2) AND item_id IN (
        SELECT f.id FROM json_each(?) asked CROSS JOIN feed_item f ON f.post_id = asked.value)"""
STRANGERS = """SELECT a.id, a.avatar_url FROM author a
    WHERE a.id IN (SELECT value FROM json_each(?))
        AND NOT EXISTS (SELECT 1 FROM post p WHERE p.author_id = a.id)
        AND NOT EXISTS (SELECT 1 FROM feed_item f
            WHERE f.reposter_id = a.id AND f.reposter_id <> 0)
        AND NOT EXISTS (SELECT 1 FROM notification n WHERE n.actor_id = a.id)
        AND NOT EXISTS (SELECT 1 FROM relation r WHERE r.author_id = a.id)
        AND NOT EXISTS (SELECT 1 FROM note n WHERE n.author_id = a.id)
        AND NOT EXISTS (SELECT 1 FROM blocked b WHERE b.author_id = a.id)
        AND NOT EXISTS (SELECT 1 FROM account c
            WHERE c.network = a.network AND c.native_id = a.native_id)"""


@dataclass(frozen=True, slots=True)
class Gone:
    """What one portion took away.

    `account_ids` are those whose home feeds lost posts, `lists` the keys of the gathered lists
    that did, `pictures` the addresses that nothing else is known to show.
    """

    posts: int = 0
    account_ids: tuple[int, ...] = ()
    lists: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()


class AgeingRows:
    """Other people's posts by their age."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def newest(self) -> datetime | None:
        """Return when the newest post of all was written, None where there is none."""
        newest = self._database.rows("SELECT max(id) FROM post")[0][0]
        return None if newest is None else key_time(newest)

    @contextmanager
    def older_than(self, before: datetime, own_accounts: Collection[int]) -> Iterator["Aged"]:
        """Give what is older and may go; `own_accounts` are those that the user writes with."""
        self._database.rows("DROP TABLE IF EXISTS temp.talk")
        self._database.rows(TALKS)
        try:
            yield Aged(self._database, before, own_accounts)
        finally:
            self._database.rows("DROP TABLE temp.talk")


class Aged:
    """The posts that were written before a moment, for as long as they are being dealt with."""

    def __init__(self, database: Database, before: datetime, own: Iterable[int]) -> None:
        self._database = database
        self._bound = max(to_ms(before), 0) << 20
        self._own = json.dumps([*own])
        self._said_up_to = 0
        self._ends: dict[int, int] = {}
        self._newest = json.dumps(sorted(self._kept_newest()))
        self._learn()

    def count(self) -> int:
        """Return how many posts would go."""
        counted: int = self._database.rows(COUNT, self._asked())[0][0]
        return counted

    def next(self, after: int = 0) -> list[int]:
        """Return the next posts that may go, oldest first; none when there are no more."""
        return [row[0] for row in self._database.rows(NEXT, (*self._asked(), after, STEP))]

    def erase(self, post_ids: Collection[int]) -> Gone:
        """Erase those of the posts that nothing has come to hold meanwhile."""
        with self._database.writing() as connection:
            self._learn()
            asked = (*self._asked(), json.dumps([*post_ids]))
            found = connection.execute(STILL, asked).fetchall()
            ids = json.dumps([row[0] for row in found])
            accounts = tuple(row[0] for row in connection.execute(FEEDS_OF, (ids,)))
            lists = tuple(row[0] for row in connection.execute(LISTS_OF, (ids,)))
            people = {row[1] for row in found}
            people |= {row[0] for row in connection.execute(REPOSTERS, (ids,))}
            connection.execute(FORGET_SOURCES, (ids,))
            delete_posts(connection, ids)
            faces = _forget_strangers(connection, people)
        shown = [url for row in found for url in post_columns.pictures_in(row[2])]
        return Gone(len(found), accounts, lists, (*shown, *faces))

    def erase_gaps(self) -> None:
        """Take away the gaps so old that what they would bring is not kept."""
        with self._database.writing() as connection:
            old = connection.execute(
                "SELECT item_id, account_id FROM gap WHERE item_id < ?", (self._bound,)
            ).fetchall()
            gaps = json.dumps([gap for gap, account in old if gap < self._ends.get(account, 0)])
            connection.execute(
                """DELETE FROM feed_source WHERE account_id IN (SELECT id FROM account)
                    AND kind = 1 AND item_id IN (SELECT value FROM json_each(?))""",
                (gaps,),
            )
            connection.execute(
                "DELETE FROM feed_item WHERE id IN (SELECT value FROM json_each(?))", (gaps,)
            )

    def _asked(self) -> tuple[int, str, str]:
        return self._bound, self._own, self._newest

    def _kept_newest(self) -> Iterator[int]:
        for (account_id,) in self._database.rows("SELECT id FROM account"):
            for kind in (1, 2):
                feed = self._database.rows(NEWEST_OF_FEED, (account_id, kind, NEWEST))
                yield from (post for _, post in feed if post is not None and post < self._bound)
                if kind == 1 and feed and len(feed) == NEWEST:
                    self._ends[account_id] = feed[-1][0]
        for (key,) in self._database.rows("SELECT DISTINCT key FROM gathered"):
            newest = self._database.rows(NEWEST_OF_LIST, (key, NEWEST))
            yield from (post for (post,) in newest if post < self._bound)

    def _learn(self) -> None:
        """Take note of what the user said since the last time, or is about to say."""
        since = self._said_up_to, self._own
        self._said_up_to = self._database.rows(LAST_SAID, since)[0][0]
        self._database.rows(SAID, since)
        self._database.rows(ABOUT_TO)


def _forget_strangers(connection: sqlite3.Connection, people: Collection[int]) -> list[str]:
    """Delete those of the people of whom nothing is left; return where their faces were."""
    found = connection.execute(STRANGERS, (json.dumps([*people]),)).fetchall()
    connection.execute(
        "DELETE FROM author WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps([row[0] for row in found]),),
    )
    return [url for _, url in found if url]
