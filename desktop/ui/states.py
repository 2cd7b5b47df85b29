"""What a place shows while it has nothing to show: waiting, empty, done or in trouble."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.buttons import Button
from desktop.ui.labels import IconTile, Label
from desktop.ui.painting import antialiased, mirrored, panel
from desktop.ui.text import heard
from desktop.ui.theme import Theme

_WIDEST_TEXT = 360
_NARROWEST_TEXT = 200
_STEP = 8


class EmptyState(QWidget):
    """An icon, a title, one sentence and one helpful action, in the middle of the place.

    Signals:
        action_asked: The button was pressed.
        secondary_asked: The quiet second way was chosen.
    """

    accessible_role = QAccessible.Role.Grouping

    action_asked = Signal()
    secondary_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        icon: str,
        title: str,
        text: str,
        action: str = "",
        secondary: str = "",
        *,
        action_icon: str | None = None,
        kind: str = "primary",
    ) -> None:
        super().__init__()
        self.setAccessibleName(heard(title))
        self._tile = IconTile(theme, icon, size=52, icon_size=26)
        self.title = Label(theme, title, "heading", wraps=True)
        self.text = Label(theme, text, "body", "text2", wraps=True)
        for label in (self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = Button(theme, action, kind, action_icon)
        self.button.clicked.connect(self.action_asked)
        self.button.setVisible(bool(action))
        self.secondary = Button(theme, secondary, "ghost")
        self.secondary.clicked.connect(self.secondary_asked)
        self.secondary.setVisible(bool(secondary))
        self._theme = theme
        self._build()
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(0)
        column.addStretch(1)
        for widget, space in (
            (self._tile, 14),
            (self.title, 4),
            (self.text, 16),
            (self.button, 6),
            (self.secondary, 0),
        ):
            column.addLayout(_centred(widget))
            column.addSpacing(space)
        column.addStretch(1)

    def _on_theme_changed(self) -> None:
        for label in (self.title, self.text):
            label.setMinimumWidth(_NARROWEST_TEXT)
            label.setMaximumWidth(_balanced(label, self._theme.px(_WIDEST_TEXT)))


def _balanced(label: Label, widest: int) -> int:
    """Return the least width that needs no more lines: no word is left alone on the last."""
    lines, width = label.heightForWidth(widest), widest
    while width - _STEP >= _NARROWEST_TEXT and label.heightForWidth(width - _STEP) == lines:
        width -= _STEP
    return width


def _centred(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget, 1000 if isinstance(widget, Label) else 0)
    row.addStretch(1)
    return row


class SkeletonRows(QWidget):
    """The shapes of rows that are on their way; says so to a screen reader."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, theme: Theme, rows: int = 5, *, inset: int = 20) -> None:
        super().__init__()
        self._theme = theme
        self._rows = rows
        self._inset = inset
        self.setAccessibleName(self.tr("Loading"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the room for all rows."""
        return QSize(
            self._theme.px(320), self._rows * self._theme.px(65) + 2 * self._theme.px(self._inset)
        )

    def minimumSizeHint(self) -> QSize:
        """Return the room for one row."""
        return QSize(self._theme.px(160), self._theme.px(65))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a round and three bars a row."""
        painter = antialiased(QPainter(self))
        px, fill = self._theme.px, self._theme.tokens.pressed
        inset = px(self._inset)
        room = self.width() - inset * 2 - px(50)
        for row in range(self._rows):
            top = inset + row * px(65)
            shapes = [QRectF(inset, top, px(36), px(36))]
            for bar, share in enumerate((0.42, 0.95, 0.70)):
                left = inset + px(50)
                shapes.append(QRectF(left, top + 2 + bar * px(18), room * share, px(10)))
            for shape in shapes:
                placed = mirrored(shape, self.rect(), self.layoutDirection())
                panel(painter, placed, placed.height() / 2, fill)
