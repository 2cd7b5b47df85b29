"""A picture that fits its room, and can be enlarged and moved about."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme import Theme

_LARGEST = 8.0
_STEP = 1.25
_NOTCH = 120
_MARGIN = 16


class PictureCanvas(QWidget):
    """Shows one picture; 1.0 is a pixel of the picture on each pixel of the screen.

    Signals:
        zoomed: The picture is shown in another size.
    """

    accessible_role = QAccessible.Role.Graphic

    zoomed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._picture: QPixmap | None = None
        self._standby = ""
        self._zoom = 0.0
        self._middle = QPointF(0.5, 0.5)
        self._grip: QPointF | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(160, 120))
        theme.changed.connect(self.update)

    @property
    def is_fitted(self) -> bool:
        """Say whether the picture takes the room there is."""
        return self._zoom == 0

    @property
    def zoom(self) -> float:
        """Return how large the picture is shown."""
        return self._fitting() if self.is_fitted else self._zoom

    def show_picture(self, picture: QPixmap | None, standby: str = "") -> None:
        """Show another picture, fitted; or words in its place until there is one."""
        self._picture = picture
        self._standby = standby
        self.fit()

    def fit(self) -> None:
        """Show the whole picture, never larger than it is."""
        self._zoom = 0.0
        self._middle = QPointF(0.5, 0.5)
        self._renew()

    def show_true_size(self) -> None:
        """Show each pixel of the picture as one of the screen."""
        self.zoom_to(1.0)

    def zoom_in(self) -> None:
        """Show the picture one step larger."""
        self.zoom_to(self.zoom * _STEP)

    def zoom_out(self) -> None:
        """Show the picture one step smaller, down to where it fits."""
        self.zoom_to(self.zoom / _STEP)

    def zoom_to(self, zoom: float, at: QPointF | None = None) -> None:
        """Show the picture in a size; the point under `at` stays where it is."""
        if self._picture is None:
            return
        before = self._on_picture(at) if at is not None else None
        zoom = min(zoom, max(_LARGEST, self._fitting()))
        self._zoom = 0.0 if zoom <= self._fitting() * 1.001 else zoom
        if at is not None and before is not None:
            after = self._on_picture(at)
            self._middle += before - after
        self._renew()

    def move_by(self, distance: QPointF) -> None:
        """Move the picture by a distance on the screen."""
        if self._picture is None:
            return
        size = self._shown_size()
        self._middle -= QPointF(distance.x() / size.width(), distance.y() / size.height())
        self._renew()

    def shown_box(self) -> QRectF:
        """Return where the picture lies."""
        size = self._shown_size()
        box = QRectF(0, 0, size.width(), size.height())
        box.moveTopLeft(
            QPointF(
                self.width() / 2 - self._middle.x() * size.width(),
                self.height() / 2 - self._middle.y() * size.height(),
            )
        )
        return box

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, or the words in its place."""
        painter = QPainter(self)
        tokens = self._theme.tokens
        painter.fillRect(self.rect(), tokens.sunken)
        if self._picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.zoom < 2)
            painter.drawPixmap(self.shown_box(), self._picture, QRectF(self._picture.rect()))
            return
        painter.setPen(tokens.text2)
        painter.setFont(self._theme.font("body"))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.rect().adjusted(_MARGIN, 0, -_MARGIN, 0), flags, self._standby)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a fitted picture fitted, and an enlarged one in sight."""
        super().resizeEvent(event)
        self._renew()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Enlarge or reduce what is under the pointer."""
        steps = event.angleDelta().y() / _NOTCH
        self.zoom_to(self.zoom * _STEP**steps, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of an enlarged picture."""
        if event.button() == Qt.MouseButton.LeftButton and not self.is_fitted:
            self._grip = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the picture that is held."""
        if self._grip is not None:
            self.move_by(event.position() - self._grip)
            self._grip = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the picture go."""
        self._grip = None
        self._renew()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Change between the whole picture and its true size."""
        if self.is_fitted:
            self.zoom_to(max(1.0, self._fitting() * 2), event.position())
        else:
            self.fit()

    def _fitting(self) -> float:
        if self._picture is None:
            return 1.0
        across = (self.width() - 2 * _MARGIN) / self._picture.width()
        down = (self.height() - 2 * _MARGIN) / self._picture.height()
        return max(0.01, min(1.0, across, down))

    def _shown_size(self) -> QSize:
        if self._picture is None:
            return QSize(1, 1)
        size = self._picture.size() * self.zoom
        return size.expandedTo(QSize(1, 1))

    def _on_picture(self, point: QPointF) -> QPointF:
        box = self.shown_box()
        return QPointF(
            (point.x() - box.x()) / box.width(),
            (point.y() - box.y()) / box.height(),
        )

    def _renew(self) -> None:
        size = self._shown_size()
        self._middle = QPointF(
            _held(self._middle.x(), self.width(), size.width()),
            _held(self._middle.y(), self.height(), size.height()),
        )
        if self._grip is None:
            shape = Qt.CursorShape.ArrowCursor if self.is_fitted else Qt.CursorShape.OpenHandCursor
            self.setCursor(shape)
        self.zoomed.emit()
        self.update()


def _held(middle: float, room: int, length: int) -> float:
    """Keep an enlarged picture from being moved away from the edges of its room."""
    if length <= room:
        return 0.5
    half = room / (2 * length)
    return max(half, min(1 - half, middle))
