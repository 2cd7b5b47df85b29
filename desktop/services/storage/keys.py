"""Keys in the order of time: milliseconds since 1970, then a tie-breaker.

With them a table, its index and the search are all newest first without being sorted, and a
list's place is one number.
"""

import json
import sqlite3
import zlib
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import TypeVar

from desktop.services.storage.columns import from_ms

LAST_MS = (1 << 43) - 1
"""The year 2248; what claims to be later is kept there."""

T = TypeVar("T")


def time_key(ms: int, identity: str, *, is_post: bool) -> int:
    """Return a key in the order of time; the same identity always asks for the same key.

    The lowest bit tells a post's own key from a feed entry's, so that one number says which of
    the two is meant. Two identities may ask for one key: `settle` gives each its own.
    """
    tie = zlib.crc32(identity.encode("utf-8", "replace")) & 0x7FFFF
    return min(max(ms, 0), LAST_MS) << 20 | tie << 1 | is_post


def is_post_key(key: int) -> bool:
    """Say whether a key is a post's own and not a feed entry's."""
    return bool(key & 1)


def key_time(key: int) -> datetime:
    """Return the time a key was made from."""
    return from_ms(key >> 20)


def settle(connection: sqlite3.Connection, taken: str, wanted: Mapping[T, int]) -> dict[T, int]:
    """Return a key for each thing, as near as can be to the one it asks for.

    `taken` is the query that tells which keys of a JSON list are in use.
    """
    keys: dict[T, int] = {}
    used: set[int] = set()
    for thing, key in wanted.items():
        keys[thing] = _nearest_free(key, used)
        used.add(keys[thing])
    while clashes := {row[0] for row in connection.execute(taken, (json.dumps([*keys.values()]),))}:
        used |= clashes
        for thing, key in keys.items():
            if key in clashes:
                keys[thing] = _nearest_free(key, used)
                used.add(keys[thing])
    return keys


def _nearest_free(key: int, used: Collection[int]) -> int:
    step = 2 if key < LAST_MS << 20 else -2
    while key in used:
        key += step
    return key
