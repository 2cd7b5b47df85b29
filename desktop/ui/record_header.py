"""The head of a table: its titles sort, by pointer and by keyboard."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.ui.icons import draw_icon
from desktop.ui.painting import antialiased, mirrored, ring, text_width, words
from desktop.ui.pressable import KEYBOARD
from desktop.ui.record_model import RecordModel
from desktop.ui.theme import Theme

_HEIGHT = 36
PADDING = 12
"""Room on each side of a cell's words."""
_ARROW = 14


class RecordHeader(QHeaderView):
    """The titles of a table's columns; arrows move between them, Enter or Space sorts.

    Signals:
        sort_asked: The user wants the rows in the order of that column.
    """

    sort_asked = Signal(int)

    def __init__(self, theme: Theme, model: RecordModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._model = model
        self._at = 0
        self._hovered = -1
        self._shows_ring = False
        self.setAccessibleName(self.tr("Columns"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMouseTracking(True)
        self.sectionClicked.connect(self._on_clicked)

    def sizeHint(self) -> QSize:
        """Return the height of a head."""
        return QSize(super().sizeHint().width(), self._theme.px(_HEIGHT))

    def sectionSizeFromContents(self, section: int) -> QSize:
        """Return the room for a title and its arrow: a title is never cut."""
        px = self._theme.px
        title = self._model.columns[section].title
        width = text_width(self._theme.font("caption_strong"), title) + 2 * px(PADDING) + 2
        if self._model.can_sort(section):
            width += px(_ARROW) + px(4)
        return QSize(width, px(_HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one title, with an arrow where the rows are in its order."""
        painter.save()
        antialiased(painter)
        tokens, px = self._theme.tokens, self._theme.px
        painter.fillRect(rect, tokens.surface)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, tokens.border)
        is_sorted, can_sort = section == self._model.sorted_by, self._model.can_sort(section)
        is_inked = is_sorted or (can_sort and section == self._hovered)
        ink = tokens.text if is_inked else tokens.text2
        title, font = self._model.columns[section].title, self._theme.font("caption_strong")
        arrow = px(_ARROW) + px(4) if can_sort else 0
        width = text_width(font, title) + 1
        left = rect.left() + px(PADDING)
        if self._model.columns[section].is_figure:
            left = rect.right() + 1 - px(PADDING) - width
            arrow = -arrow
        direction = self.layoutDirection()
        box = QRectF(left, rect.top(), width, rect.height())
        words(painter, mirrored(box, rect, direction), title, font, ink)
        if is_sorted:
            side = px(_ARROW)
            near = box.right() + px(4) if arrow > 0 else box.left() - px(4) - side
            sign = QRectF(near, rect.center().y() - side / 2, side, side)
            icon = "chevron-down" if self._model.is_descending else "chevron-up"
            draw_icon(painter, icon, mirrored(sign, rect, direction), ink)
        if self._shows_ring and self.hasFocus() and section == self._at:
            ring(painter, self._theme, QRectF(rect).adjusted(2, 2, -2, -3), px(6))
        painter.restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the titles and sort by the one where the keyboard is."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()), 0)
        self._shows_ring = True
        if step:
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                step = -step
            self._at = max(0, min(self.count() - 1, self._at + step))
            self._tell()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._on_clicked(self._at)
        else:
            super().keyPressEvent(event)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the focus came by a key."""
        super().focusInEvent(event)
        self._shows_ring = event.reason() in KEYBOARD
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which title the pointer would press."""
        super().mouseMoveEvent(event)
        self._hovered = self.logicalIndexAt(event.position().toPoint())
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show that the pointer is gone."""
        super().leaveEvent(event)
        self._hovered = -1
        self.viewport().update()

    def _on_clicked(self, section: int) -> None:
        if self._model.can_sort(section):
            self._at = section
            self.sort_asked.emit(section)
            self._tell()

    def _tell(self) -> None:
        # Qt has no focus inside a head that a screen reader could follow.
        if self.hasFocus() and self.count():
            told = QAccessibleAnnouncementEvent(self, self._model.heard(self._at))
            QAccessible.updateAccessibility(told)
        self.viewport().update()
