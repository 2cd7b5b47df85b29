"""Several lines of plain text, painted like every other field."""

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from desktop.ui.field_face import field_palette, field_panel
from desktop.ui.icons import draw_icon
from desktop.ui.painting import mirrored
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
        """Show the edge and the sign of something that needs mending, or take them away."""
        self._has_problem = has_problem
        self._keep_clear()
        self.update()

    def setReadOnly(self, is_read_only: bool) -> None:
        """Lock the text, with its sign, or unlock it."""
        super().setReadOnly(is_read_only)
        self._keep_clear()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the rows it was made for."""
        return QSize(self._theme.px(320), self._height_of(self._rows))

    def minimumSizeHint(self) -> QSize:
        """Return the room for two rows."""
        return QSize(self._theme.px(160), self._height_of(min(2, self._rows)))

    def event(self, event: QEvent) -> bool:
        """Paint the ground round the text; the text itself is the viewport's."""
        if event.type() == QEvent.Type.Paint:
            self._paint_ground()
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the words alone, without what could disturb the screen."""
        if source.hasText():
            self.insertPlainText(clean(source.text()))

    def _height_of(self, rows: int) -> int:
        # A line is up to a pixel higher than the font says, and the last one must not touch.
        lines = (self.fontMetrics().lineSpacing() + 1) * rows
        return lines + self._theme.px(16) + 2 * round(self.document().documentMargin()) + 2

    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font(self._role))
        self.setPalette(field_palette(self._theme))
        self._keep_clear()
        self.updateGeometry()
        self.update()

    def _sign(self) -> tuple[str, str] | None:
        """Return the icon in the corner and its colour."""
        if self._has_problem:
            return "triangle-alert", "danger"
        return ("lock", "text2") if self.isReadOnly() else None

    def _keep_clear(self) -> None:
        """Keep the text off the edge and off the sign."""
        px = self._theme.px
        trailing = px(28) if self._sign() else 3
        # Qt mirrors these margins by itself.
        self.setViewportMargins(px(8), px(8), trailing, px(8))

    def _paint_ground(self) -> None:
        painter, px = QPainter(self), self._theme.px
        field_panel(painter, self._theme, self, self._has_problem)
        if sign := self._sign():
            box = QRectF(self.width() - px(26), px(8), px(16), px(16))
            place = mirrored(box, self.rect(), self.layoutDirection())
            draw_icon(painter, sign[0], place, self._theme.tokens.named(sign[1]))
