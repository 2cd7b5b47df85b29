"""Look for words in the posts of one list, and walk from one to the next."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from desktop.ui.buttons import IconButton
from desktop.ui.cards import Ground
from desktop.ui.key_names import shown
from desktop.ui.labels import Label
from desktop.ui.line_edits import SearchBox
from desktop.ui.theme import Theme
from desktop.ui.wording import count

PAUSE_MS = 250


class FindBar(Ground):
    """A search box, "3 of 12", and ways to the next and the previous one.

    Signals:
        sought: The words were typed; carries them.
        chosen: A match should be shown; carries its entry's id.
        closed: The search is over.
    """

    sought = Signal(str)
    chosen = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "sunken")
        self._matches: list[int] = []
        self._at = 0
        self._box = SearchBox(theme, self.tr("Find in this list"))
        self._box.setObjectName("findInPage")
        self._box.installEventFilter(self)
        self._box.textChanged.connect(self._on_text_changed)
        self._told = Label(theme, "", "small", "text2")
        self._told.setObjectName("findCount")
        previous = IconButton(theme, "chevron-up", self.tr("Previous match"), shown("Shift+Return"))
        following = IconButton(theme, "chevron-down", self.tr("Next match"), shown("Return"))
        close = IconButton(theme, "x", self.tr("Close the search"), shown("Esc"))
        previous.clicked.connect(self.go_to_previous)
        following.clicked.connect(self.go_to_next)
        close.clicked.connect(self.close_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 12, 8)
        row.setSpacing(6)
        row.addWidget(self._box, 1)
        row.addWidget(self._told)
        for button in (previous, following, close):
            row.addWidget(button)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._seek)

    def take_focus(self) -> None:
        """Put the keyboard into the box."""
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._box.selectAll()

    def set_matches(self, entry_ids: list[int]) -> None:
        """Say how many there are and show the first."""
        self._matches = entry_ids
        self._at = 0
        self._show()

    def go_to_next(self) -> None:
        """Show the next match, after the last the first again."""
        self._step(1)

    def go_to_previous(self) -> None:
        """Show the previous match, before the first the last."""
        self._step(-1)

    def close_bar(self) -> None:
        """Leave the search; the list stays where it is."""
        self._box.clear()
        self.hide()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter walk on and Escape leave, before a shortcut of the window takes it."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self._step(-1 if back else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
        return super().eventFilter(watched, event)

    def _on_text_changed(self, words: str) -> None:
        self._told.setText("")
        self._matches = []
        if words.strip():
            self._pause.start()
        else:
            self._pause.stop()

    def _seek(self) -> None:
        self.sought.emit(self._box.text().strip())

    def _step(self, by: int) -> None:
        if self._matches:
            self._at = (self._at + by) % len(self._matches)
            self._show()

    def _show(self) -> None:
        if not self._matches:
            self._told.setText(self.tr("Nothing found"))
            return
        self._told.setText(
            self.tr("{number} of {total}").format(
                number=count(self._at + 1), total=count(len(self._matches))
            )
        )
        self.chosen.emit(self._matches[self._at])
