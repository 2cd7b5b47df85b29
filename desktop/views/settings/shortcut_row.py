"""One command and the keys that lead to it, to be changed in place."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.buttons import Button, IconButton
from desktop.ui.key_fields import KeyField
from desktop.ui.key_names import is_letter, shown
from desktop.ui.keymap import Keymap
from desktop.ui.labels import Label
from desktop.ui.reserved_keys import edits_text, moves_about
from desktop.ui.theme import Theme
from desktop.views.key_commands import KeyRow

_NEEDS_MORE = ("send",)
"""Commands of a dialog that is all text, where a letter would only be written."""


class ShortcutRow(QWidget):
    """What is done, a field for its keys, a way back to the designed ones, and what is wrong."""

    def __init__(self, theme: Theme, row: KeyRow, keymap: Keymap, names: dict[str, str]) -> None:
        """Take `names`: every command in words, by its key."""
        super().__init__()
        self._row = row
        self._keymap = keymap
        self._names = names
        self._wanted = ""
        self.field = KeyField(theme, row.text)
        self.field.setObjectName(f"keys-{row.key}")
        self.field.pressed.connect(self._on_pressed)
        self._reset = IconButton(
            theme,
            "rotate-ccw",
            self.tr("Back to the designed keys: {command}").format(command=row.text),
        )
        self._reset.setObjectName(f"reset-{row.key}")
        self._reset.clicked.connect(partial(keymap.reset, row.key))
        # Shown or not, everything beside it stays where it is.
        kept = self._reset.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(kept)
        self._message = Label(theme, "", "small", "danger_text", wraps=True)
        self._message.setObjectName(f"told-{row.key}")
        self._take = Button(theme, self.tr("Use it here"), size="compact")
        self._take.setObjectName(f"take-{row.key}")
        self._take.clicked.connect(self._on_taken)
        for stop in (self.field, self._take):
            stop.installEventFilter(self)
        self._lay_out(theme)
        self._tell("")
        keymap.changed.connect(self.show_keys)
        self.show_keys()

    def _lay_out(self, theme: Theme) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(Label(theme, self._row.text, "body", wraps=True), 1)
        line.addWidget(self._reset)
        line.addWidget(self.field)
        self._told = QWidget()
        told = QHBoxLayout(self._told)
        told.setContentsMargins(0, 0, 0, 4)
        told.setSpacing(12)
        told.addWidget(self._message, 1)
        told.addWidget(self._take, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 16, 6)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self._told)

    def show_keys(self) -> None:
        """Show the keys that the command has now."""
        keys = self._keymap.given_to(self._row.key)
        is_idle = bool(keys) and not self._keymap.keys_of(self._row.key)
        self.field.set_keys(keys, is_idle=is_idle)
        self._reset.setVisible(self._keymap.is_own(self._row.key))
        self._tell("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Forget a question that was left unanswered."""
        is_left = event.type() == QEvent.Type.FocusOut and not self._take.underMouse()
        if is_left and self.window().focusWidget() not in (self._take, self.field):
            self._tell("")
        return super().eventFilter(watched, event)

    def _on_pressed(self, keys: str) -> None:
        holder = self._keymap.holder_of(keys) if keys else ""
        refusal = self._refusal(keys) if keys else ""
        if refusal:
            self._tell(refusal.format(keys=shown(keys)))
        elif holder and holder != self._row.key:
            self._wanted = keys
            sentence = self.tr("{keys} already does this: {command}. Use it here instead?")
            told = sentence.format(keys=shown(keys), command=self._names[holder])
            self._tell(told, offers=True)
        else:
            self._keymap.choose(self._row.key, keys)

    def _refusal(self, keys: str) -> str:
        translate = QCoreApplication.translate
        if moves_about(keys):
            return translate(
                "ShortcutRow", "{keys} moves about in every window. Choose another key."
            )
        if edits_text(keys):
            return translate(
                "ShortcutRow", "{keys} works on text in every window. Choose another key."
            )
        if is_letter(keys) and self._row.key in _NEEDS_MORE:
            return translate(
                "ShortcutRow", "{keys} alone is written into the text. Hold Ctrl or Alt with it."
            )
        return ""

    def _on_taken(self) -> None:
        self.field.setFocus()
        self._keymap.choose(self._row.key, self._wanted)

    def _tell(self, sentence: str, *, offers: bool = False) -> None:
        self._message.setText(sentence)
        self._told.setVisible(bool(sentence))
        self._take.setVisible(offers)
        self.field.set_problem(sentence)
