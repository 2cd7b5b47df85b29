"""A table of records: rows to choose, columns to sort by, no noise of lines."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from desktop.ui.badges import badge_colours
from desktop.ui.painting import antialiased, faded, mirrored, panel, ring, text_width, words
from desktop.ui.pressable import KEYBOARD
from desktop.ui.record_header import PADDING, RecordHeader
from desktop.ui.record_model import FIGURE_ROLE, TONE_ROLE, Column, RecordModel
from desktop.ui.scroll_bars import dress_scroll_bars
from desktop.ui.text import show_tooltip
from desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_ROW = 44
_WIDEST = 320


class _Cells(QStyledItemDelegate):
    """Paint one cell: words, figures at the end, a state as a badge."""

    def __init__(self, theme: Theme, table: "RecordTable") -> None:
        super().__init__(table)
        self._theme = theme
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self._theme.px
        width = self._words_width(index) + 2 * px(PADDING) + 2
        return QSize(min(width, px(_WIDEST)), px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, px, area = self._theme.tokens, self._theme.px, option.rect
        antialiased(painter)
        ground = self._ground(option, index)
        painter.fillRect(area, ground)
        if index.row() + 1 < index.model().rowCount():
            painter.fillRect(area.left(), area.bottom(), area.width(), 1, tokens.border)
        if index.column() == 0 and option.state & QStyle.StateFlag.State_Selected:
            # Not by colour alone: strong contrast has none for the chosen row.
            mark = QRectF(area.left(), area.top() + px(8), px(3), area.height() - px(16))
            panel(painter, mirrored(mark, area, option.direction), px(1.5), tokens.accent)
        box = QRectF(area).adjusted(px(PADDING), 0, -px(PADDING), 0)
        text, tone = str(index.data()), index.data(TONE_ROLE)
        if tone:
            self._paint_badge(painter, box, text, tone, ground != tokens.surface)
            return
        side = (
            Qt.AlignmentFlag.AlignRight if index.data(FIGURE_ROLE) else Qt.AlignmentFlag.AlignLeft
        )
        ink = tokens.text if self._table.isEnabled() else tokens.disabled
        words(painter, box, text, self._theme.font("body"), ink, side)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Offer the whole text of a cell that is cut."""
        room = option.rect.width() - 2 * self._theme.px(PADDING) + 1
        is_cut = index.isValid() and self._words_width(index) > room
        show_tooltip(event.globalPos(), str(index.data()) if is_cut else "", view)
        return True

    def _words_width(self, index: Index) -> int:
        role, more = ("badge", self._theme.px(16)) if index.data(TONE_ROLE) else ("body", 0)
        return text_width(self._theme.font(role), str(index.data())) + more

    def _ground(self, option: QStyleOptionViewItem, index: Index) -> QColor:
        tokens = self._theme.tokens
        if option.state & QStyle.StateFlag.State_Selected:
            return tokens.selected
        return tokens.hover if index.row() == self._table.hovered_row else tokens.surface

    def _paint_badge(
        self, painter: QPainter, box: QRectF, text: str, tone: str, is_edged: bool
    ) -> None:
        px = self._theme.px
        fill, ink = badge_colours(self._theme, tone)
        font = self._theme.font("badge")
        width = min(box.width(), text_width(font, text) + px(16) + 1)
        pill = QRectF(box.left(), box.center().y() - px(11), width, px(22))
        if self._table.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            pill.moveRight(box.right())
        # On the ground of a chosen row, or of the one under the pointer, a badge may not show.
        edge = faded(ink, 0.5) if is_edged or self._theme.is_high_contrast else None
        panel(painter, pill, px(6), fill, edge)
        middle = Qt.AlignmentFlag.AlignHCenter
        words(painter, pill.adjusted(px(7), 0, -px(7), 0), text, font, ink, middle)


