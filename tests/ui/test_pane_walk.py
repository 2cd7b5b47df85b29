"""A key leads round the panes of a window, back to where the keyboard was in each."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from screens import settle

from desktop.ui.pane_walk import PaneWalk, be_pane


class Window(QWidget):
    """A rail of two buttons, a header, a list under a button, and a side of two buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.rail, self.header, self.feed, self.side = (QWidget() for _ in range(4))
        self.list = QListWidget()
        self.buttons = {
            name: QPushButton(name)
            for name in ("home", "inbox", "search", "filter", "back", "reply")
        }
        for pane, held in (
            (self.rail, ("home", "inbox")),
            (self.header, ("search",)),
            (self.feed, ("filter",)),
            (self.side, ("back", "reply")),
        ):
            column = QVBoxLayout(pane)
            for name in held:
                column.addWidget(self.buttons[name])
        self.feed.layout().addWidget(self.list)
        body = QHBoxLayout()
        body.addWidget(self.feed)
        body.addWidget(self.side)
        page = QVBoxLayout()
        # The last to be made is not the last to be read.
        page.addLayout(body)
        page.insertWidget(0, self.header)
        whole = QHBoxLayout(self)
        whole.addWidget(self.rail)
        whole.addLayout(page)
        be_pane(self.side, self.feed, self.header, self.rail)
        self.walk = PaneWalk(self)

    def focused(self) -> str:
        """Return what has the keyboard."""
        focused = self.focusWidget()
        return "list" if focused is self.list else focused.text()


@pytest.fixture
def window(qtbot):
    made = Window()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    made.activateWindow()
    settle()
    made.buttons["home"].setFocus()
    return made


def walked(window: Window, by: int, times: int) -> list[str]:
    """Walk so often; return where the keyboard was each time."""
    found = []
    for _ in range(times):
        window.walk.go(by)
        found.append(window.focused())
    return found


def test_panes_follow_one_another_in_reading_order_and_a_list_comes_first(window):
    assert walked(window, 1, 4) == ["search", "list", "back", "home"]


def test_the_way_back_is_the_same_the_other_way_round(window):
    assert walked(window, -1, 4) == ["back", "list", "search", "home"]


def test_the_keyboard_comes_back_to_where_it_was_in_a_pane(window):
    window.buttons["inbox"].setFocus()
    window.buttons["reply"].setFocus()

    assert walked(window, 1, 4) == ["inbox", "search", "list", "reply"]


def test_what_cannot_be_used_any_more_is_not_gone_back_to(window):
    window.buttons["reply"].setFocus()
    window.buttons["home"].setFocus()
    window.buttons["reply"].setEnabled(False)

    assert walked(window, -1, 1) == ["back"]


def test_panes_that_are_hidden_or_hold_nothing_are_passed_over(window):
    window.side.hide()
    window.buttons["search"].setEnabled(False)

    assert walked(window, 1, 3) == ["list", "home", "list"]


def test_of_a_pane_within_a_pane_the_inner_one_is_gone_to(window):
    be_pane(window)
    around = QWidget(window)
    be_pane(around)

    assert walked(window, 1, 4) == ["search", "list", "back", "home"]


def test_from_nowhere_it_begins_at_either_end(window):
    window.buttons["home"].clearFocus()
    window.walk.go(-1)
    assert window.focused() == "back"

    window.buttons["back"].clearFocus()
    window.walk.go(1)
    assert window.focused() == "home"


def test_it_goes_from_right_to_left_where_one_reads_so(window):
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()

    assert walked(window, 1, 4) == ["search", "list", "back", "home"]


def test_a_pane_that_is_scrolled_away_is_brought_in_sight(qtbot):
    area = QScrollArea()
    qtbot.addWidget(area)
    row = QWidget()
    box = QHBoxLayout(row)
    panes = []
    for number in range(4):
        pane = QWidget()
        pane.setMinimumWidth(200)
        QVBoxLayout(pane).addWidget(QPushButton(str(number)))
        be_pane(pane)
        box.addWidget(pane)
        panes.append(pane)
    area.setWidget(row)
    area.resize(300, 100)
    area.show()
    area.activateWindow()
    settle()
    PaneWalk(area).go(-1)

    assert panes[-1].visibleRegion().boundingRect().width() == panes[-1].width()


def test_a_window_without_panes_stays_as_it_is(qtbot):
    bare = QWidget()
    qtbot.addWidget(bare)
    bare.show()
    PaneWalk(bare).go(1)

    assert bare.focusWidget() is None


def test_what_is_scrolled_out_of_sight_keeps_its_place_in_the_round(qtbot):
    window, area, row = QWidget(), QScrollArea(), QWidget()
    qtbot.addWidget(window)
    rail = QPushButton("rail")
    box = QHBoxLayout(row)
    panes = [QWidget() for _ in range(4)]
    for number, pane in enumerate(panes):
        QVBoxLayout(pane).addWidget(QPushButton(f"column {number}"))
        pane.setFixedWidth(300)
        box.addWidget(pane)
    area.setWidget(row)
    whole = QHBoxLayout(window)
    whole.addWidget(rail)
    whole.addWidget(area)
    be_pane(window, *panes)
    side = QWidget()
    QVBoxLayout(side).addWidget(rail)
    whole.insertWidget(0, side)
    be_pane(side)
    window.resize(500, 300)
    window.show()
    window.activateWindow()
    settle()
    walk, seen = PaneWalk(window), []
    for _ in range(6):
        walk.go(1)
        seen.append(window.focusWidget().text())

    assert seen == ["rail", "column 0", "column 1", "column 2", "column 3", "rail"]
