"""The shapes of the kit: sharp edges, honest text, mirrored places."""

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.ui.painting import (
    antialiased,
    faded,
    keycap_size,
    mirrored,
    panel,
    spinner,
    text_width,
    words,
)

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


def canvas() -> tuple[QImage, QPainter]:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image, antialiased(QPainter(image))


def test_a_straight_edge_is_one_pure_pixel_wide(qapp):
    image, painter = canvas()
    panel(painter, QRect(0, 0, 60, 40), 7, QColor("#FF0000"), QColor("#0000FF"))
    painter.end()

    row = [QColor(image.pixel(x, 20)).name() for x in range(4)]
    assert row == ["#0000ff", "#ff0000", "#ff0000", "#ff0000"]


def test_a_faded_colour_keeps_its_hue():
    half = faded(QColor("#17604F"), 0.5)

    assert half.alphaF() == pytest.approx(0.5, abs=0.01)
    assert half.name() == "#17604f"


def test_words_that_do_not_fit_end_in_an_ellipsis_inside_their_box(theme):
    image, painter = canvas()
    words(painter, QRectF(0, 0, 30, 40), "Marketplace", theme.font("body"), QColor("black"))
    painter.end()

    right = {image.pixel(x, y) for x in range(32, 60) for y in range(40)}
    assert right == {QColor("white").rgb()}


def test_words_begin_where_reading_begins(theme):
    def inked(direction: Qt.LayoutDirection) -> list[int]:
        image, painter = canvas()
        painter.setLayoutDirection(direction)
        words(painter, QRectF(0, 0, 60, 40), "ii", theme.font("body"), QColor("black"))
        painter.end()
        white = QColor("white").rgb()
        return [x for x in range(60) if any(image.pixel(x, y) != white for y in range(40))]

    assert max(inked(LTR)) < 30 < min(inked(RTL))


def test_a_box_is_mirrored_within_its_place():
    assert mirrored(QRectF(10, 5, 20, 10), QRectF(0, 0, 100, 20), LTR) == QRectF(10, 5, 20, 10)
    assert mirrored(QRectF(10, 5, 20, 10), QRectF(0, 0, 100, 20), RTL) == QRectF(70, 5, 20, 10)


def test_a_keys_frame_holds_its_name_at_every_size(theme):
    for percent in (90, 100, 150):
        theme.set_text_size(percent)
        size = keycap_size(theme, "Ctrl K")

        assert size.width() > text_width(theme.font("caption"), "Ctrl K")
        assert size.height() == theme.px(18)


def test_the_spinner_turns(theme):
    def drawn(turn: float) -> QImage:
        image, painter = canvas()
        spinner(painter, QRectF(0, 0, 20, 20), QColor("black"), turn)
        painter.end()
        return image

    assert drawn(0) != drawn(90)
    assert drawn(0) == drawn(360)
