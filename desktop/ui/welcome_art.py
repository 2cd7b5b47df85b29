"""The picture of the first screen: a bell that rings out to the networks."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.icons import draw_mark
from desktop.ui.labels import Label
from desktop.ui.painting import antialiased, faded
from desktop.ui.resources import resource
from desktop.ui.theme import Theme

_GREENS = ((0.0, "#123E34"), (0.5, "#0E2F27"), (1.0, "#0A211B"))
_WAVES = ((92, 0.52), (138, 0.44), (190, 0.36), (250, 0.28), (318, 0.20), (394, 0.13))
_PLACES = ((138, -42.0), (138, 172.0), (190, 62.0), (190, -118.0), (250, 145.0))
"""Where the marks stand: on which wave, at which angle clockwise from the right."""
_DISC = 20
_BELL = 108
_LOW = 700


class WelcomeArt(QWidget):
    """A bottle-green picture with the program's name and one sentence; the same in every look."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(
        self,
        theme: Theme,
        sentence: str = "",
        marks: Sequence[str] = ("x", "mastodon", "bluesky"),
    ) -> None:
        super().__init__()
        self._theme = theme
        self._marks = tuple(marks)
        self._bell = QSvgRenderer(str(resource("app/bell.svg")), self)
        self.setMinimumWidth(280)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.name = Label(theme, "Crieur", "display", "on_art")
        self.sentence = Label(theme, sentence, "reading", "on_art", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 48, 40, 104)
        column.setSpacing(10)
        column.addStretch(1)
        column.addWidget(self.name)
        column.addWidget(self.sentence)
        theme.changed.connect(self.update)

    def set_sentence(self, sentence: str) -> None:
        """Say the sentence in another language."""
        self.sentence.setText(sentence)

    def sizeHint(self) -> QSize:
        """Return the width of the designed picture."""
        return QSize(440, 640)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the words stand lower in a low window, clear of the picture."""
        super().resizeEvent(event)
        self.layout().setContentsMargins(48, 48, 40, 40 if self._is_low() else 104)

    def _is_low(self) -> bool:
        return self.height() < _LOW

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the waves, the bell and the networks they reach."""
        painter = antialiased(QPainter(self))
        ground = QLinearGradient(0, 0, 0, self.height())
        for place, colour in _GREENS:
            ground.setColorAt(place, QColor(colour))
        painter.fillRect(self.rect(), ground)
        # The bell stands above the words, whatever the height.
        centre = QPointF(self.width() / 2, max(150.0, self.height() * 0.40 - 40 * self._is_low()))
        scale = min(1.0, self.width() / 440)
        brass = QColor("#F0CE84")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for radius, strength in _WAVES:
            painter.setPen(QPen(faded(brass, strength), 1.3))
            painter.drawEllipse(centre, radius * scale, radius * scale)
        side = _BELL * scale
        bell = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        self._bell.render(painter, bell)
        for network, (radius, angle) in zip(self._marks, _PLACES, strict=False):
            turn = math.radians(angle)
            away = QPointF(math.cos(turn), math.sin(turn)) * radius * scale
            self._paint_mark(painter, network, centre + away)

    def _paint_mark(self, painter: QPainter, network: str, centre: QPointF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#F6F8F7"))
        painter.drawEllipse(centre, _DISC, _DISC)
        box = QRectF(0, 0, 18, 18)
        box.moveCenter(centre)
        draw_mark(painter, network, box, QColor("#17211D"))
