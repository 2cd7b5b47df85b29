"""Two pictures are alike on any machine, and another one whenever something is to be seen."""

import runpy
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.buttons import Button, IconButton
from desktop.ui.labels import IconTile, Label
from desktop.ui.theme import Theme
from desktop.ui.tokens import LIGHT

LIKENESS = runpy.run_path(str(Path(__file__).parents[2] / "tools/likeness.py"))
likeness = LIKENESS["likeness"]
SHOWN = ("window", "text", "text2", "text3", "accent", "on_accent", "accent_soft", "accent_text")
SLIGHT = 3
"""The least by which one colour of the design stands apart from the next."""


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    worn = Theme()
    worn.apply(qapp)
    worn.set_look("light")
    yield worn
    worn.set_look("system")
    worn.deleteLater()


@pytest.fixture
def page(theme: Theme, qtbot) -> QWidget:
    """A small page with a heading, two sentences, an icon and two buttons."""
    page = QWidget()
    qtbot.addWidget(page)
    rows = QVBoxLayout(page)
    page.icon = IconTile(theme, "reply")
    page.words = Label(theme, "Claire Fontanel asks when the brioche is baked.", token="text2")
    page.small = Label(theme, "4 min", "caption", "text3")
    head = QHBoxLayout()
    for each in (page.icon, Label(theme, "Mentions", "title"), page.small):
        head.addWidget(each)
    rows.addLayout(head)
    rows.addWidget(page.words)
    page.answer = Button(theme, "Reply", "primary", "reply")
    page.more = IconButton(theme, "ellipsis", "More")
    foot = QHBoxLayout()
    foot.addWidget(page.answer)
    foot.addWidget(page.more)
    rows.addLayout(foot)
    page.resize(480, 240)
    page.ensurePolished()
    rows.activate()
    return page


@pytest.fixture
def picture(page: QWidget) -> Callable[[], QImage]:
    def taken() -> QImage:
        return page.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)

    return taken


def noisy(picture: QImage, strength: int) -> QImage:
    """Return the picture as another machine may smooth it: every edge a little off."""
    other = picture.copy()
    for y in range(1, picture.height() - 1):
        for x in range(1, picture.width() - 1):
            here, beside = picture.pixel(x, y), picture.pixel(x - 1, y)
            if here != beside:
                off = strength if (x * 7 + y * 13) % 3 else -strength
                parts = QColor(here).getRgb()[:3]
                other.setPixelColor(x, y, QColor(*(min(255, max(0, each + off)) for each in parts)))
    return other


def test_a_picture_is_like_itself(picture):
    told = likeness(picture(), picture())

    assert told.is_same
    assert told.changed == 0


def test_letters_that_are_smoothed_otherwise_are_the_same_words(picture):
    assert likeness(noisy(picture(), 12), picture()).is_same


def test_grounds_that_are_rounded_otherwise_are_the_same_grounds(picture):
    brighter = picture()
    with QPainter(brighter) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
        painter.fillRect(brighter.rect(), QColor(1, 1, 1))

    assert likeness(brighter, picture()).is_same


@pytest.mark.parametrize("name", ["words", "small", "icon", "answer", "more"])
@pytest.mark.parametrize(("right", "down"), [(3, 0), (0, 3), (-3, 0)])
def test_what_moved_by_three_pixels_is_seen(page, picture, name, right, down):
    before = picture()
    moved = getattr(page, name)
    moved.move(moved.x() + right, moved.y() + down)

    assert not likeness(picture(), before).is_same


@pytest.mark.parametrize("name", ["words", "small", "icon", "answer", "more"])
def test_what_is_gone_is_seen(page, picture, name):
    before = picture()
    getattr(page, name).setVisible(False)

    assert not likeness(picture(), before).is_same


def test_an_icon_dropped_from_a_button_is_seen(page, picture):
    before = picture()
    page.more.set_icon("circle")

    assert not likeness(picture(), before).is_same


def test_one_other_letter_is_seen(page, picture):
    before = picture()
    page.small.setText("5 min")

    assert not likeness(picture(), before).is_same


@pytest.mark.parametrize("name", SHOWN)
def test_one_changed_colour_is_seen(theme, page, picture, name):
    before = picture()
    parts = QColor(getattr(LIGHT, name)).getRgb()[:3]
    near = (each + 20 if each < 128 else each - 20 for each in parts)
    theme.tokens = replace(LIGHT, **{name: QColor(*near)})
    page.setPalette(theme.palette())
    theme.changed.emit()

    assert not likeness(picture(), before).is_same


def test_the_least_change_of_a_ground_is_seen(picture):
    before = picture()
    with QPainter(other := before.copy()) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
        painter.fillRect(0, 0, 40, 40, QColor(SLIGHT, 0, 0))

    assert not likeness(other, before).is_same


def test_a_picture_of_another_size_is_another_picture(picture):
    told = likeness(picture().copy(0, 0, 100, 100), picture())

    assert not told.is_same
    assert str(told) == "100x100 instead of 480x240"


def test_the_difference_is_marked_where_it_is(page, picture):
    before = picture()
    page.more.set_icon("circle")
    after = picture()

    told = likeness(after, before)
    shown = LIKENESS["marked"](after, told)

    place = page.more.geometry().adjusted(-16, -16, 16, 16)
    assert told.clumps
    assert all(place.contains(x * 16 + 8, y * 16 + 8) for x, y in told.clumps)
    column, row = told.clumps[0]
    assert shown.pixelColor(column * 16, row * 16) == QColor("red")
