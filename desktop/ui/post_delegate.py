"""Paint the rows of a list of posts from their laid out cards."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.icons import draw_icon, draw_mark
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.post_card import Card, Glyph, Ground, Mark, Part, Plate, Prose, Words, Zone
from desktop.ui.post_pictures import PicturePainter
from desktop.ui.text import isolate
from desktop.ui.theme import Theme

_MIRRORED_ICONS = frozenset({"reply", "arrow-up-right"})
_PLATE, _ON_PLATE = QColor(16, 22, 19, 205), QColor("#FFFFFF")
_MARK_SIDE = 11
# Joined once: flags are slow to join.
_ONE_LINE = int(Qt.AlignmentFlag.AlignVCenter) | int(
    Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
)
_RTL = Qt.LayoutDirection.RightToLeft


@dataclass(frozen=True, slots=True)
class RowState:
    """What a row's look depends on besides its card."""

    is_hovered: bool = False
    zone: int = -1
    has_ring: bool = False
    is_opened: bool = False


class PostDelegate(QStyledItemDelegate):
    """Paints the card of each row, and what the pointer and the keyboard do to it."""

    def __init__(
        self,
        theme: Theme,
        pictures: PictureLoader,
        card_at: Callable[[int], Card],
        state_of: Callable[[int], RowState],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._card_at = card_at
        self._state_of = state_of
        self._is_mirrored = False
        self._pictures = PicturePainter(theme, pictures)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the row's true size."""
        card = self._card_at(index.row())
        return QSize(card.width, card.height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        box: QRect = option.rect
        card = self._card_at(index.row())
        state = self._state_of(index.row())
        self._is_mirrored = option.direction == _RTL
        painter.save()
        painter.setClipRect(box)
        painter.translate(box.topLeft())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, card, state)
        self._paint_pressable(painter, card, state)
        # Of a post taller than the window only the paragraphs in sight are drawn.
        sight = QRectF(painter.clipBoundingRect())
        for part in card.parts:
            self._paint_part(painter, part, sight)
        self._paint_underline(painter, card, state)
        if state.has_ring:
            self._paint_ring(painter, card)
        painter.restore()

    def _paint_ground(self, painter: QPainter, card: Card, state: RowState) -> None:
        tokens = self._theme.tokens
        ground = tokens.surface
        if state.is_opened:
            ground = tokens.selected
        elif state.is_hovered:
            ground = tokens.hover
        painter.fillRect(0, 0, card.width, card.height, ground)
        if card.rule is not None:
            painter.fillRect(card.rule, tokens.border)
        if card.bar is not None:
            painter.fillRect(card.bar, tokens.accent)
        if card.dot is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.accent)
            painter.drawEllipse(QRectF(card.dot))

    def _paint_pressable(self, painter: QPainter, card: Card, state: RowState) -> None:
        zone = _zone(card, state)
        if zone is not None and zone.shape == "button" and zone.is_enabled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.tokens.pressed)
            painter.drawRoundedRect(QRectF(zone.boxes[0]), 7, 7)

    def _paint_underline(self, painter: QPainter, card: Card, state: RowState) -> None:
        zone = _zone(card, state)
        if zone is None or zone.shape != "link":
            return
        tokens = self._theme.tokens
        painter.setPen(QPen(tokens.text if zone.action == "author" else tokens.link, 1))
        for box in zone.boxes:
            y = box.bottom() - max(1, box.height() // 9) + 0.5
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))

    def _paint_ring(self, painter: QPainter, card: Card) -> None:
        painter.setPen(QPen(self._theme.tokens.focus, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(2, 2, card.width - 4, card.height - 5), 7, 7)

    def _paint_part(self, painter: QPainter, part: Part, sight: QRectF) -> None:
        tokens = self._theme.tokens
        match part:
            case Words(box, text, role, token):
                painter.setFont(self._theme.font(role))
                painter.setPen(tokens.named(token))
                # Each piece stands for itself: its first letter says which way it runs.
                is_plain = text.isascii() and painter.layoutDirection() != _RTL
                painter.drawText(box, _ONE_LINE, text if is_plain else isolate(text))
            case Prose():
                paint_prose(painter, part, sight)
            case Glyph(box, name, token):
                self._paint_glyph(painter, box, name, tokens.named(token))
            case Ground(box, fill, edge, radius):
                _paint_box(
                    painter, box, tokens.named(fill), tokens.named(edge) if edge else None, radius
                )
            case Mark(box, network):
                _paint_box(painter, box, tokens.surface, tokens.border, box.height() // 2)
                inner = QRectF(0, 0, _MARK_SIDE, _MARK_SIDE)
                inner.moveCenter(QRectF(box).center())
                draw_mark(painter, network, inner, tokens.text)
            case Plate(box, text):
                _paint_box(painter, box, _PLATE, None, 5)
                painter.setFont(self._theme.font("caption_strong"))
                painter.setPen(_ON_PLATE)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
            case _:
                self._pictures.paint(painter, part, sight)

    def _paint_glyph(self, painter: QPainter, box: QRect, name: str, colour: QColor) -> None:
        if not (self._is_mirrored and name in _MIRRORED_ICONS):
            draw_icon(painter, name, QRectF(box), colour)
            return
        painter.save()
        painter.translate(2 * QRectF(box).center().x(), 0)
        painter.scale(-1, 1)
        draw_icon(painter, name, QRectF(box), colour)
        painter.restore()


def paint_prose(painter: QPainter, prose: Prose, sight: QRectF) -> None:
    """Draw those of the paragraphs that are in sight."""
    for layout, top in prose.paragraphs:
        at = QPointF(prose.box.x(), prose.box.y() + top)
        if at.y() > sight.bottom():
            return
        if at.y() + layout.boundingRect().bottom() >= sight.top():
            layout.draw(painter, at, [], sight)


def _zone(card: Card, state: RowState) -> Zone | None:
    return card.zones[state.zone] if 0 <= state.zone < len(card.zones) else None


def _paint_box(
    painter: QPainter, box: QRect, fill: QColor, edge: QColor | None, radius: int
) -> None:
    painter.setBrush(fill)
    painter.setPen(QPen(edge, 1) if edge is not None else Qt.PenStyle.NoPen)
    inset = 0.5 if edge is not None else 0.0
    painter.drawRoundedRect(QRectF(box).adjusted(inset, inset, -inset, -inset), radius, radius)
