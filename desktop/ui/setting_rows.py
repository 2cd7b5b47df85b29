"""Rows of a settings card: what a choice means on the left, the choice itself on the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.cards import Card, Rule
from desktop.ui.labels import Label
from desktop.ui.text import heard
from desktop.ui.theme import Theme


class SettingRow(QWidget):
    """A title, a sentence that explains it, and the control that changes it."""

    accessible_role = QAccessible.Role.Grouping

    def __init__(
        self,
        theme: Theme,
        title: str,
        text: str,
        *controls: QWidget,
        explained: QWidget | None = None,
    ) -> None:
        """Take the words, the controls, and the question mark that explains the title."""
        super().__init__()
        self.title = title
        self._controls = controls
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        said = Label(theme, title, "body", wraps=True)
        if explained is None:
            words.addWidget(said)
        else:
            head = QHBoxLayout()
            head.setSpacing(4)
            head.addWidget(said)
            head.addWidget(explained)
            head.addStretch(1)
            words.addLayout(head)
        self._text = Label(theme, text, "small", "text2", wraps=True)
        self._text.setVisible(bool(text))
        words.addWidget(self._text)
        row.addLayout(words, 1)
        for control in controls:
            row.addWidget(control)
            if not control.accessibleName():
                control.setAccessibleName(heard(title))
            control.setAccessibleDescription(heard(text))
        if controls:
            # Some controls have their name on Linux only through the label that stands beside them.
            said.setBuddy(controls[0])

    def take_focus(self) -> None:
        """Put the keyboard at the control, or the first of several, where there is one."""
        inside = (part for each in self._controls for part in (each, *each.findChildren(QWidget)))
        first = next((part for part in inside if _takes_focus(part, self)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def setText(self, text: str) -> None:
        """Explain the choice with another sentence."""
        self._text.setText(text)
        self._text.setVisible(bool(text))
        for control in self._controls:
            control.setAccessibleDescription(heard(text))


def _takes_focus(widget: QWidget, row: QWidget) -> bool:
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(takes) and widget.isEnabled() and widget.isVisibleTo(row)


class SettingCard(Card):
    """A card of setting rows with thin lines between them."""

    def __init__(self, theme: Theme, *rows: SettingRow) -> None:
        super().__init__(theme, padding=0)
        self.column.setSpacing(0)
        for row in rows:
            if self.column.count():
                self.column.addWidget(Rule(theme))
            self.column.addWidget(row)
