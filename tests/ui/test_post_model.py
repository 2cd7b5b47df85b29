"""A hundred thousand rows cost a list of numbers; the posts come a page at a time."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from timeline_entries import Shelf, entry, feed, post

from desktop.services.domain.errors import StoreTrouble
from desktop.services.domain.feed import FeedEntry
from desktop.ui.post_model import ENTRY, PostModel


def say(of: FeedEntry) -> str:
    return f"said {of.id}"


@pytest.fixture
def shelf():
    return Shelf(feed(2_000))


@pytest.fixture
def model(qapp, shelf):
    made = PostModel(shelf.load, say, None)
    made.replace(shelf.window().ids)
    return made


def test_nothing_is_read_before_it_is_looked_at(model, shelf):
    assert model.rowCount() == 2_000
    assert shelf.readings == []


def test_a_look_reads_one_page_of_64(model, shelf):
    model.entry(130)

    assert [len(page) for page in shelf.readings] == [64]
    assert shelf.readings[0] == list(model.ids[128:192])
    model.entry(191)
    assert len(shelf.readings) == 1


def test_sixteen_pages_are_kept(model, shelf):
    for row in range(0, 64 * 17, 64):
        model.entry(row)
    readings = len(shelf.readings)
    model.entry(64)
    assert len(shelf.readings) == readings

    model.entry(0)
    assert len(shelf.readings) == readings + 1


def test_rows_beyond_a_hundred_thousand_are_left_out(model):
    model.replace(array("q", range(150_000, 0, -1)))

    assert model.rowCount() == 100_000


def test_a_page_with_a_deleted_post_leaves_its_row_empty_and_asks_once(model, shelf):
    gone = model.ids[3]
    del shelf.by_id[gone]

    assert model.entry(3) is None
    assert model.entry(2) is not None
    assert model.entry(3) is None
    assert len(shelf.readings) == 1
    assert model.data(model.index(3, 0), Qt.ItemDataRole.AccessibleTextRole) == ""


def test_a_store_that_fails_is_told_and_the_list_lives_on(qapp):
    def fail(ids):
        raise StoreTrouble("locked")

    model = PostModel(fail, say, None)
    model.replace(array("q", [3, 2, 1]))
    spy = QSignalSpy(model.troubled)

    assert model.entry(0) is None
    assert spy.count() == 1


def test_a_screen_reader_gets_words_and_the_painter_the_entry(model):
    place = model.index(5, 0)

    assert model.data(place, ENTRY).id == model.ids[5]
    assert model.data(place, Qt.ItemDataRole.AccessibleTextRole) == f"said {model.ids[5]}"
    assert model.data(place) is None
    assert model.data(QModelIndex(), ENTRY) is None


def test_a_refreshed_entry_is_read_again(model, shelf):
    first = model.entry(0)
    shelf.put([entry(post("other", minutes=0), tie=1000)])
    assert model.entry(0) is first
    spy = QSignalSpy(model.dataChanged)

    assert model.refresh([first.id, 999]) == [0]
    assert model.entry(0).post.text == "other"
    assert spy.count() == 1


def test_new_entries_on_top_are_inserted_rather_than_all_reset(model, shelf):
    resets, inserted = QSignalSpy(model.modelReset), QSignalSpy(model.rowsInserted)
    shelf.put(feed(5, first=-5))
    model.replace(shelf.window().ids)

    assert resets.count() == 0
    assert inserted.count() == 1
    assert inserted.at(0)[1:] == [0, 4]


def test_a_window_that_moves_on_keeps_the_rows_it_shares(model, shelf):
    resets = QSignalSpy(model.modelReset)
    ids = shelf.window().ids
    for first, last in ((0, 500), (200, 900), (100, 600), (0, 2_000)):
        model.replace(ids[first:last])
        assert model.ids == ids[first:last]

    assert resets.count() == 0


def test_something_in_between_is_a_reset(model):
    ids = array("q", model.ids)
    ids.insert(7, ids[7] + 1)
    resets = QSignalSpy(model.modelReset)
    model.replace(ids)

    assert resets.count() == 1
    assert model.ids == ids


@given(st.lists(st.sets(st.integers(0, 40)), max_size=6))
def test_whatever_is_shown_next_the_model_says_it_rightly(qapp, windows):
    model = PostModel(lambda ids: [], say, None)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    rows: list[int] = []
    model.rowsInserted.connect(lambda parent, first, last: rows.extend([0] * (last - first + 1)))
    model.rowsRemoved.connect(lambda parent, first, last: rows.__delitem__(slice(first, last + 1)))
    model.modelReset.connect(lambda: (rows.clear(), rows.extend([0] * model.rowCount())))
    for window in windows:
        ids = array("q", sorted(window, reverse=True))
        model.replace(ids)
        assert model.ids == ids
        assert len(rows) == len(ids)


@pytest.mark.parametrize(("wanted", "row"), [(50, 0), (40, 0), (35, 1), (30, 1), (5, 2), (10, 2)])
def test_the_nearest_row_is_the_one_itself_or_the_next_older(qapp, wanted, row):
    model = PostModel(lambda ids: [], say, None)
    model.replace(array("q", [40, 30, 10]))

    assert model.row_near(wanted) == row


def test_an_empty_model_has_no_near_row(qapp):
    assert PostModel(lambda ids: [], say, None).row_near(5) == -1
