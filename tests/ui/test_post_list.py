"""The list answers the pointer and the keys, and says which posts were read."""

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip
from timeline_entries import CLAIRE, LINK, MENTION, NOW, TAG, Lens, entry, facets, feed, gap, post

from desktop.services.domain.account import Cap
from desktop.services.domain.post import LinkCard, Media, Quote
from desktop.ui.post_list_reading import ReadWatch

TEXT = "@zoé bonjour #Lyon voir lumiere.fr/a " + "et encore " * 6


@pytest.fixture
def rich(qtbot, qapp):
    marks = facets(
        TEXT,
        (MENTION, "@zoé", "did:z"),
        (TAG, "#Lyon", "Lyon"),
        (LINK, "lumiere.fr/a", "https://lumiere.fr/a"),
    )
    full = post(
        TEXT,
        facets=marks,
        media=(Media("image", "a", "", "Un four"), Media("image", "b", "", "Un pain")),
        quote=Quote("q", CLAIRE, "dit", NOW),
    )
    return Lens(qtbot, [entry(full), *feed(30, first=10)])


@pytest.fixture
def lens(qtbot, qapp):
    return Lens(qtbot, feed(100))


def move_to(lens: Lens, point: QPoint) -> None:
    where = QPointF(point)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        where,
        QPointF(lens.list.viewport().mapToGlobal(point)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(lens.list.viewport(), event)


def tip_at(lens: Lens, point: QPoint) -> str:
    QToolTip.hideText()
    on_screen = lens.list.viewport().mapToGlobal(point)
    event = QHelpEvent(QEvent.Type.ToolTip, point, on_screen)
    QApplication.sendEvent(lens.list.viewport(), event)
    return QToolTip.text() if QToolTip.isVisible() else ""


@pytest.mark.parametrize(
    "action",
    [
        "reply",
        "repost",
        "like",
        "bookmark",
        "more",
        "mention:did:z",
        "tag:Lyon",
        "link:https://lumiere.fr/a",
        "picture:0",
        "picture:1",
        "quote",
        "author",
    ],
)
def test_everything_painted_can_be_pressed(rich, action):
    rich.click(action)

    assert rich.asked == [(action, rich.list.model().ids[0])]


def test_a_press_beside_everything_opens_the_post(rich):
    rich.click_at(QPoint(70, 100))

    assert rich.asked == [("opened", rich.list.model().ids[0])]


def test_a_link_card_and_a_gap_can_be_pressed(qtbot, qapp):
    card = LinkCard("https://lumiere.fr/b", "Titre")
    lens = Lens(qtbot, [entry(post(card=card, minutes=1)), gap(30)])
    lens.click("link:https://lumiere.fr/b")
    lens.click("gap", row=1)
    lens.click_at(QPoint(5, lens.list.rowViewportPosition(1) + 5))

    assert [what for what, _ in lens.asked] == ["link:https://lumiere.fr/b", "gap"]


def test_a_press_that_ends_elsewhere_does_nothing(rich):
    start, end = rich.box_of("like").center(), rich.box_of("reply").center()
    QTest.mousePress(rich.list.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseRelease(rich.list.viewport(), Qt.MouseButton.LeftButton, pos=end)

    assert rich.asked == []


def test_a_double_click_counts_once(rich):
    point = rich.box_of("like").center()
    rich.click_at(point)
    QTest.mouseDClick(rich.list.viewport(), Qt.MouseButton.LeftButton, pos=point)

    assert [what for what, _ in rich.asked].count("like") <= 2
    assert "opened" not in [what for what, _ in rich.asked]


def test_what_the_account_cannot_do_is_never_asked_for(rich):
    rich.list.set_capabilities(lambda of: Cap.LIKE)
    for action in ("reply", "repost", "like", "bookmark"):
        rich.click(action)
    QTest.keyClick(rich.list, Qt.Key.Key_R)
    QTest.keyClick(rich.list, Qt.Key.Key_B)

    assert [what for what, _ in rich.asked] == ["like", "bookmark"]
    assert "read only" in tip_at(rich, rich.box_of("reply").center())
    QToolTip.hideText()


def test_tooltips_say_what_is_under_the_pointer(rich):
    assert tip_at(rich, rich.box_of("like").center()) == "Like (L)"
    assert tip_at(rich, rich.box_of("link:https://lumiere.fr/a").center()) == "https://lumiere.fr/a"
    assert tip_at(rich, rich.box_of("picture:1").center()) == "Un pain"
    QToolTip.hideText()


def test_a_tooltip_of_a_stranger_is_plain(qtbot, qapp):
    media = (Media("image", "a", "", "<img src='/dev/zero'><b>x"),)
    lens = Lens(qtbot, [entry(post(media=media))])
    tip = tip_at(lens, lens.box_of("picture:0").center())
    QToolTip.hideText()

    assert not QtGui.Qt.mightBeRichText(tip)
    assert "img src" in tip


def test_the_pointer_takes_the_shape_of_what_it_is_on(rich):
    shapes = []
    for point in (
        rich.box_of("like").center(),
        rich.box_of("tag:Lyon").center(),
        QPoint(70, 100),
    ):
        move_to(rich, point)
        shapes.append(rich.list.viewport().cursor().shape())
    rich.list.set_capabilities(lambda of: Cap.NONE)
    move_to(rich, rich.box_of("like").center())
    shapes.append(rich.list.viewport().cursor().shape())

    assert shapes == [
        Qt.CursorShape.PointingHandCursor,
        Qt.CursorShape.PointingHandCursor,
        Qt.CursorShape.ArrowCursor,
        Qt.CursorShape.ForbiddenCursor,
    ]


def test_what_the_pointer_is_on_is_painted_otherwise(rich):
    calm = rich.picture()
    seen = [calm]
    for point in (
        QPoint(70, 100),
        rich.box_of("like").center(),
        rich.box_of("tag:Lyon").center(),
        rich.box_of("author", number=0).center() + QPoint(60, -10),
    ):
        move_to(rich, point)
        seen.append(rich.picture())
    QApplication.sendEvent(rich.list.viewport(), QEvent(QEvent.Type.Leave))

    assert all(one != other for one, other in combinations(seen, 2))
    assert rich.picture() == calm


def test_a_warned_post_opens_and_closes_in_place(qtbot, qapp):
    secret = entry(post("secret " * 50, warning="Spoiler", minutes=3))
    lens = Lens(qtbot, [*feed(1), secret, *feed(30, first=5)])
    covered = lens.list.rowHeight(1)
    lens.click("warning", row=1)
    shown = lens.list.rowHeight(1)
    QTest.keyClick(lens.list, Qt.Key.Key_W)

    assert shown > covered
    assert lens.list.rowHeight(1) == covered
    assert lens.asked == []


def test_j_and_k_go_from_post_to_post_and_keep_them_whole(lens):
    lens.list.setFocus()
    for step in range(1, 60):
        QTest.keyClick(lens.list, Qt.Key.Key_J if step % 2 else Qt.Key.Key_Down)
        row = lens.list.currentIndex().row()
        top = lens.list.rowViewportPosition(row)
        assert top >= 0
        assert top + lens.list.rowHeight(row) <= lens.list.viewport().height()
    last = lens.list.currentIndex().row()
    for _ in range(10):
        QTest.keyClick(lens.list, Qt.Key.Key_K)

    assert last >= 55
    assert lens.list.currentIndex().row() == last - 10


def test_after_scrolling_away_j_begins_where_one_reads(lens):
    QTest.keyClick(lens.list, Qt.Key.Key_J)
    lens.list.verticalScrollBar().setValue(6_000)
    QTest.keyClick(lens.list, Qt.Key.Key_J)

    top = lens.list.rowViewportPosition(lens.list.currentIndex().row())
    assert 0 <= top < lens.list.viewport().height()


def test_home_end_and_pages(lens):
    QTest.keyClick(lens.list, Qt.Key.Key_End)
    assert lens.list.currentIndex().row() == 99

    QTest.keyClick(lens.list, Qt.Key.Key_Home)
    assert lens.list.currentIndex().row() == 0
    assert lens.list.place().offset == 0

    followed = lens.list.model().ids[lens.list.rowAt(lens.list.viewport().height() - 10)]
    before = lens.top_of(followed)
    QTest.keyClick(lens.list, Qt.Key.Key_Space)
    assert before - lens.top_of(followed) == lens.list.viewport().height() - 48

    QTest.keyClick(lens.list, Qt.Key.Key_PageUp)
    assert lens.top_of(followed) == before


@pytest.mark.parametrize(
    ("key", "action"),
    [
        (Qt.Key.Key_R, "reply"),
        (Qt.Key.Key_L, "like"),
        (Qt.Key.Key_B, "repost"),
        (Qt.Key.Key_S, "bookmark"),
        (Qt.Key.Key_P, "author"),
        (Qt.Key.Key_V, "picture:0"),
        (Qt.Key.Key_Return, "opened"),
        (Qt.Key.Key_Enter, "opened"),
        (Qt.Key.Key_Period, "more"),
        (Qt.Key.Key_Menu, "more"),
    ],
)
def test_each_key_does_what_its_tooltip_says(rich, key, action):
    QTest.keyClick(rich.list, key)

    assert rich.asked == [(action, rich.list.model().ids[0])]


def test_enter_on_a_gap_fetches_it(qtbot, qapp):
    lens = Lens(qtbot, [gap(3), *feed(5, first=5)])
    QTest.keyClick(lens.list, Qt.Key.Key_Return)

    assert lens.asked == [("gap", lens.list.model().ids[0])]


def test_letters_can_be_switched_off_and_arrows_stay(lens):
    QTest.keyClick(lens.list, Qt.Key.Key_Home)
    lens.list.set_single_keys(False)
    QTest.keyClick(lens.list, Qt.Key.Key_L)
    QTest.keyClick(lens.list, Qt.Key.Key_Down)

    assert lens.asked == []
    assert lens.list.currentIndex().row() == 1
    assert not is_kept(lens, Qt.Key.Key_L, "l")
    assert is_kept(lens, Qt.Key.Key_Down, "")


def is_kept(lens: Lens, key: Qt.Key, text: str) -> bool:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier, text)
    event.ignore()
    QApplication.sendEvent(lens.list, event)
    return event.isAccepted()


def test_the_windows_shortcuts_do_not_take_the_lists_letters(lens):
    control = Qt.KeyboardModifier.ControlModifier
    chord = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_R, control, "\x12")
    chord.ignore()
    QApplication.sendEvent(lens.list, chord)

    assert is_kept(lens, Qt.Key.Key_R, "r")
    assert not is_kept(lens, Qt.Key.Key_X, "x")
    assert not chord.isAccepted()


