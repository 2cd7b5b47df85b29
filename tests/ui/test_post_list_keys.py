"""Keys go from post to post and do what their tooltips say, only while the list has the focus."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from timeline_entries import Lens, entry, feed, gap, post

from desktop.services.domain.account import Cap
from desktop.services.domain.post import Media
from desktop.ui import post_list_pressed


@pytest.fixture
def lens(qtbot, qapp):
    return Lens(qtbot, feed(100))


@pytest.fixture
def rich(qtbot, qapp):
    full = post("bonjour", media=(Media("image", "a", "", "Un four"),))
    return Lens(qtbot, [entry(full), *feed(30, first=10)])


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
    lens.keymap.set_letters(False)
    QTest.keyClick(lens.list, Qt.Key.Key_L)
    QTest.keyClick(lens.list, Qt.Key.Key_Down)

    assert lens.asked == []
    assert lens.list.currentIndex().row() == 1
    assert not is_kept(lens, Qt.Key.Key_L, "l")
    assert is_kept(lens, Qt.Key.Key_Down, "")


def test_other_letters_do_it_where_the_user_chose_others_at_once(rich):
    rich.keymap.choose("list.reply", "X")
    rich.keymap.choose("list.like", "Ctrl+Shift+L")
    for key in (Qt.Key.Key_R, Qt.Key.Key_L, Qt.Key.Key_X):
        QTest.keyClick(rich.list, key)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(rich.list, Qt.Key.Key_L, both)

    first = rich.list.model().ids[0]
    assert rich.asked == [("reply", first), ("like", first)]


def told(monkeypatch: pytest.MonkeyPatch, lens: Lens, action: str) -> str:
    said: list[str] = []
    monkeypatch.setattr(post_list_pressed, "show_tooltip", lambda at, text, on: said.append(text))
    at = lens.box_of(action).center()
    view = lens.list.viewport()
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, at, view.mapToGlobal(at)))
    return said[-1]


def test_a_tooltip_says_the_key_that_does_it_now(rich, monkeypatch):
    assert told(monkeypatch, rich, "reply") == "Reply (R)"

    rich.keymap.choose("list.reply", "X")
    assert told(monkeypatch, rich, "reply") == "Reply (X)"

    rich.keymap.set_letters(False)
    assert told(monkeypatch, rich, "reply") == "Reply"


def test_what_an_account_cannot_do_is_explained_below_its_key(lens, monkeypatch):
    lens.list.set_capabilities(lambda entry: Cap.NONE)
    said = told(monkeypatch, lens, "like")

    assert said.splitlines()[0] == "Like (L)"
    assert "read only" in said


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


def test_the_post_below_one_that_goes_becomes_the_current_one(lens):
    for _ in range(3):
        QTest.keyClick(lens.list, Qt.Key.Key_J)
    row, ids = lens.list.currentIndex().row(), list(lens.list.model().ids)
    del lens.shelf.by_id[ids[row]]
    lens.list.set_window(lens.shelf.window())
    assert lens.list.current_entry().id == ids[row + 1]

    QTest.keyClick(lens.list, Qt.Key.Key_K)
    assert lens.list.current_entry().id == ids[row - 1]


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
