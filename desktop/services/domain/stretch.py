"""Fetch consecutive items backwards from a place until something known is met."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from desktop.services.domain.errors import NetworkTrouble
from desktop.services.domain.page import Page

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stretch(Generic[T]):
    """Consecutive items, newest first, and how fetching them ended.

    `older` fetches what comes next and is empty at the end. `is_joined` says that something known
    was met, `trouble` what stopped the walk half-way.
    """

    items: tuple[T, ...]
    older: str = ""
    is_joined: bool = False
    trouble: NetworkTrouble | None = None


def walk(
    ask: Callable[[str], Page[T]],
    is_known: Callable[[Sequence[T]], bool],
    pages: int,
    cursor: str = "",
) -> Stretch[T]:
    """Fetch at most `pages` pages from `cursor` on, until one holds what is known.

    Trouble with the first page is raised: nothing was fetched then. Trouble with a later one
    comes with what was fetched before it.
    """
    items: tuple[T, ...] = ()
    for number in range(pages):
        try:
            page = ask(cursor)
        except NetworkTrouble as trouble:
            if number == 0:
                raise
            return Stretch(items, cursor, trouble=trouble)
        items += page.items
        cursor = page.older
        is_joined = is_known(page.items)
        if is_joined or not cursor:
            return Stretch(items, cursor, is_joined)
    return Stretch(items, cursor)
