"""Each rule of access, held against something that breaks it and against the same thing mended."""

from collections.abc import Iterator

import pytest
from access import (
    SamePlace,
    lost_by_panes,
    small_targets,
    small_zones,
    told_by_colour,
    unheard_rows,
    unspeakable,
    untied_problems,
    untold_icons,
    untold_pictures,
    without_ring,
)
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QListView,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.accessible import install_roles
from desktop.ui.badges import Badge
from desktop.ui.buttons import Button, IconButton
from desktop.ui.fields import Field, LineEdit
from desktop.ui.pane_walk import PaneWalk, be_pane
from desktop.ui.panes import Header
from desktop.ui.post_card import Zone
from desktop.ui.sparklines import Sparkline
from desktop.ui.theme import Theme


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    install_roles()
    worn = Theme()
    worn.apply(qapp)
    worn.set_look("light")
    yield worn
    worn.set_look("system")
    worn.deleteLater()


@pytest.fixture
def page(qtbot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    return made


def show(page: QWidget, *widgets: QWidget) -> None:
    for each in widgets:
        page.layout().addWidget(each)
    page.show()
    page.activateWindow()
    QApplication.processEvents()


def test_a_target_under_24_pixels_is_a_fault(theme, page):
    button = IconButton(theme, "x", "Close")
    show(page, button)
    assert small_targets(page) == []

    button.setFixedSize(24, 23)
    assert any("24x23" in fault for fault in small_targets(page))


def test_a_small_place_in_a_post_is_a_fault_unless_a_larger_one_does_the_same():
    large, small = QRect(0, 0, 28, 28), QRect(40, 0, 90, 20)
    zones = [
        Zone("like", (large,)),
        Zone("author", (large,)),
        Zone("author", (small,), shape="link"),
        Zone("open", (small,)),
        Zone("link:https://lumiere.example", (small,), shape="link"),
        Zone("repost", (small,)),
    ]

    assert [zone.action for zone, _ in small_zones(zones)] == ["repost"]


def test_a_low_line_of_a_menu_is_a_fault(qtbot):
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addSeparator()
    line = menu.addAction("Copy")
    font = line.font()
    font.setPixelSize(6)
    line.setFont(font)
    menu.setFont(font)

    assert menu.actionGeometry(line).height() < 24
    assert any("Copy" in fault for fault in small_targets(menu))


def test_low_rows_and_rows_without_words_are_faults(page):
    view, model = QListView(), QStandardItemModel()
    item = QStandardItem("One")
    model.appendRow(item)
    view.setModel(model)
    item.setSizeHint(QSize(80, 12))
    show(page, view)
    assert any("12 high" in fault for fault in small_targets(page))
    assert any("row 0" in fault for fault in unheard_rows(page))

    item.setData("One of three", Qt.ItemDataRole.AccessibleTextRole)
    assert unheard_rows(page) == []


def test_signs_that_only_order_are_a_fault_in_what_is_heard(page):
    button = QPushButton("Reply")
    show(page, button)
    assert unspeakable(page) == []

    button.setAccessibleDescription("to \u2068Claire\u2069")
    assert len(unspeakable(page)) == 1


def test_the_signs_are_a_fault_in_rows_and_in_menus_too(page, qtbot):
    view, model, menu = QListView(), QStandardItemModel(), QMenu()
    item = QStandardItem("One")
    item.setData("\u2068One\u2069", Qt.ItemDataRole.AccessibleTextRole)
    model.appendRow(item)
    view.setModel(model)
    show(page, view)
    assert len(unspeakable(page)) == 1

    qtbot.addWidget(menu)
    menu.addAction("Mute \u2068Claire\u2069")
    assert len(unspeakable(menu)) == 1


def test_an_icon_that_tells_nobody_what_it_does_is_a_fault(theme, page):
    button = IconButton(theme, "x", "Close")
    show(page, button)
    assert untold_icons(page) == []

    button.setToolTip("")
    assert len(untold_icons(page)) == 1


def test_a_chart_without_its_sentence_is_a_fault(theme, page):
    chart = Sparkline(theme, "Mentions")
    show(page, chart)
    assert len(untold_pictures(page)) == 1

    chart.show_values([1, 2, 3], "Rising since Monday.")
    assert untold_pictures(page) == []


def test_a_mistake_that_is_not_said_of_its_field_is_a_fault(theme, page):
    editor = LineEdit(theme)
    field = Field(theme, "Address", editor)
    show(page, field)
    field.set_problem("Type an address.")
    assert untied_problems(page) == []

    editor.setAccessibleDescription("")
    assert len(untied_problems(page)) == 1


def test_a_state_without_a_word_is_a_fault(theme, page):
    badge = Badge(theme, "", "danger")
    show(page, badge)
    assert len(told_by_colour(page)) == 1

    badge.show_state("Refused", "danger")
    assert told_by_colour(page) == []


def test_what_looks_the_same_with_the_keyboard_is_a_fault(theme, page):
    blank = Blank()
    blank.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    show(page, Button(theme, "Save"), blank)

    assert [fault.split()[0] for fault in without_ring(page, set())] == ["Blank"]
    assert without_ring(page, {("Blank", "")}) == []


class Blank(QAbstractButton):
    """Paints nothing, whoever has the keyboard."""

    def paintEvent(self, event: QPaintEvent) -> None:
        pass

    def sizeHint(self) -> QSize:
        return QSize(40, 30)


class Walked(QWidget):
    """Panes side by side with the keys that lead from one to the next."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        self.panes = [QWidget(self) for _ in range(3)]
        for pane in self.panes:
            QVBoxLayout(pane).addWidget(QPushButton("here"))
            row.addWidget(pane)
        be_pane(*self.panes)
        self.walk = PaneWalk(self)
        for keys, by in (("F6", 1), ("Shift+F6", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda by=by: self.walk.go(by))


def test_panes_that_are_gone_round_and_back_are_no_fault(qtbot):
    window = Walked()
    qtbot.addWidget(window)
    window.show()

    assert lost_by_panes(window) == []


def test_a_key_that_leads_elsewhere_on_its_way_back_is_a_fault(qtbot):
    window = Walked()
    qtbot.addWidget(window)
    window.show()
    go = window.walk.go
    window.walk.go = lambda by: go(1)

    assert any("not back" in fault for fault in lost_by_panes(window))


def test_a_key_that_never_comes_round_is_a_fault(qtbot):
    window = Walked()
    qtbot.addWidget(window)
    window.show()
    first, *others = (pane.findChild(QPushButton) for pane in window.panes)
    ways = iter([first, *(others[number % 2] for number in range(40))])
    window.walk.go = lambda by: next(ways).setFocus()

    assert any("never comes back" in fault for fault in lost_by_panes(window))


def test_a_key_that_leads_nowhere_is_a_fault(qtbot):
    window = Walked()
    qtbot.addWidget(window)
    window.show()
    window.walk.go = lambda by: (window.focusWidget() or window).clearFocus()

    assert lost_by_panes(window) == ["F6 leaves the keyboard nowhere"]


def test_help_that_is_missing_or_elsewhere_is_a_fault(theme, qtbot):
    same_place, faults = SamePlace(), []
    for spacing in (12, 30):
        window, header = QWidget(), Header(theme, f"Page {spacing}")
        qtbot.addWidget(window)
        QVBoxLayout(window).addWidget(header)
        PaneWalk(window)
        window.resize(600, 200)
        window.show()
        assert same_place(window) == [f"'Page {spacing}' has no question mark"]
        button = IconButton(theme, "circle-question-mark", "Keyboard shortcuts")
        button.setObjectName("help")
        header.add_last(button)
        header.row.setContentsMargins(24, 0, spacing, 1)
        QApplication.processEvents()
        faults.append(same_place(window))

    assert faults[0] == []
    assert len(faults[1]) == 1
