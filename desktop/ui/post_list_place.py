"""Keep what is being read where it is, whatever happens above and below it.

Only rows that were in sight have their true heights; all others count as a default. The place is
therefore not the scroll bar's value but a row and the pixels of it that are above the top edge,
and the value follows from it.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QHeaderView, QTableView

from desktop.services.domain.feed import Place


class FormerPlace:
    """Where the reader was before what stood there went out of sight, until somebody scrolls.

    When it comes back, as after a mute that is undone, the list looks as it did before.
    """

    def __init__(self) -> None:
        self._wanted: Place | None = None
        self._got: Place | None = None

    def wanted(self, now: Place | None) -> Place | None:
        """Return where to go back to, given where the list is now."""
        return self._wanted if now == self._got and self._wanted is not None else now

    def keep(self, wanted: Place | None, got: Place | None) -> None:
        """Remember a place, and where the list had to go instead."""
        self._wanted, self._got = wanted, got


class ReadingPlace:
    """The row at the top of a view, and how many of its pixels are scrolled out."""

    def __init__(self, view: QTableView, true_height: Callable[[int], int]) -> None:
        self._view = view
        self._true_height = true_height
        self._heights: dict[int, int] = {}
        self.row = 0
        self.offset = 0
        self.is_settling = False

    def set(self, row: int, offset: int = 0) -> None:
        """Bring a row to the top, less `offset` pixels of it."""
        self.row, self.offset = row, offset
        self.settle()

    def settle(self) -> None:
        """Give the rows round the place their true heights without moving what is in sight."""
        count = self._row_count()
        if self.is_settling or not count:
            return
        self.is_settling = True
        self._heights.clear()
        try:
            self._normalise(count)
            is_changed = self._measure(count)
            self._follow()
            if is_changed:
                self._view.viewport().update()
        finally:
            self.is_settling = False

    def scrolled(self, former: int, value: int) -> None:
        """Take over a movement of the scroll bar made by the user."""
        bar = self._view.verticalScrollBar()
        reach = 2 * self._view.viewport().height()
        if abs(value - former) <= reach and not bar.isSliderDown():
            # Counted in true pixels, so that a page up is a page whatever the default says.
            self.offset += value - former
        elif value >= bar.maximum():
            self.row, self.offset = self._row_count() - 1, 0
        else:
            self._read_from_bar()
        self.settle()

    def scale(self) -> None:
        """Keep the same words at the top after heights changed with the width or the type."""
        if self._row_count():
            row = min(self.row, self._row_count() - 1)
            former = self._view.verticalHeader().sectionSize(row)
            self.offset = round(self.offset * self._height(row) / max(former, 1))
        self.settle()

    def show(self, row: int) -> None:
        """Move as little as needed so that a row is wholly in sight."""
        height = self._height(row)
        room = self._view.viewport().height()
        top = self.top_of(row)
        if top is None or top < 0 or height > room:
            is_below = row > self.row and top is None
            self.set(row, 0 if height > room or not is_below else height - room)
        elif top + height > room:
            self.set(row, height - room)

    def top_of(self, row: int) -> int | None:
        """Return where a row begins below the top edge; None when it is out of sight."""
        if not self.row <= row < self._row_count():
            return None
        top, each = -self.offset, self.row
        room = self._view.viewport().height()
        while each < row:
            top += self._height(each)
            each += 1
            if top >= room:
                return None
        return top

    def rows_in_sight(self) -> range:
        """Return the rows of which at least a pixel is in sight."""
        count = self._row_count()
        top, row = -self.offset, self.row
        room = self._view.viewport().height()
        while row < count and top < room:
            top += self._height(row)
            row += 1
        return range(min(self.row, count), row)

    def _height(self, row: int) -> int:
        # While the place settles no height changes, and each is asked for several times.
        if not self.is_settling:
            return self._true_height(row)
        if row not in self._heights:
            self._heights[row] = self._true_height(row)
        return self._heights[row]

    def _row_count(self) -> int:
        model = self._view.model()
        return 0 if model is None else model.rowCount()

    def _normalise(self, count: int) -> None:
        """Make the row the one at the top edge, and leave no room below the last row."""
        self.row = max(0, min(self.row, count - 1))
        self._climb()
        height = self._height(self.row)
        while self.row < count - 1 and self.offset >= height:
            self.offset -= height
            self.row += 1
            height = self._height(self.row)
        bottom, row = -self.offset, self.row
        room = self._view.viewport().height()
        while row < count and bottom < room:
            bottom += self._height(row)
            row += 1
        if bottom < room:
            self.offset -= room - bottom
            self._climb()

    def _climb(self) -> None:
        while self.offset < 0 and self.row > 0:
            self.row -= 1
            self.offset += self._height(self.row)
        self.offset = max(0, self.offset)

    def _measure(self, count: int) -> bool:
        """Set the true heights of the rows in sight, and say whether any was not set yet."""
        header = self._view.verticalHeader()
        is_changed = False
        room = self._view.viewport().height()
        y, row = -self.offset, self.row
        while row < count and y < room:
            height = self._height(row)
            is_changed |= _set_height(header, row, height)
            y += height
            row += 1
        return is_changed

    def _follow(self) -> None:
        header = self._view.verticalHeader()
        bar = self._view.verticalScrollBar()
        bar.setMaximum(max(0, header.length() - self._view.viewport().height()))
        bar.setValue(header.sectionPosition(self.row) + self.offset)

    def _read_from_bar(self) -> None:
        header = self._view.verticalHeader()
        value = self._view.verticalScrollBar().value()
        self.row = max(0, header.visualIndexAt(value - header.offset()))
        self.offset = max(0, value - header.sectionPosition(self.row))


def _set_height(header: QHeaderView, row: int, height: int) -> bool:
    if header.sectionSize(row) == height:
        return False
    header.resizeSection(row, height)
    return True
