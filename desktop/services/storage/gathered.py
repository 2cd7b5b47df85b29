"""Keep what was gathered for a column: the posts of a hashtag, a list or a search, by key."""

import json
from collections.abc import Iterable

from desktop.services.domain.post import Post
from desktop.services.storage.columns import storable
from desktop.services.storage.database import Database

KEPT = 20_000
"""Posts kept of one list; those that fall out are stored as before, only not in it."""

ADD = "INSERT OR IGNORE INTO gathered (key, post_id) SELECT ?, value FROM json_each(?)"
HELD = """SELECT 1 FROM post p CROSS JOIN gathered g ON g.post_id = p.id AND g.key = ?1
    WHERE p.network = ?2 AND p.native_id IN (SELECT value FROM json_each(?3)) LIMIT 1"""
PRUNE = """DELETE FROM gathered WHERE key = ?1 AND post_id < (SELECT min(post_id) FROM (
    SELECT post_id FROM gathered WHERE key = ?1 ORDER BY post_id DESC LIMIT ?2))"""


class GatheredRows:
    """Lists of stored posts; one post may be in several."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, key: str, post_ids: Iterable[int]) -> int:
        """Put posts into a list and return how many are new to it."""
        with self._database.writing() as connection:
            before = connection.total_changes
            connection.execute(ADD, (storable(key), json.dumps([*post_ids])))
            new = connection.total_changes - before
            connection.execute(PRUNE, (storable(key), KEPT))
            return new

    def holds_any(self, key: str, posts: Iterable[Post]) -> bool:
        """Say whether any of the posts is in a list."""
        names: dict[str, list[str]] = {}
        for post in posts:
            names.setdefault(post.network, []).append(storable(post.native_id))
        return any(
            self._database.rows(HELD, (storable(key), network, json.dumps(native_ids)))
            for network, native_ids in names.items()
        )

    def forget(self, key: str) -> None:
        """Forget a list; its posts stay stored."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM gathered WHERE key = ?", (storable(key),))
            connection.execute("DELETE FROM sync WHERE feed = ?", (storable(key),))
