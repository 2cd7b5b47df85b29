"""Walking back from the newest item to what is known."""

import pytest

from desktop.services.domain.errors import BadAnswer, Unreachable
from desktop.services.domain.page import Page
from desktop.services.domain.stretch import Stretch, walk

PAGES = {"": Page((9, 8), "b"), "b": Page((7, 6), "c"), "c": Page((5,), "")}


def ask(cursor: str) -> Page[int]:
    """Return one of three pages."""
    return PAGES[cursor]


def test_the_walk_ends_with_the_page_that_holds_what_is_known() -> None:
    assert walk(ask, lambda items: 7 in items, 5) == Stretch((9, 8, 7, 6), "c", True)


def test_the_walk_ends_at_the_end() -> None:
    assert walk(ask, lambda items: False, 5) == Stretch((9, 8, 7, 6, 5), "", False)


def test_the_walk_goes_no_further_than_it_may() -> None:
    assert walk(ask, lambda items: False, 2) == Stretch((9, 8, 7, 6), "c", False)


def test_the_walk_goes_on_from_a_cursor() -> None:
    assert walk(ask, lambda items: False, 1, "b") == Stretch((7, 6), "c", False)


def test_trouble_half_way_comes_with_what_was_fetched() -> None:
    trouble = BadAnswer()

    def fail_second(cursor: str) -> Page[int]:
        if cursor == "b":
            raise trouble
        return PAGES[cursor]

    assert walk(fail_second, lambda items: False, 3) == Stretch((9, 8), "b", False, trouble)


def test_trouble_with_the_first_page_is_raised() -> None:
    def fail(cursor: str) -> Page[int]:
        raise Unreachable

    with pytest.raises(Unreachable):
        walk(fail, lambda items: False, 3)
