"""Which stretches of an account's home feed are stored, so that nothing between them is lost."""

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta

from desktop.services.domain.feed import FeedKind
from desktop.services.domain.post import Arrival
from desktop.services.storage.columns import storable
from desktop.services.storage.database import Database
from desktop.services.storage.keys import key_time

_SAME_MOMENT = timedelta(seconds=1)
_HOME = FeedKind.HOME.value

STORED = """SELECT p.native_id, coalesce(r.native_id, ''), f.id
    FROM post p CROSS JOIN feed_item f ON f.post_id = p.id
    LEFT JOIN author r ON r.id = f.reposter_id
    WHERE p.network = ? AND p.native_id IN (SELECT value FROM json_each(?))
        AND EXISTS (SELECT 1 FROM feed_source s
            WHERE s.account_id = ? AND s.kind = ? AND s.item_id = f.id)"""
GAPS = "SELECT item_id FROM gap WHERE account_id = ? AND item_id > ? AND item_id < ? ORDER BY 1"
NEWEST_BELOW = """SELECT s.item_id FROM feed_source s CROSS JOIN feed_item f ON f.id = s.item_id
    WHERE s.account_id = ? AND s.kind = ? AND s.item_id < ? AND f.post_id IS NOT NULL
    ORDER BY s.item_id DESC LIMIT 1"""
MOST = 1000
POSTS = """SELECT p.native_id FROM feed_source s
    CROSS JOIN feed_item f ON f.id = s.item_id CROSS JOIN post p ON p.id = f.post_id
    WHERE s.account_id = ? AND s.kind = ? AND s.item_id >= ? AND s.item_id <= ?
    ORDER BY s.item_id DESC LIMIT ?"""

NEWEST_OF = """SELECT max(s.item_id) FROM feed_source s
    WHERE s.account_id = ? AND s.kind = ? AND s.item_id IN (SELECT value FROM json_each(?))"""
ENTRY_OF = """SELECT max(f.id) FROM account c
    CROSS JOIN post p ON p.network = c.network AND p.native_id = ?1
    CROSS JOIN feed_item f ON f.post_id = p.id
    CROSS JOIN feed_source s ON s.account_id = c.id AND s.kind = ?3 AND s.item_id = f.id
    WHERE c.id = ?2"""

TOLD = """SELECT 1 FROM notification
    WHERE account_id = ? AND native_id IN (SELECT value FROM json_each(?)) LIMIT 1"""


class CoverageRows:
    """The stored stretches of each account's home feed and the gaps between them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def positions(self, account_id: int, arrivals: Sequence[Arrival]) -> list[int | None]:
        """Return the entry that each arrival has where it belongs in time, None for no such entry.

        A post that was reposted again by the same person stays where it first was: it says
        nothing about what is stored round the place where it shows up now.
        """
        names: defaultdict[str, list[str]] = defaultdict(list)
        for arrival in arrivals:
            names[arrival.post.network].append(storable(arrival.post.native_id))
        stored: dict[tuple[str, str, str], int] = {}
        for network, native_ids in names.items():
            values = (network, json.dumps(native_ids), account_id, _HOME)
            for native_id, reposter_id, entry_id in self._database.rows(STORED, values):
                stored[network, native_id, reposter_id] = entry_id
        found: list[int | None] = []
        for arrival in arrivals:
            entry_id = stored.get(_identity(arrival))
            is_there = entry_id is not None and _is_at(entry_id, arrival)
            found.append(entry_id if is_there else None)
        return found

    def gaps(self, account_id: int, above: int, below: int) -> tuple[int, ...]:
        """Return the account's gaps between two entries."""
        rows = self._database.rows(GAPS, (account_id, above, below))
        return tuple(row[0] for row in rows)

    def newest_below(self, account_id: int, entry_id: int) -> int | None:
        """Return the newest entry of the account's home feed that is older, gaps apart."""
        rows = self._database.rows(NEWEST_BELOW, (account_id, _HOME, entry_id))
        return rows[0][0] if rows else None

    def posts_between(self, account_id: int, oldest: int, newest: int) -> tuple[str, ...]:
        """Return the newest posts stored between two entries, both included, by native id."""
        rows = self._database.rows(POSTS, (account_id, _HOME, oldest, newest, MOST))
        return tuple(dict.fromkeys(row[0] for row in rows))

    def newest_home(self, account_id: int, entry_ids: Sequence[int]) -> int:
        """Return the newest of the entries that is in the account's home feed, 0 for none."""
        rows = self._database.rows(NEWEST_OF, (account_id, _HOME, json.dumps([*entry_ids])))
        return rows[0][0] or 0

    def entry_of(self, account_id: int, native_id: str) -> int:
        """Return the newest entry of the account's home feed that shows a post, 0 for none."""
        rows = self._database.rows(ENTRY_OF, (storable(native_id), account_id, _HOME))
        return rows[0][0] or 0

    def is_any_told(self, account_id: int, native_ids: Sequence[str]) -> bool:
        """Say whether any of the notifications is stored for the account."""
        names = json.dumps([storable(native_id) for native_id in native_ids])
        return bool(self._database.rows(TOLD, (account_id, names)))


def _identity(arrival: Arrival) -> tuple[str, str, str]:
    reposter = "" if arrival.reposter is None else storable(arrival.reposter.native_id)
    return arrival.post.network, storable(arrival.post.native_id), reposter


def _is_at(entry_id: int, arrival: Arrival) -> bool:
    return abs(key_time(entry_id) - arrival.at) <= _SAME_MOMENT
