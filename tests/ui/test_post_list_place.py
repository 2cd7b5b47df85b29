"""What is being read stays where it is, to the pixel."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from timeline_entries import Lens, entry, feed, png, post

from desktop.services.domain.feed import FeedWindow, Place
from desktop.services.domain.post import Media


@pytest.fixture
def lens(qtbot, qapp):
    return Lens(qtbot, feed(400))


def scroll_to(lens: Lens, value: int) -> int:
    """Scroll, and return the entry that is then at the top."""
    lens.list.verticalScrollBar().setValue(value)
    return lens.list.place().entry_id


@pytest.mark.parametrize("value", [1, 333, 4_000, 20_000])
def test_new_posts_move_nothing(lens, value):
    read = scroll_to(lens, value)
    top, seen = lens.top_of(read), lens.picture()

    lens.shelf.put(feed(37, first=-37))
    lens.list.set_window(lens.shelf.window())

    assert lens.top_of(read) == top
    assert lens.picture() == seen


def test_new_posts_move_nothing_even_at_the_very_top(lens):
    read = lens.list.place().entry_id
    lens.shelf.put(feed(3, first=-3))
    lens.list.set_window(lens.shelf.window())

    assert lens.list.place() == Place(read, 0)
    assert lens.top_of(read) == 0


def test_posts_that_come_in_between_move_nothing(lens):
    read = scroll_to(lens, 9_000)
    top = lens.top_of(read)

    lens.shelf.put(
        entry(post("late " * 50, minutes=number + 0.5), tie=5_000 + number)
        for number in range(0, 400, 3)
    )
    lens.list.set_window(lens.shelf.window())

    assert lens.top_of(read) == top


def test_posts_that_go_away_above_move_nothing(lens):
    read = scroll_to(lens, 9_000)
    top, seen = lens.top_of(read), lens.picture()

    for gone in [each for each in lens.shelf.by_id if each > read][::2]:
        del lens.shelf.by_id[gone]
    lens.list.set_window(lens.shelf.window())

    assert lens.top_of(read) == top
    assert lens.picture() == seen


def test_the_place_falls_to_the_next_post_when_its_own_is_gone(lens):
    read = scroll_to(lens, 9_000)
    following = next(each for each in lens.shelf.window().ids if each < read)

    del lens.shelf.by_id[read]
    lens.list.set_window(lens.shelf.window())

    assert lens.list.place() == Place(following, 0)


def test_a_post_above_that_grows_later_moves_nothing(lens):
    read = scroll_to(lens, 5_000)
    row = lens.list.model().row_of(read)
    above = lens.list.model().ids[row - 1]
    top = lens.top_of(read)

    lens.change(above, post=post("much longer " * 80, minutes=row - 1))

    assert lens.top_of(read) == top


def test_a_picture_that_arrives_moves_nothing(qtbot, qapp):
    media = (Media("image", "later", "later", "Un four"),)
    entries = [entry(post("x", minutes=n, media=media), tie=n) for n in range(60)]
    lens = Lens(qtbot, entries)
    lens.list.verticalScrollBar().setValue(3_000)
    read = lens.list.place().entry_id
    top, value = lens.top_of(read), lens.list.verticalScrollBar().value()
    before = lens.picture()

    lens.pictures["later"] = png(300, 900)
    lens.loader.try_again("later")
    after = lens.picture()

    assert before != after
    assert lens.top_of(read) == top
    assert lens.list.verticalScrollBar().value() == value


@pytest.mark.parametrize("width", [400, 900, 1_400])
def test_another_width_keeps_the_same_post_at_the_top(lens, width):
    read = scroll_to(lens, 9_000)
    lens.list.resize(width, 700)

    assert lens.list.place().entry_id == read


def test_going_wider_and_back_ends_where_it_began(lens):
    lens.list.verticalScrollBar().setValue(9_000)
    place = lens.list.place()
    lens.list.restore_place(Place(place.entry_id, 0))
    lens.list.resize(900, 700)
    lens.list.resize(619, 700)

    assert lens.list.place() == Place(place.entry_id, 0)


def test_another_height_keeps_the_pixel(lens):
    read = scroll_to(lens, 9_000)
    top = lens.top_of(read)
    lens.list.resize(619, 300)
    lens.list.resize(619, 1_000)

    assert lens.top_of(read) == top


def test_larger_text_keeps_the_same_post_at_the_top(lens):
    read = scroll_to(lens, 9_000)
    lens.theme.set_text_size(150)
    assert lens.list.place().entry_id == read

    lens.theme.set_text_size(100)
    assert lens.list.place().entry_id == read


def test_the_wheel_moves_by_exactly_its_pixels_up_and_down(lens):
    scroll_to(lens, 9_000)
    followed = lens.list.model().ids[lens.list.rowAt(350)]
    for notches, times in ((-120, 40), (120, 40)):
        for _ in range(times):
            top = lens.top_of(followed) if lens.list.rowAt(350) >= 0 else None
            turn(lens, notches)
            assert lens.top_of(followed) == top + (48 if notches > 0 else -48)
            followed = lens.list.model().ids[lens.list.rowAt(350)]


def turn(lens: Lens, notches: int) -> None:
    where = QPointF(100, 100)
    event = QWheelEvent(
        where,
        QPointF(lens.list.viewport().mapToGlobal(where.toPoint())),
        QPoint(),
        QPoint(0, notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(lens.list.viewport(), event)


def test_rows_in_sight_touch_each_other_and_have_their_true_heights(lens):
    for value in (0, 5_000, 17_001, 40_000, 10**9):
        lens.list.verticalScrollBar().setValue(value)
        y = lens.list.rowViewportPosition(lens.list.rowAt(0))
        assert y <= 0
        for row in range(lens.list.rowAt(0), lens.list.model().rowCount()):
            if y >= lens.list.viewport().height():
                break
            assert lens.list.rowViewportPosition(row) == y
            assert lens.list.rowHeight(row) == lens.list.card(row).height
            y += lens.list.rowHeight(row)
        assert y >= lens.list.viewport().height()


def test_the_end_of_the_list_is_the_end_of_its_last_post(lens):
    lens.list.verticalScrollBar().setValue(lens.list.verticalScrollBar().maximum())
    last = lens.list.model().rowCount() - 1
    bottom = lens.list.rowViewportPosition(last) + lens.list.rowHeight(last)

    assert bottom == lens.list.viewport().height()


def test_a_place_is_restored_to_the_pixel_in_another_list(qtbot, lens):
    scroll_to(lens, 12_345)
    place = lens.list.place()
    other = Lens(qtbot, feed(400))
    other.list.restore_place(place)

    assert other.list.place() == place
    assert other.picture() == lens.picture()


def test_a_window_may_begin_at_its_anchor(lens):
    ids = lens.shelf.window().ids
    lens.list.set_window(FeedWindow(ids, anchor_row=200), keep_place=False)

    assert lens.list.place() == Place(ids[200], 0)


def test_an_empty_list_has_no_place_and_bears_everything(qtbot, qapp):
    lens = Lens(qtbot, [])
    lens.list.restore_place(Place(1, 1))
    lens.list.resize(300, 300)
    lens.list.go_to_top()
    lens.theme.set_text_size(120)
    lens.picture()

    assert lens.list.place() is None


def test_one_short_post_stands_at_the_top(qtbot, qapp):
    lens = Lens(qtbot, feed(1))
    lens.list.verticalScrollBar().setValue(50)

    assert lens.list.place().offset == 0
    assert lens.top_of(lens.list.place().entry_id) == 0


def test_a_post_taller_than_the_window_is_read_pixel_by_pixel(qtbot, qapp):
    tall = entry(post("\n\n".join(["paragraph"] * 200), minutes=0))
    lens = Lens(qtbot, [tall, *feed(5, first=1)])
    lens.list.set_thread({}, tall.id)
    lens.list.verticalScrollBar().setValue(1_000)
    lens.shelf.put(feed(5, first=-5))
    lens.list.set_window(lens.shelf.window())

    assert lens.list.place() == Place(tall.id, 1_000)


def test_the_ends_are_told_once_each_time_they_are_reached(lens):
    told = []
    lens.list.reached_top.connect(lambda: told.append("top"))
    lens.list.reached_bottom.connect(lambda: told.append("bottom"))
    bar = lens.list.verticalScrollBar()
    for value in (5_000, 100, 0, 0, 5_000):
        bar.setValue(value)
    bar.setValue(bar.maximum())
    bar.setValue(bar.maximum())

    assert told == ["top", "bottom"]


def test_the_same_window_again_shows_what_is_stored_by_now(lens):
    before = lens.picture()
    changed = lens.list.model().ids[0]
    lens.shelf.put([entry(post("edited since", minutes=0), tie=1_000)])
    lens.list.set_window(lens.shelf.window())

    assert lens.list.model().ids[0] == changed
    assert lens.picture() != before
