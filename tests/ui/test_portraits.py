"""A person has initials until their picture is there, and never somebody else's picture."""

import pytest
from fakes import TasksNow
from painted import colours_in
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage

from desktop.services.domain.errors import Unreachable
from desktop.services.domain.post import Author
from desktop.ui.avatars import pastel
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.portraits import Portrait

PLUM = "#7b1fa2"
URL = "https://pictures.example/claire.png"
CLAIRE = Author("bluesky", "did:claire", "claire.example", "Claire Fontaine", avatar_url=URL)
NADIA = Author("bluesky", "did:nadia", "nadia.example", "Nadia Benali")


def plum_png() -> bytes:
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(QColor(PLUM))
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return content.data()


def unreachable(url: str) -> bytes:
    raise Unreachable(url)


@pytest.fixture
def portrait(theme, shown) -> Portrait:
    return shown(Portrait(theme, PictureLoader(TasksNow(), {URL: plum_png()}.__getitem__)))


def test_a_person_without_a_picture_has_their_own_colour(portrait: Portrait):
    portrait.show_author(NADIA)

    assert pastel(NADIA.native_id, False).ground.name() in colours_in(portrait)


def test_a_picture_takes_the_place_of_the_initials(portrait: Portrait, qtbot):
    portrait.show_author(CLAIRE)

    qtbot.waitUntil(lambda: PLUM in colours_in(portrait))
    assert pastel(CLAIRE.native_id, False).ground.name() not in colours_in(portrait)


def test_the_next_person_never_wears_the_former_one_s_picture(portrait: Portrait, qtbot):
    portrait.show_author(CLAIRE)
    qtbot.waitUntil(lambda: PLUM in colours_in(portrait))

    portrait.show_author(NADIA)

    assert PLUM not in colours_in(portrait)


def test_a_picture_that_cannot_be_fetched_leaves_the_initials(theme, shown):
    portrait = shown(Portrait(theme, PictureLoader(TasksNow(), unreachable)))
    portrait.show_author(CLAIRE)

    assert pastel(CLAIRE.native_id, False).ground.name() in colours_in(portrait)


def test_its_square_is_as_large_as_asked(theme, shown):
    portrait = shown(Portrait(theme, PictureLoader(TasksNow(), unreachable), 40))

    assert portrait.sizeHint() == QSize(40, 40)
    assert len(colours_in(portrait)) == 1, "nobody is shown yet"
