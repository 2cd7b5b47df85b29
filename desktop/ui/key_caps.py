"""Keys in their little frames, as they are printed on a keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.ui.painting import antialiased, keycap, keycap_size, mirrored
from desktop.ui.theme import Theme

_BETWEEN = 6


class KeyCaps(QLabel):
    """Key sequences side by side, each in a frame; each of them does the same."""

    def __init__(self, theme: Theme, sequences: Sequence[str]) -> None:
        """Take the sequences as this computer writes them."""
        super().__init__()
        self._theme = theme
        self._sequences = tuple(sequences)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(", ".join(sequences))
        self.setAccessibleName(self.text())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        theme.resized.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the room of all frames in a row."""
        sizes = [keycap_size(self._theme, each) for each in self._sequences]
        between = self._theme.px(_BETWEEN) * max(0, len(sizes) - 1)
        # As high as the line that says what they do, so that both stand on one.
        height = max(self._theme.line("body"), *(size.height() for size in sizes))
        return QSize(sum(size.width() for size in sizes) + between, height)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a key's name is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frames."""
        painter, left = antialiased(QPainter(self)), 0.0
        for keys in self._sequences:
            size = keycap_size(self._theme, keys)
            box = QRectF(left, (self.height() - size.height()) / 2, size.width(), size.height())
            box = mirrored(box, self.rect(), self.layoutDirection())
            keycap(painter, self._theme, box, keys, self._theme.tokens.text2)
            left += size.width() + self._theme.px(_BETWEEN)
