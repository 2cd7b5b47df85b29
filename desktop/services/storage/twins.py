"""Let one entry of the home feed stand for the same post on other networks.

An entry is hidden when a twin of it reached an account that was connected earlier; `twin_of` is
then the entry that is shown for it. Deleting that entry brings the hidden one back by itself.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from desktop.services.domain.twins import APART, twin_key

_APART_MS = int(APART.total_seconds() * 1000)
_NO_ACCOUNT = 1 << 62

PAIRS = f"""SELECT f.id, g.id, g.twin_of
    FROM json_each(?) wanted CROSS JOIN feed_item f ON f.id = wanted.value
    CROSS JOIN feed_item g ON g.twin_key = f.twin_key
        AND g.id BETWEEN ((f.id >> 20) - {_APART_MS}) << 20
            AND (((f.id >> 20) + {_APART_MS + 1}) << 20) - 1
    CROSS JOIN post p ON p.id = f.post_id
    CROSS JOIN post o ON o.id = g.post_id AND o.network <> p.network
    WHERE (SELECT count(DISTINCT network) FROM account) > 1
        AND f.kinds & 1 = 1 AND g.kinds & 1 = 1"""
RECEIVERS = """SELECT s.item_id, s.account_id FROM account c CROSS JOIN feed_source s
    WHERE s.account_id = c.id AND s.kind = 1
        AND s.item_id IN (SELECT value FROM json_each(?))"""
BEHIND = "SELECT id, twin_of FROM feed_item WHERE twin_of IN (SELECT value FROM json_each(?))"
IN_FRONT = """SELECT twin_of FROM feed_item
    WHERE id IN (SELECT value FROM json_each(?)) AND twin_of IS NOT NULL"""
OF_POSTS = """SELECT id FROM feed_item
    WHERE post_id IN (SELECT value FROM json_each(?)) AND reposter_id = 0"""
FRONTS = "SELECT DISTINCT twin_of FROM feed_item WHERE twin_of > ? ORDER BY 1 LIMIT ?"
SAID = """SELECT f.id, a.name, p.text FROM feed_item f
    CROSS JOIN post p ON p.id = f.post_id CROSS JOIN author a ON a.id = p.author_id
    WHERE f.post_id IN (SELECT value FROM json_each(?)) AND f.reposter_id = 0"""
SAY = "UPDATE feed_item SET twin_key = ? WHERE id = ?"
STAND = "UPDATE feed_item SET twin_of = ?1 WHERE id = ?2 AND twin_of IS NOT ?1"

Pair = tuple[int, int, int | None]
"""An entry, a twin of it, and the entry that stands for the twin."""


def pairs(connection: sqlite3.Connection, items: Iterable[int]) -> list[Pair]:
    """Return the twins of the entries; each pair is found from either side."""
    return connection.execute(PAIRS, (json.dumps([*items]),)).fetchall()


def around(connection: sqlite3.Connection, items: Collection[int]) -> set[int]:
    """Return the entries and all whose place a change to them may touch."""
    touched = {*items, *(twin for _, twin, _ in pairs(connection, items))}
    behind = connection.execute(BEHIND, (json.dumps([*touched]),))
    return touched | {item_id for item_id, _ in behind}


def around_posts(connection: sqlite3.Connection, post_ids: str) -> set[int]:
    """Return the entries that a change to the posts of a JSON list may touch."""
    return around(connection, [row[0] for row in connection.execute(OF_POSTS, (post_ids,))])


def settle(connection: sqlite3.Connection, items: Collection[int]) -> None:
    """Work out who stands for whom among the entries and their twins."""
    if not items:
        return
    touched = around(connection, items)
    near = pairs(connection, touched)
    front = {twin: stands for _, twin, stands in near if stands is not None}
    twins_of: dict[int, list[int]] = defaultdict(list)
    for item_id, twin, _ in near:
        twins_of[item_id].append(twin)
    rank = _ranks(connection, {*touched, *(twin for _, twin, _ in near)})
    shown_for: dict[int, int | None] = {}
    for item_id in sorted(touched, key=rank.__getitem__):
        first = min(twins_of[item_id], key=rank.__getitem__, default=item_id)
        if rank[first] < rank[item_id]:
            shown_for[item_id] = (shown_for if first in shown_for else front).get(first) or first
        else:
            shown_for[item_id] = None
    connection.executemany(STAND, [(front_id, item) for item, front_id in shown_for.items()])


def follow_edits(connection: sqlite3.Connection, post_ids: Collection[int]) -> None:
    """Follow new texts of stored posts: they lose their twins, or find some."""
    if not post_ids:
        return
    rows = connection.execute(SAID, (json.dumps([*post_ids]),)).fetchall()
    touched = around(connection, [item_id for item_id, _, _ in rows])
    connection.executemany(SAY, [(twin_key(name, text), item_id) for item_id, name, text in rows])
    settle(connection, touched)


def together(connection: sqlite3.Connection, items: Sequence[int]) -> str:
    """Return, as a JSON list, the entries with all that are shown as one with them."""
    asked = json.dumps(items)
    shown = {*items, *(row[0] for row in connection.execute(IN_FRONT, (asked,)))}
    behind = connection.execute(BEHIND, (json.dumps([*shown]),))
    return json.dumps([*shown, *(item_id for item_id, _ in behind)])


def _ranks(connection: sqlite3.Connection, items: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Return what decides who is shown: the account that was connected first, then the time."""
    ranks = {item_id: (_NO_ACCOUNT, item_id) for item_id in items}
    for item_id, account_id in connection.execute(RECEIVERS, (json.dumps([*ranks]),)):
        ranks[item_id] = min(ranks[item_id], (account_id, item_id))
    return ranks
