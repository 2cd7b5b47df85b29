"""The parts of the rail: the identity switcher, a place to go to, the connection line."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.ui.badges import draw_count
from desktop.ui.icons import app_pixmap, draw_icon
from desktop.ui.key_hints import with_keys
from desktop.ui.painting import (
    antialiased,
    faded,
    hover_fill,
    mirrored,
    panel,
    ring,
    text_width,
    words,
)
from desktop.ui.pressable import Pressable, named_with_count
from desktop.ui.text import clean_name, heard, sentence, set_tooltip
from desktop.ui.theme import Theme


class RailItem(Pressable):
    """A place: icon, word, how many wait there, and a bar when it is the one shown."""

    def __init__(self, theme: Theme, key: str, icon: str, text: str) -> None:
        self._spoken = ""
        self._is_narrow = False
        super().__init__(theme, text)
        self.key = key
        self._icon = icon
        self._shortcut = ""
        self._count = ""
        self._is_alarm = False
        self._is_current = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._say()

    @property
    def is_current(self) -> bool:
        """Say whether this is the place that is shown."""
        return self._is_current

    def setText(self, text: str) -> None:
        """Give the place another word."""
        super().setText(text)
        if hasattr(self, "_is_current"):
            self._say()

    def set_current(self, is_current: bool) -> None:
        """Mark the place as the one that is shown."""
        self._is_current = is_current
        self._say()
        self.update()

    def set_count(self, count: str, spoken: str, is_alarm: bool) -> None:
        """Show how many wait there, and say it in words."""
        self._count, self._spoken, self._is_alarm = count, spoken or count, is_alarm
        self._say()
        self.update()

    def set_keys(self, keys: str) -> None:
        """Say in the tooltip that these keys lead there too; empty for none."""
        self._shortcut = keys
        self._say()

    def set_narrow(self, is_narrow: bool) -> None:
        """Show the icon alone, the word in the tooltip."""
        self._is_narrow = is_narrow
        self._say()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for icon, word and count."""
        px = self.theme.px
        if self._is_narrow:
            return QSize(px(40), px(36))
        width = px(42) + text_width(self.theme.font("nav_current"), self.text()) + px(12)
        return QSize(width + px(44), px(36))

    def minimumSizeHint(self) -> QSize:
        """Return the least room: at large text sizes words are cut and places stand closer."""
        return QSize(self.theme.px(40), self.theme.px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the place in its present state."""
        painter = antialiased(QPainter(self))
        tokens, px, box = self.theme.tokens, self.theme.px, QRectF(self.rect())
        if self._is_current:
            panel(painter, box, px(7), tokens.selected)
            bar = QRectF(0, (self.height() - px(16)) / 2, 3, px(16))
            panel(painter, self.placed(bar), 1.5, tokens.accent)
        elif self.isDown():
            panel(painter, box, px(7), tokens.pressed)
        elif self.is_hovered:
            panel(painter, box, px(7), hover_fill(self.theme))
        if self.shows_ring:
            ring(painter, self.theme, box, px(7))
        side = px(18)
        left = (self.width() - side) / 2 if self._is_narrow else px(12)
        sign = self.placed(QRectF(left, (self.height() - side) / 2, side, side))
        draw_icon(painter, self._icon, sign, self._ink(tokens.text2))
        if self._is_narrow:
            self._paint_dot(painter)
        else:
            self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        px = self.theme.px
        room = float(self.width() - px(42) - px(8))
        if self._count:
            font = self.theme.font("caption_strong")
            width = max(px(20), text_width(font, self._count) + px(13))
            pill = QRectF(self.width() - px(8) - width, (self.height() - px(20)) / 2, width, px(20))
            draw_count(painter, self.theme, self.placed(pill), self._count, self._is_alarm)
            room -= width + px(6)
        role = "nav_current" if self._is_current else "nav"
        area = self.placed(QRectF(px(42), 0, room, self.height()))
        ink = self._ink(self.theme.tokens.text)
        words(painter, area, self.text(), self.theme.font(role), ink)

    def _paint_dot(self, painter: QPainter) -> None:
        if not self._count:
            return
        tokens, px = self.theme.tokens, self.theme.px
        fill = tokens.danger if self._is_alarm else tokens.accent
        dot = QRectF(self.width() / 2 + px(5), self.height() / 2 - px(12), px(8), px(8))
        ground = tokens.selected if self._is_current else tokens.rail
        panel(painter, dot.adjusted(-2, -2, 2, 2), px(6), ground)
        panel(painter, dot, px(4), fill)

    def _ink(self, otherwise: QColor) -> QColor:
        if not self.isEnabled():
            return self.theme.tokens.disabled
        return self.theme.tokens.accent_text if self._is_current else otherwise

    def _say(self) -> None:
        name = named_with_count(self.text(), self._spoken)
        self.setAccessibleName(name)
        # Else the tooltip would be heard, which says the name again.
        here = self.tr("You are here") if self._is_current else self._shortcut
        self.setAccessibleDescription(here)
        tip = name if self._is_narrow else ""
        set_tooltip(self, with_keys(tip, self._shortcut) if tip else self._shortcut)


class IdentitySwitcher(Pressable):
    """Whose window this is: the program's sign, a name and a line below it, and two chevrons."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._detail = ""
        self._is_narrow = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_identity(self, name: str, detail: str) -> None:
        """Show another name and what belongs to it."""
        self._detail = clean_name(detail)
        self.setText(clean_name(name))
        self.setAccessibleName(named_with_count(self.text(), self._detail))
        self.setAccessibleDescription(self.tr("Switch to another workspace"))
        set_tooltip(self, self.text())

    def set_narrow(self, is_narrow: bool) -> None:
        """Show the sign alone."""
        self._is_narrow = is_narrow
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for two lines."""
        return QSize(self.theme.px(40 if self._is_narrow else 208), self.theme.px(44))

    def minimumSizeHint(self) -> QSize:
        """Return the least room: a name may be cut."""
        return QSize(self.theme.px(40), self.theme.px(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint sign, name and line."""
        painter = antialiased(QPainter(self))
        tokens, px, box = self.theme.tokens, self.theme.px, QRectF(self.rect())
        if self.isDown() or self.is_hovered:
            panel(painter, box, px(9), faded(tokens.text2, 0.14 if self.isDown() else 0.08))
        if self.shows_ring:
            ring(painter, self.theme, box, px(9))
        side, middle = px(32), self.height() / 2
        left = (self.width() - side) / 2 if self._is_narrow else px(4)
        sign = self.placed(QRectF(left, middle - side / 2, side, side))
        drawn = app_pixmap(side, self.devicePixelRatioF())
        painter.drawPixmap(sign.topLeft(), drawn)
        if self._is_narrow:
            return
        room = self.width() - px(44) - px(28)
        name = self.placed(QRectF(px(44), middle - px(17), room, px(18)))
        words(painter, name, self.text(), self.theme.font("button"), tokens.text)
        line = self.placed(QRectF(px(44), middle + px(1), room, px(16)))
        words(painter, line, self._detail, self.theme.font("caption"), tokens.text2)
        arrows = QRectF(self.width() - px(19), middle - px(8), px(16), px(16))
        draw_icon(painter, "chevrons-up-down", self.placed(arrows), tokens.text2)


class ConnectionLine(QLabel):
    """The last line of the rail: whether everything arrived and left, told by icon and words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._icon, self._tone = "circle-check", "ok"
        self._is_narrow = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        theme.resized.connect(self.updateGeometry)

    def show_state(self, text: str, tone: str, icon: str) -> None:
        """Tell how things stand; `tone` is "ok", "warn" or "neutral"."""
        self._icon, self._tone = icon, tone
        self.setText(sentence(text))
        self.setAccessibleName(heard(self.text()))
        set_tooltip(self, self.text())
        self.update()

    def set_narrow(self, is_narrow: bool) -> None:
        """Show the icon alone."""
        self._is_narrow = is_narrow
        self.update()

    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(self._theme.px(40), self._theme.px(24))

    def minimumSizeHint(self) -> QSize:
        """Return one line."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon and words."""
        painter = antialiased(QPainter(self))
        tokens, px = self._theme.tokens, self._theme.px
        sign_ink, ink = {
            "ok": (tokens.ok, tokens.text2),
            "warn": (tokens.warn, tokens.warn_text),
            "neutral": (tokens.text2, tokens.text2),
        }[self._tone]
        side, direction = px(14), self.layoutDirection()
        left = (self.width() - side) / 2 if self._is_narrow else px(12)
        sign = QRectF(left, (self.height() - side) / 2, side, side)
        draw_icon(painter, self._icon, mirrored(sign, self.rect(), direction), sign_ink)
        if not self._is_narrow:
            area = QRectF(px(34), 0, self.width() - px(34), self.height())
            area = mirrored(area, self.rect(), direction)
            font = self._theme.font("caption")
            words(painter, area, self.text(), font, ink)
