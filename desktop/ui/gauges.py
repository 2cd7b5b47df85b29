"""How much of what is allowed is used, as a bar whose end is the limit."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent

from desktop.ui.painting import antialiased, mirrored, panel
from desktop.ui.progress import Bar
from desktop.ui.theme import Theme

_STEPS = 1_000
_TONES = {"ok": "accent", "warn": "warn", "danger": "danger"}


class Gauge(Bar):
    """A bar that fills up to a limit; the words beside it say the same.

    A small gap shows from where on the user is warned.
    """

    def __init__(self, theme: Theme, name: str, marked_at: float) -> None:
        super().__init__(theme)
        self._marked_at = marked_at
        self._tone = "ok"
        self.setAccessibleName(name)
        self.setRange(0, _STEPS)
        theme.resized.connect(self.updateGeometry)

    @property
    def tone(self) -> str:
        """Return "ok", "warn" or "danger"."""
        return self._tone

    def show_share(self, share: float, tone: str, words: str) -> None:
        """Fill a share of the bar; `words` say to a screen reader what that means."""
        self._tone = tone
        self.setAccessibleDescription(words)
        self.setValue(round(min(max(share, 0.0), 1.0) * _STEPS))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a bar that is easily seen."""
        return QSize(self._theme.px(120), self._theme.px(8))

    def minimumSizeHint(self) -> QSize:
        """Return a short bar."""
        return QSize(self._theme.px(40), self._theme.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the trough, what is used, and the mark."""
        painter, box = antialiased(QPainter(self)), self._trough()
        tokens, radius = self._theme.tokens, box.height() / 2
        edge = tokens.control if self._theme.is_high_contrast else None
        panel(painter, box, radius, tokens.pressed, edge)
        if self.value():
            used = QRectF(box)
            # Never narrower than round, so that the first cent is seen.
            used.setWidth(max(box.height(), box.width() * self.value() / _STEPS))
            fill = tokens.named(_TONES[self._tone])
            panel(painter, mirrored(used, box, self.layoutDirection()), radius, fill)
        self._paint_mark(painter)

    def _trough(self) -> QRectF:
        return QRectF(self.rect())

    def _paint_mark(self, painter: QPainter) -> None:
        box = self._trough()
        mark = QRectF(box.width() * self._marked_at - 1, box.top(), 2, box.height())
        painter.fillRect(mirrored(mark, box, self.layoutDirection()), self._theme.tokens.surface)
