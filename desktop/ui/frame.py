"""The frame of the window: the rail beside whatever is shown."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.rail import Rail
from desktop.ui.theme import Theme

RAIL_FOLDS_BELOW = 1100


class Frame(QWidget):
    """A rail in words, in icons where the window is narrow, and the content in the rest."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rail = Rail(theme)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.rail)
        theme.resized.connect(self._fold_rail)

    def set_content(self, content: QWidget) -> None:
        """Put what is shown beside the rail."""
        self._row.addWidget(content, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the rail as icons where the window is narrow."""
        super().resizeEvent(event)
        self._fold_rail()

    def _fold_rail(self) -> None:
        self.rail.set_narrow(self.width() < self._theme.px(RAIL_FOLDS_BELOW))
