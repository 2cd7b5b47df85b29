"""Draw flat shapes and the breads that several of the demonstration's pictures show."""

import math
import random
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPen,
    QPolygonF,
    QRadialGradient,
)

FOLDER = Path(__file__).parents[2] / "resources" / "demo" / "pictures"
WIDTH, HEIGHT = 960, 432
"""Of a picture; drawn on a sheet of 1200 x 540 whose middle is at (480, 270)."""
SHEET_LEFT, SHEET_WIDTH, SHEET_HEIGHT = -120, 1200, 540
QUALITY = 88

CRUST, GOLD, DARK = "#d99a45", "#efc274", "#a9662a"
CREAM, PINK, GREEN = "#fbf0da", "#d8627c", "#1b6350"


class Easel:
    """A painter with the few shapes that the pictures are made of."""

    def __init__(self, top: str, bottom: str, *, width: int = WIDTH) -> None:
        self.image = QImage(width, HEIGHT, QImage.Format.Format_RGB32)
        self.painter = QPainter(self.image)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.setPen(Qt.PenStyle.NoPen)
        ground = QLinearGradient(0, 0, width, HEIGHT)
        ground.setColorAt(0, QColor(top))
        ground.setColorAt(1, QColor(bottom))
        self.painter.fillRect(self.image.rect(), ground)
        self.painter.scale(HEIGHT / SHEET_HEIGHT, HEIGHT / SHEET_HEIGHT)
        self.painter.translate(width / 2 * SHEET_HEIGHT / HEIGHT - 480, 0)

    def disc(
        self, x: float, y: float, rx: float, ry: float, colour: str, *, alpha: int = 255
    ) -> None:
        """Fill an ellipse round a point."""
        self._fill(colour, alpha)
        self.painter.drawEllipse(QPointF(x, y), rx, ry)

    def box(
        self, x: float, y: float, w: float, h: float, colour: str, *, radius: float = 0
    ) -> None:
        """Fill a rectangle, its corners round if asked."""
        self._fill(colour)
        self.painter.drawRoundedRect(QRectF(x, y, w, h), radius, radius)

    def band(self, y: float, height: float, colour: str) -> None:
        """Fill a stripe from edge to edge."""
        self.box(SHEET_LEFT, y, SHEET_WIDTH, height, colour)

    def shape(self, colour: str, *points: tuple[float, float]) -> None:
        """Fill a polygon."""
        self._fill(colour)
        self.painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))

    def line(self, colour: str, width: float, *points: tuple[float, float]) -> None:
        """Draw a line through points."""
        self.painter.setPen(
            QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        )
        self.painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))
        self.painter.setPen(Qt.PenStyle.NoPen)

    def glow(self, x: float, y: float, radius: float, colour: str, *, alpha: int = 160) -> None:
        """Let a light shine round a point."""
        light = QRadialGradient(x, y, radius)
        inner, outer = QColor(colour), QColor(colour)
        inner.setAlpha(alpha)
        outer.setAlpha(0)
        light.setColorAt(0, inner)
        light.setColorAt(1, outer)
        self.painter.setBrush(light)
        self.painter.drawEllipse(QPointF(x, y), radius, radius)

    def at(self, x: float, y: float, turn: float, size: float, draw: Callable[[], None]) -> None:
        """Draw something that is described round (0, 0) at another place, turned and sized."""
        self.painter.save()
        self.painter.translate(x, y)
        self.painter.rotate(turn)
        self.painter.scale(size, size)
        draw()
        self.painter.restore()

    def croissant(self) -> None:
        """Draw a croissant, points down, about 230 wide."""
        for colour, margin in ((DARK, 5.0), (CRUST, 0.0)):
            for step in range(61):
                x, y, thick = _on_crescent(step / 30 - 1)
                self.disc(x, y, thick + margin, thick + margin, colour)
        for step in range(31):
            x, y, thick = _on_crescent(step / 25 - 0.6)
            self.disc(x * 1.06, y - thick * 0.42, thick * 0.34, thick * 0.34, GOLD)
        for place in (-0.78, -0.5, -0.2, 0.2, 0.5, 0.78):
            x, y, thick = _on_crescent(place)
            away = math.hypot(x, y - 70)
            out = (thick + 3) / away
            ends = [(x + (x * 1.0) * k, y + (y - 70) * k) for k in (-out, out)]
            middle = (x + place * 12, y - 3)
            self.line(DARK, 5, ends[0], middle, ends[1])

    def baguette(self, length: float = 360) -> None:
        """Draw a baguette lying along x, round (0, 0)."""
        self.box(-length / 2, -34, length, 72, DARK, radius=36)
        self.box(-length / 2, -36, length, 66, CRUST, radius=34)
        for cut in range(5):
            x = -length / 2 + length * (cut + 0.85) / 5.7
            self.at(x, -4, -28, 1, lambda: self.disc(0, 0, 34, 9, CREAM))

    def brioche(self) -> None:
        """Draw a tall brioche with pink pralines, about 300 wide."""
        self.disc(0, 88, 165, 22, "#000000", alpha=30)
        self.disc(0, 30, 150, 66, DARK)
        self.disc(0, 22, 147, 64, CRUST)
        self.disc(0, -8, 134, 92, DARK)
        self.disc(0, -14, 131, 88, CRUST)
        self.disc(0, -92, 60, 46, DARK)
        self.disc(0, -97, 57, 44, CRUST)
        self.disc(-34, -44, 70, 36, GOLD, alpha=150)
        self.disc(-14, -110, 26, 16, GOLD, alpha=170)
        chance = random.Random(5)  # a drawing
        for _ in range(24):
            angle, far = chance.random() * math.tau, math.sqrt(chance.random())
            x, y = 112 * far * math.cos(angle), -10 + 64 * far * math.sin(angle)
            self.disc(x, y + 3, 12, 9, "#9c3550")
            self.disc(x, y, 12, 9, PINK)
            self.disc(x - 4, y - 3, 4, 3, "#f3a8b8")

    def loaf(self) -> None:
        """Draw a round country loaf, about 200 wide."""
        self.disc(0, 4, 104, 66, DARK)
        self.disc(0, 0, 100, 60, CRUST)
        for cut in (-34, 0, 34):
            self.at(cut, -8, 70, 1, lambda: self.disc(0, 0, 38, 6, CREAM))

    def save(self, name: str) -> None:
        """Write the picture."""
        self.painter.end()
        if not self.image.save(str(FOLDER / f"{name}.webp"), "WEBP", QUALITY):
            raise OSError(f"{name} could not be written")

    def _fill(self, colour: str, alpha: int = 255) -> None:
        filled = QColor(colour)
        filled.setAlpha(alpha)
        self.painter.setBrush(filled)


def _on_crescent(place: float) -> tuple[float, float, float]:
    """Return where a croissant's spine is from -1 to 1, and how thick it is there."""
    angle = math.radians(90 - place * 98)
    return 92 * math.cos(angle), 70 - 92 * math.sin(angle), 11 + 38 * (1 - place * place)
