"""Menus that follow the theme: real QMenu behaviour under our own paint."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QGuiApplication,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QProxyStyle, QStyle, QStyleOption, QWidget

from desktop.ui.icons import draw_icon
from desktop.ui.key_names import shown
from desktop.ui.painting import antialiased, mirrored, panel, words
from desktop.ui.text import sentence
from desktop.ui.theme import Theme

_RADIUS = 9
_MARGIN = 5
_SEPARATOR = 9


class _Room(QProxyStyle):
    """Give every line of a menu the height of a control and room for an icon."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Fusion")
        self._theme = theme

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        wanted = super().sizeFromContents(kind, option, size, widget)
        if kind != QStyle.ContentsType.CT_MenuItem:
            return wanted
        if wanted.height() < _SEPARATOR + 3:
            return QSize(wanted.width(), _SEPARATOR)
        px = self._theme.px
        return QSize(max(wanted.width() + px(44), px(168)), max(wanted.height(), px(32)))

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric in (
            QStyle.PixelMetric.PM_MenuHMargin,
            QStyle.PixelMetric.PM_MenuVMargin,
        ):
            return _MARGIN
        return super().pixelMetric(metric, option, widget)


class Menu(QMenu):
    """A menu whose lines have an icon, words and a key."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._works: dict[QAction | None, Callable[[], object]] = {}
        room = _Room(theme)
        # Qt does not own a widget's style; as its child it lives exactly as long as the menu.
        room.setParent(self)
        self.setStyle(room)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        self._is_masked = QGuiApplication.platformName() == "xcb"
        # Without a compositing manager, which X11 need not have, transparent corners are black.
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, not self._is_masked)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def add(
        self,
        icon: str,
        text: str,
        shortcut: QKeySequence | str = "",
        *,
        is_dangerous: bool = False,
    ) -> QAction:
        """Add a line and return it; its words are shown as they are."""
        # Made here: one that the menu makes is lost to who keeps it, though its line stays.
        action = QAction(sentence(text).replace("&", "&&"), self)
        self.addAction(action)
        action.setProperty("sign", icon)
        action.setProperty("isDangerous", is_dangerous)
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        return action

    def offer(
        self, icon: str, text: str, work: Callable[[], object], *, is_dangerous: bool = False
    ) -> QAction:
        """Add a line that does `work` when `run` sees it chosen."""
        action = self.add(icon, text, is_dangerous=is_dangerous)
        self._works[action] = work
        return action

    def run(self, at: QPoint) -> None:
        """Show the menu at a point of the screen, and do what was chosen once it is gone."""
        chosen = self.exec(at)
        if not shiboken6.isValid(self):
            return  # what it belonged to went away under it
        work = self._works.get(chosen)
        self.deleteLater()
        if work is not None:
            work()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Round the corners."""
        super().resizeEvent(event)
        if self._is_masked:
            path = QPainterPath()
            path.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
            self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface and every line."""
        painter = antialiased(QPainter(self))
        tokens = self._theme.tokens
        panel(painter, self.rect(), _RADIUS, tokens.raised, tokens.border)
        for action in self.actions():
            if action.isVisible():
                self._paint_line(painter, action, self.actionGeometry(action))

    def _paint_line(self, painter: QPainter, action: QAction, row: QRect) -> None:
        tokens, px, box = self._theme.tokens, self._theme.px, QRectF(row)
        if action.isSeparator():
            middle = round(box.center().y())
            painter.fillRect(QRectF(box.left() + 4, middle, box.width() - 8, 1), tokens.border)
            return
        is_dangerous = bool(action.property("isDangerous"))
        ink = tokens.danger_text if is_dangerous else tokens.text
        pale = tokens.danger_text if is_dangerous else tokens.text2
        if not action.isEnabled():
            ink = pale = tokens.disabled
        elif action is self.activeAction():
            fill = tokens.danger_soft if is_dangerous else tokens.pressed
            panel(painter, box, px(6), fill)
        direction = self.layoutDirection()
        name = "check" if action.isCheckable() and action.isChecked() else action.property("sign")
        if name:
            sign = QRectF(box.left() + px(9), box.center().y() - px(8), px(16), px(16))
            draw_icon(painter, name, mirrored(sign, box, direction), pale)
        area = mirrored(box.adjusted(px(35), 0, -px(10), 0), box, direction)
        text = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
        words(painter, area, text, self._theme.font("body"), ink)
        keys = shown(action.shortcut().toString(QKeySequence.SequenceFormat.PortableText))
        if keys:
            words(
                painter, area, keys, self._theme.font("caption"), pale, Qt.AlignmentFlag.AlignRight
            )
        if action.menu():
            arrow = QRectF(box.right() - px(24), box.center().y() - px(7), px(14), px(14))
            draw_icon(painter, "chevron-right", mirrored(arrow, box, direction), pale)

    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font("body"))
        self.update()
