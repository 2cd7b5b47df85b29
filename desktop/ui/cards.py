"""Cards and rules: what groups things on a page."""

from PySide6.QtCore import QMargins, QSize
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.painting import antialiased, panel
from desktop.ui.theme import Theme


class Card(QFrame):
    """A surface with a thin edge and a column inside; no shadow.

    `tone` is "surface" or "sunken"; `radius` 10 for cards, 12 for choices, 14 for dialogs.
    """

    accessible_role = QAccessible.Role.Grouping

    def __init__(
        self, theme: Theme, *, padding: int = 16, radius: int = 10, tone: str = "surface"
    ) -> None:
        super().__init__()
        self._theme = theme
        self._radius = radius
        self._tone = tone
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(QMargins(padding, padding, padding, padding))
        self.column.setSpacing(8)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface and its edge."""
        tokens = self._theme.tokens
        fill = tokens.named(self._tone)
        panel(antialiased(QPainter(self)), self.rect(), self._radius, fill, tokens.border)


class Rule(QWidget):
    """A thin line between rows, across or down."""

    accessible_role = QAccessible.Role.Separator

    def __init__(self, theme: Theme, *, is_upright: bool = False) -> None:
        super().__init__()
        self._theme = theme
        along, across = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        self.setSizePolicy(
            across if is_upright else along,
            along if is_upright else across,
        )
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return one pixel."""
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        QPainter(self).fillRect(self.rect(), self._theme.tokens.border)


class Ground(QWidget):
    """A plain area in one colour of the theme, for panes and pages."""

    def __init__(self, theme: Theme, token: str = "window") -> None:
        super().__init__()
        self._theme = theme
        self._token = token
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the colour."""
        QPainter(self).fillRect(self.rect(), self._theme.tokens.named(self._token))
