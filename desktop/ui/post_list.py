"""The list of posts as one reads it: pressed with the pointer, driven with keys."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.ui.keymap import Keymap
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.post_delegate import RowState
from desktop.ui.post_list_keys import action_of
from desktop.ui.post_list_pointer import NOTHING
from desktop.ui.post_list_pressed import PressedRows
from desktop.ui.post_list_reading import ReadWatch
from desktop.ui.post_model import Load
from desktop.ui.theme import Theme

_PAGE_OVERLAP = 48
_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class PostList(PressedRows):
    """A feed, a thread or the results of a search.

    Signals:
        read_entries: Those entries were read; a list of ids.
    """

    read_entries = Signal(list)

    def __init__(
        self,
        theme: Theme,
        load: Load,
        pictures: PictureLoader,
        keymap: Keymap,
        parent: QWidget | None = None,
    ) -> None:
        """Take the usual, and the `keymap`, in which the commands of a list are "list.…"."""
        self._has_ring = False
        super().__init__(theme, load, pictures, keymap, parent)
        self._watch = ReadWatch(self._unread_in_sight, self.isActiveWindow, self)
        self._watch.read.connect(self.read_entries)
        self.verticalScrollBar().valueChanged.connect(self._watch.look)
        self.setAccessibleName(self.tr("Posts"))

    def event(self, event: QEvent) -> bool:
        """Keep the list's own keys from being taken as shortcuts of the window."""
        is_key = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_key and action_of(event, self._keymap):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among the posts, or act on the current one."""
        command = action_of(event, self._keymap)
        if not command or not self._posts.rowCount():
            event.ignore()
            return
        self._has_ring = True
        if not self._move(command):
            self._act_on_current(command)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at a post that is in sight, and show the ring to those who use keys."""
        self._has_ring = event.reason() in _BY_KEYS
        if not self.currentIndex().isValid():
            self._make_current(self._nearest_row())
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to notice what is read."""
        super().showEvent(event)
        self._place.settle()
        self._watch.look()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop noticing what is read."""
        super().hideEvent(event)
        self._watch.stop()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the ring away from those who use the pointer."""
        self._has_ring = False
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a post, by pointer or by key."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._act_on_current("more")
        else:
            super().contextMenuEvent(event)

    def _state_of(self, row: int) -> RowState:
        has_ring = self._has_ring and self.hasFocus() and row == self.currentIndex().row()
        return replace(super()._state_of(row), has_ring=has_ring)

    def _move(self, command: str) -> bool:
        last = self._posts.rowCount() - 1
        if command in ("page_down", "page_up"):
            bar = self.verticalScrollBar()
            step = self.viewport().height() - _PAGE_OVERLAP
            bar.setValue(bar.value() + (step if command == "page_down" else -step))
            row = self._nearest_row()
        elif command in ("next", "previous"):
            row = self.currentIndex().row()
            if row in self._place.rows_in_sight():
                row = max(0, min(last, row + (1 if command == "next" else -1)))
            else:
                row = self._nearest_row()
        elif command in ("first", "last"):
            row = 0 if command == "first" else last
        else:
            return False
        self._make_current(row)
        if not command.startswith("page"):
            self.scrollTo(self.currentIndex())
        self.viewport().update()
        return True

    def _act_on_current(self, command: str) -> None:
        row = self.currentIndex().row()
        if row not in self._place.rows_in_sight():
            row = self._nearest_row()
            self._make_current(row)
        if row == NOTHING:
            return
        entry = self._posts.entry(row)
        if entry is not None and entry.post is None and command == "open":
            command = "gap"
        zone = self.card(row).zone(command)
        if command == "open" or zone is not None:
            self._do(command, row, zone)
        self.viewport().update()

    def _nearest_row(self) -> int:
        """Return the first row that is wholly in sight, else the first of which some is."""
        rows = self._place.rows_in_sight()
        whole = (row for row in rows if (top := self._place.top_of(row)) is not None and top >= 0)
        return next(whole, rows.start if rows else NOTHING)

    def _unread_in_sight(self) -> list[int]:
        found = []
        room = self.viewport().height()
        for row in self._place.rows_in_sight():
            entry = self._posts.entry(row)
            top = self._place.top_of(row)
            if entry is None or not entry.is_unread or top is None:
                continue
            height = self.card(row).height
            if top + height <= room and (top >= 0 or height > room):
                found.append(entry.id)
        return found
