"""The list below the field of a palette: moved in with the field's keys, or with the pointer."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QListView

from desktop.ui.palette_delegate import PaletteDelegate
from desktop.ui.palette_rows import Found, PaletteModel
from desktop.ui.scroll_bars import dress_scroll_bars
from desktop.ui.text import heard, show_tooltip
from desktop.ui.theme import Theme

STEPS = {
    Qt.Key.Key_Down: "next",
    Qt.Key.Key_Up: "previous",
    Qt.Key.Key_PageDown: "page_down",
    Qt.Key.Key_PageUp: "page_up",
    Qt.Key.Key_Home: "first",
    Qt.Key.Key_End: "last",
}
_FOOT = 10


class PaletteList(QListView):
    """What was found, one row of it current; the keyboard stays in the field above.

    Signals:
        chosen: A row was pressed; carries the `Found`.
        grown: There are other lines, which may need other room.
    """

    chosen = Signal(object)
    grown = Signal()

    def __init__(self, theme: Theme, speaker: QObject) -> None:
        """Take the field that a screen reader listens to: moves are announced from there."""
        super().__init__()
        self._theme = theme
        self._speaker = speaker
        self._group = ""
        self._pointer: QPoint | None = None
        self._lines = PaletteModel()
        self.setModel(self._lines)
        self._painted = PaletteDelegate(theme, self)
        self.setItemDelegate(self._painted)
        self.setAccessibleName(self.tr("What was found"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The ground is the dialog's, whose corners are round.
        self.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.setViewportMargins(0, theme.px(4), 0, theme.px(_FOOT))
        dress_scroll_bars(theme, self)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_found(self, found: Iterable[Found]) -> None:
        """List this and nothing else; the first row is current."""
        self._lines.show(found)
        self._pointer = None
        self._begin()
        self.scrollToTop()
        self.grown.emit()

    def append(self, found: Iterable[Found]) -> None:
        """List more below; the current row and what is in sight stay."""
        self._lines.append(found)
        self._begin()
        self.grown.emit()

    def note(self, text: str) -> None:
        """Say something below the rows, and to a screen reader."""
        self._lines.note(text)
        self._announce(text)
        self.grown.emit()

    def current(self) -> Found | None:
        """Return the current row, None where nothing was found."""
        return self._lines.found(self.currentIndex().row())

    def count(self) -> int:
        """Return how many rows can be chosen."""
        return len(self._lines.rows())

    def content_height(self) -> int:
        """Return the height that shows every line."""
        lines = (self._lines.index(row) for row in range(self._lines.rowCount()))
        margins = self.viewportMargins()
        return sum(map(self._painted.height, lines)) + margins.top() + margins.bottom()

    def step(self, how: str) -> None:
        """Make another row current, as one of `STEPS` says, and announce it."""
        rows = self._lines.rows()
        if not rows:
            return
        row = self.currentIndex().row()
        at = rows.index(row) if row in rows else 0
        last, page = len(rows) - 1, self._rows_a_page()
        at = {
            "next": at + 1 if at < last else 0,
            "previous": at - 1 if at > 0 else last,
            "page_down": min(last, at + page),
            "page_up": max(0, at - page),
            "first": 0,
            "last": last,
        }[how]
        self._make_current(rows[at])
        # The heading above the first row belongs to it.
        self.scrollTo(self._lines.index(0 if at == 0 else rows[at]))
        self.announce_current()

    def announce_current(self, before: str = "") -> None:
        """Have a screen reader say the current row, with its heading where that is another."""
        found = self.current()
        if found is None:
            return
        heading = found.group if found.group != self._group else ""
        self._group = found.group
        self._announce(". ".join(each for each in (before, heading, found.spoken) if each))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Make the row under the pointer current once the pointer really moves."""
        at = event.globalPosition().toPoint()
        row = self.indexAt(event.position().toPoint()).row()
        if self._pointer is not None and at != self._pointer and self._lines.found(row):
            self._make_current(row)
        self._pointer = at
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor
            if self._lines.found(row)
            else Qt.CursorShape.ArrowCursor
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave the focus where it is: the row is chosen when the button comes up."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the row under the pointer."""
        found = self._lines.found(self.indexAt(event.position().toPoint()).row())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(found)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show all words of a row that is cut."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            text = self._painted.whole(index, self.viewport().width()) if index.isValid() else ""
            show_tooltip(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def _begin(self) -> None:
        rows = self._lines.rows()
        if rows and self.current() is None:
            self._group = ""
            self._make_current(rows[0])

    def _make_current(self, row: int) -> None:
        self.setCurrentIndex(self._lines.index(row))

    def _rows_a_page(self) -> int:
        first = self._lines.rows()[0]
        return max(1, self.viewport().height() // self._painted.height(self._lines.index(first)))

    def _announce(self, text: str) -> None:
        event = QAccessibleAnnouncementEvent(self._speaker, heard(text))
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(event)

    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font("body"))
        self.viewport().update()
