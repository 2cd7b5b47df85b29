"""A meter: how near a value is to its limit, in words, in a bar and by a tick at the limit."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.gauges import Gauge
from desktop.ui.labels import Label
from desktop.ui.painting import mirrored, panel
from desktop.ui.theme import Theme

_INKS = {"ok": "accent_text", "warn": "warn_text", "danger": "danger_text"}
_BAR, _TICK, _TICK_WIDTH = 8, 16, 3


class MeterBar(Gauge):
    """A bar with a tick where the limit is; a value may lie beyond it."""

    def set_limit(self, limit: float) -> None:
        """Put the tick at another share of the bar."""
        self._marked_at = limit
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of the tick."""
        return QSize(self._theme.px(160), self._theme.px(_TICK))

    def minimumSizeHint(self) -> QSize:
        """Return a short bar."""
        return QSize(self._theme.px(60), self._theme.px(_TICK))

    def _trough(self) -> QRectF:
        bar = self._theme.px(_BAR)
        return QRectF(0, (self.height() - bar) / 2, self.width(), bar)

    def _paint_mark(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        left = self.width() * self._marked_at - _TICK_WIDTH / 2
        left = min(max(left, 0.0), self.width() - _TICK_WIDTH)
        tick = QRectF(left, 0, _TICK_WIDTH, self.height())
        tick = mirrored(tick, self.rect(), self.layoutDirection())
        # A gap on both sides keeps the tick apart from a value that has passed it.
        panel(painter, tick.adjusted(-1, 0, 1, 0), 2, tokens.surface)
        panel(painter, tick, _TICK_WIDTH / 2, tokens.text)


class Meter(QWidget):
    """Words such as "36 % · getting close" over a bar with a tick at the limit.

    The words carry the meaning; the colour only repeats it.
    """

    def __init__(self, theme: Theme, name: str, limit: float) -> None:
        super().__init__()
        self.words = Label(theme, "", "small", "text2", wraps=True)
        self.bar = MeterBar(theme, name, limit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addWidget(self.bar)
        column.addStretch(1)

    def show_share(self, share: float, tone: str, words: str) -> None:
        """Show a share of 1 in a tone, "ok", "warn" or "danger", and what that means in words."""
        self.words.set_token(_INKS[tone])
        self.words.setText(words)
        self.bar.show_share(share, tone, words)
