"""A list that stays newest first while it grows at both ends and is read page by page."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Generic, TypeVar

from desktop.services.domain.page import Page

T = TypeVar("T")
Key = tuple[int, str]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_STEP = timedelta(microseconds=1)


class Shelf(Generic[T]):
    """Items by their time; a cursor names the last item that was handed out."""

    def __init__(self, at: Callable[[T], datetime], name: Callable[[T], str]) -> None:
        self._at = at
        self._name = name
        self._keys: list[Key] = []
        self._items: list[T] = []

    def __len__(self) -> int:
        return len(self._items)

    def add(self, items: Iterable[T]) -> None:
        """Put items where they belong; cheap when all are older than what is there."""
        for key, item in sorted((self._key(item), item) for item in items):
            place = bisect_left(self._keys, key)
            self._keys.insert(place, key)
            self._items.insert(place, item)

    def drop(self, is_gone: Callable[[T], bool]) -> None:
        """Take away the items that are gone."""
        kept = [pair for pair in zip(self._keys, self._items, strict=True) if not is_gone(pair[1])]
        self._keys = [key for key, _ in kept]
        self._items = [item for _, item in kept]

    def walk(self, cursor: str) -> Iterator[tuple[str, T]]:
        """Return items older than the cursor, each with the cursor that follows it."""
        start = bisect_right(self._keys, _parsed(cursor)) if cursor else 0
        for place in range(start, len(self._items)):
            moment, name = self._keys[place]
            yield f"{-moment}:{name}", self._items[place]

    def _key(self, item: T) -> Key:
        return -((self._at(item) - _EPOCH) // _STEP), self._name(item)


def _parsed(cursor: str) -> Key:
    moment, _, name = cursor.partition(":")
    return -int(moment), name


def page(found: Iterator[tuple[str, T]], limit: int) -> Page[T]:
    """Return the next items of a walk; the cursor is empty when there are no more."""
    items: list[T] = []
    cursor = ""
    for at, item in found:
        if len(items) == limit:
            return Page(tuple(items), cursor)
        items.append(item)
        cursor = at
    return Page(tuple(items))