class RecordTable(QTableView):
    """A real table over records; one row is chosen at a time, and Enter opens it.

    `stretched` is the column that takes the room there is. A `is_whole` table is as high as its
    rows and leaves scrolling to the page it stands on.

    Signals:
        opened: Enter or a double click on that record.
    """

    opened = Signal(object)

    def __init__(
        self,
        theme: Theme,
        name: str,
        columns: Sequence[Column],
        *,
        stretched: int = 0,
        is_whole: bool = False,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._is_whole = is_whole
        self._shows_ring = False
        self.hovered_row = -1
        self.records = RecordModel(columns)
        self.records.setParent(self)
        self.setAccessibleName(name)
        self.setModel(self.records)
        self.setItemDelegate(_Cells(theme, self))
        self._dress(stretched)
        self.activated.connect(self._on_activated)
        self.records.modelReset.connect(self._on_reset)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _dress(self, stretched: int) -> None:
        header = RecordHeader(self._theme, self.records, self)
        header.sort_asked.connect(self._on_sort_asked)
        self.setHorizontalHeader(header)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        header.setResizeContentsPrecision(100)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        dress_scroll_bars(self._theme, self)
        if self._is_whole:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_records(self, records: Sequence[Any]) -> None:
        """Show other records; the one that was chosen stays chosen where it is still there."""
        chosen = self.chosen
        self.records.show_records(records)
        for row in range(self.records.rowCount()):
            if chosen is not None and self.records.record(row) == chosen:
                self.setCurrentIndex(self.records.index(row, 0))
                break

    @property
    def chosen(self) -> Any | None:
        """Return the record of the chosen row, None where none is."""
        index = self.currentIndex()
        return self.records.record(index.row()) if index.isValid() else None

    def sizeHint(self) -> QSize:
        """Return the room for every row of a whole table, for some rows of another."""
        rows = max(1, self.records.rowCount()) if self._is_whole else 6
        height = self.horizontalHeader().sizeHint().height() + rows * self._theme.px(_ROW)
        return QSize(self._theme.px(480), height)

    def minimumSizeHint(self) -> QSize:
        """Return all of a whole table, the head and two rows of another."""
        if self._is_whole:
            return QSize(self._theme.px(240), self.sizeHint().height())
        head = self.horizontalHeader().sizeHint().height()
        return QSize(self._theme.px(240), head + 2 * self._theme.px(_ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show where the keyboard is."""
        self._shows_ring = True
        super().keyPressEvent(event)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first row, and show the ring when the focus came by a key."""
        super().focusInEvent(event)
        self._shows_ring = event.reason() in KEYBOARD
        if not self.currentIndex().isValid() and self.records.rowCount():
            self.setCurrentIndex(self.records.index(0, 0))
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the ring away: the pointer shows where the user is."""
        self._shows_ring = False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer from row to row."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        """Let go of the row that the pointer was on."""
        super().leaveEvent(event)
        self._hover(-1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, and the ring round the row where the keyboard is."""
        super().paintEvent(event)
        if self._shows_ring and self.hasFocus() and self.currentIndex().isValid():
            row = self.visualRect(self.currentIndex())
            whole = QRect(0, row.top(), self.viewport().width(), row.height() - 1)
            painter = antialiased(QPainter(self.viewport()))
            ring(painter, self._theme, QRectF(whole), self._theme.px(6))

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()

    def _on_sort_asked(self, column: int) -> None:
        model = self.records
        was_up = model.sorted_by == column and not model.is_descending
        order = Qt.SortOrder.DescendingOrder if was_up else Qt.SortOrder.AscendingOrder
        model.sort(column, order)

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(self.records.record(index.row()))

    def _on_reset(self) -> None:
        self.hovered_row = -1
        self.updateGeometry()

    def _on_theme_changed(self) -> None:
        palette = self._theme.palette()
        self.setPalette(palette)
        self.setFont(self._theme.font("body"))
        self.verticalHeader().setDefaultSectionSize(self._theme.px(_ROW))
        self.horizontalHeader().setMinimumSectionSize(self._theme.px(64))
        self.horizontalHeader().headerDataChanged(
            Qt.Orientation.Horizontal, 0, self.records.columnCount() - 1
        )
        self.updateGeometry()
        self.viewport().update()
