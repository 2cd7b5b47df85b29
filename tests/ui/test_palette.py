"""The palette on the screen: typed into, moved in with keys and pointer, and left again."""

import pytest
from fakes import TasksNow
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from screens import heard, settle
from ui.test_palette_rows import row

from desktop.services.domain.matching import match
from desktop.ui.dialogs import Scrim
from desktop.ui.palette import Palette
from desktop.ui.palette_answers import SlowSource
from desktop.ui.palette_rows import OFFERED, Found

ROWS = ("New post", "Fetch new posts", "Go to Home", "Go to Mentions")
PERSON = row("Nathan Leroy", "People", detail="@nathan", network="mastodon")


def instant(typed: str) -> list[Found]:
    found = [
        row(text, "Places" if "Go" in text else "Actions", marks=at.spans, rank=at.rank)
        for text in ROWS
        if (at := match(typed, text)) is not None
    ]
    return [*found, row(f"Search posts for “{typed}”", rank=OFFERED, keys="Ctrl F")]


def people(typed: str) -> list[Found]:
    return [PERSON] if match(typed, PERSON.text) else []


@pytest.fixture
def window(shown, theme) -> QWidget:
    made = QWidget()
    made.setMinimumSize(1000, 700)
    made.line = QLineEdit(made)
    shown(made)
    made.activateWindow()
    made.line.setFocus()
    return made


@pytest.fixture
def palette(window, theme) -> Palette:
    made = Palette(
        theme,
        TasksNow(),
        instant=(instant,),
        slow=(SlowSource(people, lambda _, found: found),),
        resting=lambda: [row("Go to Home", "Places"), row("Go to Mentions", "Places")],
        parent=window,
    )
    made.open()
    settle()
    return made


@pytest.fixture
def announced(monkeypatch) -> list[str]:
    said: list[str] = []

    def note(event: object) -> None:
        said.append(event.message())

    monkeypatch.setattr("desktop.ui.palette_list.QAccessible.updateAccessibility", note)
    return said


def type_in(palette: Palette, words: str) -> None:
    palette.field.setText(words)
    palette._answers._pause.stop()
    palette._answers._pause.timeout.emit()


def current(palette: Palette) -> str:
    found = palette.list.current()
    return found.text if found is not None else ""


def lines(palette: Palette) -> list[str]:
    model = palette.list.model()
    return [model.data(model.index(at)) for at in range(model.rowCount())]


