"""Paint the lines of a palette: what was typed stands out, and the current row most of all."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.ui.icons import draw_icon, draw_mark
from desktop.ui.painting import (
    antialiased,
    keycap,
    keycap_size,
    mirrored,
    panel,
    text_width,
    words,
)
from desktop.ui.palette_rows import LINE, Found, Heading, Index
from desktop.ui.text import isolate
from desktop.ui.theme import Theme

_ROW, _HEADING, _NOTE = 38, 28, 44
_SIDE, _ICON, _TEXT, _END = 20, 18, 50, 20
"""From the edge to the icon, its size, to the words, and from the keys to the other edge."""
_INSET = 8
_LEAST_DETAIL = 48
"""Less room than this for the detail is no room."""


class PaletteDelegate(QStyledItemDelegate):
    """Headings in small letters; rows with an icon, words, a detail and keys at the end."""

    def __init__(self, theme: Theme, view: QWidget) -> None:
        super().__init__(view)
        self._theme = theme

    def height(self, index: Index) -> int:
        """Return the height of a line."""
        line = index.data(LINE)
        if isinstance(line, Found):
            return self._theme.px(_ROW)
        return self._theme.px(_HEADING if isinstance(line, Heading) else _NOTE)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line; its width is that of the list."""
        return QSize(self._theme.px(200), self.height(index))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        antialiased(painter)
        line, box = index.data(LINE), QRectF(option.rect)
        if isinstance(line, Found):
            is_current = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_row(painter, line, box, is_current)
            return
        tokens, is_heading = self._theme.tokens, isinstance(line, Heading)
        inner = box.adjusted(self._theme.px(_SIDE), self._theme.px(6 if is_heading else 0), 0, 0)
        role, ink = ("caption_strong", tokens.text2) if is_heading else ("body", tokens.text2)
        area = mirrored(inner, box, option.direction)
        words(painter, area, line.text, self._theme.font(role), ink)

    def whole(self, index: Index, width: int) -> str:
        """Return all words of a row where some are cut at that width; empty where none are."""
        line = index.data(LINE)
        if not isinstance(line, Found):
            return ""
        room, text = self._room(line, width), self._text_width(line, is_current=True)
        detail = text_width(self._theme.font("small"), isolate(line.detail))
        if text <= room and (not line.detail or text + self._theme.px(15) + detail <= room):
            return ""
        return "\n".join(each for each in (line.text, line.detail) if each)

    def _paint_row(self, painter: QPainter, found: Found, box: QRectF, is_current: bool) -> None:
        theme, tokens, px = self._theme, self._theme.tokens, self._theme.px
        direction = painter.layoutDirection()
        if is_current:
            edge = tokens.control if theme.is_high_contrast else None
            area = box.adjusted(_INSET, 1, -_INSET, -1)
            panel(painter, area, px(7), tokens.selected, edge)
        sign = QRectF(px(_SIDE), box.center().y() - px(_ICON) / 2, px(_ICON), px(_ICON))
        sign = mirrored(sign, box, direction)
        ink = tokens.accent if is_current else tokens.text2
        if found.network:
            draw_mark(painter, found.network, sign, ink)
        else:
            draw_icon(painter, found.icon, sign, ink)
        room = self._room(found, int(box.width()))
        area = QRectF(px(_TEXT), box.top(), room, box.height())
        taken = self._paint_text(painter, found, mirrored(area, box, direction), is_current)
        left = room - taken - px(15)
        if found.detail and left >= px(_LEAST_DETAIL):
            place = QRectF(px(_TEXT) + room - left, box.top(), left, box.height())
            place = mirrored(place, box, direction)
            words(painter, place, isolate(found.detail), theme.font("small"), tokens.text2)
        if found.keys:
            size = keycap_size(theme, found.keys)
            cap = QRectF(box.right() - px(_END) - size.width(), 0, size.width(), size.height())
            cap.moveTop(box.center().y() - size.height() / 2)
            keycap(painter, theme, mirrored(cap, box, direction), found.keys, tokens.text2)

    def _paint_text(self, painter: QPainter, found: Found, area: QRectF, is_current: bool) -> float:
        """Paint what a row is called; return the width it takes."""
        text = found.text
        if self._text_width(found, is_current) > area.width():
            strong = QFontMetrics(self._theme.font("strong"))
            text = strong.elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
        layout = self._laid_out(found, text, is_current)
        width = layout.lineAt(0).naturalTextWidth()
        is_mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = area.right() - width if is_mirrored else area.left()
        painter.setPen(self._theme.tokens.text)
        layout.draw(painter, QPointF(left, area.center().y() - layout.lineAt(0).height() / 2))
        return width

    def _laid_out(self, found: Found, text: str, is_current: bool) -> QTextLayout:
        theme = self._theme
        layout = QTextLayout(isolate(text), theme.font("strong" if is_current else "body"))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        if not is_current:
            layout.setFormats(_strong(found.marks, text, theme.font("strong")))
        layout.beginLayout()
        layout.createLine().setLineWidth(100_000)
        layout.endLayout()
        return layout

    def _text_width(self, found: Found, is_current: bool) -> float:
        # A line is a part of its layout, and dies with it.
        layout = self._laid_out(found, found.text, is_current)
        return layout.lineAt(0).naturalTextWidth()

    def _room(self, found: Found, width: int) -> float:
        """Return the room for the words of a row."""
        px = self._theme.px
        keys = keycap_size(self._theme, found.keys).width() + px(12) if found.keys else 0
        return max(0, width - px(_TEXT) - px(_END) - keys)


def _strong(
    marks: tuple[tuple[int, int], ...], text: str, font: QFont
) -> list[QTextLayout.FormatRange]:
    """Return the stretches to be written strongly, counted as Qt counts, behind an isolate."""
    form = QTextCharFormat()
    form.setFont(font)
    ranges = []
    for start, end in marks:
        each = QTextLayout.FormatRange()
        each.start = 1 + _units(text[:start])
        each.length = _units(text[start:end])
        each.format = form
        if each.length:
            ranges.append(each)
    return ranges


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "replace")) // 2
