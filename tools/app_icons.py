"""Draw the program's icon in the sizes and formats that each system expects.

python tools/app_icons.py [FOLDER]

Windows wants one .ico, macOS one .icns with a margin round the tile, Linux a folder of PNGs beside
the drawing itself. At 32 pixels and below a plainer drawing takes over.
"""

import os
import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

APP = Path(__file__).parent.parent / "resources" / "app"
LARGEST_PLAIN = 32
WINDOWS = (16, 20, 24, 32, 40, 48, 64, 128, 256)
LINUX = (16, 22, 24, 32, 48, 64, 128, 256, 512)
MAC = {
    "ic11": 32,
    "ic12": 64,
    "ic07": 128,
    "ic13": 256,
    "ic08": 256,
    "ic14": 512,
    "ic09": 512,
    "ic10": 1024,
}
"""The kinds of an .icns that hold a PNG, with the pixels of each."""
MAC_TILE = 824 / 1024
"""The share of a macOS icon that the tile takes; the rest is air, as the Dock expects."""


def png(pixels: int, tile: float = 1.0) -> bytes:
    """Return the icon as a PNG, its tile over that share of the square."""
    plain = pixels * tile <= LARGEST_PLAIN
    drawing = QSvgRenderer(str(APP / ("crieur-small.svg" if plain else "crieur.svg")))
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    margin = pixels * (1 - tile) / 2
    painter = QPainter(image)
    drawing.render(painter, QRectF(margin, margin, pixels * tile, pixels * tile))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return buffer.data().data()


def ico(sizes: tuple[int, ...]) -> bytes:
    """Return a Windows icon of several sizes, each a PNG."""
    pictures = [png(size) for size in sizes]
    head = struct.pack("<HHH", 0, 1, len(sizes))
    start, entries = len(head) + 16 * len(sizes), b""
    for size, picture in zip(sizes, pictures, strict=True):
        side = size % 256  # 256 is written as 0
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), start)
        start += len(picture)
    return head + entries + b"".join(pictures)


def icns(kinds: dict[str, int]) -> bytes:
    """Return a macOS icon of several kinds, each a PNG."""
    parts = b""
    for kind, pixels in kinds.items():
        picture = png(pixels, MAC_TILE)
        parts += kind.encode() + struct.pack(">I", len(picture) + 8) + picture
    return b"icns" + struct.pack(">I", len(parts) + 8) + parts


def draw_all(folder: Path) -> None:
    """Write every format below `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "crieur.ico").write_bytes(ico(WINDOWS))
    (folder / "crieur.icns").write_bytes(icns(MAC))
    for size in LINUX:
        place = folder / "hicolor" / f"{size}x{size}" / "apps"
        place.mkdir(parents=True, exist_ok=True)
        (place / "crieur.png").write_bytes(png(size))
    scalable = folder / "hicolor" / "scalable" / "apps"
    scalable.mkdir(parents=True, exist_ok=True)
    (scalable / "crieur.svg").write_bytes((APP / "crieur.svg").read_bytes())


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    draw_all(Path(sys.argv[1]) if sys.argv[1:] else APP)
