"""Columns side by side: as wide as one another, each a pane, scrolled sideways."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from desktop.ui.cards import Ground, Rule
from desktop.ui.pane_walk import be_pane
from desktop.ui.scroll_bars import dress_scroll_bars
from desktop.ui.theme import Theme
from desktop.views.feed.column_pane import ColumnPane


class ColumnRow(QScrollArea):
    """Shares its width between columns, and scrolls when that is too little for them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.panes: list[ColumnPane] = []
        """The columns, in the order in which they are read."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        dress_scroll_bars(theme, self)
        ground = Ground(theme, "surface")
        self._row = QHBoxLayout(ground)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setWidget(ground)
        # A column that was just added has its place only when there is room for it, and one in
        # which a post was opened has less room than before.
        self.horizontalScrollBar().rangeChanged.connect(self._keep_in_sight)
        be_pane(self)

    def show_panes(self, panes: Sequence[ColumnPane], instead: QWidget | None) -> None:
        """Show these columns, or where there is none, what stands `instead`."""
        while (taken := self._row.takeAt(0)) is not None:
            if not isinstance(taken.widget(), ColumnPane):
                taken.widget().deleteLater()
        self.panes = [*panes]
        for number, pane in enumerate(panes, 1):
            pane.set_ends(is_first=number == 1, is_last=number == len(panes))
            self._row.addWidget(pane, 1)
            if number < len(panes):
                self._row.addWidget(Rule(self._theme, is_upright=True))
        if instead is not None:
            self._row.addWidget(instead)
        # Tab walks in the order in which widgets were made, unless it is told another.
        stops = [stop for pane in panes for stop in _tab_stops(pane)]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def current(self) -> ColumnPane | None:
        """Return the column that has the keyboard, else the first; None while there is none."""
        return next(iter((*self._focused(), *self.panes)), None)

    def _focused(self) -> list[ColumnPane]:
        focus = self.window().focusWidget()
        return [pane for pane in self.panes if focus is not None and pane.isAncestorOf(focus)]

    def take_focus(self) -> None:
        """Put the keyboard into the column that has it, or into the first."""
        pane = self.current()
        if pane is not None:
            self.bring(pane)

    def bring(self, pane: ColumnPane) -> None:
        """Put the keyboard into a column and scroll that into sight."""
        pane.take_focus()
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        for pane in self._focused():
            self.ensureWidgetVisible(pane, 0, 0)


def _tab_stops(pane: ColumnPane) -> list[QWidget]:
    """Return what Tab leads to in a column, in its order."""
    found, at = [], pane.nextInFocusChain()
    while at is not pane and pane.isAncestorOf(at):
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(at)
        at = at.nextInFocusChain()
    return found
