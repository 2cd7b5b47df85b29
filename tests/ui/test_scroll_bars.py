"""Slim scroll bars: real ones of which only the handle is painted."""

from painted import colours_in
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.ui.scroll_bars import ScrollBar, dress_scroll_bars


def test_a_bar_is_slim_and_paints_only_its_handle(theme, shown):
    bar = ScrollBar(theme, Qt.Orientation.Vertical)
    bar.setRange(0, 100)
    shown(bar)
    bar.resize(12, 200)

    assert bar.sizeHint().width() == 12
    assert len(colours_in(bar)) > 1


def test_nothing_to_scroll_is_nothing_to_see(theme, shown):
    bar = ScrollBar(theme, Qt.Orientation.Vertical)
    bar.setRange(0, 0)
    shown(bar)
    bar.resize(12, 200)

    assert len(colours_in(bar)) == 1


def test_the_handle_grows_under_the_pointer(theme, shown):
    bar = ScrollBar(theme, Qt.Orientation.Vertical)
    bar.setRange(0, 100)
    shown(bar)
    bar.resize(12, 200)
    before = bar.grab().toImage()
    bar.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)

    assert bar.grab().toImage() != before


def test_an_area_wears_both(theme, qtbot):
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidget(QWidget())
    dress_scroll_bars(theme, area)

    assert isinstance(area.verticalScrollBar(), ScrollBar)
    assert isinstance(area.horizontalScrollBar(), ScrollBar)
