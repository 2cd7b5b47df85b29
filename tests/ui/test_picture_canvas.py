"""A canvas without a picture bears everything that is asked of it."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPixmap

from desktop.ui.picture_canvas import PictureCanvas
from desktop.ui.theme import Theme


def test_a_canvas_without_a_picture_says_words_and_cannot_be_zoomed(qtbot, qapp):
    canvas = PictureCanvas(Theme())
    qtbot.addWidget(canvas)
    canvas.resize(300, 200)
    canvas.show_picture(None, "Loading…")
    blank = canvas.grab().toImage()
    canvas.show_picture(None, "")
    canvas.zoom_in()
    canvas.zoom_to(3, QPointF(10, 10))
    canvas.move_by(QPointF(5, 5))

    assert canvas.is_fitted
    assert canvas.grab().toImage() != blank


def test_another_room_fits_the_picture_again(qtbot, qapp):
    canvas = PictureCanvas(Theme())
    qtbot.addWidget(canvas)
    picture = QPixmap(1_000, 10)
    picture.fill("red")
    canvas.show_picture(picture)
    for width in (1_200, 300, 200):
        canvas.resize(width, 150)
        assert canvas.shown_box().width() <= width
        assert canvas.zoom <= 1


def test_each_change_of_size_is_told(qtbot, qapp):
    canvas = PictureCanvas(Theme())
    qtbot.addWidget(canvas)
    picture = QPixmap(400, 400)
    picture.fill("red")
    sizes = []
    canvas.show_picture(picture)
    canvas.zoomed.connect(lambda: sizes.append(round(canvas.zoom, 2)))
    canvas.show_true_size()
    canvas.zoom_to(2)
    canvas.fit()

    assert sizes[:2] == [1.0, 2.0]
    assert canvas.is_fitted
