"""Chips: rounded toggles that choose accounts and filters."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from desktop.ui.icons import draw_icon, draw_mark
from desktop.ui.painting import antialiased, panel, ring, text_width, words
from desktop.ui.pressable import Pressable, named_with_count
from desktop.ui.text import isolate
from desktop.ui.theme import Theme


class Chip(Pressable):
    """A toggle with a network's mark or an icon, a word and a count.

    `warning` puts a triangle in the place of the mark, for an account that needs the user.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        mark: str | None = None,
        count: str = "",
        icon: str | None = None,
    ) -> None:
        self._count = ""
        super().__init__(theme, text)
        self._mark = mark
        self._icon = icon
        self._warning = ""
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count(count)

    def setText(self, text: str) -> None:
        """Show another word and be known by it with its count."""
        super().setText(text)
        self.setAccessibleName(named_with_count(self.text(), self._count))

    def set_count(self, count: str) -> None:
        """Show how many wait there; the text is already worded, empty for none."""
        self._count = count
        self.setAccessibleName(named_with_count(self.text(), count))
        self.updateGeometry()
        self.update()

    def set_warning(self, warning: str) -> None:
        """Mark the chip as needing the user and say why; empty takes the mark away."""
        self._warning = warning
        self.setAccessibleDescription(warning)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for mark, word and count."""
        px = self.theme.px
        width = text_width(self.theme.font("label"), self.text()) + 2 * px(12) + 1
        if self._mark or self._icon:
            width += px(14) + px(6)
        if self._count:
            width += text_width(self.theme.font("small"), self._count) + px(8)
        return QSize(width, px(28))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a chip's word is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip as chosen or not."""
        painter = antialiased(QPainter(self))
        tokens, px = self.theme.tokens, self.theme.px
        radius = self.height() / 2
        fill = tokens.accent_soft if self.isChecked() else tokens.surface
        if self.isDown():
            fill = tokens.pressed
        elif self.is_hovered and not self.isChecked():
            fill = tokens.hover
        edge = tokens.accent if self.isChecked() else tokens.border
        ink = tokens.accent_text if self.isChecked() else tokens.text
        sign = ink if self.isChecked() else tokens.text2
        if not self.isEnabled():
            edge, ink, sign = tokens.border, tokens.disabled, tokens.disabled
        panel(painter, self.rect(), radius, fill, edge)
        if self.shows_ring:
            ring(painter, self.theme, self.rect(), radius)
        left = float(px(12))
        if self._mark or self._icon:
            box = self.placed(QRectF(left, (self.height() - px(14)) / 2, px(14), px(14)))
            if self._warning:
                draw_icon(painter, "triangle-alert", box, tokens.warn)
            elif self._mark:
                draw_mark(painter, self._mark, box, sign)
            else:
                draw_icon(painter, self._icon, box, sign)
            left += px(14) + px(6)
        font = self.theme.font("label")
        width = text_width(font, self.text()) + 1
        middle = Qt.AlignmentFlag.AlignHCenter
        box = self.placed(QRectF(left, 0, width, self.height()))
        words(painter, box, self.text(), font, ink, middle)
        if self._count:
            small = self.theme.font("small")
            box = QRectF(left + width + px(7), 0, text_width(small, self._count), self.height())
            pale = ink if self.isChecked() else tokens.text2
            words(painter, self.placed(box), isolate(self._count), small, pale, middle)
