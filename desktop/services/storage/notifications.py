"""Keep what others did towards the accounts, and tell it grouped."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from desktop.services.domain.feed import ActivityItem
from desktop.services.domain.post import Notification
from desktop.services.storage import authors, feed_entries
from desktop.services.storage.columns import from_ms, storable, to_ms
from desktop.services.storage.database import Database
from desktop.services.storage.keys import settle, time_key
from desktop.services.storage.posts import PostRows

TAKEN = "SELECT id FROM notification WHERE id IN (SELECT value FROM json_each(?))"

ADD = """INSERT INTO notification
        (id, account_id, native_id, kind, actor_id, post_id, subject_id, at_ms, is_seen)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"""

_SILENT = "'like', 'repost', 'follow', 'follow_request'"
_WORDED = "'mention', 'reply', 'quote'"
KINDS = f"({_SILENT})"
HEARD = """n.actor_id NOT IN (SELECT a.id FROM hidden_person h CROSS JOIN author a
    ON a.network = h.network AND a.native_id = h.native_id)"""

# One line for each thing that was acted on; a follow, and what has words, is a line by itself.
LINES = """SELECT n.account_id, n.kind, n.subject_id, max(n.id) AS newest
    FROM notification n
    WHERE n.kind IN ({kinds}) AND {heard}
        AND n.account_id IN (SELECT value FROM json_each(?))
    GROUP BY n.account_id, n.kind, n.subject_id,
        iif(n.kind IN ('like', 'repost'), 0, n.id)
    HAVING newest < ?
    ORDER BY newest DESC LIMIT ?"""
SILENT_LINES = LINES.format(kinds=_SILENT, heard=HEARD)
ALL_LINES = LINES.format(
    kinds=f"{_SILENT}, {_WORDED}",
    heard=f"{HEARD} AND coalesce(n.post_id, 0) NOT IN (SELECT post_id FROM muted_post)",
)

ACTORS = f"""SELECT {authors.columns("a")}, n.at_ms
    FROM notification n JOIN author a ON a.id = n.actor_id
    WHERE n.account_id = ? AND n.kind = ? AND n.subject_id = ? AND n.id <= ? AND {HEARD}
    ORDER BY n.id DESC LIMIT ?"""
ACTORS_SHOWN = 100

SUBJECT = """SELECT p.id FROM post p JOIN account c ON c.network = p.network
    WHERE c.id = ? AND p.native_id = ?"""
SAID = "SELECT post_id FROM notification WHERE id = ? AND post_id IS NOT NULL"


class NotificationRows:
    """What others did towards the accounts of a workspace."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._posts = PostRows(database)

    def save(
        self, account_id: int, notifications: Sequence[Notification], *, seen: bool = False
    ) -> int:
        """Store what is not stored yet and return how many those were."""
        told = {storable(n.native_id): n for n in notifications}
        with self._database.writing() as connection:
            known = {
                row[0]
                for row in connection.execute(
                    "SELECT native_id FROM notification WHERE account_id = ?"
                    " AND native_id IN (SELECT value FROM json_each(?))",
                    (account_id, _json(told)),
                )
            }
            fresh = {name: n for name, n in told.items() if name not in known}
            people = authors.save_authors(connection, (n.actor for n in fresh.values()))
            posts = self._posts.save(n.post for n in fresh.values() if n.post is not None)
            keys = settle(
                connection,
                TAKEN,
                {name: time_key(to_ms(n.at), name, is_post=False) for name, n in fresh.items()},
            )
            connection.executemany(
                ADD,
                sorted(
                    (
                        keys[name],
                        account_id,
                        name,
                        n.kind.value,
                        people[authors.key_of(n.actor)],
                        None if n.post is None else posts[storable(n.post.native_id)],
                        storable(n.subject_id),
                        to_ms(n.at),
                        seen,
                    )
                    for name, n in fresh.items()
                ),
            )
            return len(fresh)

    def activity(
        self,
        account_ids: Sequence[int],
        limit: int,
        before: datetime | None = None,
        *,
        with_words: bool = False,
    ) -> tuple[ActivityItem, ...]:
        """Return likes, reposts, follows and requests, newest first, a line for each thing.

        `with_words` adds mentions, replies and quotes, except what is muted.
        """
        bound = (1 << 63) - 1 if before is None else to_ms(before) << 20
        sql = ALL_LINES if with_words else SILENT_LINES
        lines = self._database.rows(sql, (_json(account_ids), bound, limit))
        return tuple(self._line(*line) for line in lines)

    def unseen_counts(self) -> dict[int, int]:
        """Return how much of each account's activity was not seen yet."""
        rows = self._database.rows(
            f"""SELECT c.id, (SELECT count(*) FROM notification n WHERE n.account_id = c.id
                AND n.is_seen = 0 AND n.kind IN {KINDS} AND {HEARD}) FROM account c"""
        )
        return dict(rows)

    def mark_seen(self, account_ids: Sequence[int]) -> None:
        """Note that the user saw everything that the accounts were told."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE notification SET is_seen = 1 WHERE is_seen = 0"
                " AND account_id IN (SELECT value FROM json_each(?))",
                (_json(account_ids),),
            )

    def forget_request(self, account_id: int, native_id: str) -> None:
        """Forget that somebody asks to follow an account: the answer was given."""
        with self._database.writing() as connection:
            connection.execute(
                """DELETE FROM notification WHERE account_id = ?1 AND kind = 'follow_request'
                    AND actor_id IN (SELECT a.id FROM account c CROSS JOIN author a
                        ON a.network = c.network AND a.native_id = ?2 WHERE c.id = ?1)""",
                (account_id, storable(native_id)),
            )

    def _line(self, account_id: int, kind: str, subject_id: str, newest: int) -> ActivityItem:
        shown = ACTORS_SHOWN if kind in ("like", "repost") else 1
        rows: list[Any] = self._database.rows(ACTORS, (account_id, kind, subject_id, newest, shown))
        actors = tuple(dict.fromkeys(authors.author_of(row) for row in rows))
        subject = self._database.rows(SAID, (newest,))
        if not subject and subject_id:
            subject = self._database.rows(SUBJECT, (account_id, subject_id))
        return ActivityItem(
            kind=kind,
            actors=actors,
            at=from_ms(rows[0][-1]),
            account_id=account_id,
            subject=feed_entries.entry_of_post(self._database, subject[0][0]) if subject else None,
        )


def _json(values: Iterable[Any]) -> str:
    return json.dumps(list(values))
