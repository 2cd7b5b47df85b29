"""Badges: a state in an icon and a word, and counts in a pill."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.ui.icons import draw_icon
from desktop.ui.painting import antialiased, mirrored, panel, text_width, words
from desktop.ui.text import sentence
from desktop.ui.theme import Theme

_ICONS = {
    "ok": "circle-check",
    "warn": "triangle-alert",
    "danger": "circle-alert",
    "neutral": None,
}


def badge_colours(theme: Theme, tone: str) -> tuple[QColor, QColor]:
    """Return the fill and the ink of a tone, for badges and for what delegates paint alike."""
    tokens = theme.tokens
    return {
        "ok": (tokens.ok_soft, tokens.ok_text),
        "warn": (tokens.warn_soft, tokens.warn_text),
        "danger": (tokens.danger_soft, tokens.danger_text),
        "neutral": (tokens.sunken, tokens.text2),
    }[tone]


class _Painted(QLabel):
    """A label with a face of its own: name and role come from QLabel, always plain text."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(text)
        theme.changed.connect(self.update)
        theme.resized.connect(self.updateGeometry)

    def setText(self, text: str) -> None:
        """Show another text, cleaned first."""
        super().setText(" ".join(sentence(text).split()))
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Return the same as the wish: the word is never cut."""
        return self.sizeHint()


class Badge(_Painted):
    """A state told by an icon and a word; `tone` is "ok", "warn", "danger" or "neutral"."""

    def __init__(
        self, theme: Theme, text: str, tone: str = "neutral", icon: str | None = None
    ) -> None:
        self._tone = tone
        self._icon = icon
        super().__init__(theme, text)

    def show_state(self, text: str, tone: str, icon: str | None = None) -> None:
        """Tell another state."""
        self._tone, self._icon = tone, icon
        self.setText(text)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for icon and word."""
        px = self._theme.px
        width = text_width(self._theme.font("badge"), self.text()) + 2 * px(8) + 1
        if self._icon or _ICONS[self._tone]:
            width += px(14) + px(4)
        return QSize(width, px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the badge."""
        painter = antialiased(QPainter(self))
        px = self._theme.px
        fill, ink = badge_colours(self._theme, self._tone)
        edge = self._theme.tokens.border if self._theme.is_high_contrast else None
        panel(painter, self.rect(), px(6), fill, edge)
        left = float(px(8))
        name = self._icon or _ICONS[self._tone]
        if name:
            box = QRectF(left, (self.height() - px(14)) / 2, px(14), px(14))
            draw_icon(painter, name, mirrored(box, self.rect(), self.layoutDirection()), ink)
            left += px(14) + px(4)
        font = self._theme.font("badge")
        box = QRectF(left, 0, self.width() - left - px(7), self.height())
        words(
            painter,
            mirrored(box, self.rect(), self.layoutDirection()),
            self.text(),
            font,
            ink,
            Qt.AlignmentFlag.AlignHCenter,
        )


class CountBadge(_Painted):
    """How many wait, in a pill: red for an alarm, grey otherwise; hidden while empty."""

    def __init__(self, theme: Theme, text: str = "", *, is_alarm: bool = False) -> None:
        self._is_alarm = is_alarm
        super().__init__(theme, text)

    def setText(self, text: str) -> None:
        """Show another count, already worded."""
        super().setText(text)
        self.setVisible(bool(text))

    def sizeHint(self) -> QSize:
        """Return the room for the figures."""
        width = text_width(self._theme.font("caption_strong"), self.text()) + self._theme.px(13)
        return QSize(max(width, self._theme.px(20)), self._theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill."""
        painter = antialiased(QPainter(self))
        draw_count(painter, self._theme, QRectF(self.rect()), self.text(), self._is_alarm)


def draw_count(
    painter: QPainter, theme: Theme, box: QRectF, text: str, is_alarm: bool = False
) -> None:
    """Draw a count's pill, for badges and for what is painted as a whole."""
    tokens = theme.tokens
    fill = tokens.danger if is_alarm else tokens.pressed
    ink = tokens.on_danger if is_alarm else tokens.text2
    panel(painter, box, box.height() / 2, fill)
    font = theme.font("caption_strong")
    words(painter, box, text, font, ink, Qt.AlignmentFlag.AlignHCenter)
