"""Panes scroll rather than squash, headers keep their height, borders can be moved."""

import pytest
from painted import colours_in
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.ui.buttons import Button
from desktop.ui.cards import Ground
from desktop.ui.labels import Label
from desktop.ui.panes import Header, ScrollPane, Splitter

LONG = "Your saved posts are still here, and what you write waits in the outbox until then. " * 3


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("size", [(900, 600), (400, 200), (300, 90)])
def test_nothing_in_a_pane_is_ever_squashed(theme, qtbot, percent, size):
    theme.set_text_size(percent)
    pane = ScrollPane(theme)
    labels = [Label(theme, LONG, wraps=True) for _ in range(6)]
    buttons = [Button(theme, "Publish") for _ in range(4)]
    for widget in (*labels, *buttons):
        pane.column.addWidget(widget)
    qtbot.addWidget(pane)
    pane.resize(*size)
    pane.show()

    for label in labels:
        assert label.height() >= label.heightForWidth(label.width())
    for button in buttons:
        assert button.height() >= button.sizeHint().height()


def test_what_does_not_fit_can_be_scrolled_to(theme, qtbot):
    pane = ScrollPane(theme)
    for _ in range(30):
        pane.column.addWidget(Label(theme, "A line"))
    qtbot.addWidget(pane)
    pane.resize(300, 200)
    pane.show()

    assert pane.verticalScrollBar().maximum() > 0
    assert pane.horizontalScrollBar().maximum() == 0


def test_a_wide_pane_keeps_its_column_narrow_enough_to_read(theme, qtbot):
    pane = ScrollPane(theme, widest=400)
    label = Label(theme, LONG, wraps=True)
    pane.column.addWidget(label)
    qtbot.addWidget(pane)
    pane.resize(1_200, 400)
    pane.show()

    assert label.width() <= 400
    assert abs(label.parentWidget().geometry().center().x() - pane.viewport().width() / 2) < 3


@pytest.mark.parametrize("look", ["light", "dark"])
def test_a_pane_has_the_ground_of_the_look(theme, shown, look):
    pane = shown(ScrollPane(theme, "surface"))
    theme.set_look(look)

    assert theme.tokens.surface.name() in colours_in(pane)


def test_a_header_is_64_pixels_high_and_grows_with_its_title(theme, shown):
    header = shown(Header(theme, "Home"))
    assert header.height() == 64

    theme.set_text_size(150)
    assert header.sizeHint().height() == 96


def test_a_long_title_gives_way_to_the_controls(theme, qtbot):
    header = Header(theme, "Accounts and privacy of the whole shop and its people")
    button = Button(theme, "Connect an account")
    header.add(button)
    qtbot.addWidget(header)
    header.resize(320, 64)
    header.show()

    assert button.geometry().right() <= header.width()
    assert button.width() >= button.sizeHint().width()
    header.setText("Home")
    assert header.title.text() == "Home"


def test_no_pane_can_be_lost_behind_a_border(theme, qtbot):
    split = Splitter(theme)
    panes = [Ground(theme, "surface"), Ground(theme, "window")]
    for pane in panes:
        pane.setMinimumWidth(80)
        split.addWidget(pane)
    qtbot.addWidget(split)
    split.resize(400, 100)
    split.show()
    split.setSizes([400, 0])

    assert min(pane.width() for pane in panes) >= 80
    assert split.handleWidth() == 1


def test_a_border_is_painted_from_the_look(theme, qtbot):
    split = Splitter(theme, Qt.Orientation.Vertical)
    for _ in range(2):
        split.addWidget(QWidget())
    qtbot.addWidget(split)
    split.resize(50, 50)
    split.show()
    theme.set_look("dark")

    assert theme.tokens.border.name() in colours_in(split.handle(1))
