"""Icons and marks: in the colour of the look, sharp on any screen, each one real."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from desktop.ui.icons import app_icon, draw_icon, icon, mark, mark_icon, pixmap
from desktop.ui.resources import resource

NETWORKS = ("bluesky", "mastodon", "x", "feed", "demo-place", "demo-forum", "demo-kiosk")
SOURCES = Path(__file__).parents[2] / "desktop"


def strongest(drawn: QPixmap) -> QColor:
    image = drawn.toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return max(pixels, key=QColor.alpha)


@pytest.mark.parametrize("look", ["light", "dark"])
def test_an_icon_takes_the_colour_of_its_token(theme, look):
    theme.set_look(look)
    for token in ("text", "accent_text", "danger"):
        painted = strongest(pixmap(theme, "square", token, 64))

        assert painted.alpha() > 250
        assert painted.name() == theme.tokens.named(token).name()


def test_an_icon_is_drawn_anew_for_a_denser_screen(theme):
    sharp = pixmap(theme, "bell", "text", 18, 2.0)

    assert (sharp.width(), sharp.devicePixelRatio()) == (36, 2.0)


@pytest.mark.parametrize("network", NETWORKS)
def test_each_network_has_a_mark_of_its_own(theme, network):
    own = mark(theme, network, 32).toImage()

    assert resource(f"marks/{network}.svg").is_file()
    assert strongest(mark(theme, network, 32)).name() == theme.tokens.text.name()
    others = [mark(theme, other, 32).toImage() for other in NETWORKS if other != network]
    assert own not in others


def test_a_network_without_a_mark_gets_that_of_a_feed(theme):
    assert mark(theme, "unheard-of", 32).toImage() == mark(theme, "feed", 32).toImage()


def test_icons_for_menus_hold_every_density_and_a_faded_form(theme):
    drawn = icon(theme, "copy", "text", 18)

    assert len(drawn.availableSizes()) >= 1
    assert not mark_icon(theme, "x").isNull()
    faded = drawn.pixmap(18, 18, drawn.Mode.Disabled)
    assert strongest(faded).name() == theme.tokens.disabled.name()


def test_the_program_has_an_icon_in_every_size_a_desktop_asks_for(theme):
    sides = {size.width() for size in app_icon().availableSizes()}

    assert {16, 32, 48, 64, 128, 256, 512} <= sides


def test_only_icons_that_point_along_the_line_turn_round(theme):
    def drawn(name: str, direction: Qt.LayoutDirection) -> QImage:
        image = QImage(24, 24, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setLayoutDirection(direction)
        draw_icon(painter, name, QRectF(0, 0, 24, 24), QColor("black"))
        painter.end()
        return image

    ltr, rtl = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
    assert drawn("reply", ltr).flipped(Qt.Orientation.Horizontal) == drawn("reply", rtl)
    assert drawn("clock", ltr) == drawn("clock", rtl)


def test_every_icon_named_in_the_code_exists_and_none_travels_unused():
    source = "\n".join(path.read_text("utf-8") for path in SOURCES.rglob("*.py"))
    quoted = set(re.findall(r'"([a-z0-9-]+)"', source))
    bundled = {path.stem for path in resource("icons").glob("*.svg")}

    called = set(
        re.findall(r'(?:IconButton|IconTile|EmptyState|Point)\(\s*\w*theme, "([a-z0-9-]+)"', source)
    )
    assert not called - bundled
    assert len(bundled) <= 130
    assert len(bundled & quoted) > 40
