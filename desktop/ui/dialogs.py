"""Dialogs: the title is the question, the button is the verb."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.buttons import Button
from desktop.ui.labels import Label
from desktop.ui.painting import panel
from desktop.ui.panes import ScrollPane
from desktop.ui.text import heard
from desktop.ui.theme import Theme


class Scrim(QWidget):
    """A veil over the window behind `above`, as long as that is open; it lets nothing through."""

    def __init__(self, theme: Theme, window: QWidget, above: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self.setGeometry(window.rect())
        above.installEventFilter(self)
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Darken what lies below."""
        QPainter(self).fillRect(self.rect(), self._theme.tokens.scrim)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go when what is above goes."""
        if event.type() == QEvent.Type.Hide:
            self.hide()
            self.deleteLater()
        return False


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
        self._own_height = 0
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
        self.setWindowTitle(heard(self.title.text()))
        self.setAccessibleDescription(heard(text))
        self._build()
        theme.changed.connect(self.update)

    def _build(self) -> None:
        self._pane = ScrollPane(self._theme, "raised", margin=0)
        self._pane.widget().installEventFilter(self)
        inside = self._pane.column
        inside.setContentsMargins(24, 22, 24, 16)
        inside.addWidget(self.title)
        inside.addWidget(self.text)
        inside.addLayout(self.body, 1)
        inside.addWidget(self._problem)
        self.actions_row = QHBoxLayout()
        self.actions_row.setContentsMargins(24, 0, 24, 20)
        self.actions_row.setSpacing(8)
        self.actions_row.addStretch(1)
        self.actions_row.addWidget(self.cancel_button)
        self.actions_row.addWidget(self.verb_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._pane, 1)
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
        page = self._pane.widget()
        width = max(self._theme.px(460), page.minimumSizeHint().width())
        width = max(width, self.actions_row.minimumSize().width())
        height = max(page.heightForWidth(width), page.sizeHint().height())
        return QSize(width + 2, height + self.actions_row.sizeHint().height() + 2)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the wished size as far as the screen has it, and begin in the form."""
        super().showEvent(event)
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            # Never QWidget.screen(): its wrapper takes the screen down with the widget.
            room = QGuiApplication.primaryScreen().availableSize()
            self.resize(self.sizeHint().boundedTo(room))
        self._own_height = self.height()
        self._cover_the_window()
        self._begin()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with the form, so that nothing is pushed out of sight, and shrink with it again."""
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            shown, page = self._pane.viewport(), self._pane.widget()
            needed = max(page.heightForWidth(shown.width()), page.sizeHint().height())
            screen = QGuiApplication.primaryScreen().availableSize().height()
            room = min(screen, self.maximumHeight()) - self.height()
            missing = min(needed - shown.height(), room)
            # What the user made taller by hand stays as tall.
            if missing > 0 or self.height() == self._own_height:
                self._own_height = max(self.height() + missing, self.minimumSizeHint().height())
                self.resize(self.width(), self._own_height)
                # What was pressed stays under the pointer, as far as the screen has room below.
                self.move(self.x(), max(0, min(self.y(), screen - self._own_height)))
        return super().eventFilter(watched, event)

    def _cover_the_window(self) -> None:
        behind = self.parentWidget()
        if behind is None:
            return
        window = behind.window()
        Scrim(self._theme, window, self)
        if not self.testAttribute(Qt.WidgetAttribute.WA_Moved):
            middle = window.mapToGlobal(window.rect().center())
            corner = middle - self.rect().center()
            self.move(max(0, corner.x()), max(0, corner.y()))

    def _begin(self) -> None:
        # Never nextInFocusChain(): its wrappers take the dialog away from its parent, and the next
        # clearing of cycles would destroy it with the words in it.
        buttons = (self.cancel_button, self.verb_button)
        chain = [
            each
            for each in self.findChildren(QWidget)
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus
            and each not in buttons
            and self.isAncestorOf(each)
        ]
        # What was put into the body came later than the buttons, yet it is read before them.
        for before, after in pairwise([*chain, *buttons]):
            QWidget.setTabOrder(before, after)
        if chain:
            first = next((each for each in chain if each.isVisibleTo(self)), self.cancel_button)
        else:
            is_quiet = self._kind == "danger" or self.verb_button.isHidden()
            first = self.cancel_button if is_quiet else self.verb_button
        # A form that chose where to begin has said so by now, though nothing has the focus yet.
        if self.focusWidget() not in chain:
            first.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter in a list of choices for the verb, as in a field; the buttons have their own.

        Of Qt's own buttons a dialog would press one; ours are no such buttons.
        """
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and isinstance(self.focusWidget(), QComboBox):
            self.verb_button.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface that dialogs stand on."""
        panel(QPainter(self), self.rect(), 0, self._theme.tokens.raised, self._theme.tokens.border)

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
