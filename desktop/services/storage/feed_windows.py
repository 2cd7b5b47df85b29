"""Find which entries a filter shows, newest first, without ever counting past skipped ones.

Every question walks an index from a place: either the feed itself, or one range for each account
and kind, merged. A filtered walk of the whole feed would be slow for an account that says little.
"""

from array import array
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from desktop.services.domain.feed import FeedFilter, FeedKind, FeedWindow
from desktop.services.storage.database import Database
from desktop.services.storage.feed_lists import is_listed, listed

EVERYTHING = -1
"""As a limit: no limit."""
BEYOND = (1 << 63) - 1
"""Newer than every entry."""


def window(database: Database, shown: FeedFilter, anchor: int | None, span: int) -> FeedWindow:
    """Return the keys of up to `span` consecutive entries round the anchor, newest first."""
    if is_listed(shown):
        return cut_window(listed(database, shown), anchor, span)
    if anchor is None:
        older = entries_up_to(database, shown, BEYOND, span + 1)
        return FeedWindow(array("q", older[:span]), 0, False, len(older) > span)
    older = entries_up_to(database, shown, anchor, span + 1)
    # Half the span on each side; what one side does not need, the other may have.
    newer_room = max(span // 2, span - len(older))
    newer = entries_after(database, shown, anchor, newer_room + 1)
    kept_newer = newer[:newer_room]
    kept_older = older[: span - len(kept_newer)]
    ids = array("q", kept_newer)
    ids.reverse()
    ids.extend(kept_older)
    return FeedWindow(
        ids,
        min(len(kept_newer), max(len(ids) - 1, 0)),
        len(newer) > len(kept_newer),
        len(older) > len(kept_older),
    )


def cut_window(ids: Sequence[int], anchor: int | None, span: int) -> FeedWindow:
    """Return the part of an already known list, newest first, that surrounds the anchor."""
    row = 0
    if anchor is not None:
        row = next((i for i, entry_id in enumerate(ids) if entry_id <= anchor), len(ids) - 1)
    row = max(row, 0)
    start = min(max(row - span // 2, 0), max(len(ids) - span, 0))
    part = array("q", ids[start : start + span])
    return FeedWindow(part, row - start, start > 0, start + len(part) < len(ids))


def entries_up_to(database: Database, shown: FeedFilter, bound: int, limit: int) -> "array[int]":
    """Return the newest entries that are not newer than `bound`, newest first."""
    return _entries(database, shown, bound, limit, "<= DESC")


def entries_after(database: Database, shown: FeedFilter, bound: int, limit: int) -> "array[int]":
    """Return the oldest entries that are newer than `bound`, oldest first."""
    return _entries(database, shown, bound, limit, "> ASC")


def newer_than(database: Database, shown: FeedFilter, entry_id: int) -> int:
    """Return how many entries are newer than this one."""
    if is_listed(shown):
        return sum(other > entry_id for other in listed(database, shown))
    accounts = account_ids(database, shown)
    if not accounts:
        return 0
    mutes = unmuted(database, "f.id")
    sql, values = question(shown, accounts, entry_id, EVERYTHING, "> ASC", mutes=mutes)
    counted: int = database.rows(f"SELECT count(*) FROM ({sql})", values)[0][0]
    return counted


def question(
    shown: FeedFilter,
    accounts: Iterable[int],
    bound: int,
    limit: int,
    way: str = "<= DESC",
    *,
    mutes: str = "",
) -> tuple[str, list[Any]]:
    """Return the query, and its values, that walks the feed from `bound` in one direction.

    `mutes` is the condition that `unmuted` returned for `f.id`.
    """
    compare, order = way.split()
    conditions = mutes
    if shown.hide_replies:
        conditions += " AND f.is_reply = 0"
    if shown.hide_reposts:
        conditions += " AND f.reposter_id = 0"
    is_merged_home = not shown.account_ids and shown.kind == FeedKind.HOME
    if is_merged_home:
        # Whoever stands for a twin may be muted on its own network alone.
        spoken_for = " OR f.twin_of IN (SELECT item_id FROM muted_item)" if mutes else ""
        conditions += f" AND (f.twin_of IS NULL{spoken_for})"
    if is_merged_home and not shown.unread_only:
        return (
            f"SELECT f.id FROM feed_item f WHERE f.id {compare} ? AND f.kinds & 1 = 1{conditions} "
            f"ORDER BY f.id {order} LIMIT ?",
            [bound, limit],
        )
    joined = "CROSS JOIN feed_item f ON f.id = s.item_id" if conditions else ""
    unread = " AND s.is_read = 0" if shown.unread_only else ""
    arm = (
        f"SELECT s.item_id FROM feed_source s {joined} WHERE s.account_id = ? AND s.kind = ? "
        f"AND s.item_id {compare} ?{unread}{conditions}"
    )
    arms = [(account, kind.value, bound) for account in accounts for kind in shown.kind]
    sql = " UNION ".join([arm] * len(arms)) + f" ORDER BY 1 {order} LIMIT ?"
    return sql, [*chain.from_iterable(arms), limit]


def unmuted(database: Database, entry: str) -> str:
    """Return the condition that leaves out what is muted; empty where nothing is.

    `entry` names the column that holds the entry's key.
    """
    if not database.rows("SELECT EXISTS (SELECT 1 FROM muted_item)")[0][0]:
        return ""
    return f" AND {entry} NOT IN (SELECT item_id FROM muted_item)"


def account_ids(database: Database, shown: FeedFilter) -> tuple[int, ...]:
    """Return the accounts whose feeds the filter merges."""
    rows = database.rows("SELECT id FROM account ORDER BY id")
    wanted = shown.account_ids
    return tuple(row[0] for row in rows if not wanted or row[0] in wanted)


def _entries(
    database: Database, shown: FeedFilter, bound: int, limit: int, way: str
) -> "array[int]":
    accounts = account_ids(database, shown)
    if not accounts:
        return array("q")
    mutes = unmuted(database, "f.id")
    sql, values = question(shown, accounts, bound, limit, way, mutes=mutes)
    return array("q", chain.from_iterable(database.rows(sql, values)))
