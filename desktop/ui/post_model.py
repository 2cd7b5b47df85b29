"""The rows of a list of posts: ids in memory, entries read from the store as they come in sight."""

from array import array
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.services.domain.errors import CrieurError
from desktop.services.domain.feed import FeedEntry

ENTRY = Qt.ItemDataRole.UserRole
_PAGE = 64
_KEPT_PAGES = 16
_MOST_ROWS = 100_000
_TOP = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
Load = Callable[[Sequence[int]], list[FeedEntry]]


class PostModel(QAbstractTableModel):
    """At most 100,000 ids, newest first, and the entries of the last 16 pages of 64 read.

    `load` is called in the GUI thread for a page at a time and takes a few milliseconds at most.
    An id that it does not answer is of a post that was deleted since.

    Signals:
        troubled: A page could not be read; carries the error.
    """

    troubled = Signal(Exception)

    def __init__(self, load: Load, say: Callable[[FeedEntry], str], parent: QObject | None) -> None:
        super().__init__(parent)
        self._load = load
        self._say = say
        self._ids: array[int] = array("q")
        self._entries: OrderedDict[int, FeedEntry | None] = OrderedDict()

    @property
    def ids(self) -> "array[int]":
        """Return the ids of all rows, in order; not to be changed."""
        return self._ids

    def rowCount(self, parent: Index = _TOP) -> int:
        """Return the number of entries."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _TOP) -> int:
        """Return the one column there is."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the entry for painting, or its words for a screen reader."""
        if not index.isValid():
            return None
        if role == ENTRY:
            return self.entry(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            entry = self.entry(index.row())
            return "" if entry is None else self._say(entry)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return nothing, so that no row number is read out before each post."""
        return None

    def entry(self, row: int) -> FeedEntry | None:
        """Return the entry of a row, read with its page; None when it is gone."""
        wanted = self._ids[row]
        if wanted not in self._entries:
            self._read_page(row)
        self._entries.move_to_end(wanted)
        return self._entries[wanted]

    def row_of(self, entry_id: int) -> int:
        """Return the row of an entry, -1 when it is not among them."""
        try:
            return self._ids.index(entry_id)
        except ValueError:
            return -1

    def row_near(self, entry_id: int) -> int:
        """Return the row of an entry, or of the first that is older, or the last; -1 if empty."""
        row = self.row_of(entry_id)
        if row >= 0:
            return row
        older = bisect_left(self._ids, -entry_id, key=lambda each: -each)
        return min(older, len(self._ids) - 1)

    def replace(self, ids: "array[int]") -> None:
        """Show other entries; those only added or taken away at the ends leave the rest alone.

        Rows that stay keep their heights, their place in the view and a screen reader's focus.
        """
        ids = ids[:_MOST_ROWS]
        shared = _shared_stretch(self._ids, ids)
        if shared is None:
            self.beginResetModel()
            self._ids = ids
            self.endResetModel()
            return
        first_old, first_new, length = shared
        self._remove(first_old + length, len(self._ids) - first_old - length)
        self._remove(0, first_old)
        self._insert(0, ids[:first_new])
        self._insert(len(self._ids), ids[first_new + length :])

    def refresh(self, entry_ids: Iterable[int]) -> list[int]:
        """Read those entries again and return their rows."""
        rows = []
        for entry_id in entry_ids:
            self._entries.pop(entry_id, None)
            row = self.row_of(entry_id)
            if row >= 0:
                rows.append(row)
        for row in rows:
            place = self.index(row, 0)
            self.dataChanged.emit(place, place)
        return rows

    def forget(self) -> None:
        """Read every entry again when it is next wanted."""
        self._entries.clear()

    def _read_page(self, row: int) -> None:
        first = row - row % _PAGE
        missing = [each for each in self._ids[first : first + _PAGE] if each not in self._entries]
        try:
            found = {entry.id: entry for entry in self._load(missing)}
        except CrieurError as error:
            found = {}
            self.troubled.emit(error)
        for each in missing:
            self._entries[each] = found.get(each)
        while len(self._entries) > _PAGE * _KEPT_PAGES:
            self._entries.popitem(last=False)

    def _insert(self, row: int, added: "array[int]") -> None:
        if not added:
            return
        self.beginInsertRows(_TOP, row, row + len(added) - 1)
        self._ids = self._ids[:row] + added + self._ids[row:]
        self.endInsertRows()

    def _remove(self, row: int, count: int) -> None:
        if not count:
            return
        self.beginRemoveRows(_TOP, row, row + count - 1)
        self._ids = self._ids[:row] + self._ids[row + count :]
        self.endRemoveRows()


def _shared_stretch(old: "array[int]", new: "array[int]") -> tuple[int, int, int] | None:
    """Return where the one stretch that both have begins in each, and how long it is.

    None when they share nothing, or share more than one stretch (something changed in between).
    """
    if not old or not new:
        return None
    try:
        first_old, first_new = 0, new.index(old[0])
    except ValueError:
        try:
            first_old, first_new = old.index(new[0]), 0
        except ValueError:
            return None
    length = min(len(old) - first_old, len(new) - first_new)
    if old[first_old : first_old + length] != new[first_new : first_new + length]:
        return None
    return first_old, first_new, length
