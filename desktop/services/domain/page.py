"""One answer of a network that may have more behind it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Quota:
    """How many requests the server still takes before `resets_at`."""

    limit: int
    remaining: int
    resets_at: datetime


@dataclass(frozen=True, slots=True)
class Bucket:
    """How many posts held some words from `start` until `end`."""

    start: datetime
    end: datetime
    count: int


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some items, newest first, and the opaque cursor that fetches the next older ones.

    `older` is empty at the end. `rejected` holds items that could not be understood, as the raw
    text the server sent, so that one bad item never costs the page.
    """

    items: tuple[T, ...]
    older: str = ""
    quota: Quota | None = None
    rejected: tuple[str, ...] = ()
