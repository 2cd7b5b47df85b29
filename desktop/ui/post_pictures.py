"""Paint faces and pictures in a post, and what stands in their place until they are there."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPixmap, QTransform

from desktop.ui.avatars import pastel
from desktop.ui.icons import draw_icon
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.post_card import Corners, Face, Part, Photo
from desktop.ui.theme import Theme

_RADIUS = 10
_PLAY = 48
_SHADE, _ON_SHADE = QColor(16, 22, 19, 165), QColor("#FFFFFF")


class PicturePainter:
    """Paints what came from the network as pixels; asks the loader for what is not there yet."""

    def __init__(self, theme: Theme, pictures: PictureLoader) -> None:
        self._theme = theme
        self._pictures = pictures

    def paint(self, painter: QPainter, part: Part, sight: QRectF) -> None:
        """Paint a face or a picture; one that is out of sight is not even asked for."""
        if not sight.intersects(QRectF(part.box)):
            return
        if isinstance(part, Face):
            self._paint_face(painter, part)
        elif isinstance(part, Photo):
            self._paint_photo(painter, part, sight)

    def _paint_face(self, painter: QPainter, face: Face) -> None:
        box = QRectF(face.box)
        picture = self._ask(painter, face.url, face.box)
        painter.setPen(Qt.PenStyle.NoPen)
        if picture is not None:
            painter.setBrush(_brush(picture, face.box))
            painter.drawEllipse(box)
            return
        colours = pastel(face.identity, self._theme.is_dark)
        painter.setBrush(colours.ground)
        painter.drawEllipse(box)
        painter.setFont(self._theme.font("strong" if box.width() >= 32 else "caption_strong"))
        painter.setPen(colours.letters)
        painter.drawText(face.box, Qt.AlignmentFlag.AlignCenter, face.letters)

    def _paint_photo(self, painter: QPainter, photo: Photo, sight: QRectF) -> None:
        picture = self._ask(painter, photo.url, photo.box)
        painter.setPen(Qt.PenStyle.NoPen)
        if picture is not None:
            painter.setBrush(_brush(picture, photo.box))
        else:
            painter.setBrush(self._theme.tokens.sunken)
        painter.drawPath(_path(QRectF(photo.box), photo.corners))
        if picture is None:
            self._paint_standby(painter, photo, sight)
        if photo.is_film:
            self._paint_play(painter, photo.box)

    def _paint_standby(self, painter: QPainter, photo: Photo, sight: QRectF) -> None:
        if photo.standby is not None:
            for layout, top in photo.standby.paragraphs:
                box = photo.standby.box
                layout.draw(painter, QPointF(box.x(), box.y() + top), [], sight)
            return
        if photo.is_film:
            return
        is_missing = not self._pictures.is_on or self._pictures.has_failed(
            photo.url, photo.box.size(), painter.device().devicePixelRatioF()
        )
        side = min(24, photo.box.height() // 2)
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(photo.box).center())
        name = "image-off" if is_missing else "image"
        draw_icon(painter, name, box, self._theme.tokens.text3)

    def _paint_play(self, painter: QPainter, over: QRect) -> None:
        disc = QRectF(0, 0, _PLAY, _PLAY)
        disc.moveCenter(QRectF(over).center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_SHADE)
        painter.drawEllipse(disc)
        draw_icon(painter, "play", disc.adjusted(13, 13, -11, -13), _ON_SHADE)

    def _ask(self, painter: QPainter, url: str, box: QRect) -> QPixmap | None:
        if not url:
            return None
        return self._pictures.pixmap(url, box.size(), painter.device().devicePixelRatioF())


def _brush(picture: QPixmap, box: QRect) -> QBrush:
    # Painted as a brush rather than clipped: the edge of a clip is not smooth.
    brush = QBrush(picture)
    fit = QTransform()
    fit.translate(box.x(), box.y())
    fit.scale(box.width() / picture.width(), box.height() / picture.height())
    brush.setTransform(fit)
    return brush


def _path(box: QRectF, corners: Corners) -> QPainterPath:
    path = QPainterPath()
    if all(corners):
        path.addRoundedRect(box, _RADIUS, _RADIUS)
        return path
    r = float(_RADIUS)
    turn = 2 * r
    left, top, right, bottom = box.left(), box.top(), box.right(), box.bottom()
    path.moveTo(left + (r if corners.top_left else 0), top)
    if corners.top_right:
        path.arcTo(right - turn, top, turn, turn, 90, -90)
    else:
        path.lineTo(right, top)
    if corners.bottom_right:
        path.arcTo(right - turn, bottom - turn, turn, turn, 0, -90)
    else:
        path.lineTo(right, bottom)
    if corners.bottom_left:
        path.arcTo(left, bottom - turn, turn, turn, 270, -90)
    else:
        path.lineTo(left, bottom)
    if corners.top_left:
        path.arcTo(left, top, turn, turn, 180, -90)
    else:
        path.lineTo(left, top)
    path.closeSubpath()
    return path
