"""Settings, shortcuts: which keys do what, and whether single letters do anything."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.buttons import Button
from desktop.ui.cards import Card, Rule
from desktop.ui.history import Step, Way
from desktop.ui.keymap import Keymap
from desktop.ui.labels import Label
from desktop.ui.setting_rows import SettingCard, SettingRow
from desktop.ui.switches import Switch
from desktop.ui.tasks import STORE
from desktop.ui.theme import Theme
from desktop.views.key_commands import KeyGroup
from desktop.views.settings.shortcut_row import ShortcutRow


class ShortcutsSection(QWidget):
    """Every command by where it works, with its keys; what is changed works at once.

    Signals:
        stepped: All shortcuts were reset; carries the `Step`.
    """

    stepped = Signal(object)

    def __init__(
        self, theme: Theme, keymap: Keymap, groups: Callable[[], Sequence[KeyGroup]]
    ) -> None:
        """Take `groups`, which returns every command in words."""
        super().__init__()
        self._theme = theme
        self._keymap = keymap
        self._groups = groups
        self._letters = Switch(theme, "")
        self._letters.setObjectName("singleLetters")
        self._letters.toggled.connect(keymap.set_letters)
        self._all = Button(theme, self.tr("Reset all"))
        self._all.setObjectName("resetShortcuts")
        self._all.clicked.connect(self._on_reset)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(Label(theme, self.tr("Shortcuts"), "heading"))
        self._column.addWidget(
            SettingCard(
                theme,
                SettingRow(
                    theme,
                    self.tr("Single letters work in lists"),
                    self.tr(
                        "One letter is enough there to reply or to like. Without them nothing "
                        "happens by accident, or when you speak to your computer."
                    ),
                    self._letters,
                ),
                SettingRow(
                    theme,
                    self.tr("Designed shortcuts"),
                    self.tr("Gives every command the keys again that it came with."),
                    self._all,
                ),
            )
        )
        self._column.addStretch(1)
        self._rows: list[ShortcutRow] = []
        keymap.changed.connect(self._show)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the rows when they are first looked at: there are many."""
        super().showEvent(event)
        if not self._rows:
            self._make_rows()

    def _make_rows(self) -> None:
        groups = self._groups()
        names = {row.key: row.text for group in groups for row in group.rows}
        for group in groups:
            card = Card(self._theme, padding=0)
            card.column.setSpacing(0)
            for row in group.rows:
                if row.key:
                    if card.column.count():
                        card.column.addWidget(Rule(self._theme))
                    made = ShortcutRow(self._theme, row, self._keymap, names)
                    card.column.addWidget(made)
                    self._rows.append(made)
            at = self._column.count() - 1
            self._column.insertWidget(at, Label(self._theme, group.name, "strong", "text2"))
            self._column.insertWidget(at + 1, card)

    def _show(self) -> None:
        self._letters.setChecked(self._keymap.with_letters)
        self._all.setEnabled(bool(self._keymap.chosen))

    def _on_reset(self) -> None:
        before = self._keymap.chosen
        self._keymap.reset()
        self.stepped.emit(
            Step(
                self.tr("All shortcuts are as designed"),
                self.tr("Your shortcuts are back"),
                undo=Way(self, STORE, _no_work, partial(self._on_back, before)),
                redo=Way(self, STORE, _no_work, self._on_reset_again),
            )
        )

    def _on_back(self, chosen: dict[str, str], _outcome: object) -> None:
        self._keymap.choose_all(chosen)

    def _on_reset_again(self, _outcome: object) -> None:
        self._keymap.reset()


def _no_work() -> None:
    """Leave everything to the window, which holds the keys."""
