"""A segmented control: a few views of the same thing, one at a time."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.icons import draw_icon
from desktop.ui.painting import antialiased, hover_fill, panel, ring, text_width, words
from desktop.ui.pressable import Pressable
from desktop.ui.text import set_tooltip
from desktop.ui.theme import Theme


class _Segment(Pressable):
    def __init__(self, theme: Theme, key: str, text: str, icon: str | None) -> None:
        super().__init__(theme, text)
        self.key = key
        self._icon = icon
        self.is_bare = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        px = self.theme.px
        if self.is_bare and self._icon:
            return QSize(2 * px(9) + px(14), px(28))
        width = text_width(self.theme.font("label"), self.text()) + 2 * px(12) + 1
        if self._icon:
            width += px(14) + px(7)
        return QSize(width, px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = antialiased(QPainter(self))
        tokens, px = self.theme.tokens, self.theme.px
        if self.isChecked():
            panel(painter, self.rect(), px(6), self._chosen_fill(), tokens.border)
        elif self.is_hovered:
            panel(painter, self.rect(), px(6), hover_fill(self.theme))
        if self.shows_ring:
            ring(painter, self.theme, self.rect(), px(6))
        ink = tokens.text if self.isChecked() else tokens.text2
        if not self.isEnabled():
            ink = tokens.disabled
        left = float(px(9 if self.is_bare else 12))
        if self._icon:
            box = QRectF(left, (self.height() - px(14)) / 2, px(14), px(14))
            draw_icon(painter, self._icon, self.placed(box), ink)
            left += px(14) + px(7)
        if self.is_bare and self._icon:
            return
        box = self.placed(QRectF(left, 0, self.width() - left - px(12), self.height()))
        font = self.theme.font("label")
        words(painter, box, self.text(), font, ink, Qt.AlignmentFlag.AlignHCenter)

    def _chosen_fill(self) -> QColor:
        return self.theme.tokens.pressed if self.theme.is_dark else self.theme.tokens.surface


class Segmented(QWidget):
    """A row of views of which one is shown; arrows move between them.

    Signals:
        chosen: The user chose the view of that key.
    """

    accessible_role = QAccessible.Role.Grouping

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, name: str, choices: Sequence[tuple[str, str, str | None]]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._group = QButtonGroup(self)
        self._segments: dict[str, _Segment] = {}
        self.setAccessibleName(name)
        self._row = QHBoxLayout(self)
        self._group.buttonToggled.connect(self._on_toggled)
        for key, text, icon in choices:
            segment = _Segment(theme, key, text, icon)
            segment.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._segments[key] = segment
            self._group.addButton(segment)
            self._row.addWidget(segment)
        self._group.buttonClicked.connect(self._on_clicked)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        if choices:
            self.set_choice(choices[0][0])

    @property
    def choice(self) -> str:
        """Return the key of the view that is shown."""
        segment = self._group.checkedButton()
        return segment.key if isinstance(segment, _Segment) else ""

    def set_choice(self, key: str) -> None:
        """Show a view without telling anybody; the focus stays with the chosen one."""
        former = self._segments.get(self.choice)
        self._segments[key].setChecked(True)
        if former is not None and former.hasFocus():
            self._segments[key].setFocus(Qt.FocusReason.TabFocusReason)

    def set_text(self, key: str, text: str) -> None:
        """Word a view otherwise."""
        self._segments[key].setText(text)

    def set_bare(self, is_bare: bool) -> None:
        """Show only the icons, where there is no room; the words become tooltips."""
        for segment in self._segments.values():
            segment.is_bare = is_bare
            set_tooltip(segment, segment.text() if is_bare else "")
            segment.updateGeometry()
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice with the arrows, as a row of radio buttons does."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            step = -step
        keys = list(self._segments)
        key = keys[(keys.index(self.choice) + step) % len(keys)]
        self._segments[key].setFocus(Qt.FocusReason.TabFocusReason)
        self._segments[key].click()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the trough that the segments lie in."""
        tokens = self._theme.tokens
        fill = tokens.sunken if self._theme.is_dark else tokens.pressed
        panel(antialiased(QPainter(self)), self.rect(), self._theme.px(8), fill, tokens.border)

    def _on_toggled(self, segment: QAbstractButton, is_chosen: bool) -> None:
        # Tab leads to the chosen one, wherever it stands; left to itself Qt begins with the first.
        policy = Qt.FocusPolicy.StrongFocus if is_chosen else Qt.FocusPolicy.ClickFocus
        segment.setFocusPolicy(policy)

    def _on_clicked(self, segment: QAbstractButton) -> None:
        if isinstance(segment, _Segment):
            self.chosen.emit(segment.key)

    def _on_theme_changed(self) -> None:
        gap = 2
        self._row.setContentsMargins(gap, gap, gap, gap)
        self._row.setSpacing(0)
        self.updateGeometry()
        self.update()
