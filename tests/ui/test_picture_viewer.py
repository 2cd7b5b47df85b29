"""A picture is seen whole, enlarged and described; keys do everything."""

import pytest
from fakes import TasksNow
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from timeline_entries import png

from desktop.services.domain.post import Media
from desktop.ui.buttons import IconButton
from desktop.ui.keymap import Keymap
from desktop.ui.picture_canvas import PictureCanvas
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.picture_viewer import PictureViewer
from desktop.ui.theme import Theme
from desktop.views.designed_keys import DESIGNED

MEDIA = (
    Media("image", "a", "a-small", "<b>Un</b> croissant"),
    Media("image", "b", "b-small", ""),
    Media("video", "film.mp4", "still", "Le four"),
)


@pytest.fixture
def pictures():
    return {"a": png(2_000, 1_000), "b": png(100, 100), "still": png(64, 36)}


@pytest.fixture
def loader(qapp, pictures):
    return PictureLoader(TasksNow(), pictures.__getitem__)


@pytest.fixture
def viewer(qtbot, loader):
    made = PictureViewer(Theme(), loader, MEDIA, keymap=Keymap(DESIGNED))
    qtbot.addWidget(made)
    made.show()
    return made


def canvas(viewer: PictureViewer) -> PictureCanvas:
    return viewer.findChild(PictureCanvas, "picture")


def described(viewer: PictureViewer) -> str:
    return viewer.findChild(QLabel, "description").text()


def test_the_whole_picture_fits_the_room(viewer):
    shown = canvas(viewer)

    assert shown.is_fitted
    assert shown.rect().contains(shown.shown_box().toAlignedRect())
    assert shown.shown_box().width() / shown.shown_box().height() == pytest.approx(2, abs=0.02)


def test_the_description_is_under_the_picture_and_plain(viewer):
    label = viewer.findChild(QLabel, "description")

    assert described(viewer) == "<b>Un</b> croissant"
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert canvas(viewer).accessibleName() == "<b>Un</b> croissant"


def test_arrows_and_pages_change_the_picture_and_stop_at_the_ends(viewer):
    seen = []
    for key in (
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Right,
        Qt.Key.Key_PageUp,
    ):
        QTest.keyClick(viewer, key)
        seen.append(viewer.index)

    assert seen == [0, 1, 2, 2, 1]
    assert described(viewer) == "The author gave no description."


def test_a_small_picture_is_not_blown_up(viewer):
    viewer.show_next()

    assert canvas(viewer).zoom == 1.0


def test_a_film_shows_its_still(viewer):
    viewer.show_next()
    viewer.show_next()

    assert described(viewer) == "Le four"
    assert canvas(viewer).shown_box().width() == 64


def test_plus_minus_nought_and_one_change_the_size(viewer):
    shown = canvas(viewer)
    fitted = shown.zoom
    QTest.keyClicks(viewer, "+")
    assert shown.zoom == pytest.approx(fitted * 1.25)

    QTest.keyClicks(viewer, "1")
    assert shown.zoom == 1.0

    QTest.keyClicks(viewer, "0")
    assert shown.is_fitted

    QTest.keyClicks(viewer, "-")
    assert shown.is_fitted


def test_other_keys_change_the_size_where_the_user_chose_others(qtbot, loader):
    keymap = Keymap(DESIGNED)
    keymap.choose("picture.true_size", "Z")
    viewer = PictureViewer(Theme(), loader, MEDIA, keymap=keymap)
    qtbot.addWidget(viewer)
    viewer.show()
    QTest.keyClicks(viewer, "1")
    assert canvas(viewer).is_fitted

    QTest.keyClicks(viewer, "z")
    assert canvas(viewer).zoom == 1.0


def test_single_keys_do_nothing_where_they_are_switched_off(qtbot, loader):
    keymap = Keymap(DESIGNED, with_letters=False)
    viewer = PictureViewer(Theme(), loader, MEDIA, keymap=keymap)
    qtbot.addWidget(viewer)
    viewer.show()
    QTest.keyClicks(viewer, "1+-")

    assert canvas(viewer).is_fitted
    assert not [each for each in viewer.findChildren(IconButton) if "+" in each.toolTip()]


def test_the_wheel_enlarges_what_is_under_the_pointer(viewer):
    shown = canvas(viewer)
    point = QPointF(shown.width() * 0.7, shown.height() * 0.6)
    before = on_picture(shown, point)
    for _ in range(6):
        event = QWheelEvent(
            point,
            QPointF(shown.mapToGlobal(point.toPoint())),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(shown, event)

    assert shown.zoom > 1
    assert on_picture(shown, point) == pytest.approx(before, abs=0.02)


def on_picture(shown: PictureCanvas, point: QPointF) -> tuple[float, float]:
    box = shown.shown_box()
    return (point.x() - box.x()) / box.width(), (point.y() - box.y()) / box.height()


def test_an_enlarged_picture_can_be_moved_but_not_lost(viewer):
    shown = canvas(viewer)
    shown.zoom_to(2.0)
    before = shown.shown_box().topLeft()
    QTest.mousePress(shown, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    QTest.mouseMove(shown, QPoint(250, 180))
    QTest.mouseRelease(shown, Qt.MouseButton.LeftButton, pos=QPoint(250, 180))
    moved = shown.shown_box().topLeft() - before
    shown.move_by(QPointF(100_000, 100_000))

    assert (moved.x(), moved.y()) == pytest.approx((-50, -20), abs=1)
    assert shown.shown_box().contains(shown.rect().toRectF())


def test_arrows_move_an_enlarged_picture(viewer):
    shown = canvas(viewer)
    shown.zoom_to(2.0)
    before = shown.shown_box().x()
    QTest.keyClick(viewer, Qt.Key.Key_Right)

    assert viewer.index == 0
    assert shown.shown_box().x() == pytest.approx(before - 60, abs=1)


def test_no_size_is_too_large_to_hold(viewer):
    for _ in range(100):
        canvas(viewer).zoom_in()

    assert canvas(viewer).zoom <= 8


def test_escape_closes(viewer):
    QTest.keyClick(viewer, Qt.Key.Key_Escape)

    assert not viewer.isVisible()


def test_a_picture_that_cannot_be_had_says_so_and_can_be_tried_again(qtbot, loader, pictures):
    picture = pictures.pop("a")
    viewer = PictureViewer(Theme(), loader, MEDIA, keymap=Keymap(DESIGNED))
    qtbot.addWidget(viewer)
    viewer.show()
    again = next(button for button in buttons(viewer) if button.text() == "Try again")
    assert again.isVisible()

    pictures["a"] = picture
    again.click()
    assert not again.isVisible()
    assert canvas(viewer).shown_box().width() > 500


def buttons(viewer: PictureViewer):
    from desktop.ui.buttons import Button

    return viewer.findChildren(Button)


def test_a_single_picture_needs_no_way_to_the_next(qtbot, loader):
    viewer = PictureViewer(Theme(), loader, MEDIA[:1], index=7, keymap=Keymap(DESIGNED))
    qtbot.addWidget(viewer)
    viewer.show()

    assert viewer.index == 0
    assert "1 of 1" not in [
        label.text() for label in viewer.findChildren(QLabel) if label.isVisible()
    ]


def test_every_button_has_a_name(viewer):
    from desktop.ui.pressable import Pressable

    assert all(button.accessibleName() for button in viewer.findChildren(Pressable))


def test_the_viewer_follows_the_look(viewer):
    light = viewer.grab().toImage().pixelColor(480, 20).lightness()
    viewer._theme.set_look("dark")

    assert viewer.grab().toImage().pixelColor(480, 20).lightness() < light
