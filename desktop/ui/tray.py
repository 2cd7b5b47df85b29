"""The program's sign in the system's tray: a bell with a count, a menu, and its pop-ups."""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from desktop.ui.icons import app_pixmap
from desktop.ui.menus import Menu
from desktop.ui.painting import antialiased, panel
from desktop.ui.text import set_tooltip, tooltip_text
from desktop.ui.theme import Theme

SIZES = (16, 20, 22, 24, 32, 40, 44, 48, 64)
"""Panels are between 16 and 32 high; the rest is for dense screens."""
SHOWN_MS = 10_000
_MOST = 99
_CROWDED_BELOW, _MOST_WHERE_CROWDED = 22, 9
"""A small panel has room for one legible figure."""


def has_tray() -> bool:
    """Say whether this desktop has a place where programs may show a sign."""
    return QSystemTrayIcon.isSystemTrayAvailable()


class TrayIcon(QSystemTrayIcon):
    """Crieur in the tray; without a tray it stays unseen and nothing fails.

    Signals:
        opened: The sign itself was pressed.
        pop_up_pressed: A pop-up was pressed; carries the group it was shown for.
    """

    opened = Signal()
    pop_up_pressed = Signal(str)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._count = 0
        self._popped = ""
        self.menu = Menu(theme, window)
        self.setContextMenu(self.menu)
        self.activated.connect(self._on_activated)
        self.messageClicked.connect(self._on_message_clicked)
        theme.changed.connect(self._draw)
        self._draw()

    @property
    def count(self) -> int:
        """Return the count on the sign."""
        return self._count

    def appear(self) -> None:
        """Take a place in the tray, where there is one."""
        if has_tray():
            self.show()

    def set_count(self, count: int) -> None:
        """Put a count on the sign; 0 takes it away."""
        if count != self._count:
            self._count = count
            self._draw()

    def set_words(self, lines: Sequence[str]) -> None:
        """Say in words what the sign stands for, a line for each matter."""
        set_tooltip(self, "\n".join(lines))

    def pop_up(self, group: str, title: str, text: str) -> None:
        """Show a notification of the system; the next one takes its place.

        Qt tells only that one was pressed, so a press leads to the one that was shown last. Some
        desktops take a text for markup, and Qt lets what stands in it through.
        """
        self._popped = group
        self.showMessage(tooltip_text(title), tooltip_text(text), self.icon(), SHOWN_MS)

    def _draw(self) -> None:
        drawn = QIcon()
        for size in SIZES:
            drawn.addPixmap(tray_pixmap(self._theme, size, self._count))
        self.setIcon(drawn)

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        # macOS shows the menu at a press, and nothing else is to happen then.
        if reason == QSystemTrayIcon.ActivationReason.Trigger and sys.platform != "darwin":
            self.opened.emit()

    def _on_message_clicked(self) -> None:
        self.pop_up_pressed.emit(self._popped)


def tray_pixmap(theme: Theme, size: int, count: int) -> QPixmap:
    """Return the program's sign with a count on it, to be seen on light and on dark panels."""
    if not count:
        return app_pixmap(size)
    drawn = QPixmap(QSize(size, size))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = antialiased(QPainter(drawn))
    painter.drawPixmap(0, 0, app_pixmap(size))
    _draw_count(painter, theme, size, count)
    painter.end()
    return drawn


def _draw_count(painter: QPainter, theme: Theme, size: int, count: int) -> None:
    most = _MOST_WHERE_CROWDED if size < _CROWDED_BELOW else _MOST
    text = str(count) if count <= most else f"{most}+"
    height = round(size * 0.62)
    font = QFont(theme.font("strong"))
    font.setPixelSize(round(height * 0.86))
    font.setWeight(QFont.Weight.Bold)
    width = QFontMetricsF(font).horizontalAdvance(text)
    # What is too wide is set smaller: the whole sign is only `size` wide.
    if width > size - 2:
        font.setPixelSize(int(font.pixelSize() * (size - 2) / width))
        width = QFontMetricsF(font).horizontalAdvance(text)
    wide = min(size, max(height, round(width + height * 0.4)))
    box = QRectF(size - wide, size - height, wide, height)
    # The gap round it keeps the count apart from the bell, whatever the panel's colour.
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    panel(painter, box.adjusted(-1, -1, 1, 1), height / 2 + 1, QColor(Qt.GlobalColor.black))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    panel(painter, box, height / 2, theme.tokens.danger)
    painter.setFont(font)
    painter.setPen(theme.tokens.on_danger)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
