"""A post counts as read when it was wholly in sight for a while, and not before."""

from dataclasses import replace

import pytest
from timeline_entries import Lens, feed

from desktop.ui.post_list_reading import ReadWatch


@pytest.fixture
def lens(qtbot, qapp):
    return Lens(qtbot, feed(100))


def watch_of(in_sight, is_attended, parent):
    told = []
    watch = ReadWatch(in_sight, is_attended, parent)
    watch.read.connect(told.append)
    return watch, told


def test_a_post_is_read_after_a_while_in_sight(lens):
    watch, told = watch_of(lambda: [7, 8], lambda: True, lens.list)
    watch.tick()
    watch.tick()
    assert told == []

    watch.tick()
    watch.tick()
    assert told == [[7, 8]]


def test_a_post_scrolled_past_at_once_is_not_read(lens):
    seen = iter([[7], [7], [8], [7], [7], [8]])
    watch, told = watch_of(lambda: next(seen), lambda: True, lens.list)
    for _ in range(6):
        watch.tick()

    assert told == []


def test_nothing_is_read_while_another_window_is_in_front(lens):
    watch, told = watch_of(lambda: [7], lambda: False, lens.list)
    for _ in range(9):
        watch.tick()

    assert told == []


def test_only_unread_posts_wholly_in_sight_count(qtbot, qapp):
    entries = [replace(each, is_unread=True) for each in feed(50)]
    lens = Lens(qtbot, entries)
    lens.list.verticalScrollBar().setValue(70)
    told = []
    lens.list.read_entries.connect(told.append)
    lens.list.isActiveWindow = lambda: True
    whole = [
        lens.list.model().ids[row]
        for row in range(50)
        if lens.list.rowViewportPosition(row) >= 0
        and lens.list.rowViewportPosition(row) + lens.list.rowHeight(row) <= 700
    ]

    assert lens.list._unread_in_sight() == whole


def test_a_read_post_loses_its_dot_and_keeps_its_place(qtbot, qapp):
    lens = Lens(qtbot, [replace(each, is_unread=True) for each in feed(50)])
    lens.list.verticalScrollBar().setValue(2_000)
    read = lens.list.place()
    before = lens.picture()
    lens.change(lens.list.model().ids[lens.list.rowAt(300)], is_unread=False)

    assert lens.picture() != before
    assert lens.list.place() == read
