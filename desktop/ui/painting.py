"""The few shapes that every painted control is made of."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from desktop.ui.theme import Theme

RING = 2
"""Width of the keyboard focus ring, and of the gap inside it on filled controls."""


def faded(colour: QColor, share: float) -> QColor:
    """Return a colour at a share of its strength."""
    paler = QColor(colour)
    paler.setAlphaF(colour.alphaF() * share)
    return paler


def soft_edge(theme: Theme, colour: QColor, share: float) -> QColor:
    """Return the colour of an edge, paler than the token unless strong edges are wanted."""
    return colour if theme.is_high_contrast else faded(colour, share)


def hover_fill(theme: Theme) -> QColor:
    """Return what lies under the pointer on a bare control, visible on any ground."""
    return faded(theme.tokens.text2, 0.08)


def antialiased(painter: QPainter) -> QPainter:
    """Return the painter after asking it for smooth edges."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    return painter


def panel(
    painter: QPainter,
    box: QRect | QRectF,
    radius: float,
    fill: QColor | None = None,
    edge: QColor | None = None,
    width: float = 1,
) -> None:
    """Fill a rounded box and draw its edge inside it, sharp on whole pixels."""
    area = QRectF(box)
    if fill is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        inset = width / 2 if edge is not None else 0
        inner = area.adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(inner, max(0, radius - inset), max(0, radius - inset))
    if edge is not None:
        inset = width / 2
        painter.setPen(QPen(edge, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        line = area.adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(line, max(0, radius - inset), max(0, radius - inset))


def ring(painter: QPainter, theme: Theme, box: QRect | QRectF, radius: float) -> None:
    """Draw the keyboard focus ring just inside `box`."""
    panel(painter, box, radius, None, theme.tokens.focus, RING)


def spinner(painter: QPainter, box: QRectF, colour: QColor, turn: float) -> None:
    """Draw three quarters of a circle, turned by `turn` degrees."""
    painter.setPen(QPen(colour, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = box.adjusted(2, 2, -2, -2)
    painter.drawArc(inner, round((60 - turn) * 16), -290 * 16)


def words(
    painter: QPainter,
    box: QRect | QRectF,
    text: str,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Write one line in the middle of the height of `box`, cut with an ellipsis if it must be.

    Left means where reading begins: Qt turns it round in a right-to-left window.
    """
    area = QRectF(box)
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(text) > area.width() + 1:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.setFont(font)
    painter.setPen(colour)
    flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    # Never clip: the metrics of a fallback script may be a pixel larger than the box.
    painter.drawText(area, flags | Qt.TextFlag.TextDontClip, text)


def text_width(font: QFont, text: str) -> int:
    """Return the room one line of text takes."""
    return QFontMetrics(font).horizontalAdvance(text)


def keycap_size(theme: Theme, keys: str) -> QSize:
    """Return the room of a key's name in its little frame."""
    width = text_width(theme.font("caption"), keys) + theme.px(11)
    return QSize(max(width, theme.px(20)), theme.px(18))


def keycap(painter: QPainter, theme: Theme, box: QRectF, keys: str, colour: QColor) -> None:
    """Draw a key's name in its little frame."""
    panel(painter, box, theme.px(4), faded(colour, 0.06), faded(colour, 0.55))
    words(painter, box, keys, theme.font("caption"), colour, Qt.AlignmentFlag.AlignHCenter)


def mirrored(box: QRectF, within: QRect | QRectF, direction: Qt.LayoutDirection) -> QRectF:
    """Return `box` where it stands in the reading direction of the window."""
    if direction == Qt.LayoutDirection.LeftToRight:
        return box
    area = QRectF(within)
    left = area.left() + area.right() - box.right()
    return QRectF(QPointF(left, box.top()), box.size())
