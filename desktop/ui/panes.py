"""What a page is divided into: panes that scroll by themselves, a header, movable borders."""

from PySide6.QtCore import QMargins, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QSplitterHandle,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.cards import Ground
from desktop.ui.labels import Label
from desktop.ui.pane_walk import be_pane
from desktop.ui.scroll_bars import dress_scroll_bars
from desktop.ui.theme import Theme

HEADER_HEIGHT = 64


class ScrollPane(QScrollArea):
    """A column that scrolls rather than squash what stands in it.

    Put widgets into `column`; with `widest` the column stays that narrow in a wide window.
    """

    def __init__(
        self, theme: Theme, token: str = "window", *, margin: int = 24, widest: int = 0
    ) -> None:
        super().__init__()
        self._theme = theme
        self._token = token
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        dress_scroll_bars(theme, self)
        page = Ground(theme, token)
        self.column = QVBoxLayout()
        self.column.setContentsMargins(QMargins(margin, margin, margin, margin))
        self.column.setSpacing(12)
        self._widest = widest
        if widest:
            row = QHBoxLayout(page)
            row.setContentsMargins(0, 0, 0, 0)
            self._narrow = QWidget()
            self._narrow.setLayout(self.column)
            row.addStretch(1)
            row.addWidget(self._narrow, 1000)
            row.addStretch(1)
            theme.resized.connect(self._on_theme_resized)
            self._on_theme_resized()
        else:
            page.setLayout(self.column)
        self.setWidget(page)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def minimumSizeHint(self) -> QSize:
        """Return as wide as the content must be, and any height."""
        content = self.widget().minimumSizeHint().width()
        return QSize(content + self.verticalScrollBar().sizeHint().width(), 80)

    def _on_theme_resized(self) -> None:
        self._narrow.setMaximumWidth(self._theme.px(self._widest))

    def _on_theme_changed(self) -> None:
        palette = self._theme.palette()
        palette.setColor(self.backgroundRole(), self._theme.tokens.named(self._token))
        self.viewport().setPalette(palette)


class Header(QFrame):
    """The bar on top of a page: its title at the start, what belongs to the page at the end."""

    accessible_role = QAccessible.Role.Grouping

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.title = Label(theme, title, "title", elides=True)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(24, 0, 24, 1)
        self.row.setSpacing(12)
        self.row.addWidget(self.title, 1)
        self._at_end = 0
        be_pane(self)
        theme.changed.connect(self.update)
        theme.resized.connect(self.updateGeometry)

    def add(self, widget: QWidget) -> None:
        """Put a control at the end of the bar, before those that stay last."""
        self.row.insertWidget(self.row.count() - self._at_end, widget)

    def add_last(self, widget: QWidget) -> None:
        """Put a control where it stays the last one of the bar, at the same place on every page."""
        self.row.addWidget(widget)
        self._at_end += 1

    def setText(self, title: str) -> None:
        """Give the page another title."""
        self.title.setText(title)

    def sizeHint(self) -> QSize:
        """Return the height of a header."""
        return QSize(super().sizeHint().width(), max(HEADER_HEIGHT, self._theme.px(HEADER_HEIGHT)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar and the line below it."""
        tokens, painter = self._theme.tokens, QPainter(self)
        painter.fillRect(self.rect(), tokens.window)
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.border)


class _Border(QSplitterHandle):
    def __init__(self, theme: Theme, orientation: Qt.Orientation, splitter: QSplitter) -> None:
        super().__init__(orientation, splitter)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        colour = tokens.control if self.underMouse() else tokens.border
        QPainter(self).fillRect(self.contentsRect(), colour)


class Splitter(QSplitter):
    """Panes side by side with a thin border that can be moved; no pane can be lost."""

    def __init__(self, theme: Theme, orientation: Qt.Orientation = Qt.Orientation.Horizontal):
        self._theme = theme
        super().__init__(orientation)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        theme.changed.connect(self._on_theme_changed)

    def createHandle(self) -> QSplitterHandle:
        """Return a border as thin as a rule."""
        return _Border(self._theme, self.orientation(), self)

    def _on_theme_changed(self) -> None:
        for number in range(self.count()):
            self.handle(number).update()
