"""Find what short lists show: bookmarks, one person's posts, and what was gathered for a column.

Each is short enough to be read whole, newest first; a window is then cut from it.
"""

from typing import Any

from desktop.services.domain.feed import FeedFilter
from desktop.services.storage.columns import storable
from desktop.services.storage.database import Database

MOST = 20_000
"""How many of the newest posts of a list are looked at."""

ENTRY = """coalesce(
    (SELECT i.id FROM feed_item i WHERE i.post_id = p.id ORDER BY i.reposter_id LIMIT 1), p.id)"""
REPOSTED_BY = "coalesce((SELECT min(i.reposter_id) FROM feed_item i WHERE i.post_id = p.id), 0)"

BOOKMARKED = "FROM bookmark b CROSS JOIN post p ON p.id = b.post_id WHERE 1"
BY_PERSON = """FROM author a CROSS JOIN post p ON p.author_id = a.id
    WHERE a.network = ? AND a.native_id = ?"""
GATHERED = """FROM gathered g CROSS JOIN post p ON p.id = g.post_id
    WHERE g.key = ? AND p.id NOT IN (SELECT post_id FROM muted_post)"""
UNREAD = """ AND EXISTS (
    SELECT 1 FROM feed_item i CROSS JOIN account c CROSS JOIN feed_source s
    WHERE i.post_id = p.id AND s.account_id = c.id AND s.kind IN (1, 2)
        AND s.item_id = i.id AND s.is_read = 0)"""


def is_listed(shown: FeedFilter) -> bool:
    """Say whether the filter shows such a list, and no feed."""
    return shown.bookmarked_only or shown.author is not None or bool(shown.gathered)


def listed(database: Database, shown: FeedFilter) -> list[int]:
    """Return the entries, newest first; a post that is in no feed stands by its own key."""
    source, values = _source(shown)
    conditions = ""
    if shown.bookmarked_only and source is not BOOKMARKED:
        conditions += " AND EXISTS (SELECT 1 FROM bookmark b WHERE b.post_id = p.id)"
    if shown.hide_replies:
        conditions += " AND p.reply_to = ''"
    if shown.hide_reposts:
        conditions += f" AND {REPOSTED_BY} = 0"
    if shown.unread_only:
        conditions += UNREAD
    if shown.account_ids:
        marks = ", ".join("?" * len(shown.account_ids))
        conditions += f" AND p.network IN (SELECT c.network FROM account c WHERE c.id IN ({marks}))"
        values += shown.account_ids
    sql = f"SELECT {ENTRY} {source}{conditions} ORDER BY p.id DESC LIMIT {MOST}"
    return sorted((row[0] for row in database.rows(sql, values)), reverse=True)


def _source(shown: FeedFilter) -> tuple[str, list[Any]]:
    if shown.author is not None:
        network, native_id = shown.author
        return BY_PERSON, [network, storable(native_id)]
    if shown.gathered:
        return GATHERED, [storable(shown.gathered)]
    return BOOKMARKED, []
