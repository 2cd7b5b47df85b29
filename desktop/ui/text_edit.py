"""Several lines of plain text, painted like every other field."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from desktop.ui.field_face import field_palette, field_panel
from desktop.ui.scroll_bars import ScrollBar
from desktop.ui.text import clean
from desktop.ui.theme import Theme


class TextEdit(QPlainTextEdit):
    """A field for several lines; what is pasted is plain text, Tab moves on."""

    def __init__(
        self, theme: Theme, placeholder: str = "", *, rows: int = 4, role: str = "reading"
    ) -> None:
        super().__init__()
        self._theme = theme
        self._rows = rows
        self._role = role
        self._has_problem = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBar(ScrollBar(theme, Qt.Orientation.Vertical))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_problem(self, has_problem: bool) -> None:
        """Show the edge of something that needs mending, or take it away."""
        self._has_problem = has_problem
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the rows it was made for."""
        lines = self.fontMetrics().lineSpacing() * self._rows
        return QSize(self._theme.px(320), lines + self._theme.px(24))

    def minimumSizeHint(self) -> QSize:
        """Return the room for two rows."""
        lines = self.fontMetrics().lineSpacing() * min(2, self._rows)
        return QSize(self._theme.px(160), lines + self._theme.px(24))

    def event(self, event: QEvent) -> bool:
        """Paint the ground round the text; the text itself is the viewport's."""
        if event.type() == QEvent.Type.Paint:
            field_panel(QPainter(self), self._theme, self, self._has_problem)
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the words alone, without what could disturb the screen."""
        if source.hasText():
            self.insertPlainText(clean(source.text()))

    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font(self._role))
        self.setPalette(field_palette(self._theme))
        inset = self._theme.px(8)
        self.setViewportMargins(inset, inset, 3, inset)
        self.updateGeometry()
        self.update()
