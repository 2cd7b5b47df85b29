"""Read back the rows of a list, 64 or so at a time, as complete values."""

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from desktop.services.domain.feed import FeedEntry, Gap
from desktop.services.domain.post import Author
from desktop.services.storage import authors, post_columns
from desktop.services.storage.database import Database
from desktop.services.storage.keys import is_post_key, key_time

AUTHOR_AT = 4 + post_columns.WIDTH
REPOSTER_AT = AUTHOR_AT + authors.WIDTH

FEED_ROWS = f"""SELECT f.id, f.post_id, g.account_id, b.post_id IS NOT NULL, {post_columns.READ},
        {authors.columns("a")}, {authors.columns("r")}
    FROM feed_item f
    LEFT JOIN post p ON p.id = f.post_id
    LEFT JOIN author a ON a.id = p.author_id
    LEFT JOIN author r ON r.id = f.reposter_id
    LEFT JOIN gap g ON g.item_id = f.id
    LEFT JOIN bookmark b ON b.post_id = f.post_id
    WHERE f.id IN (SELECT value FROM json_each(?))"""

POST_ROWS = f"""SELECT p.id, p.id, NULL, b.post_id IS NOT NULL, {post_columns.READ},
        {authors.columns("a")}
    FROM post p
    JOIN author a ON a.id = p.author_id
    LEFT JOIN bookmark b ON b.post_id = p.id
    WHERE p.id IN (SELECT value FROM json_each(?))"""

SOURCES = """SELECT s.item_id, s.account_id, s.kind, s.is_read
    FROM account c CROSS JOIN feed_source s
    WHERE s.account_id = c.id AND s.kind IN (1, 2)
        AND s.item_id IN (SELECT value FROM json_each(?))"""

ACTS = """SELECT post_id, account_id, kind FROM reaction
    WHERE post_id IN (SELECT value FROM json_each(?))"""

TWINS = """SELECT f.twin_of, p.network FROM feed_item f CROSS JOIN post p ON p.id = f.post_id
    WHERE f.twin_of IN (SELECT value FROM json_each(?)) ORDER BY f.id"""

FRIENDS = """SELECT author_id FROM relation
    WHERE author_id IN (SELECT value FROM json_each(?))
        AND following_id <> '' AND followed_by = 1"""

ITEM_OF_POST = "SELECT id FROM feed_item WHERE post_id = ? ORDER BY reposter_id LIMIT 1"


def entries(database: Database, ids: Sequence[int]) -> list[FeedEntry]:
    """Return the entries in the order of their ids; what is gone by now is left out."""
    feed_ids = [entry_id for entry_id in ids if not is_post_key(entry_id)]
    post_ids = [entry_id for entry_id in ids if is_post_key(entry_id)]
    rows = database.rows(FEED_ROWS, (json.dumps(feed_ids),)) if feed_ids else []
    if post_ids:
        rows += database.rows(POST_ROWS, (json.dumps(post_ids),))
    context = _Context(database, feed_ids, rows)
    made = {row[0]: context.entry(row) for row in rows}
    return [made[entry_id] for entry_id in ids if entry_id in made]


def entry_of_post(database: Database, post_id: int) -> FeedEntry | None:
    """Return the post's own entry in a feed, else the post by itself; None when it is gone."""
    rows = database.rows(ITEM_OF_POST, (post_id,))
    return next(iter(entries(database, [rows[0][0] if rows else post_id])), None)


class _Context:
    """What the accounts of the workspace have to do with some posts and people."""

    def __init__(self, database: Database, feed_ids: list[int], rows: list[Any]) -> None:
        posts = json.dumps([row[1] for row in rows if row[1] is not None])
        people = json.dumps([row[AUTHOR_AT] for row in rows if row[1] is not None])
        self._people: dict[int, Author] = {}
        self._receivers: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self._unread: set[int] = set()
        self._twins: dict[int, dict[str, None]] = defaultdict(dict)
        self._acts: dict[tuple[int, str], set[int]] = defaultdict(set)
        self._friends = {row[0] for row in database.rows(FRIENDS, (people,))}
        self._by_network: dict[str, list[int]] = defaultdict(list)
        for item_id, account_id, kind, is_read in database.rows(SOURCES, (json.dumps(feed_ids),)):
            # A mention is answered by the account that was mentioned, so that one comes first.
            self._receivers[item_id].append((-kind, account_id))
            if not is_read:
                self._unread.add(item_id)
        for item_id, network in database.rows(TWINS, (json.dumps(feed_ids),)):
            self._twins[item_id][network] = None
        for post_id, account_id, act in database.rows(ACTS, (posts,)):
            self._acts[post_id, act].add(account_id)
        if any(row[0] == row[1] for row in rows):
            for account_id, network in database.rows("SELECT id, network FROM account ORDER BY id"):
                self._by_network[network].append(account_id)

    def entry(self, row: tuple[Any, ...]) -> FeedEntry:
        entry_id, post_id, gap_account, is_bookmarked = row[:4]
        if post_id is None:
            return FeedEntry(
                entry_id,
                key_time(entry_id),
                (gap_account,),
                gap=Gap(gap_account),
            )
        author = self._author(row[AUTHOR_AT:REPOSTER_AT])
        reposter = None
        if len(row) > REPOSTER_AT and row[REPOSTER_AT] is not None:
            reposter = self._author(row[REPOSTER_AT:])
        if entry_id == post_id:
            receivers = tuple(self._by_network[row[4]])
        else:
            receivers = tuple(dict.fromkeys(a for _, a in sorted(self._receivers[entry_id])))
        return FeedEntry(
            id=entry_id,
            at=key_time(entry_id),
            account_ids=receivers,
            post=post_columns.post_of(row[4:AUTHOR_AT], author),
            post_id=post_id,
            reposter=reposter,
            is_unread=entry_id in self._unread,
            is_bookmarked=bool(is_bookmarked),
            liked_by=self._acting(post_id, "like"),
            reposted_by=self._acting(post_id, "repost"),
            is_friend=row[AUTHOR_AT] in self._friends,
            also_on=tuple(self._twins.get(entry_id, ())),
        )

    def _acting(self, post_id: int, act: str) -> frozenset[int]:
        key = post_id, act
        return frozenset(self._acts[key]) if key in self._acts else frozenset()

    def _author(self, row: tuple[Any, ...]) -> Author:
        author = self._people.get(row[0])
        if author is None:
            author = self._people[row[0]] = authors.author_of(row)
        return author
