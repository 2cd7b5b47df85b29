from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.services.networks.demo.shelf import Shelf, page

START = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Thing:
    minute: int
    name: str


def shelf_of(*batches: list[Thing]) -> Shelf[Thing]:
    shelf: Shelf[Thing] = Shelf(
        lambda one: START + timedelta(minutes=one.minute), lambda one: one.name
    )
    for batch in batches:
        shelf.add(batch)
    return shelf


def read(shelf: Shelf[Thing], limit: int) -> list[Thing]:
    things: list[Thing] = []
    cursor = ""
    while True:
        found = page(shelf.walk(cursor), limit)
        things += found.items
        cursor = found.older
        if not cursor:
            return things


things = st.lists(
    st.builds(Thing, st.integers(-99, 99), st.text("abc", min_size=1)), unique=True, max_size=30
)


@given(things, things, st.integers(1, 7))
def test_pages_bring_everything_once_and_newest_first(
    some: list[Thing], others: list[Thing], limit: int
):
    all_things = {*some, *others}
    read_things = read(shelf_of(some, [one for one in others if one not in some]), limit)

    assert sorted(read_things, key=lambda one: (-one.minute, one.name)) == read_things
    assert set(read_things) == all_things
    assert len(read_things) == len(all_things)


def test_what_arrives_while_reading_does_not_shift_the_pages():
    shelf = shelf_of([Thing(minute, "old") for minute in range(6)])
    first = page(shelf.walk(""), 3)
    shelf.add([Thing(9, "new")])

    assert [one.minute for one in page(shelf.walk(first.older), 3).items] == [2, 1, 0]


def test_what_is_dropped_is_not_read_again():
    shelf = shelf_of([Thing(1, "kept"), Thing(2, "gone")])
    shelf.drop(lambda one: one.name == "gone")

    assert read(shelf, 5) == [Thing(1, "kept")]
    assert len(shelf) == 1
