"""Say whether two pictures of a screen show the same, however a machine smooths its letters.

A pixel has changed when a colour in it is further off than smoothing takes it, or, where the kept
picture is even, than rounding does. Two machines disagree about pixels here and there; a word that
moved, an icon that is gone or a ground of another colour changes many that stand together.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

SMOOTHING, ROUNDING = 16, 2
"""How far off a colour may be, of 255: at the edge of a letter, and in the middle of a ground."""
SQUARE, MOST_IN_A_SQUARE = 16, 4
"""How many changed pixels may stand together in a square of so many pixels a side."""
MOST_IN_ALL = 0.0001
ENOUGH = 100_000
"""Nobody counts on from here: the whole picture is another one."""

_EXACT = QImage.Format.Format_RGB888
_DEGREES = bytes((each > ROUNDING) + (each > SMOOTHING) for each in range(256))


@dataclass(frozen=True)
class Likeness:
    """What tells a picture from the one that was kept."""

    size: tuple[int, int]
    kept_size: tuple[int, int]
    squares: dict[tuple[int, int], int]
    """How many pixels changed in each square, by its column and row."""

    @property
    def changed(self) -> int:
        """Return how many pixels changed."""
        return sum(self.squares.values())

    @property
    def clumps(self) -> list[tuple[int, int]]:
        """Return the squares in which more changed than two machines explain."""
        return [each for each, count in self.squares.items() if count > MOST_IN_A_SQUARE]

    @property
    def is_same(self) -> bool:
        """Say whether both show the same."""
        width, height = self.size
        is_quiet = self.changed <= width * height * MOST_IN_ALL
        return self.size == self.kept_size and is_quiet and not self.clumps

    def __str__(self) -> str:
        if self.size != self.kept_size:
            return "{}x{} instead of {}x{}".format(*self.size, *self.kept_size)
        return f"{self.changed} pixels changed, close together in {len(self.clumps)} places"


def likeness(found: QImage, kept: QImage) -> Likeness:
    """Compare a picture with the one that was kept of the same screen."""
    sizes = [(each.width(), each.height()) for each in (found, kept)]
    squares: Counter[tuple[int, int]] = Counter()
    if sizes[0] == sizes[1]:
        found, kept = found.convertToFormat(_EXACT), kept.convertToFormat(_EXACT)
        for count, (x, y) in enumerate(() if found == kept else _changed(found, kept)):
            squares[x // SQUARE, y // SQUARE] += 1
            if count > ENOUGH:
                break
    return Likeness(sizes[0], sizes[1], dict(squares))


def marked(found: QImage, told: Likeness) -> QImage:
    """Return the picture that was found, pale, with each square that changed in red."""
    shown = found.convertToFormat(_EXACT)
    with QPainter(shown) as painter:
        painter.fillRect(shown.rect(), Qt.GlobalColor.white)
        painter.setOpacity(0.4)
        painter.drawImage(0, 0, found)
        painter.setOpacity(1)
        painter.setPen(Qt.GlobalColor.red)
        for column, row in told.squares:
            painter.drawRect(QRect(column * SQUARE, row * SQUARE, SQUARE - 1, SQUARE - 1))
    return shown


def _changed(found: QImage, kept: QImage) -> Iterator[tuple[int, int]]:
    apart = kept.convertToFormat(QImage.Format.Format_RGB32)
    with QPainter(apart) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
        painter.drawImage(0, 0, found)
    # Held for as long as its bytes are read: Qt lends them.
    apart = apart.convertToFormat(_EXACT)
    degrees = bytes(apart.constBits()).translate(_DEGREES)
    held, line = bytes(kept.constBits()), kept.bytesPerLine()
    last = -1
    for each in re.finditer(rb"[^\0]", degrees):
        row, within = divmod(each.start(), line)
        at = row * line + within // 3 * 3
        if at == last or within >= kept.width() * 3:
            continue
        if 2 in degrees[at : at + 3] or _is_even(held, at, line):
            last = at
            yield within // 3, row


def _is_even(held: bytes, at: int, line: int) -> bool:
    around = held[at : at + 3] * 3
    return all(
        held[start : start + 9] == around for start in (at - line - 3, at - 3, at + line - 3)
    )
