"""Turn values into what a column can hold, and back: times, texts and numbers.

Whatever a network sends must be storable: no lone surrogate, no NUL (SQLite's own functions stop
at it), no number beyond 64 bits.
"""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)
FIRST_MS = -62_135_596_800_000
LAST_MS = 253_402_300_799_999
LARGEST = (1 << 63) - 1
TEXT_LIMIT = 100_000
"""Longer texts are cut: no network has such posts, and one would stall every list it is in."""


def storable(text: str, limit: int = TEXT_LIMIT) -> str:
    """Return the text without what SQLite cannot keep faithfully."""
    if text.isascii() and "\0" not in text and len(text) <= limit:
        return text
    text = text[:limit]
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def count(number: int | None) -> int | None:
    """Return a counter within what a column holds."""
    return None if number is None else min(max(number, 0), LARGEST)


def to_ms(at: datetime) -> int:
    """Return an aware time as milliseconds since 1970."""
    return min(max((at - EPOCH) // MILLISECOND, FIRST_MS), LAST_MS)


def to_optional_ms(at: datetime | None) -> int | None:
    """Return an aware time as milliseconds since 1970, None for none."""
    return None if at is None else to_ms(at)


def from_ms(ms: int) -> datetime:
    """Return milliseconds since 1970 as an aware UTC time."""
    return EPOCH + timedelta(milliseconds=ms)


def from_optional_ms(ms: int | None) -> datetime | None:
    """Return milliseconds since 1970 as an aware UTC time, None for none."""
    return None if ms is None else EPOCH + timedelta(milliseconds=ms)


def to_json(value: Any) -> str:
    """Return compact JSON that SQLite can keep."""
    return storable(json.dumps(value, ensure_ascii=True, separators=(",", ":")), LARGEST)
