"""Keep what the workspace's own accounts did to posts, and the acts that undo it."""

from desktop.services.storage.columns import storable
from desktop.services.storage.database import Database

PUT = """INSERT INTO reaction (post_id, account_id, kind, act_id) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET act_id = excluded.act_id"""
COUNTER = {"like": "likes", "repost": "reposts"}


class ReactionRows:
    """Likes and reposts by the accounts; `kind` is "like" or "repost"."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, account_id: int, post_id: int, kind: str, act_id: str) -> None:
        """Note that the account did it, and count it at once."""
        with self._database.writing() as connection:
            is_new = self.act_id(account_id, post_id, kind) is None
            connection.execute(PUT, (post_id, account_id, kind, storable(act_id)))
            if is_new:
                self._count(post_id, kind, 1)

    def take(self, account_id: int, post_id: int, kind: str) -> str | None:
        """Forget that the account did it and return the act's native id; None if it did not."""
        with self._database.writing() as connection:
            act_id = self.act_id(account_id, post_id, kind)
            if act_id is not None:
                connection.execute(
                    "DELETE FROM reaction WHERE post_id = ? AND account_id = ? AND kind = ?",
                    (post_id, account_id, kind),
                )
                self._count(post_id, kind, -1)
        return act_id

    def act_id(self, account_id: int, post_id: int, kind: str) -> str | None:
        """Return the native id of the act, None when the account did not do it."""
        rows = self._database.rows(
            "SELECT act_id FROM reaction WHERE post_id = ? AND account_id = ? AND kind = ?",
            (post_id, account_id, kind),
        )
        return rows[0][0] if rows else None

    def _count(self, post_id: int, kind: str, change: int) -> None:
        column = COUNTER[kind]
        with self._database.writing() as connection:
            connection.execute(
                f"UPDATE post SET {column} = max({column} + ?, 0) WHERE id = ?", (change, post_id)
            )