def test_letters_typed_in_a_field_do_nothing_to_posts(qtbot, lens):
    field = QLineEdit(lens.list)
    QTest.keyClicks(field, "jklrbs")

    assert field.text() == "jklrbs"
    assert lens.asked == []


def test_a_right_press_asks_for_the_menu_of_that_post(lens):
    point = QPoint(100, lens.list.rowViewportPosition(1) + 5)
    on_screen = lens.list.viewport().mapToGlobal(point)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, on_screen)
    QApplication.sendEvent(lens.list.viewport(), event)

    assert lens.asked == [("more", lens.list.model().ids[1])]
    assert lens.list.menu_point() == on_screen


def test_the_menu_of_the_keyboard_opens_at_its_button(lens):
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(lens.list.viewport(), event)
    box = lens.box_of("more")

    assert lens.asked == [("more", lens.list.model().ids[0])]
    assert lens.list.menu_point() == lens.list.viewport().mapToGlobal(box.bottomLeft())


def test_the_current_post_stays_current_when_new_ones_come(lens):
    lens.list.verticalScrollBar().setValue(3_000)
    QTest.keyClick(lens.list, Qt.Key.Key_J)
    current = lens.list.current_entry().id
    lens.shelf.put(feed(5, first=-5))
    lens.list.set_window(lens.shelf.window())
    assert lens.list.current_entry().id == current

    lens.shelf.put([entry(post("in between", minutes=0.5), tie=9)])
    lens.list.set_window(lens.shelf.window())
    assert lens.list.current_entry().id == current


def test_the_keyboard_shows_a_ring_and_the_pointer_none(lens):
    lens.list.activateWindow()
    lens.list.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.sendEvent(
        lens.list, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason)
    )
    focus = lens.theme.tokens.focus.rgb()
    with_ring = lens.picture()
    lens.click_at(QPoint(70, 100))
    without = lens.picture()

    assert lens.list.hasFocus()
    assert with_ring.pixel(300, 2) == focus
    assert without.pixel(300, 2) != focus


def test_tab_leaves_the_list(lens):
    assert not lens.list.tabKeyNavigation()


def test_an_opened_post_is_marked_while_it_is_open(lens):
    calm = lens.picture()
    lens.list.set_opened(lens.list.model().ids[0])
    marked = lens.picture()
    lens.list.set_opened(0)

    assert marked.pixel(3, 3) == lens.theme.tokens.selected.rgb()
    assert lens.picture() == calm


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
