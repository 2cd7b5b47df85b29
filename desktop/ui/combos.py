"""A choice among a few, opened from a box or from a bare word."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.ui.field_face import field_panel
from desktop.ui.icons import draw_icon
from desktop.ui.painting import (
    antialiased,
    hover_fill,
    mirrored,
    panel,
    ring,
    text_width,
    words,
)
from desktop.ui.pressable import KEYBOARD
from desktop.ui.scroll_bars import dress_scroll_bars
from desktop.ui.theme import Theme


class _Choices(QStyledItemDelegate):
    """Paint the choices of an open box, with a tick at the chosen one."""

    def __init__(self, theme: Theme, combo: QComboBox) -> None:
        super().__init__(combo)
        self._theme = theme
        self._combo = combo

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        px = self._theme.px
        width = text_width(self._theme.font("body"), str(index.data())) + px(52)
        return QSize(width, px(34))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        antialiased(painter)
        box = QRectF(option.rect)
        painter.fillRect(option.rect, tokens.raised)
        if option.state & QStyle.StateFlag.State_Selected:
            panel(painter, box.adjusted(4, 1, -4, -1), px(6), tokens.pressed)
        direction = self._combo.layoutDirection()
        area = mirrored(box.adjusted(px(14), 0, -px(36), 0), box, direction)
        words(painter, area, str(index.data()), self._theme.font("body"), tokens.text)
        if index.row() == self._combo.currentIndex():
            tick = QRectF(box.right() - px(30), 0, px(16), px(16))
            tick.moveTop(box.center().y() - px(8))
            draw_icon(painter, "check", mirrored(tick, box, direction), tokens.accent_text)


class ComboBox(QComboBox):
    """A real combo box painted from the theme; `is_bare` has no edge, for a quiet corner."""

    def __init__(
        self,
        theme: Theme,
        name: str = "",
        icon: str | None = None,
        *,
        is_bare: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._is_bare = is_bare
        self._has_problem = False
        self._shows_ring = False
        self.setAccessibleName(name)
        self.setItemDelegate(_Choices(theme, self))
        dress_scroll_bars(theme, self.view())
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.currentTextChanged.connect(self.updateGeometry)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def setAccessibleName(self, name: str) -> None:
        """Say what the choice is for.

        On Linux Qt gives the choice as the name, so the name is told beside it as well.
        """
        super().setAccessibleName(name)
        if not self.accessibleDescription():
            self.setAccessibleDescription(name)

    def set_problem(self, has_problem: bool) -> None:
        """Show the edge and the sign of something that needs mending, or take them away."""
        self._has_problem = has_problem
        self.updateGeometry()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring of a bare one when the focus came by a key."""
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._shows_ring = event.reason() in KEYBOARD
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._shows_ring = False
        super().focusOutEvent(event)

    def showPopup(self) -> None:
        """Open the list, wide enough for the longest choice and its tick."""
        self.view().setMinimumWidth(self._longest("body") + self._theme.px(56))
        super().showPopup()

    def sizeHint(self) -> QSize:
        """Return the room for the longest choice; a bare one hugs the words it shows."""
        px = self._theme.px
        sides = px(10) + px(36) + (px(24) if self._icon else 0) + self._problem_room()
        if self._is_bare:
            return QSize(text_width(self._theme.font("label"), self.currentText()) + sides, px(32))
        return QSize(max(self._longest("body") + sides, px(96)), px(32))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a choice is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, the chosen words and the sign that it opens."""
        painter = antialiased(QPainter(self))
        tokens, px = self._theme.tokens, self._theme.px
        if not self._is_bare:
            field_panel(painter, self._theme, self, self._has_problem)
        elif self._shows_ring:
            ring(painter, self._theme, self.rect(), px(7))
        elif self.underMouse():
            panel(painter, self.rect(), px(7), hover_fill(self._theme))
        ink = tokens.text2 if self._is_bare else tokens.text
        ink = ink if self.isEnabled() else tokens.disabled
        direction, box = self.layoutDirection(), QRectF(self.rect())
        left = px(10)
        if self._icon:
            sign = QRectF(left, (self.height() - px(16)) / 2, px(16), px(16))
            draw_icon(painter, self._icon, mirrored(sign, box, direction), tokens.text2)
            left += px(24)
        arrow = QRectF(box.right() - px(26), (self.height() - px(16)) / 2, px(16), px(16))
        pale = tokens.text2 if self.isEnabled() else tokens.disabled
        draw_icon(painter, "chevron-down", mirrored(arrow, box, direction), pale)
        if self._has_problem:
            sign = arrow.translated(-self._problem_room(), 0)
            draw_icon(painter, "triangle-alert", mirrored(sign, box, direction), tokens.danger)
        area = mirrored(box.adjusted(left, 0, -px(30) - self._problem_room(), 0), box, direction)
        words(painter, area, self.currentText(), self._theme.font(self._role()), ink)

    def _problem_room(self) -> int:
        return self._theme.px(22) if self._has_problem else 0

    def _longest(self, role: str) -> int:
        font = self._theme.font(role)
        return max((text_width(font, self.itemText(i)) for i in range(self.count())), default=0)

    def _role(self) -> str:
        return "label" if self._is_bare else "body"

    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font(self._role()))
        self.view().setPalette(self._theme.palette())
        self.updateGeometry()
        self.update()
