"""A flow of chips: one row while it fits, then as many as it takes, from either side."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.ui.chips import Chip
from desktop.ui.flow import Flow

NAMES = ("All accounts", "Bluesky", "Mastodon", "Kiosque", "Parvis")


@pytest.fixture
def row(theme, shown) -> QWidget:
    """Five chips."""
    made = QWidget()
    flow = Flow()
    for name in NAMES:
        flow.addWidget(Chip(theme, name))
    made.setLayout(flow)
    return shown(made)


def chips(row: QWidget) -> list[QWidget]:
    return [row.layout().itemAt(each).widget() for each in range(row.layout().count())]


def test_everything_stands_in_one_row_where_it_fits(row):
    assert {chip.y() for chip in chips(row)} == {0}
    assert row.layout().heightForWidth(row.width()) == chips(row)[0].height()


@pytest.mark.parametrize("width", [130, 250, 400])
def test_a_narrow_place_takes_more_rows_and_cuts_nothing(row, width):
    row.resize(width, row.layout().heightForWidth(width))

    assert len({chip.y() for chip in chips(row)}) > 1
    for chip in chips(row):
        assert chip.width() >= chip.minimumSizeHint().width()
        assert row.rect().contains(chip.geometry())


def test_a_row_begins_where_one_begins_to_read(row):
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row.resize(600, 100)

    assert chips(row)[0].geometry().right() == row.rect().right()
    assert chips(row)[1].geometry().right() < chips(row)[0].x()


def test_what_is_hidden_takes_no_room(row):
    before = row.layout().sizeHint().width()
    chips(row)[0].hide()

    assert row.layout().sizeHint().width() < before
    row.layout().activate()
    assert chips(row)[1].x() == 0


def test_what_is_gone_leaves_the_row(row):
    gone = chips(row)[0]
    row.layout().removeWidget(gone)
    gone.setParent(None)
    gone.deleteLater()

    assert len(chips(row)) == len(NAMES) - 1
    assert row.layout().itemAt(9) is None
    assert row.layout().takeAt(9) is None
