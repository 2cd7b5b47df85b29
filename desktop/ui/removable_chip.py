"""A chip that says what is in force, and takes it away when it is pressed."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from desktop.ui.icons import draw_icon
from desktop.ui.painting import antialiased, panel, ring, text_width, words
from desktop.ui.pressable import Pressable
from desktop.ui.text import set_tooltip
from desktop.ui.theme import Theme

_WIDEST = 360
_SIDE, _GAP, _CROSS = 12, 6, 14


class RemovableChip(Pressable):
    """Words and a cross; long words are cut, and whole in the tooltip.

    A screen reader is told what pressing it does, by `setAccessibleName`.
    """

    def __init__(self, theme: Theme, text: str = "") -> None:
        super().__init__(theme, text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room for the words, up to a width that leaves room for others."""
        px = self.theme.px
        width = text_width(self.theme.font("label"), self.text()) + 1 + self._beside_words()
        return QSize(min(width, px(_WIDEST)), px(28))

    def minimumSizeHint(self) -> QSize:
        """Return the room for a few letters and the cross."""
        few = text_width(self.theme.font("label"), "Abcdef…") + self._beside_words()
        return QSize(min(few, self.sizeHint().width()), self.theme.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip as something chosen."""
        painter, theme = antialiased(QPainter(self)), self.theme
        tokens, px, radius = theme.tokens, theme.px, self.height() / 2
        fill = tokens.pressed if self.isDown() or self.is_hovered else tokens.accent_soft
        panel(painter, self.rect(), radius, fill, tokens.accent)
        if self.shows_ring:
            ring(painter, theme, self.rect(), radius)
        area = QRectF(px(_SIDE), 0, self.width() - self._beside_words(), self.height())
        ink = tokens.text if self.isDown() or self.is_hovered else tokens.accent_text
        words(painter, self.placed(area), self.text(), theme.font("label"), ink)
        cross = QRectF(self.width() - px(_SIDE - 2) - px(_CROSS), 0, px(_CROSS), px(_CROSS))
        cross.moveTop((self.height() - px(_CROSS)) / 2)
        draw_icon(painter, "x", self.placed(cross), ink)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole words where they are cut."""
        super().resizeEvent(event)
        room = self.width() - self._beside_words()
        is_cut = text_width(self.theme.font("label"), self.text()) > room
        set_tooltip(self, self.text() if is_cut else "")

    def _beside_words(self) -> int:
        px = self.theme.px
        return px(_SIDE) + px(_GAP) + px(_CROSS) + px(_SIDE - 2)
