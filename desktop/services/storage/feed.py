"""Keep the merged feed: what arrived for which account, what is read, and where gaps are."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop.services.domain.feed import FeedEntry, FeedFilter, FeedKind, FeedWindow
from desktop.services.domain.post import Arrival
from desktop.services.domain.twins import twin_key
from desktop.services.storage import authors, feed_entries, feed_lists, feed_windows, mutes, twins
from desktop.services.storage.columns import storable, to_ms
from desktop.services.storage.database import Database
from desktop.services.storage.echoes import without_echoes
from desktop.services.storage.keys import settle, time_key
from desktop.services.storage.posts import PostRows
from desktop.services.storage.search import search

FOUND = 5000
"""How many of the newest posts a window of a search is cut from."""
AS_READ = 5000
"""Entries marked in one transaction, so that nobody waits long for the write lock."""

ITEMS = """SELECT post_id, reposter_id, id FROM feed_item
    WHERE post_id IN (SELECT value FROM json_each(?))"""
TAKEN = "SELECT id FROM feed_item WHERE id IN (SELECT value FROM json_each(?))"
ADD_ITEM = (
    "INSERT INTO feed_item (id, post_id, reposter_id, kinds, is_reply, twin_key) "
    "VALUES (?, ?, ?, ?, ?, ?)"
)
ADD_KIND = """UPDATE feed_item SET kinds = kinds | ?1
    WHERE id IN (SELECT value FROM json_each(?2)) AND kinds | ?1 <> kinds"""
ADD_SOURCE = (
    "INSERT OR IGNORE INTO feed_source (account_id, kind, item_id, is_read) VALUES (?, ?, ?, ?)"
)
MARK = """UPDATE feed_source SET is_read = ?
    WHERE account_id IN (SELECT id FROM account) AND kind IN (1, 2)
        AND item_id IN (SELECT value FROM json_each(?)) AND is_read = ?"""
SAME_POSTS = """SELECT g.id FROM feed_item f CROSS JOIN feed_item g ON g.post_id = f.post_id
    WHERE f.id IN (SELECT value FROM json_each(?)) AND g.id <> f.id"""
UNREAD = """SELECT c.id, (SELECT count(*) FROM feed_source s
        WHERE s.account_id = c.id AND s.kind = ? AND s.is_read = 0{})
    FROM account c"""


class FeedRows:
    """The feed of a workspace over all its accounts.

    A post that two accounts receive is one entry with two sources; what is read is read for both,
    and so it is for the same post on two networks, which is two entries.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._posts = PostRows(database)

    def add(
        self, account_id: int, arrivals: Sequence[Arrival], *, kind: FeedKind, read: bool = False
    ) -> int:
        """Store what arrived for an account and return how many entries are new to it."""
        with self._database.writing() as connection:
            known, fresh = self._items(connection, account_id, arrivals, kind)
            pairs = twins.pairs(connection, fresh)
            seen = self._read_states(connection, known, pairs)
            before = connection.total_changes
            connection.executemany(
                ADD_SOURCE,
                [
                    (account_id, kind.value, item_id, seen.get(item_id, read))
                    for item_id in sorted([*known, *fresh])
                ],
            )
            new = connection.total_changes - before
            if new > len(fresh):
                pairs += twins.pairs(connection, known)
            twins.settle(connection, {item_id for item_id, _, _ in pairs})
            return new

    def window(
        self, shown: FeedFilter, *, anchor: int | None = None, span: int = 100_000
    ) -> FeedWindow:
        """Return the keys of up to `span` consecutive entries round the anchor, newest first."""
        if shown.search:
            found = self.search(shown.search, shown, limit=FOUND)
            return feed_windows.cut_window(found, anchor, span)
        window = feed_windows.window(self._database, shown, anchor, span)
        if shown.account_ids or shown.kind != FeedKind.HOME or feed_lists.is_listed(shown):
            return window
        return without_echoes(self._database, window)

    def entries(self, ids: Sequence[int]) -> list[FeedEntry]:
        """Return the entries in the order of their ids; what is gone by now is left out."""
        return feed_entries.entries(self._database, ids)

    def entry_of_post(self, post_id: int) -> FeedEntry | None:
        """Return the post's own entry in a feed, else the post by itself; None when it is gone."""
        return feed_entries.entry_of_post(self._database, post_id)

    def newer_than(self, shown: FeedFilter, entry_id: int) -> int:
        """Return how many entries of the filter are newer than this one."""
        return feed_windows.newer_than(self._database, shown, entry_id)

    def search(
        self, words: str, shown: FeedFilter, limit: int = 200, before: int | None = None
    ) -> list[int]:
        """Return the entries of stored posts that hold the words, newest first.

        A post that is in no feed stands by its own key, which `entries` understands as well.
        """
        return search(self._database, words, shown, limit, before)

    def add_gap(self, account_id: int, newer_than_id: int, older_than_id: int, cursor: str) -> int:
        """Show that nothing was fetched between two entries; return the gap's own entry."""
        with self._database.writing() as connection:
            gap_id = (older_than_id - 2) & ~1
            while connection.execute(TAKEN, (json.dumps([gap_id]),)).fetchone():
                gap_id -= 2
            connection.execute(ADD_ITEM, (gap_id, None, 0, FeedKind.HOME.value, False, None))
            connection.execute(ADD_SOURCE, (account_id, FeedKind.HOME.value, gap_id, True))
            connection.execute(
                "INSERT INTO gap (item_id, account_id, cursor, until_id) VALUES (?, ?, ?, ?)",
                (gap_id, account_id, storable(cursor), newer_than_id),
            )
            return gap_id

    def gap(self, entry_id: int) -> tuple[int, str, int] | None:
        """Return a gap's account, the cursor that fills it and the entry it ends at."""
        rows = self._database.rows(
            "SELECT account_id, cursor, until_id FROM gap WHERE item_id = ?", (entry_id,)
        )
        return rows[0] if rows else None

    def close_gap(self, entry_id: int) -> None:
        """Take a gap away; one that was filled in part is put back with `add_gap`, further down."""
        with self._database.writing() as connection:
            connection.execute(
                """DELETE FROM feed_source WHERE item_id = ?1 AND kind = 1
                    AND account_id = (SELECT account_id FROM gap WHERE item_id = ?1)""",
                (entry_id,),
            )
            connection.execute(
                "DELETE FROM feed_item WHERE id = ? AND post_id IS NULL", (entry_id,)
            )

    def mark_read(self, entry_ids: Iterable[int]) -> None:
        """Note that the entries were read, whichever accounts received them."""
        self._mark(list(entry_ids), is_read=True)

    def mark_unread(self, entry_ids: Iterable[int]) -> None:
        """Note that the entries are to be read again."""
        self._mark(list(entry_ids), is_read=False)

    def mark_all_read(self, shown: FeedFilter) -> tuple[int, ...]:
        """Mark everything the filter shows as read and return what was unread, to undo it."""
        unread = replace(shown, unread_only=True)
        if shown.search:
            ids = tuple(self.search(shown.search, unread, limit=feed_windows.EVERYTHING))
        elif feed_lists.is_listed(shown):
            found = self.entries(feed_windows.window(self._database, shown, None, 100_000).ids)
            ids = tuple(entry.id for entry in found if entry.is_unread)
        else:
            ids = tuple(feed_windows.entries_up_to(self._database, unread, feed_windows.BEYOND, -1))
        self._mark(ids, is_read=True)
        return ids

    def unread_counts(self, kind: FeedKind) -> dict[int, int]:
        """Return how many unread entries each account has."""
        counts: dict[int, int] = {}
        for part in kind:
            sql = UNREAD.format(feed_windows.unmuted(self._database, "s.item_id"))
            for account_id, count in self._database.rows(sql, (part.value,)):
                counts[account_id] = counts.get(account_id, 0) + count
        return counts

    def unread_total(self, shown: FeedFilter) -> int:
        """Return how many unread entries a list shows, a post with its twins counted once."""
        return feed_windows.newer_than(self._database, replace(shown, unread_only=True), -1)

    def _mark(self, ids: Sequence[int], *, is_read: bool) -> None:
        for start in range(0, len(ids), AS_READ):
            part = ids[start : start + AS_READ]
            with self._database.writing() as connection:
                everywhere = twins.together(connection, _same_posts(connection, part, is_read))
                connection.execute(MARK, (is_read, everywhere, not is_read))

    def _items(
        self,
        connection: sqlite3.Connection,
        account_id: int,
        arrivals: Sequence[Arrival],
        kind: FeedKind,
    ) -> tuple[list[int], list[int]]:
        """Store the posts and return their entries: those that were there, and the new ones."""
        posts = self._posts.save((arrival.post for arrival in arrivals), account_id)
        people = authors.save_authors(
            connection, (a.reposter for a in arrivals if a.reposter is not None)
        )
        wanted: dict[tuple[int, int], Arrival] = {}
        for arrival in arrivals:
            reposter = arrival.reposter
            reposter_id = 0 if reposter is None else people[authors.key_of(reposter)]
            wanted.setdefault((posts[storable(arrival.post.native_id)], reposter_id), arrival)
        post_ids = json.dumps([post_id for post_id, _ in wanted])
        stored = {(p, r): item_id for p, r, item_id in connection.execute(ITEMS, (post_ids,))}
        known = [stored[pair] for pair in wanted if pair in stored]
        connection.execute(ADD_KIND, (kind.value, json.dumps(known)))
        fresh = settle(
            connection, TAKEN, {p: _key_of(a) for p, a in wanted.items() if p not in stored}
        )
        connection.executemany(
            ADD_ITEM,
            sorted(
                (item_id, *pair, kind.value, bool(wanted[pair].post.reply_to), _said(wanted[pair]))
                for pair, item_id in fresh.items()
            ),
        )
        mutes.follow_items(connection, fresh.values())
        return known, [*fresh.values()]

    def _read_states(
        self, connection: sqlite3.Connection, known: list[int], pairs: list[twins.Pair]
    ) -> dict[int, int]:
        """Return which entries were read, or their twins when they are new themselves."""
        items = [*known, *(twin for _, twin, _ in pairs)]
        rows = connection.execute(feed_entries.SOURCES, (json.dumps(items),))
        seen = {item_id: is_read for item_id, _, _, is_read in rows}
        return {item_id: seen[twin] for item_id, twin, _ in pairs if twin in seen} | seen


def _same_posts(
    connection: sqlite3.Connection, items: Sequence[int], is_read: bool
) -> Sequence[int]:
    """Return the entries, and where they become read all others that show the same posts."""
    if not is_read:
        return items
    asked = json.dumps([*items])
    return [*items, *(row[0] for row in connection.execute(SAME_POSTS, (asked,)))]


def _key_of(arrival: Arrival) -> int:
    reposter = "" if arrival.reposter is None else arrival.reposter.native_id
    identity = f"{arrival.post.network} {arrival.post.native_id} {reposter}"
    return time_key(to_ms(arrival.at), identity, is_post=False)


def _said(arrival: Arrival) -> int | None:
    """Return what the post is told by among its twins; a repost is not the person's own."""
    post = arrival.post
    return twin_key(post.author.name, post.text) if arrival.reposter is None else None
