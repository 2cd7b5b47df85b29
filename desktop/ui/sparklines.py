"""A sparkline: the course of one figure in a small picture, with one sentence that says it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.painting import antialiased, faded
from desktop.ui.text import set_tooltip
from desktop.ui.theme import Theme

_DOT = 2.5
_LINE = 1.6


class Sparkline(QWidget):
    """A line of values, oldest at the left in every language, with a dot at the latest.

    A value that nobody knows is None and leaves a gap. A goal is a dashed line. The sentence given
    with the values is what a screen reader says and what the tooltip shows.
    """

    accessible_role = QAccessible.Role.Chart

    def __init__(self, theme: Theme, name: str, token: str = "chart1") -> None:
        super().__init__()
        self._theme = theme
        self._token = token
        self._values: tuple[float | None, ...] = ()
        self._goal: float | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        theme.resized.connect(self.updateGeometry)

    def show_values(
        self, values: Sequence[float | None], sentence: str, goal: float | None = None
    ) -> None:
        """Draw other values and say in one sentence what they show."""
        self._values = tuple(values)
        self._goal = goal
        self.setAccessibleDescription(sentence)
        set_tooltip(self, sentence)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a picture as high as a button."""
        return QSize(self._theme.px(96), self._theme.px(32))

    def minimumSizeHint(self) -> QSize:
        """Return the least in which a course is seen."""
        return QSize(self._theme.px(48), self._theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line over its soft ground, the goal and the latest value."""
        runs = self._runs()
        painter = antialiased(QPainter(self))
        ink = self._theme.tokens.named(self._token)
        if self._goal is not None and runs:
            painter.setPen(QPen(self._theme.tokens.text3, 1, Qt.PenStyle.DashLine))
            height = self._place(0, self._goal).y()
            painter.drawLine(QPointF(0, height), QPointF(self.width(), height))
        for run in runs:
            self._paint_run(painter, run)
        if runs:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(runs[-1][-1], _DOT, _DOT)

    def _paint_run(self, painter: QPainter, run: list[QPointF]) -> None:
        ink = self._theme.tokens.named(self._token)
        if not self._theme.is_high_contrast:
            ground = QPainterPath(QPointF(run[0].x(), self.height()))
            for point in (*run, QPointF(run[-1].x(), self.height())):
                ground.lineTo(point)
            painter.fillPath(ground, faded(ink, 0.10))
        pen = QPen(ink, _LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if len(run) > 1:
            painter.drawPolyline(QPolygonF(run))
        else:
            painter.drawPoint(run[0])

    def _runs(self) -> list[list[QPointF]]:
        """Return the points between the gaps."""
        runs: list[list[QPointF]] = [[]]
        for number, value in enumerate(self._values):
            if value is not None:
                runs[-1].append(self._place(number, value))
            elif runs[-1]:
                runs.append([])
        return [run for run in runs if run]

    def _place(self, number: int, value: float) -> QPointF:
        known = [each for each in (*self._values, self._goal) if each is not None]
        low, high = min(known), max(known)
        room = QRectF(self.rect()).adjusted(_DOT + 1, _DOT + 1, -_DOT - 1, -_DOT - 1)
        across = number / (len(self._values) - 1) if len(self._values) > 1 else 1.0
        # A course that never changes lies in the middle, not on the ground.
        up = (value - low) / (high - low) if high > low else 0.5
        return QPointF(room.left() + room.width() * across, room.bottom() - room.height() * up)
