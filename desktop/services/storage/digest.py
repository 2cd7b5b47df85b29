"""Read one stretch of the stored days back: its posts, who spoke, who answered, who came."""

import json
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from desktop.services.domain.digest import DayPost
from desktop.services.domain.post import Author, FacetKind
from desktop.services.storage import authors
from desktop.services.storage.columns import to_ms
from desktop.services.storage.database import Database
from desktop.services.storage.notifications import HEARD

BEFORE = 20
"""How many earlier posts of a person are looked at."""
OWN = """SELECT a.id FROM account c CROSS JOIN author a
    ON a.network = c.network AND a.native_id = c.native_id"""

# A post is told once: not where its twin stands for it, unless that one is muted.
POSTS = f"""SELECT p.id, p.author_id, p.network, coalesce(p.replies, 0), coalesce(p.reposts, 0),
        coalesce(p.likes, 0), p.visibility, iif(instr(p.extra, ?3), p.extra, NULL)
    FROM post p CROSS JOIN feed_item f ON f.post_id = p.id
    WHERE p.id >= ?1 AND p.id < ?2 AND f.kinds & 1 = 1
        AND p.id NOT IN (SELECT post_id FROM muted_post) AND p.author_id NOT IN ({OWN})
    GROUP BY p.id
    HAVING max(iif(f.twin_of IN (SELECT item_id FROM muted_item), NULL, f.twin_of)) IS NULL
    ORDER BY p.id DESC"""

# Answers get so much less than what begins a conversation that they would tell nothing.
USUAL = """SELECT asked.value, (SELECT json_group_array(got) FROM (
        SELECT got FROM (
            SELECT p.id, coalesce(p.replies, 0) + coalesce(p.reposts, 0) + coalesce(p.likes, 0)
                AS got, p.reply_to FROM post p
            WHERE p.author_id = asked.value AND p.id < ?2 ORDER BY p.id DESC LIMIT 3 * ?3)
        WHERE reply_to = '' LIMIT ?3))
    FROM json_each(?1) asked"""

SPOKEN = f"""SELECT DISTINCT p.id, p.network, p.native_id
    FROM account c CROSS JOIN notification n CROSS JOIN post p ON p.id = n.post_id
    WHERE n.account_id = c.id AND n.id >= ?1 AND n.id < ?2
        AND n.kind IN ('mention', 'reply') AND {HEARD}
        AND p.id NOT IN (SELECT post_id FROM muted_post) AND p.author_id NOT IN ({OWN})
    ORDER BY n.id"""

ANSWERED = f"""SELECT p.network, p.reply_to FROM ({OWN}) own
    CROSS JOIN post p ON p.author_id = own.id AND p.id >= ? WHERE p.reply_to <> ''"""

FOLLOWERS = f"""SELECT {authors.columns("a")}, n.account_id, min(n.id) AS first
    FROM account c CROSS JOIN notification n CROSS JOIN author a ON a.id = n.actor_id
    WHERE n.account_id = c.id AND n.id >= ?1 AND n.id < ?2 AND n.kind = 'follow' AND {HEARD}
    GROUP BY a.id ORDER BY first DESC"""

ENTRIES = """SELECT asked.value, coalesce(
        (SELECT f.id FROM feed_item f WHERE f.post_id = asked.value
            ORDER BY f.reposter_id LIMIT 1), asked.value)
    FROM json_each(?) asked"""

_TAG = f'"{FacetKind.TAG.value}"'


class DigestRows:
    """What a stretch of time brought; its start is in it and its end is not."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def posts(self, start: datetime, end: datetime) -> list[DayPost]:
        """Return the posts that the home feeds brought and that were written then, newest first.

        The accounts' own, muted ones and twins are left out.
        """
        rows = self._database.rows(POSTS, (_key(start), _key(end), _TAG))
        return [_day_post(row) for row in rows]

    def usual(self, author_ids: Collection[int], before: datetime) -> dict[int, list[int]]:
        """Return how many answers, reposts and likes the last posts of people got by then."""
        asked = json.dumps([*author_ids])
        rows = self._database.rows(USUAL, (asked, _key(before), BEFORE))
        return {author_id: json.loads(got) for author_id, got in rows}

    def unanswered(self, start: datetime, end: datetime) -> list[int]:
        """Return the posts that spoke to the accounts and that none of them answered since.

        The oldest comes first.
        """
        spoken = self._database.rows(SPOKEN, (_key(start), _key(end)))
        if not spoken:
            return []
        answered = set(self._database.rows(ANSWERED, (_key(start),)))
        return [post_id for post_id, *name in spoken if tuple(name) not in answered]

    def followers(self, start: datetime, end: datetime) -> list[tuple[Author, int]]:
        """Return who began to follow, each with the account they follow, the newest first."""
        rows = self._database.rows(FOLLOWERS, (_key(start), _key(end)))
        return [(authors.author_of(row), row[authors.WIDTH]) for row in rows]

    def entries(self, post_ids: Sequence[int]) -> dict[int, int]:
        """Return for each post the entry that shows it: its own in a feed, else the post itself."""
        return dict(self._database.rows(ENTRIES, (json.dumps([*post_ids]),)))


def _key(at: datetime) -> int:
    return max(to_ms(at), 0) << 20


def _day_post(row: tuple[Any, ...]) -> DayPost:
    post_id, author_id, network, replies, reposts, likes, visibility, extra = row
    is_private, tags = visibility == "direct", _tags(extra)
    return DayPost(post_id, author_id, network, replies, reposts, likes, is_private, tags)


def _tags(extra: str | None) -> tuple[str, ...]:
    if extra is None:
        return ()
    facets = json.loads(extra)[0]
    return tuple(facet[3] for facet in facets if facet[0] == FacetKind.TAG)
