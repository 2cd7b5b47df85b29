"""Slim scroll bars that fade into the page."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QStyle, QStyleOptionSlider

from desktop.ui.painting import antialiased, faded, panel
from desktop.ui.theme import Theme

_WIDTH = 12


class ScrollBar(QScrollBar):
    """A real scroll bar of which only the handle is painted."""

    def __init__(self, theme: Theme, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return a slim bar."""
        return QSize(_WIDTH, _WIDTH)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the handle, stronger under the pointer."""
        if self.maximum() <= self.minimum():
            return
        tokens = self._theme.tokens
        strength = 0.85 if self.isSliderDown() else 0.65 if self.underMouse() else 0.38
        if self._theme.is_high_contrast:
            strength = 1.0
        inset = 3 if self.underMouse() or self.isSliderDown() else 4
        handle = self._handle().adjusted(inset, inset, -inset, -inset)
        radius = min(handle.width(), handle.height()) / 2
        panel(antialiased(QPainter(self)), handle, radius, faded(tokens.control, strength))

    def _handle(self) -> QRect:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        return self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar,
            option,
            QStyle.SubControl.SC_ScrollBarSlider,
            self,
        )


def dress_scroll_bars(theme: Theme, area: QAbstractScrollArea) -> None:
    """Give a scroll area slim bars."""
    area.setVerticalScrollBar(ScrollBar(theme, Qt.Orientation.Vertical))
    area.setHorizontalScrollBar(ScrollBar(theme, Qt.Orientation.Horizontal))
