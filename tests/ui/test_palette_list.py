"""The list of a palette under the pointer, and how its lines are painted and told whole."""

import pytest
from painted import colours_in
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from screens import heard, settle
from ui.test_palette_rows import row

from desktop.ui.palette_list import PaletteList


@pytest.fixture
def view(shown, theme) -> PaletteList:
    """A heading and three rows."""
    field = QLineEdit()
    made = PaletteList(theme, field)
    field.setParent(made)
    field.hide()
    made.setMinimumSize(620, 300)
    shown(made)
    made.show_found([row("New post"), row("Fetch new posts"), row("Close")])
    settle()
    return made


def current(view: PaletteList) -> str:
    found = view.current()
    return found.text if found is not None else ""


def point_at(view: PaletteList, at: int) -> QPoint:
    """Move the pointer over a line."""
    place = view.visualRect(view.model().index(at)).center()
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(place),
        QPointF(view.viewport().mapToGlobal(place)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view.viewport(), event)
    return place


def test_the_pointer_makes_a_row_current_and_presses_it(view):
    chosen = heard(view.chosen)
    point_at(view, 1)
    place = point_at(view, 2)
    assert current(view) == "Fetch new posts"
    assert view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor

    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert [found.text for (found,) in chosen] == ["Fetch new posts"]


def test_a_resting_pointer_headings_and_other_buttons_choose_nothing(view):
    chosen = heard(view.chosen)
    place = point_at(view, 3)
    assert current(view) == "New post", "the list came up under the pointer"

    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=place)
    heading = point_at(view, 0)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=heading)

    assert chosen == []
    assert current(view) == "New post"
    assert view.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


def test_words_that_are_cut_are_whole_in_the_tooltip(view, monkeypatch):
    said: list[str] = []
    monkeypatch.setattr(
        "desktop.ui.palette_list.show_tooltip", lambda _, text, __: said.append(text)
    )
    long = "A very long line of words " * 8
    view.show_found([row(long), row("Name", detail=long), row("Name", detail="short")])
    for at in range(4):
        place = view.visualRect(view.model().index(at)).center()
        event = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
        QApplication.sendEvent(view.viewport(), event)

    assert said == ["", long, f"Name\n{long}", ""]


@pytest.mark.parametrize("look", ["light", "dark"])
def test_every_kind_of_line_is_painted_in_every_look_and_direction(view, theme, look):
    theme.set_look(look)
    view.show_found(
        [
            row("Bœuf 🥐 pain", marks=((1, 2), (5, 6)), detail="with butter"),
            row("Nathan", "People", network="mastodon"),
            row("خبز", "People", marks=((0, 2),), keys="?"),
            row("word " * 60),
        ]
    )
    view.note("Nothing else")
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        view.setLayoutDirection(direction)
        settle()
        assert theme.tokens.selected.name() in colours_in(view)


def test_the_current_row_has_an_edge_where_soft_fills_are_left_out(view, theme):
    theme.set_high_contrast(True)

    assert theme.tokens.control.name() in colours_in(view)
    theme.set_high_contrast(None)
