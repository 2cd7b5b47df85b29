"""Buttons: filled, edged, bare or dangerous, with a word, an icon or both."""

from PySide6.QtCore import QRectF, QSize, QTimerEvent
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from desktop.ui.button_faces import SIZES, Face, Touch, face_of
from desktop.ui.icons import draw_icon
from desktop.ui.painting import (
    RING,
    antialiased,
    hover_fill,
    keycap,
    keycap_size,
    panel,
    ring,
    spinner,
    text_width,
    words,
)
from desktop.ui.pressable import Pressable
from desktop.ui.theme import Theme

_FRAME_MS = 40
_TURN = 18


class Button(Pressable):
    """A button with a word: "primary" (one a region), "secondary", "ghost" or "danger".

    "quiet_danger" is a bare button in the colour of danger, for the way to a dangerous dialog.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: str = "secondary",
        icon: str | None = None,
        *,
        size: str = "normal",
        shortcut_hint: str = "",
    ) -> None:
        super().__init__(theme)
        self._kind = kind
        self._icon = icon
        self._size = SIZES[size]
        self._keys = shortcut_hint
        self._band = ""
        self._busy_words: str | None = None
        self._width_before = 0
        self._turn = 0
        self._timer = 0
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setText(text)

    @property
    def is_busy(self) -> bool:
        """Say whether the button's work is under way."""
        return self._busy_words is not None

    def set_kind(self, kind: str) -> None:
        """Give the button another weight."""
        self._kind = kind
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: str | None) -> None:
        """Show another icon before the word, or none."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_band(self, token: str) -> None:
        """Show whose button it is by a band in the colour of that token; empty for none."""
        self._band = token
        self.update()

    def set_busy(self, words_meanwhile: str | None) -> None:
        """Say what happens while it happens, deaf to clicks; None ends it.

        The button never gets narrower meanwhile, so that nothing beside it moves.
        """
        self._busy_words = words_meanwhile
        is_seen = words_meanwhile is not None and self.isVisible()
        self._width_before = self.width() if is_seen else 0
        self.setAccessibleName(self.text() if words_meanwhile is None else words_meanwhile)
        if self._timer:
            self.killTimer(self._timer)
            self._timer = 0
        if words_meanwhile is not None and self.theme.duration(1):
            self._timer = self.startTimer(_FRAME_MS)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for icon, word and key; a lone icon stands in a square."""
        px, size = self.theme.px, self._size
        shown = self.text() if self._busy_words is None else self._busy_words
        width = text_width(self.theme.font(self._role()), shown) + 2 * px(size.padding) + 1
        if self._icon or self.is_busy:
            width += px(size.icon) + (px(size.gap) if shown else 0)
        if self._keys:
            width += keycap_size(self.theme, self._keys).width() + px(8)
        if not shown and not self._keys:
            width = px(size.height)
        return QSize(max(width, self._width_before), px(size.height))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a button's word is never cut."""
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ignore a second click while busy."""
        if not self.is_busy:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ignore a second press while busy."""
        if not self.is_busy:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def timerEvent(self, event: QTimerEvent) -> None:
        """Turn the spinner on."""
        if event.timerId() != self._timer:
            # Qt's own timer ends the press of a screen reader.
            super().timerEvent(event)
            return
        self._turn = (self._turn + _TURN) % 360
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the face for the present state."""
        painter = antialiased(QPainter(self))
        face, box = self._face(), QRectF(self.rect())
        radius = self.theme.px(7)
        if self.shows_ring:
            ring(painter, self.theme, box, radius)
            # On a filled button the ring needs a gap to be seen against the fill.
            inset = RING * 2 if self._kind in ("primary", "danger") else RING
            inner = box.adjusted(inset, inset, -inset, -inset)
            panel(painter, inner, radius - inset, face.fill)
        else:
            panel(painter, box, radius, face.fill, face.edge)
        if self._band:
            self._paint_band(painter, face.ink)
        self._paint_content(painter, face.ink)

    def _paint_band(self, painter: QPainter, edge: QColor) -> None:
        """Paint a swatch with an edge in the ink, so that it is seen on any fill."""
        px = self.theme.px
        box = self.placed(QRectF(px(5), px(8), px(5), self.height() - 2 * px(8)))
        panel(painter, box, px(2), self.theme.tokens.named(self._band), edge)

    def _paint_content(self, painter: QPainter, ink: QColor) -> None:
        px, size = self.theme.px, self._size
        font = self.theme.font(self._role())
        shown = self.text() if self._busy_words is None else self._busy_words
        has_sign = bool(self._icon or self.is_busy)
        sign = px(size.icon) + (px(size.gap) if shown else 0) if has_sign else 0
        keys = keycap_size(self.theme, self._keys) if self._keys else QSize(-px(8), 0)
        whole = sign + text_width(font, shown) + px(8) + keys.width()
        left = max(px(size.padding) / 2, (self.width() - whole) / 2)
        middle = self.height() / 2
        if has_sign:
            side = px(size.icon)
            box = self.placed(QRectF(left, middle - side / 2, side, side))
            if self.is_busy:
                spinner(painter, box, ink, self._turn)
            else:
                draw_icon(painter, self._icon, box, ink)
        room = self.width() - left - sign - keys.width() - px(8)
        box = self.placed(QRectF(left + sign, 0, room, self.height()))
        words(painter, box, shown, font, ink)
        if self._keys:
            x = left + whole - keys.width()
            cap = QRectF(x, middle - keys.height() / 2, keys.width(), keys.height())
            keycap(painter, self.theme, self.placed(cap), self._keys, ink)

    def _role(self) -> str:
        # Only what is filled speaks in the heavier weight.
        is_light = self._size.role == "button" and self._kind not in ("primary", "danger")
        return "label" if is_light else self._size.role

    def _face(self) -> Face:
        touch = Touch(self.isEnabled(), self.is_hovered, self.isDown() and not self.is_busy)
        return face_of(self.theme, self._kind, touch)


class IconButton(Pressable):
    """A button that is only an icon: it says its name in a tooltip and to a screen reader."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        shortcut: str = "",
        *,
        size: int = 32,
        icon_size: int = 18,
        token: str = "text2",
    ) -> None:
        super().__init__(theme)
        self._icon = icon
        self._side = size
        self._icon_side = icon_size
        self._token = token
        self.set_name(name, shortcut)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        """Return a square, never under 24 pixels."""
        side = max(24, self.theme.px(self._side))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon and, under it, what the pointer or the keyboard does."""
        painter = antialiased(QPainter(self))
        tokens, radius = self.theme.tokens, self.theme.px(7)
        fill = hover_fill(self.theme) if self.is_hovered else None
        if self.isDown():
            fill = tokens.pressed
        elif self.isChecked():
            fill = tokens.accent_soft
        panel(painter, self.rect(), radius, fill)
        if self.shows_ring:
            ring(painter, self.theme, self.rect(), radius)
        ink = tokens.named(self._token) if self.isEnabled() else tokens.disabled
        if self.isChecked() and self.isEnabled():
            ink = tokens.accent_text
        side = self.theme.px(self._icon_side)
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(self.rect()).center())
        draw_icon(painter, self._icon, box, ink)
