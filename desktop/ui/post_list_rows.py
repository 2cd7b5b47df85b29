"""The rows of the list of posts: read page by page, laid out on demand, never moving the reader."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QScrollBar,
    QTableView,
    QWidget,
)

from desktop.services.domain.account import Cap
from desktop.services.domain.feed import FeedEntry, FeedWindow, Place
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.post_card import Card
from desktop.ui.post_delegate import PostDelegate, RowState
from desktop.ui.post_layout import PostLayouts
from desktop.ui.post_list_place import FormerPlace, ReadingPlace
from desktop.ui.post_model import Load, PostModel
from desktop.ui.post_settings import PostSettings
from desktop.ui.scroll_bars import dress_scroll_bars
from desktop.ui.theme import Theme

_DEFAULT_HEIGHT = 130
_WHEEL_STEP = 16
_NEAR_END = 800


class _Ends(QObject):
    """Tells when the reader comes to an end of the list, once for each time.

    Signals:
        top: The first row came wholly to the top.
        bottom: The last rows came near.
    """

    top = Signal()
    bottom = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_at_top = self._was_near_bottom = False

    def forget_bottom(self) -> None:
        """Tell of the bottom again, which other rows are now."""
        self._was_near_bottom = False

    def look(self, place: ReadingPlace, bar: QScrollBar) -> None:
        """Tell which end is reached now and was not before."""
        is_at_top = place.row == 0 and place.offset == 0
        is_near_bottom = bar.maximum() - bar.value() < _NEAR_END
        was_at_top, was_near_bottom = self._was_at_top, self._was_near_bottom
        self._was_at_top, self._was_near_bottom = is_at_top, is_near_bottom
        if is_at_top and not was_at_top:
            self.top.emit()
        if is_near_bottom and not was_near_bottom:
            self.bottom.emit()


class PostRows(QTableView):
    """A window of a feed as painted rows, with a reading place that nothing moves.

    Signals:
        reached_top: The first row came wholly to the top.
        reached_bottom: The last rows of this window came near.
        troubled: Entries could not be read; carries the error.
    """

    reached_top = Signal()
    reached_bottom = Signal()
    troubled = Signal(Exception)

    def __init__(
        self, theme: Theme, load: Load, pictures: PictureLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._settings = PostSettings()
        self._ends = _Ends(self)
        self._ends.top.connect(self.reached_top)
        self._ends.bottom.connect(self.reached_bottom)
        self._layouts = PostLayouts(theme, self._settings.network_name)
        self._posts = PostModel(load, self._settings.say, self)
        self._posts.troubled.connect(self.troubled)
        _dress(self, theme)
        self.setPalette(_ground(self._theme))
        self.setModel(self._posts)
        self._place = ReadingPlace(self, self._height_of)
        self._former = FormerPlace()
        self._delegate = PostDelegate(theme, pictures, self.card, self._state_of)
        self.setItemDelegate(self._delegate)
        pictures.arrived.connect(self._on_picture)
        pictures.failed.connect(self._on_picture)
        theme.changed.connect(self._on_look_changed)

    def set_window(self, window: FeedWindow, keep_place: bool = True) -> None:
        """Show those entries, as they are stored now; what is being read stays where it is."""
        place = self._former.wanted(self.place()) if keep_place else None
        current = self.currentIndex()
        current_id = self._posts.ids[current.row()] if current.isValid() else None
        self._posts.forget()
        self._posts.replace(window.ids)
        self._ends.forget_bottom()
        if current_id is not None:
            self._make_current(self._posts.row_near(current_id))
        if place is None:
            self._place.set(window.anchor_row)
        else:
            self.restore_place(place)
        self._former.keep(place, self.place())
        self.viewport().update()

    def place(self) -> Place | None:
        """Return what is at the top of the list; None when the list is empty."""
        if not len(self._posts.ids):
            return None
        return Place(self._posts.ids[self._place.row], self._place.offset)

    def restore_place(self, place: Place) -> None:
        """Go back to a place; if its entry is gone, to the one that followed it."""
        row = self._posts.row_near(place.entry_id)
        if row < 0:
            return
        is_same = self._posts.ids[row] == place.entry_id
        self._place.set(row, place.offset if is_same else 0)
        self._tell_ends()

    def go_to_top(self) -> None:
        """Show the newest entry."""
        self._place.set(0)
        self._tell_ends()

    def refresh_entries(self, entry_ids: Iterable[int]) -> None:
        """Read those entries again and paint them as they are now."""
        self._posts.refresh(entry_ids)
        self._place.settle()

    def refresh_all(self) -> None:
        """Read every entry again, after something that concerns many of them."""
        self._posts.forget()
        self._place.settle()
        self.viewport().update()

    def current_entry(self) -> FeedEntry | None:
        """Return the entry that keys act on."""
        index = self.currentIndex()
        return self._posts.entry(index.row()) if index.isValid() else None

    def entries_in_sight(self) -> list[FeedEntry]:
        """Return the entries of which some is on screen."""
        found = (self._posts.entry(row) for row in self._place.rows_in_sight())
        return [entry for entry in found if entry is not None]

    def set_now(self, now: datetime) -> None:
        """Say all times as seen from `now`."""
        self._settings.set_now(now)
        self._place.settle()
        self.viewport().update()

    def set_capabilities(self, can: Callable[[FeedEntry], Cap]) -> None:
        """Ask `can` what the account that acts on an entry may do; without it, everything."""
        self._settings.can = can
        self.viewport().update()

    def set_bands(
        self, band: Callable[[FeedEntry], str], receivers: Callable[[FeedEntry], str]
    ) -> None:
        """Mark each entry with the colour whose token `band` returns; empty for none.

        A screen reader is told the names of its `receivers` instead; empty where they go unsaid.
        """
        self._settings.band, self._settings.receivers = band, receivers
        self._on_look_changed()

    def set_network_names(self, name: Callable[[str], str]) -> None:
        """Call networks by the names that `name` returns."""
        self._settings.name_network = name
        self._on_look_changed()

    def set_thread(self, depths: Mapping[int, int], focus_id: int) -> None:
        """Show a conversation: entries indented by depth, whole, one of them in focus."""
        self._settings.depths, self._settings.focus_id = depths, focus_id
        self._place.settle()
        self.viewport().update()

    def set_opened(self, entry_id: int) -> None:
        """Mark the entry that is open beside the list; 0 for none."""
        self._settings.opened_id = entry_id
        self.viewport().update()

    def set_fetching(self, entry_ids: Iterable[int]) -> None:
        """Mark the gaps that are being fetched."""
        self._settings.fetching = frozenset(entry_ids)
        self._place.settle()
        self.viewport().update()

    def card(self, row: int) -> Card:
        """Return a row as it is laid out at the present width."""
        entry = self._posts.entry(row)
        width = self.viewport().width()
        if entry is None:
            card = self._layouts.vacant(width)
        else:
            setting = self._settings.of(entry, row, self._posts.ids)
            card = self._layouts.card(entry, width, setting)
        return card.mirrored() if self.isRightToLeft() else card

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Follow the scroll bar, and give what comes in sight its true height."""
        super().scrollContentsBy(dx, dy)
        if dy and not self._place.is_settling:
            value = self.verticalScrollBar().value()
            self._place.scrolled(value + dy, value)
            self._tell_ends()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a row in sight."""
        if index.isValid():
            self._place.show(index.row())
            self._tell_ends()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the same words at the top when the width changes."""
        super().resizeEvent(event)
        self._place.scale()

    def changeEvent(self, event: QEvent) -> None:
        """Lay out again in another language or another direction of reading."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.LayoutDirectionChange):
            self._on_look_changed()

    def _height_of(self, row: int) -> int:
        return self.card(row).height

    def _state_of(self, row: int) -> RowState:
        return RowState(is_opened=self._posts.ids[row] == self._settings.opened_id)

    def _make_current(self, row: int) -> None:
        index = self._posts.index(row, 0) if row >= 0 else QModelIndex()
        if index != self.currentIndex():
            self.setCurrentIndex(index)

    def _tell_ends(self) -> None:
        self._ends.look(self._place, self.verticalScrollBar())

    def _on_picture(self, url: str) -> None:
        self.viewport().update()

    def _on_look_changed(self) -> None:
        self.setPalette(_ground(self._theme))
        self._layouts.forget()
        self._settings.forget()
        self._place.scale()
        self.viewport().update()


def _ground(theme: Theme) -> QPalette:
    # Beside the rows, under the scroll bar, the page goes on.
    palette = theme.palette()
    palette.setColor(QPalette.ColorRole.Window, theme.tokens.surface)
    return palette


def _dress(view: QTableView, theme: Theme) -> None:
    dress_scroll_bars(theme, view)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setShowGrid(False)
    view.setCornerButtonEnabled(False)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setTabKeyNavigation(False)
    view.setAutoScroll(False)
    view.setMouseTracking(True)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    # Always there: a bar that comes and goes would change the width, and every height.
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    view.verticalScrollBar().setSingleStep(_WHEEL_STEP)
    columns, rows = view.horizontalHeader(), view.verticalHeader()
    columns.hide()
    columns.setStretchLastSection(True)
    rows.hide()
    rows.setMinimumSectionSize(1)
    rows.setDefaultSectionSize(_DEFAULT_HEIGHT)
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    # A hidden header that may not update adds up its sections once, not at each height set.
    rows.setUpdatesEnabled(False)
