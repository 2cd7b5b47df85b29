"""Switches and check boxes, with the words that belong to them."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from desktop.ui.icons import draw_icon
from desktop.ui.painting import RING, antialiased, panel, ring, text_width, words
from desktop.ui.pressable import Pressable
from desktop.ui.theme import Theme


class Switch(Pressable):
    """A setting that is on or off at once; its name is what a screen reader says.

    On is told by the place of the knob and the tick in it, not by colour alone.
    """

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room for the trough, its ring and a finger."""
        return QSize(self.theme.px(40), max(24, self.theme.px(24)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint trough and knob."""
        painter = antialiased(QPainter(self))
        tokens, px = self.theme.tokens, self.theme.px
        outer = QRectF(0, 0, px(40), px(24))
        outer.moveCenter(QRectF(self.rect()).center())
        inset = RING if not self.shows_ring else RING + 1
        trough = outer.adjusted(inset - 1, inset, 1 - inset, -inset)
        radius = trough.height() / 2
        is_on, is_usable = self.isChecked(), self.isEnabled()
        if is_on:
            fill = tokens.accent_hover if self.is_hovered else tokens.accent
            panel(painter, trough, radius, fill if is_usable else tokens.pressed)
        else:
            edge = tokens.control if is_usable else tokens.border
            fill = tokens.hover if self.is_hovered else tokens.surface
            panel(painter, trough, radius, fill, edge, 1.4)
        if self.shows_ring:
            ring(painter, self.theme, outer, outer.height() / 2)
        side = trough.height() - (px(6) if is_on else px(7))
        gap = (trough.height() - side) / 2
        left = trough.right() - gap - side if is_on else trough.left() + gap
        knob = self.placed(QRectF(left, trough.top() + gap, side, side))
        ink = tokens.on_accent if is_on else tokens.control
        panel(painter, knob, side / 2, ink if is_usable else tokens.disabled)
        if is_on:
            tick = QRectF(0, 0, px(10), px(10))
            tick.moveCenter(knob.center())
            draw_icon(painter, "check", tick, tokens.accent if is_usable else tokens.pressed)


class CheckBox(Pressable):
    """A box to tick, with its words beside it."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, text)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room for the box and its words."""
        width = self.theme.px(24)
        if self.text():
            width += text_width(self.theme.font("body"), self.text()) + self.theme.px(10)
        return QSize(width, max(24, self.theme.px(28)))

    def minimumSizeHint(self) -> QSize:
        """Return the same: the words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint box, tick and words."""
        painter = antialiased(QPainter(self))
        tokens, px = self.theme.tokens, self.theme.px
        side = px(18)
        box = self.placed(QRectF(px(3), (self.height() - side) / 2, side, side))
        is_usable = self.isEnabled()
        if self.isChecked():
            panel(painter, box, px(5), tokens.accent if is_usable else tokens.pressed)
            tick = box.adjusted(px(2), px(2), -px(2), -px(2))
            draw_icon(painter, "check", tick, tokens.on_accent if is_usable else tokens.disabled)
        else:
            fill = tokens.hover if self.is_hovered else tokens.surface
            panel(painter, box, px(5), fill, tokens.control if is_usable else tokens.border, 1.4)
        if self.shows_ring:
            ring(painter, self.theme, box.adjusted(-3, -3, 3, 3), px(7))
        area = self.placed(QRectF(px(29), 0, self.width() - px(29), self.height()))
        ink = tokens.text if is_usable else tokens.disabled
        words(painter, area, self.text(), self.theme.font("body"), ink)
