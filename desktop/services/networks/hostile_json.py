"""Read a server's JSON as if an enemy had written it.

Anyone can put anything in a post, and servers pass it on. Numbers that are not numbers, texts that
no database takes and nesting without end are made harmless here, in one place; what an item cannot
do without is asked for through `required_*`, which raise `Unreadable` for that one item.
"""

import json
import math
import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import TypeVar

from desktop.services.domain.errors import BadAnswer
from desktop.services.domain.origin import origin_of

T = TypeVar("T")
Json = dict[str, object]

_TEXT = 20_000
_ADDRESS = 4_000
_RAW = 4_000
_LARGEST = 2**53
_DEEPEST = 100
_SURROGATE = re.compile("[\ud800-\udfff]")
_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*"?|[\[\]{}]', re.DOTALL)


class Unreadable(ValueError):
    """One item lacks what it cannot do without."""


def parse(body: bytes) -> Json:
    """Return the object in `body`; `BadAnswer` when there is none."""
    try:
        try:
            value = _load(body)
        except RecursionError:
            value = _load(_pruned(body))
    except (ValueError, RecursionError) as cause:
        raise BadAnswer("not JSON") from cause
    if not isinstance(value, dict):
        raise BadAnswer("not a JSON object")
    return value


def mapping(value: object) -> Json:
    """Return `value` if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def items(value: object) -> list[object]:
    """Return `value` if it is a list, else an empty one."""
    return value if isinstance(value, list) else []


def text(value: object, limit: int = _TEXT) -> str:
    """Return a text that can be stored, empty when `value` is none.

    What replaces a bad character takes as many UTF-8 bytes as it took, so that byte offsets into
    the text still fit.
    """
    if not isinstance(value, str):
        return ""
    return _SURROGATE.sub("\ufffd", value[:limit]).replace("\0", " ")


def required_text(value: object, limit: int = _TEXT) -> str:
    """Return a text with something in it."""
    found = text(value, limit)
    if not found.strip():
        raise Unreadable("a text is missing")
    return found


def web_address(value: object) -> str:
    """Return an http(s) address, empty for anything else."""
    address = text(value, _ADDRESS)
    try:
        origin_of(address)
    except ValueError:
        return ""
    return address


def whole(value: object) -> int | None:
    """Return a count, None when it is not one."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _LARGEST:
        return None
    return value


def moment(value: object) -> datetime | None:
    """Return a time in UTC, None when it is not one or lies before computers had networks."""
    if not isinstance(value, str) or len(value) > 40:
        return None
    try:
        found = datetime.fromisoformat(value)
        found = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return found if found.year >= 1970 and found.timestamp() > 0 else None


def read_each(
    values: Iterable[object], read: Callable[[Json], T | None]
) -> tuple[tuple[T, ...], tuple[str, ...]]:
    """Read every item; those that cannot be read come second, as the text the server sent.

    An item that `read` answers with None is none of our business and is in neither.
    """
    good: list[T] = []
    bad: list[str] = []
    for value in values:
        try:
            if not isinstance(value, dict):
                raise Unreadable("an item is no object")
            item = read(value)
            if item is not None:
                good.append(item)
        except (ValueError, OverflowError, RecursionError):
            bad.append(_raw(value))
    return tuple(good), tuple(bad)


def _load(body: bytes) -> object:
    return json.loads(
        body, parse_constant=lambda _: None, parse_int=_bounded_int, parse_float=_finite_float
    )


def _bounded_int(digits: str) -> int | None:
    return int(digits) if len(digits) <= 20 else None


def _finite_float(digits: str) -> float | None:
    number = float(digits[:400])
    return number if math.isfinite(number) else None


def _pruned(body: bytes) -> bytes:
    """Replace what lies deeper than any honest answer by null, without recursion."""
    kept = bytearray()
    depth = 0
    start = 0
    for token in _TOKEN.finditer(body):
        sign = token.group()
        if sign in (b"[", b"{"):
            depth += 1
            if depth == _DEEPEST + 1:
                kept += body[start : token.start()] + b"null"
        elif sign in (b"]", b"}"):
            if depth == _DEEPEST + 1:
                start = token.end()
            depth -= 1
    if depth <= _DEEPEST:
        kept += body[start:]
    return bytes(kept)


def _raw(value: object) -> str:
    try:
        return json.dumps(value)[:_RAW]
    except (ValueError, RecursionError):
        return repr(type(value))
