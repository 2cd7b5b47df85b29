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
    otherwise it accepts the dialog. Without a verb there is only the way out.

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
        self.setModal(True)
        self.title = Label(theme, title, "heading", wraps=True)
        self.text = Label(theme, text, "body", "text2", wraps=True)
        self.text.setVisible(bool(text))
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self._problem = Label(theme, "", "small", "danger_text", wraps=True)
        self._problem.hide()
        way_out = self.tr("Cancel") if verb else self.tr("Close")
        self.cancel_button = Button(theme, way_out, "ghost", size="main")
        self.cancel_button.setObjectName("cancel")
        self.cancel_button.clicked.connect(self.reject)
        self.verb_button = Button(theme, verb, kind, size="main")
        self.verb_button.setObjectName("verb")
        self.verb_button.clicked.connect(self._on_verb)
        self.verb_button.setVisible(bool(verb))
        self.setWindowTitle(self.title.text())
        self.setAccessibleDescription(text)
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

    @property
    def is_submittable(self) -> bool:
        """Say whether the verb can be pressed."""
        return self.verb_button.isEnabled() and not self.verb_button.is_busy

    @property
    def problem(self) -> str:
        """Return what went wrong, as the dialog says it; empty for nothing."""
        return self._problem.text()

    def set_problem(self, sentence: str | None) -> None:
        """Say inside the dialog what went wrong; None takes it back."""
        self._problem.setText(sentence or "")
        self._problem.setVisible(bool(sentence))
        self.setAccessibleDescription(sentence or self.text.text())

    def set_busy(self, words: str | None) -> None:
        """Show that the verb's work is under way; None ends it."""
        self.verb_button.set_busy(words)

    def sizeHint(self) -> QSize:
        """Return a width that reads well and the height that it asks for."""
        layout = self.layout()
        width = max(self._theme.px(460), layout.minimumSize().width())
        return QSize(width, max(layout.heightForWidth(width), layout.minimumSize().height()))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the form, or else where nothing can be lost."""
        super().showEvent(event)
        if self._before is not None or self.focusWidget() is not None:
            return
        self._before = QApplication.focusWidget()
        if self.body.count():
            self.focusNextChild()
        elif self._kind == "danger" or self.verb_button.isHidden():
            self.cancel_button.setFocus()
        else:
            self.verb_button.setFocus()

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
        if not self.is_submittable:
            return
        self.asked.emit()
        if not self._stays_open:
            self.accept()


def ask(
    theme: Theme,
    parent: QWidget,
    title: str,
    text: str,
    verb: str,
    *,
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
