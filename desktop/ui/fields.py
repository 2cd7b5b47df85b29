"""All fields of a form, and the label and message that go with each."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.combos import ComboBox
from desktop.ui.labels import Label
from desktop.ui.line_edits import LineEdit, SearchBox
from desktop.ui.text import heard
from desktop.ui.text_edit import TextEdit
from desktop.ui.theme import Theme

__all__ = ["ComboBox", "Field", "LineEdit", "SearchBox", "TextEdit"]


class Field(QWidget):
    """A label, an editor and, below it, a hint or what needs mending.

    The message stands beside its cause and is what a screen reader says about the editor.
    """

    def __init__(
        self,
        theme: Theme,
        label: str,
        editor: QWidget,
        hint: str = "",
        *,
        explained: QWidget | None = None,
    ) -> None:
        """Take, besides label, editor and hint, the question mark that explains the label."""
        super().__init__()
        self.editor = editor
        self._hint = hint
        self._label = Label(theme, label, "label", "text2")
        self._label.setBuddy(editor)
        self._message = Label(theme, hint, "small", "text3", wraps=True)
        editor.setAccessibleName(heard(label))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if explained is None:
            column.addWidget(self._label)
        else:
            head = QHBoxLayout()
            head.setSpacing(4)
            head.addWidget(self._label)
            head.addWidget(explained)
            head.addStretch(1)
            column.addLayout(head)
        column.addWidget(editor)
        column.addWidget(self._message)
        self.set_problem(None)

    @property
    def problem(self) -> str:
        """Return what needs mending, as it is shown; empty for nothing."""
        return self._message.text() if self._problem else ""

    def set_problem(self, sentence: str | None) -> None:
        """Say what needs mending, or take it back with None."""
        self._problem = bool(sentence)
        shown = sentence or self._hint
        self._message.set_token("danger_text" if sentence else "text3")
        self._message.setText(shown)
        self._message.setVisible(bool(shown))
        self.editor.setAccessibleDescription(heard(shown))
        mark = getattr(self.editor, "set_problem", None)
        if mark is not None:
            mark(self._problem)
