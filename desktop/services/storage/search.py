"""Search everything stored, newest first."""

from desktop.services.domain.feed import FeedFilter, FeedKind
from desktop.services.storage.columns import storable
from desktop.services.storage.database import Database
from desktop.services.storage.keys import is_post_key
from desktop.services.storage.search_words import match_expression

NEWEST = 1 << 62

ENTRY = """coalesce(
    (SELECT i.id FROM feed_item i WHERE i.post_id = p.id ORDER BY i.reposter_id LIMIT 1), p.id)"""


TWIN_OF = "(SELECT i.twin_of FROM feed_item i WHERE i.post_id = p.id AND i.reposter_id = 0)"
"""The entry that is shown for this one; a post found with it is shown once."""
MUTED = " AND w.rowid NOT IN (SELECT post_id FROM muted_post)"


def search(
    database: Database, words: str, shown: FeedFilter, limit: int, before: int | None
) -> list[int]:
    """Return the entries of posts that hold the words, newest first, from below `before` on."""
    expression = match_expression(storable(words))
    if not expression:
        return []
    bound = NEWEST if before is None else _post_of(database, before)
    sql, values = _question(shown)
    rows = database.rows(sql, [expression, bound, *values, limit])
    if shown.account_ids:
        return [row[0] for row in rows]
    found = {row[0] for row in rows}
    return [entry_id for entry_id, twin_of in rows if twin_of not in found]


def _question(shown: FeedFilter) -> tuple[str, list[object]]:
    values: list[object] = []
    conditions = "" if shown.bookmarked_only else MUTED
    if shown.hide_replies:
        conditions += " AND p.reply_to = ''"
    if shown.bookmarked_only:
        conditions += " AND EXISTS (SELECT 1 FROM bookmark b WHERE b.post_id = p.id)"
    if shown.account_ids:
        marks = ", ".join("?" * len(shown.account_ids))
        conditions += f" AND p.network IN (SELECT c.network FROM account c WHERE c.id IN ({marks}))"
        conditions += f""" AND (
            NOT EXISTS (SELECT 1 FROM feed_item i WHERE i.post_id = p.id)
            OR EXISTS (SELECT 1 FROM feed_item i CROSS JOIN account c CROSS JOIN feed_source s
                WHERE i.post_id = p.id AND c.id IN ({marks})
                    AND s.account_id = c.id AND s.kind IN (1, 2) AND s.item_id = i.id))"""
        values += [*shown.account_ids, *shown.account_ids]
    if shown.unread_only:
        conditions += """ AND EXISTS (
            SELECT 1 FROM feed_item i CROSS JOIN account c CROSS JOIN feed_source s
            WHERE i.post_id = p.id AND s.account_id = c.id AND s.kind IN (1, 2)
                AND s.item_id = i.id AND s.is_read = 0)"""
    if shown.kind == FeedKind.MENTION:
        conditions += """ AND EXISTS (
            SELECT 1 FROM feed_item i WHERE i.post_id = p.id AND i.kinds & 2 = 2)"""
    return (
        f"SELECT {ENTRY}, {TWIN_OF} FROM post_fts w CROSS JOIN post p ON p.id = w.rowid "
        f"WHERE post_fts MATCH ? AND w.rowid < ?{conditions} ORDER BY w.rowid DESC LIMIT ?",
        values,
    )


def _post_of(database: Database, entry_id: int) -> int:
    if is_post_key(entry_id):
        return entry_id
    rows = database.rows("SELECT post_id FROM feed_item WHERE id = ?", (entry_id,))
    return rows[0][0] if rows and rows[0][0] is not None else entry_id
