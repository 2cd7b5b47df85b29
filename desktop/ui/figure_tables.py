"""A small table of words and figures for a card: no cells to choose, only to read."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.ui.cards import Rule
from desktop.ui.labels import Label
from desktop.ui.text import heard
from desktop.ui.theme import Theme


class FigureTable(QWidget):
    """Columns of which the first holds words and takes the room; the others hold figures."""

    accessible_role = QAccessible.Role.Grouping

    def __init__(self, theme: Theme, *heads: str) -> None:
        super().__init__()
        self._theme = theme
        self._heads = heads
        self.setAccessibleName(heads[0])
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 10, 16, 12)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show other rows; each has as many cells as there are heads."""
        while (item := self._grid.takeAt(0)) is not None:
            item.widget().deleteLater()
        self._add(0, self._heads, "caption", "text2")
        for number, cells in enumerate(rows):
            rule = Rule(self._theme)
            self._grid.addWidget(rule, 2 * number + 1, 0, 1, len(self._heads))
            self._add(2 * number + 2, cells, "body", "text")

    def _add(self, row: int, cells: Sequence[str], role: str, token: str) -> None:
        for column, text in enumerate(cells):
            label = Label(self._theme, text, role, token, wraps=column == 0)
            if column:
                if row:
                    # Heard alone, a figure would not say what it counts.
                    label.setAccessibleName(heard(f"{self._heads[column]}, {text}"))
                label.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTrailing)
            else:
                self._grid.addWidget(label, row, column)
