"""No stranger's picture can take memory, time or files: refused before it is decoded."""

import struct
import sys
import time
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageIOHandler, QImageWriter
from timeline_entries import png

from desktop.ui.picture_decoding import (
    IN_A_LIST,
    IN_THE_VIEWER,
    BadPicture,
    PictureLimits,
    decode_to_fill,
    decode_whole,
    picture_format,
)

BOX = QSize(96, 96)


def png_claiming(width: int, height: int, rows: int = 10) -> bytes:
    """Return a PNG that says it is that large, with so many rows of black in it."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        checksum = zlib.crc32(kind + body)
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", checksum)

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packer = zlib.compressobj(9)
    row = bytes(1 + 3 * min(width, 30_000))
    pixels = b"".join(packer.compress(row) for _ in range(rows)) + packer.flush()
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def bomb(side: int) -> bytes:
    """Return a whole, valid PNG of one colour, tiny on the wire and huge in memory."""
    return png_claiming(side, side, side)


def peak_memory() -> int:
    """Return the most memory that was used since the peak was last levelled, in kilobytes."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0])


def level_peak() -> None:
    """Begin to look for the peak anew."""
    Path("/proc/self/clear_refs").write_text("5")


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd"/></svg>'
HOSTILE = {
    "svg": SVG,
    "svg with a byte order mark": b"\xef\xbb\xbf" + SVG,
    "svg behind a png's first bytes": b"\x89PNG\r\n\x1a\n" + SVG,
    "svg behind a jpeg's first bytes": b"\xff\xd8\xff" + SVG,
    "zipped svg": b"\x1f\x8b\x08" + SVG,
    "html": b"<html><img src='/dev/zero'></html>",
    "nothing": b"",
    "one byte": b"\x89",
    "bmp": b"BM" + b"\0" * 100,
    "tiff": b"II*\0" + b"\0" * 100,
    "icon": b"\0\0\1\0" + b"\0" * 100,
    "pdf": b"%PDF-1.7",
    "pixmap": b"P6 4 4 255 " + b"x" * 48,
    "xpm": b'/* XPM */ static char *x[] = {"1 1 1 1", "a c red", "a"};',
    "png cut in its header": png()[:20],
    "png cut in the middle": png(400, 400, "#123456")[:60],
    "png of 30,000 by 30,000": png_claiming(30_000, 30_000),
    "png of 8,000 by 8,000": bomb(8_000),
    "png of 5,000 by 1": png_claiming(5_000, 1),
    "png of nothing by nothing": png_claiming(0, 0),
    "png larger than any number": png_claiming(2**31 - 1, 2**31 - 1),
    "too many bytes": png() + b"\0" * 2_000_001,
    "gif of 65,535 by 65,535": b"GIF89a\xff\xff\xff\xff\x80\0\0\0\0\0\xff\xff\xff;",
    "webp without a picture": b"RIFF\x04\0\0\0WEBP",
}


@pytest.mark.qt_log_ignore("Unsupported marker type", extend=True)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_picture_is_refused_at_once(qapp, name):
    began = time.thread_time()
    with pytest.raises(BadPicture):
        decode_to_fill(HOSTILE[name], BOX)

    assert time.thread_time() - began < 0.2


@pytest.mark.qt_log_ignore("Unsupported marker type", extend=True)
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the peak of memory")
def test_hostile_pictures_take_no_memory(qapp):
    decode_to_fill(png(4_000, 3_000), BOX)
    level_peak()
    before = peak_memory()
    for data in HOSTILE.values():
        with pytest.raises(BadPicture):
            decode_to_fill(data, BOX)

    assert peak_memory() - before < 32 * 1024


@pytest.mark.parametrize(
    ("kind", "name"), [("PNG", "png"), ("JPG", "jpeg"), ("WEBP", "webp"), ("GIF", "gif")]
)
def test_the_four_formats_are_told_by_their_first_bytes(qapp, kind, name):
    if kind == "GIF":
        data = b"GIF89a\1\0\1\0\x80\0\0\xff\0\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;"
    else:
        data = png(kind=kind)

    assert picture_format(data) == name
    assert decode_to_fill(data, QSize(4, 4)).size() == QSize(4, 4)


@pytest.mark.parametrize("size", [(400, 400), (4_000, 20), (20, 4_000), (3, 3), (96, 96)])
def test_a_picture_fills_its_box_whatever_its_shape(qapp, size):
    image = decode_to_fill(png(*size, "#336699"), QSize(96, 48))

    assert image.size() == QSize(96, 48)
    assert {QColor(image.pixel(x, y)).name() for x in (0, 48, 95) for y in (0, 47)} == {"#336699"}


def test_the_middle_of_a_picture_is_kept(qapp):
    image = QImage(300, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    for x in range(100, 200):
        for y in range(100):
            image.setPixelColor(x, y, QColor("blue"))
    shown = decode_to_fill(encoded(image), QSize(50, 50))

    assert shown.pixelColor(25, 25) == QColor("blue")
    assert shown.pixelColor(3, 25).blue() > 200


def encoded(image: QImage, *, turned: bool = False) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"jpeg" if turned else b"png")
    if turned:
        writer.setTransformation(QImageIOHandler.Transformation.TransformationRotate90)
    writer.write(image)
    return bytes(buffer.data())


def test_a_photograph_held_upright_is_shown_upright(qapp):
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.green)
    data = encoded(image, turned=True)

    assert decode_whole(data).size() == QSize(200, 400)
    assert decode_to_fill(data, QSize(50, 100)).size() == QSize(50, 100)


def test_the_viewer_takes_a_large_photograph_and_makes_it_screen_sized(qapp):
    assert decode_whole(bomb(4_200)).size() == QSize(4_096, 4_096)
    assert decode_whole(png(30, 20)).size() == QSize(30, 20)
    with pytest.raises(BadPicture):
        decode_whole(png_claiming(8_001, 8_000))


def test_the_limits_are_those_that_were_measured():
    assert PictureLimits(2_000_000, 4_096, 4_096 * 4_096) == IN_A_LIST
    assert (IN_THE_VIEWER.bytes, IN_THE_VIEWER.pixels) == (50_000_000, 64_000_000)
