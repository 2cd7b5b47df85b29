"""Dialogs: the title is the question, the button is the verb."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.buttons import Button
from desktop.ui.labels import Label
from desktop.ui.theme import Theme


class Dialog(QDialog):
    """A question with its verb, or a form; put what it is about into `body`.

    With `stays_open` the verb only emits `asked`, so that the work can fail and say so inside;
    otherwise the verb accepts the dialog.

    Signals:
        asked: The verb was pressed.
    """

    asked = Signal()

    def __init__(
        self,
        theme: Theme,
        title: str,
        verb: str = "",
        *,
        text: str = "",
        kind: str = "primary",
        stays_open: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self._stays_open = stays_open
        self._before: QWidget | None = None
        self.setWindowTitle(title)
        self.setModal(True)
        self.title = Label(theme, title, "heading", wraps=True)
        self.text = Label(theme, text, "body", "text2", wraps=True)
        self.text.setVisible(bool(text))
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self._problem = Label(theme, "", "small", "danger_text", wraps=True)
        self._problem.hide()
        self.cancel_button = Button(theme, self.tr("Cancel"), "ghost", size="main")
        self.cancel_button.clicked.connect(self.reject)
        self.verb_button = Button(theme, verb, kind, size="main")
        self.verb_button.clicked.connect(self._on_verb)
        self.verb_button.setVisible(bool(verb))
        if not verb:
            self.cancel_button.setText(self.tr("Close"))
        self._build()
        theme.changed.connect(self.update)

    def _build(self) -> None:
        self.actions_row = QHBoxLayout()
        self.actions_row.setSpacing(8)
        self.actions_row.addStretch(1)
        self.actions_row.addWidget(self.cancel_button)
        self.actions_row.addWidget(self.verb_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addLayout(self.body, 1)
        column.addWidget(self._problem)
        column.addSpacing(4)
        column.addLayout(self.actions_row)

    def set_problem(self, sentence: str | None) -> None:
        """Say inside the dialog what went wrong; None takes it back."""
        self._problem.setText(sentence or "")
        self._problem.setVisible(bool(sentence))
        self.setAccessibleDescription(sentence or self.text.text())

    @property
    def problem(self) -> str:
        """Return what went wrong, as the dialog says it."""
        return self._problem.text()

    def set_busy(self, words: str | None) -> None:
        """Show that the verb's work is under way; None ends it."""
        self.verb_button.set_busy(words)
        self.cancel_button.setEnabled(words is None)

    def sizeHint(self) -> QSize:
        """Return a width that reads well and the height that it asks for."""
        width = max(self._theme.px(440), self.layout().minimumSize().width())
        return QSize(width, max(self.layout().heightForWidth(width), super().sizeHint().height()))

    def showEvent(self, event: QShowEvent) -> None:
        """Remember where the focus was, and begin where nothing can be lost."""
        super().showEvent(event)
        self._before = QApplication.focusWidget()
        if self.body.count():
            self.focusNextChild()
        else:
            quiet = self._kind == "danger" or not self.verb_button.isVisibleTo(self)
            (self.cancel_button if quiet else self.verb_button).setFocus()

    def done(self, result: int) -> None:
        """Close and give the focus back to where it was."""
        super().done(result)
        before, self._before = self._before, None
        if before is not None and before.window() is not self:
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface that dialogs stand on."""
        QPainter(self).fillRect(self.rect(), self._theme.tokens.raised)

    def _on_verb(self) -> None:
        self.asked.emit()
        if not self._stays_open:
            self.accept()


def ask(
    theme: Theme,
    parent: QWidget,
    title: str,
    text: str,
    verb: str,
    kind: str = "primary",
) -> bool:
    """Ask one question and return whether the verb was chosen."""
    dialog = Dialog(theme, title, verb, text=text, kind=kind, parent=parent)
    is_wanted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return is_wanted


def tell(theme: Theme, parent: QWidget, title: str, text: str) -> None:
    """Say one thing that needs no decision."""
    dialog = Dialog(theme, title, text=text, parent=parent)
    dialog.exec()
    dialog.deleteLater()
