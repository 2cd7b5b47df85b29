"""The rows of the list of posts under the pointer: hovered, pressed, explained."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QCursor, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.services.domain.feed import FeedEntry
from desktop.ui.key_hints import with_keys
from desktop.ui.keymap import Keymap
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.post_card import Zone
from desktop.ui.post_delegate import RowState
from desktop.ui.post_list_keys import keys_for
from desktop.ui.post_list_pointer import NOTHING, Pointer, Spot, cursor_for, zone_of
from desktop.ui.post_list_rows import PostRows
from desktop.ui.post_model import Load
from desktop.ui.text import show_tooltip
from desktop.ui.theme import Theme


class PressedRows(PostRows):
    """Rows that answer to the pointer.

    `action_asked` says one of "reply", "repost", "like", "bookmark", "more", "picture:N",
    "link:ADDRESS", "tag:WORD", "mention:NATIVE_ID", "quote" and "gap". What the account cannot
    do is never asked for.

    Signals:
        opened: A post was chosen to be read with its conversation.
        author_opened: The author of a post was chosen.
        action_asked: Something is to be done with a post.
    """

    opened = Signal(FeedEntry)
    author_opened = Signal(FeedEntry)
    action_asked = Signal(str, FeedEntry)

    def __init__(
        self,
        theme: Theme,
        load: Load,
        pictures: PictureLoader,
        keymap: Keymap,
        parent: QWidget | None = None,
    ) -> None:
        self._keymap = keymap
        self._pointer = Pointer()
        self._menu_at: QPoint | None = None
        super().__init__(theme, load, pictures, parent)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def menu_point(self) -> QPoint:
        """Return where on the screen a menu for the last "more" belongs."""
        return self._menu_at or self.mapToGlobal(self.rect().center())

    def viewportEvent(self, event: QEvent) -> bool:
        """Show tooltips of what is painted, and notice the pointer leaving."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event.pos(), event.globalPos())
            return True
        if event.type() == QEvent.Type.Leave:
            self._point_at(Spot())
            self._pointer.leave()
        return super().viewportEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        self._point_at(self._spot_at(event.position().toPoint()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make the pressed post the current one."""
        self._point_at(self._spot_at(event.position().toPoint()))
        if self._pointer.spot.row != NOTHING:
            self._make_current(self._pointer.spot.row)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.press()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what was pressed."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._point_at(self._spot_at(event.position().toPoint()))
        spot = self._pointer.release()
        if spot is None:
            return
        zone = zone_of(self.card(spot.row), spot.zone)
        self._do(zone.action if zone is not None else "open", spot.row, zone)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take a double click for two presses of which the first counted."""
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the post under the pointer."""
        row = self._spot_at(event.pos()).row
        entry = self._posts.entry(row) if row != NOTHING else None
        if entry is not None and entry.post is not None:
            self._make_current(row)
            self._menu_at = event.globalPos()
            self.action_asked.emit("more", entry)

    def _state_of(self, row: int) -> RowState:
        spot = self._pointer.spot
        is_hovered = row == spot.row
        zone = spot.zone if is_hovered else NOTHING
        return replace(super()._state_of(row), is_hovered=is_hovered, zone=zone)

    def _do(self, action: str, row: int, zone: Zone | None) -> None:
        entry = self._posts.entry(row)
        if entry is None:
            return
        if zone is not None and not zone.is_enabled:
            box = self._on_screen(row, zone.boxes[0])
            show_tooltip(box.bottomLeft(), self._tip_of(zone), self.viewport())
        elif action == "author":
            self.author_opened.emit(entry)
        elif action == "open":
            if entry.post is not None:
                self.opened.emit(entry)
        elif action == "warning":
            self._settings.revealed.symmetric_difference_update({entry.id})
            self._place.settle()
            self.viewport().update()
        else:
            if zone is not None:
                self._menu_at = self._on_screen(row, zone.boxes[0]).bottomLeft()
            self.action_asked.emit(action, entry)

    def _spot_at(self, point: QPoint) -> Spot:
        row = self.rowAt(point.y())
        if row == NOTHING:
            return Spot()
        top = self.rowViewportPosition(row)
        return Spot(row, self.card(row).zone_at(point.x(), point.y() - top))

    def _point_at(self, spot: Spot) -> None:
        former = self._pointer.spot
        if spot == former:
            return
        self._pointer.spot = spot
        zone = zone_of(self.card(spot.row), spot.zone) if spot.row != NOTHING else None
        self.viewport().setCursor(cursor_for(zone))
        for row in {former.row, spot.row} - {NOTHING}:
            self.viewport().update(self.visualRect(self._posts.index(row, 0)))

    def _show_tip(self, at: QPoint, on_screen: QPoint) -> None:
        spot = self._spot_at(at)
        zone = zone_of(self.card(spot.row), spot.zone) if spot.row != NOTHING else None
        show_tooltip(on_screen, self._tip_of(zone) if zone is not None else "", self.viewport())

    def _tip_of(self, zone: Zone) -> str:
        """Return what is said of a zone; what has a verb says its key too."""
        what, line, why_not = zone.tip.partition("\n")
        is_verb = zone.shape == "button" or zone.action == "warning"
        keys = keys_for(zone.action, self._keymap) if is_verb else ""
        return with_keys(what, keys) + line + why_not

    def _on_screen(self, row: int, box: QRect) -> QRect:
        corner = box.topLeft() + QPoint(0, self.rowViewportPosition(row))
        return QRect(self.viewport().mapToGlobal(corner), box.size())

    def _on_scrolled(self, value: int) -> None:
        if self.viewport().underMouse():
            self._point_at(self._spot_at(self.viewport().mapFromGlobal(QCursor.pos())))
        elif self._pointer.spot.row != NOTHING:
            self._point_at(Spot())
