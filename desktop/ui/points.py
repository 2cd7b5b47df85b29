"""A short sentence with an icon before it, as lists of promises and facts show it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.icons import draw_icon
from desktop.ui.labels import Label
from desktop.ui.theme import Theme


class _Sign(QWidget):
    accessible_role = QAccessible.Role.Graphic

    def __init__(self, theme: Theme, icon: str, role: str) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._role = role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        theme.resized.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the room of a small icon on a line of the words beside it."""
        side = self._theme.px(16)
        return QSize(side, max(side, self._theme.line(self._role)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        side = self._theme.px(16)
        box = QRectF(0, (self.height() - side) / 2, side, side)
        draw_icon(QPainter(self), self._icon, box, self._theme.tokens.accent)


class Point(QWidget):
    """An icon and a sentence."""

    def __init__(
        self, theme: Theme, icon: str, text: str, *, role: str = "small", token: str = "text2"
    ) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(6)
        row.addWidget(_Sign(theme, icon, role), 0, Qt.AlignmentFlag.AlignTop)
        self._label = Label(theme, text, role, token, wraps=True)
        row.addWidget(self._label, 1)

    def setText(self, text: str) -> None:
        """Say something else."""
        self._label.setText(text)
