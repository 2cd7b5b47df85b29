"""A small question mark beside a word, and the sentence that it opens."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.ui.buttons import IconButton
from desktop.ui.labels import Label
from desktop.ui.painting import antialiased, panel
from desktop.ui.theme import Theme

_WIDTH = 320
_GAP = 4


class Explanation(QFrame):
    """A word and what it means, on a small surface that any key or click elsewhere closes."""

    accessible_role = QAccessible.Role.HelpBalloon

    def __init__(self, theme: Theme, word: str, meaning: str, opener: QWidget) -> None:
        super().__init__(opener, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(word)
        self.setAccessibleDescription(meaning)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(4)
        column.addWidget(Label(theme, word, "strong", wraps=True))
        column.addWidget(Label(theme, meaning, "small", "text2", wraps=True))
        width = theme.px(_WIDTH)
        self.resize(width, column.heightForWidth(width))

    def show_under(self, opener: QWidget) -> None:
        """Open below `opener`, or above it where the screen ends."""
        screen = QGuiApplication.primaryScreen().availableGeometry()
        corner = opener.mapToGlobal(QPoint(0, opener.height() + _GAP))
        if opener.isRightToLeft():
            corner.setX(corner.x() + opener.width() - self.width())
        if corner.y() + self.height() > screen.bottom():
            corner.setY(opener.mapToGlobal(QPoint(0, -_GAP)).y() - self.height())
        rightmost = screen.right() - self.width()
        self.move(max(screen.left(), min(corner.x(), rightmost)), max(screen.top(), corner.y()))
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface and its edge."""
        tokens = self._theme.tokens
        panel(antialiased(QPainter(self)), self.rect(), 0, tokens.raised, tokens.control)


class ExplainButton(IconButton):
    """The question mark beside a word; a screen reader hears the meaning without opening it."""

    def __init__(self, theme: Theme, word: str, meaning: str) -> None:
        name = self.tr("What does “{word}” mean?").format(word=word)
        super().__init__(theme, "circle-question-mark", name, size=24, icon_size=16, token="text3")
        self._word = word
        self._meaning = meaning
        self.setObjectName("explain")
        self.setAccessibleDescription(meaning)
        self.clicked.connect(self._open)

    def _open(self) -> None:
        Explanation(self.theme, self._word, self._meaning, self).show_under(self)
