"""Turn the bytes of a stranger's picture into an image, or refuse them before any decoding.

A picture of 250 kB can ask for 250 MB, and a drawing (SVG) can read local files or never end.
So: the format is told by the first bytes and fixed, never guessed; only four formats, never a
drawing; the size is read before the pixels; and the first frame is scaled while it is decoded.
"""

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

_MEGABYTE = 1_000_000
_ALLOCATION_MEGABYTES = 256


class BadPicture(Exception):
    """The bytes are not a picture that may be shown."""


@dataclass(frozen=True, slots=True)
class PictureLimits:
    """How much of a picture is let in: bytes, pixels a side, pixels in all."""

    bytes: int
    side: int
    pixels: int


IN_A_LIST = PictureLimits(bytes=2 * _MEGABYTE, side=4096, pixels=4096 * 4096)
IN_THE_VIEWER = PictureLimits(bytes=50 * _MEGABYTE, side=64_000, pixels=64 * _MEGABYTE)
_LONGEST_SHOWN = 4096


def picture_format(data: bytes) -> str:
    """Return "png", "jpeg", "gif" or "webp" by the first bytes; `BadPicture` for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "webp"
    raise BadPicture("not one of the four formats")


def decode_to_fill(data: bytes, box: QSize, limits: PictureLimits = IN_A_LIST) -> QImage:
    """Return the middle of the picture, scaled to fill `box` exactly."""
    image = _decode(data, limits, box, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    if image.size() != box:
        mode = Qt.AspectRatioMode.KeepAspectRatioByExpanding
        image = image.scaled(box, mode, Qt.TransformationMode.SmoothTransformation)
        corner = QRect(0, 0, box.width(), box.height())
        corner.moveCenter(image.rect().center())
        image = image.copy(corner)
    return image


def decode_whole(data: bytes, limits: PictureLimits = IN_THE_VIEWER) -> QImage:
    """Return the whole picture, made smaller only when a side is longer than any screen."""
    box = QSize(_LONGEST_SHOWN, _LONGEST_SHOWN)
    return _decode(data, limits, box, Qt.AspectRatioMode.KeepAspectRatio)


def _decode(data: bytes, limits: PictureLimits, box: QSize, mode: Qt.AspectRatioMode) -> QImage:
    if len(data) > limits.bytes:
        raise BadPicture("too many bytes")
    kind = picture_format(data)
    # The limit holds for the whole process; every size is checked here besides.
    QImageReader.setAllocationLimit(_ALLOCATION_MEGABYTES)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind.encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not _is_within(size, limits):
        raise BadPicture("no size, or too large")
    is_turned = bool(
        reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90
    )
    wanted = size.scaled(box.transposed() if is_turned else box, mode)
    if wanted.width() < size.width():
        reader.setScaledSize(wanted.expandedTo(QSize(1, 1)))
    image = reader.read()
    if image.isNull():
        raise BadPicture("damaged")
    return image


def _is_within(size: QSize, limits: PictureLimits) -> bool:
    if size.isEmpty() or max(size.width(), size.height()) > limits.side:
        return False
    return size.width() * size.height() <= limits.pixels
