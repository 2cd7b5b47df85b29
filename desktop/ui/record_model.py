"""Records as the rows of a table: which columns there are, how they sort, how they are read out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.ui.text import clean

Index = QModelIndex | QPersistentModelIndex
TONE_ROLE = Qt.ItemDataRole.UserRole
FIGURE_ROLE = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its title, and how a record's cell is worded, sorted and toned.

    Without `order` the column does not sort. A `tone` ("ok", "warn", "danger" or "neutral") shows
    the cell as a badge; an empty one as plain words. Figures stand at the end of their column.
    """

    title: str
    words: Callable[[Any], str]
    order: Callable[[Any], Any] | None = None
    tone: Callable[[Any], str] | None = None
    is_figure: bool = False


class RecordModel(QAbstractTableModel):
    """The rows behind a `RecordTable`; any value may be a record."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._records: list[Any] = []
        self.sorted_by = -1
        self.is_descending = False

    def show_records(self, records: Sequence[Any]) -> None:
        """Show other records, in the order that the user last chose."""
        self.beginResetModel()
        self._records = self._in_order(list(records))
        self.endResetModel()

    def record(self, row: int) -> Any:
        """Return the record of a row."""
        return self._records[row]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many records there are."""
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell, its tone, or what a screen reader says of it."""
        record, column = self._records[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(clean(column.words(record)).split())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            # Down the first column a row is heard whole; along the row, cell by cell.
            spoken = self.columns if index.column() == 0 else (column,)
            return ", ".join(self._spoken(each, record) for each in spoken)
        if role == TONE_ROLE:
            return column.tone(record) if column.tone is not None else ""
        if role == FIGURE_ROLE:
            return column.is_figure
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column, and to a screen reader how it is sorted."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        title = self.columns[section].title
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.heard(section)
        return None

    def heard(self, section: int) -> str:
        """Return the title of a column with the way it is sorted, in words."""
        title = self.columns[section].title
        if section != self.sorted_by:
            return title
        if self.is_descending:
            return self.tr("{title}, sorted from the most to the least").format(title=title)
        return self.tr("{title}, sorted from the least to the most").format(title=title)

    def can_sort(self, column: int) -> bool:
        """Say whether a column sorts."""
        return self.columns[column].order is not None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; what cannot be known stands last, equals keep their places."""
        if not self.can_sort(column):
            return
        self.sorted_by, self.is_descending = column, order == Qt.SortOrder.DescendingOrder
        self.layoutAboutToBeChanged.emit()
        before = [(index, self._records[index.row()]) for index in self.persistentIndexList()]
        self._records = self._in_order(self._records)
        rows = {id(record): row for row, record in enumerate(self._records)}
        for index, record in before:
            moved = self.index(rows[id(record)], index.column())
            self.changePersistentIndex(index, moved)
        self.layoutChanged.emit()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def _in_order(self, records: list[Any]) -> list[Any]:
        order = self.columns[self.sorted_by].order if self.sorted_by >= 0 else None
        if order is None:
            return records
        known = [record for record in records if order(record) is not None]
        unknown = [record for record in records if order(record) is None]
        return sorted(known, key=order, reverse=self.is_descending) + unknown

    def _spoken(self, column: Column, record: Any) -> str:
        words = clean(column.words(record))
        return self.tr("{title}: {value}").format(title=column.title, value=words)