def press(palette: Palette, key: Qt.Key, held=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(palette.field, key, held)


def test_it_opens_with_the_places_and_the_keyboard_in_the_field(palette, window):
    assert palette.field.hasFocus()
    assert lines(palette) == ["Places", "Go to Home", "Go to Mentions"]
    assert current(palette) == "Go to Home"
    (scrim,) = window.findChildren(Scrim)
    assert scrim.isVisible()


def test_it_stands_in_the_middle_near_the_top_as_high_as_what_it_lists(palette, window):
    below = palette.geometry().bottom()
    middle = window.mapToGlobal(window.rect().center()).x()
    assert abs(palette.geometry().center().x() - middle) <= 1
    assert palette.width() == 620

    type_in(palette, "new")

    assert palette.geometry().bottom() > below
    assert palette.list.verticalScrollBar().maximum() == 0


def test_it_follows_its_window(palette, window):
    window.resize(1200, 700)
    settle()

    middle = window.mapToGlobal(window.rect().center()).x()
    assert abs(palette.geometry().center().x() - middle) <= 1


def test_it_leaves_room_round_it_in_a_small_window_and_large_text(palette, window, theme):
    theme.set_text_size(150)
    window.setMinimumSize(0, 0)
    window.resize(640, 400)
    settle()
    type_in(palette, "o")

    assert palette.width() <= 640 - 48
    corner = window.mapToGlobal(QPoint(0, 0))
    assert palette.geometry().bottom() <= corner.y() + 400
    assert palette.list.verticalScrollBar().maximum() > 0
    theme.set_text_size(100)


def test_what_is_typed_is_found_at_once_and_the_rest_comes_below(palette):
    palette.field.setText("nathan")
    assert lines(palette) == ["Actions", "Search posts for “nathan”"]

    type_in(palette, "nathan")
    assert lines(palette) == ["Actions", "Search posts for “nathan”", "People", "Nathan Leroy"]


def test_what_comes_later_moves_neither_the_current_row_nor_what_is_in_sight(palette):
    palette.field.setText("nath")
    was = palette.list.visualRect(palette.list.currentIndex())
    type_in(palette, "nath")

    assert current(palette) == "Search posts for “nath”"
    assert palette.list.visualRect(palette.list.currentIndex()) == was


def test_keys_move_over_the_rows_and_pass_the_headings(palette):
    type_in(palette, "o")
    rows = [line for line in lines(palette) if line not in ("Actions", "Places", "People")]
    seen = [current(palette)]
    for _ in rows[1:]:
        press(palette, Qt.Key.Key_Down)
        seen.append(current(palette))
    assert seen == rows

    press(palette, Qt.Key.Key_Down)
    assert current(palette) == rows[0], "after the last the first again"
    press(palette, Qt.Key.Key_Up)
    assert current(palette) == rows[-1]
    press(palette, Qt.Key.Key_Home)
    assert current(palette) == rows[0]
    press(palette, Qt.Key.Key_End)
    assert current(palette) == rows[-1]
    press(palette, Qt.Key.Key_PageUp)
    assert current(palette) == rows[0]
    press(palette, Qt.Key.Key_PageDown)
    assert current(palette) == rows[-1]


def test_keys_with_shift_are_left_to_the_words_in_the_field(palette):
    type_in(palette, "new")
    press(palette, Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)

    assert palette.field.selectedText() == "new"
    assert current(palette) == "New post"


def test_enter_chooses_and_gives_the_keyboard_back(palette, window):
    chosen = heard(palette.chosen)
    type_in(palette, "home")

    press(palette, Qt.Key.Key_Return)
    settle()

    assert [found.text for (found,) in chosen] == ["Go to Home"]
    assert not palette.isVisible()
    assert not window.findChildren(Scrim)
    window.activateWindow()
    settle()
    assert window.focusWidget() is window.line


@pytest.mark.parametrize("way", ["key", "button"])
def test_escape_closes_and_gives_the_keyboard_back(palette, window, way):
    chosen = heard(palette.chosen)
    type_in(palette, "home")
    if way == "key":
        press(palette, Qt.Key.Key_Escape)
    else:
        palette._close.click()
    settle()

    assert not palette.isVisible()
    assert chosen == []
    assert window.focusWidget() is window.line


def test_enter_does_nothing_where_nothing_is_found(theme, window):
    palette = Palette(theme, TasksNow(), instant=(), slow=(), resting=lambda: (), parent=window)
    palette.open()
    palette.field.setText("xylophone")
    press(palette, Qt.Key.Key_Enter)
    palette.list.step("next")

    assert palette.isVisible()
    assert lines(palette) == ["Nothing found"]
    assert palette.list.content_height() > 0


def test_nothing_found_is_said_below_what_is_offered(palette, announced):
    type_in(palette, "xylophone")

    assert lines(palette) == ["Actions", "Search posts for “xylophone”", "Nothing found"]
    assert current(palette) == "Search posts for “xylophone”"
    assert announced == ["Nothing found"]


def test_a_screen_reader_hears_how_much_was_found_and_each_row_with_its_new_heading(
    palette, announced
):
    type_in(palette, "new")
    press(palette, Qt.Key.Key_Down)
    press(palette, Qt.Key.Key_Down)

    assert announced[0].endswith("Actions. New post")
    assert "3" in announced[0]
    assert announced[1:] == ["Fetch new posts", "Search posts for “new”, Ctrl F"]


def test_the_list_is_read_as_a_list_whose_rows_say_all(palette):
    type_in(palette, "nathan")
    spoken = QAccessible.queryAccessibleInterface(palette.list)
    names = [spoken.child(at).text(QAccessible.Text.Name) for at in range(spoken.childCount())]

    assert spoken.role() == QAccessible.Role.List
    assert "Nathan Leroy, @nathan" in names
    field = QAccessible.queryAccessibleInterface(palette.field)
    assert field.text(QAccessible.Text.Name) == "Search or jump to"


def test_emptied_it_lists_the_places_again(palette):
    type_in(palette, "new")
    type_in(palette, "  ")

    assert lines(palette) == ["Places", "Go to Home", "Go to Mentions"]
