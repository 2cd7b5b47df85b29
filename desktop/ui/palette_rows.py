"""What a palette lists: what was found, under the headings it belongs to."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

AT_MOST = 6
"""Rows of one heading; whoever means another types one more letter."""
OFFERED = 9
"""The rank of what any words can be used for: below all that was found by them."""
LINE = Qt.ItemDataRole.UserRole
"""The role that gives the delegate the whole line."""

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class Found:
    """One row: what it is called, what it belongs to and what choosing it does.

    Words of other people are clean already. `marks` are the stretches of `text` that were typed;
    the rows of a group stand in the order of their `rank`, and the groups in that of their best.
    """

    key: str
    group: str
    icon: str
    text: str
    work: Callable[[], object]
    detail: str = ""
    keys: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    rank: int = 0
    network: str = ""
    """Whose mark stands in the place of the icon; empty for none."""

    @property
    def spoken(self) -> str:
        """Return the row as a screen reader says it."""
        return ", ".join(each for each in (self.text, self.detail, self.keys) if each)


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that says what the rows below it are."""

    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """A line that says why there are no rows."""

    text: str


Line = Found | Heading | Note


def in_groups(found: Iterable[Found], at_most: int = AT_MOST) -> tuple[Found, ...]:
    """Return what was found group by group, the best first; else everything keeps its order."""
    groups: dict[str, list[Found]] = {}
    for each in found:
        groups.setdefault(each.group, []).append(each)
    for rows in groups.values():
        rows.sort(key=lambda each: each.rank)
    ordered = sorted(groups.values(), key=lambda rows: rows[0].rank)
    return tuple(each for rows in ordered for each in _cut(rows, at_most))


def _cut(rows: Sequence[Found], at_most: int) -> list[Found]:
    """Leave the worst out, but nothing that is offered for any words."""
    found = [each for each in rows if each.rank < OFFERED]
    return [*found[:at_most], *(each for each in rows if each.rank >= OFFERED)]


class PaletteModel(QAbstractListModel):
    """The lines of a palette; headings and notes cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Line] = []

    def show(self, found: Iterable[Found]) -> None:
        """List this and nothing else."""
        self.beginResetModel()
        self._lines = _with_headings(found, "")
        self.endResetModel()

    def append(self, found: Iterable[Found]) -> None:
        """List more below; what is listed already stays where it is."""
        self._insert(_with_headings(found, self._last_group()))

    def note(self, text: str) -> None:
        """Say something below the rows."""
        self._insert([Note(text)])

    def line(self, row: int) -> Line:
        """Return one line."""
        return self._lines[row]

    def found(self, row: int) -> Found | None:
        """Return what a row is for; None for a line that cannot be chosen."""
        line = self._lines[row] if 0 <= row < len(self._lines) else None
        return line if isinstance(line, Found) else None

    def rows(self) -> list[int]:
        """Return the rows that can be chosen, from the top."""
        return [row for row, line in enumerate(self._lines) if isinstance(line, Found)]

    def rowCount(self, parent: Index = _TOP) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be chosen, and nothing else."""
        if self.found(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line, its words, or what a screen reader says of it."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken if isinstance(line, Found) else line.text
        return None

    def _insert(self, lines: list[Line]) -> None:
        if not lines:
            return
        first = len(self._lines)
        self.beginInsertRows(_TOP, first, first + len(lines) - 1)
        self._lines += lines
        self.endInsertRows()

    def _last_group(self) -> str:
        last = self._lines[-1] if self._lines else None
        return last.group if isinstance(last, Found) else ""


def _with_headings(found: Iterable[Found], group: str) -> list[Line]:
    lines: list[Line] = []
    for each in found:
        if each.group != group:
            group = each.group
            lines.append(Heading(group))
        lines.append(each)
    return lines
