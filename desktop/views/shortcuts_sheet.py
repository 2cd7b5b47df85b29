"""The sheet of shortcuts: what every key does, to be read, searched and changed."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.domain.matching import match, terms
from desktop.ui.dialogs import Dialog
from desktop.ui.key_caps import KeyCaps
from desktop.ui.key_names import shown
from desktop.ui.keymap import Keymap
from desktop.ui.labels import Label
from desktop.ui.line_edits import SearchBox
from desktop.ui.theme import Theme
from desktop.views.key_commands import KeyGroup, KeyRow

WIDTH = 800
_AROUND = 64
"""What is left of the window round the sheet."""
_TWO_COLUMNS = 620
_BETWEEN = 40
_EDGES = 2
_NAME_IN_ROWS = 1.5
"""How many rows the name of a group is as high as."""
_SIDE_BY_SIDE = QBoxLayout.Direction.LeftToRight
_SCROLLING = {
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
}


class _Row(QWidget):
    """What is done, and the keys that do it."""

    def __init__(self, theme: Theme, text: str, keys: Sequence[str]) -> None:
        super().__init__()
        self._sought = " ".join((text, *keys))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(12)
        row.addWidget(Label(theme, text, "body", wraps=True), 1)
        row.addWidget(KeyCaps(theme, keys), 0, Qt.AlignmentFlag.AlignTop)

    def answers(self, typed: str) -> bool:
        """Say whether the row is what was typed."""
        return not terms(typed) or match(typed, self._sought) is not None


class _Group(QWidget):
    """The keys that work in one place, under its name."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 12)
        self._column.setSpacing(0)
        self._column.addWidget(Label(theme, name, "strong", "text2"))
        self._column.addSpacing(4)

    def add(self, row: _Row) -> None:
        """Put one more row below the others."""
        self.rows.append(row)
        self._column.addWidget(row)

    def seek(self, typed: str) -> bool:
        """Show the rows that answer; say whether there is any."""
        found = [row.answers(typed) for row in self.rows]
        for row, is_found in zip(self.rows, found, strict=True):
            row.setVisible(is_found)
        self.setVisible(any(found))
        return any(found)


class ShortcutsSheet(Dialog):
    """Every key in two columns, or in one where the window is narrow.

    `asked` says that the user wants other keys.
    """

    def __init__(
        self, theme: Theme, groups: Sequence[KeyGroup], keymap: Keymap, parent: QWidget
    ) -> None:
        title = QCoreApplication.translate("ShortcutsSheet", "Keyboard shortcuts")
        verb = QCoreApplication.translate("ShortcutsSheet", "Change shortcuts")
        text = _about_letters(keymap)
        super().__init__(theme, title, verb, text=text, kind="secondary", parent=parent)
        self.cancel_button.setText(self.tr("Close"))
        self._room = parent.window().size() - QSize(_AROUND, _AROUND)
        self._search = SearchBox(theme, self.tr("Find a shortcut"))
        self._search.setObjectName("shortcutSearch")
        self._search.textChanged.connect(self._on_typed)
        self._nothing = Label(theme, self.tr("No shortcut has these words."), "body", "text2")
        self._nothing.hide()
        self._groups = [made for each in groups if (made := _made(theme, each, keymap)).rows]
        self.body.addWidget(self._search)
        self.body.addLayout(self._columns())
        self.body.addWidget(self._nothing)
        self.body.addStretch(1)
        self.setMaximumHeight(self._room.height())

    def _columns(self) -> QBoxLayout:
        is_narrow = self._width() < self._theme.px(_TWO_COLUMNS)
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else _SIDE_BY_SIDE
        columns = QBoxLayout(direction)
        columns.setSpacing(0 if is_narrow else self._theme.px(_BETWEEN))
        for half in _halves(self._groups):
            column = QVBoxLayout()
            column.setSpacing(0)
            for group in half:
                column.addWidget(group)
            column.addStretch(1)
            columns.addLayout(column, 1)
        return columns

    def _width(self) -> int:
        return min(self._theme.px(WIDTH), self._room.width())

    def sizeHint(self) -> QSize:
        """Return the room of both columns, as far as the window behind has it."""
        width = max(self._width(), self.minimumSizeHint().width())
        page = self._pane.widget().heightForWidth(width - _EDGES)
        height = page + self.actions_row.sizeHint().height() + _EDGES
        return QSize(width, min(height, self._room.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with the keys that a line to search in has no use for."""
        action = _SCROLLING.get(Qt.Key(event.key()))
        if action is not None:
            self._pane.verticalScrollBar().triggerAction(action)
        else:
            super().keyPressEvent(event)

    def _on_typed(self, typed: str) -> None:
        found = [group.seek(typed) for group in self._groups]
        self._nothing.setVisible(not any(found))
        self._pane.verticalScrollBar().setValue(0)


def _made(theme: Theme, group: KeyGroup, keymap: Keymap) -> _Group:
    """Return a group with a row for everything that has keys now."""
    made = _Group(theme, group.name)
    for row in group.rows:
        keys = tuple(dict.fromkeys(map(shown, (*_keys_of(row, keymap), *row.fixed))))
        if keys:
            made.add(_Row(theme, row.text, keys))
    return made


def _keys_of(row: KeyRow, keymap: Keymap) -> tuple[str, ...]:
    return keymap.keys_of(row.key) if row.key else ()


def _halves(groups: Sequence[_Group]) -> tuple[Sequence[_Group], Sequence[_Group]]:
    """Divide groups, in their order, so that both columns are about as long."""
    sizes = [len(group.rows) + _NAME_IN_ROWS for group in groups]
    uneven = [abs(sum(sizes[:at]) - sum(sizes[at:])) for at in range(len(sizes) + 1)]
    at = uneven.index(min(uneven))
    return groups[:at], groups[at:]


def _about_letters(keymap: Keymap) -> str:
    if keymap.with_letters:
        return QCoreApplication.translate(
            "ShortcutsSheet", "Single letters work while a list of posts has the keyboard."
        )
    return QCoreApplication.translate(
        "ShortcutsSheet", "Single letters are switched off in the settings."
    )
