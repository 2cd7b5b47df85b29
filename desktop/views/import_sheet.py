"""What the dialog of an import shows: where archives come from, what is in one, how far it is."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.domain.imported import Found, Imported
from desktop.ui.banners import Banner
from desktop.ui.cards import Card
from desktop.ui.combos import ComboBox
from desktop.ui.fields import Field
from desktop.ui.labels import IconTile, Label
from desktop.ui.progress import Progress
from desktop.ui.theme import Theme
from desktop.views import import_words
from desktop.views.networks import network_name


class ImportSheet(QWidget):
    """The body of the dialog; `progress` has the button that stops."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.banner = Banner(theme)
        self._ways = _ways(theme)
        self._lines = Card(theme, tone="sunken")
        self._account = ComboBox(theme)
        self._account.setObjectName("account")
        self._choice = Field(theme, self.tr("Whose list it is"), self._account)
        self._notes = Label(theme, "", "small", "text2", wraps=True)
        self.progress = Progress(theme)
        self.progress.stop_button.setObjectName("stop")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (
            self.banner,
            self._ways,
            self._lines,
            self._choice,
            self._notes,
            self.progress,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        self.show_ways()

    @property
    def account_id(self) -> int:
        """Return the account that was chosen for a list; 0 where there was nothing to choose."""
        chosen: int | None = self._account.currentData()
        return chosen or 0

    def show_ways(self) -> None:
        """Say where one gets one's archive."""
        self._account.clear()
        self._show_only(self._ways)

    def show_found(self, found: Found, contents: tuple[str, ...]) -> None:
        """Say what is in a file and where it would go."""
        destination = import_words.destination(found)
        for account in found.accounts:
            self._account.addItem(import_words.account_name(account), account.id)
        self._show_only(*() if destination else (self._choice,))
        self._say((*contents, destination), import_words.left_aside(found))

    def show_outcome(self, outcome: Imported, stored: tuple[str, ...]) -> None:
        """Say what was stored."""
        self._show_only()
        self._say(stored, import_words.left_aside(outcome.found))

    def show_progress(self, text: str, done: int, total: int) -> None:
        """Say how far the work is, in place of what can wait until it is done."""
        self._ways.hide()
        self._notes.hide()
        self.progress.show_progress(text, done, total)
        self.progress.show()

    def set_busy(self, is_busy: bool) -> None:
        """Let the choice rest, and Stop be pressed, while the work is under way."""
        self._choice.setEnabled(not is_busy)
        self.progress.stop_button.setEnabled(True)

    def _show_only(self, *shown: QWidget) -> None:
        for widget in (self._ways, self._lines, self._choice, self._notes, self.progress):
            widget.setVisible(widget in shown)

    def _say(self, lines: tuple[str, ...], notes: tuple[str, ...]) -> None:
        column = self._lines.column
        while (item := column.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        for line in filter(None, lines):
            column.addWidget(Label(self._theme, line, "body", wraps=True))
        self._lines.setVisible(column.count() > 0)
        self._notes.setText("\n".join(notes))
        self._notes.setVisible(bool(notes))


def _ways(theme: Theme) -> QWidget:
    """Say where one gets one's archive, a line for each network."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    for network, way in import_words.ways_to_get_it():
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(IconTile(theme, mark=network, size=32, icon_size=18))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(theme, network_name(network), "strong"))
        words.addWidget(Label(theme, way, "small", "text2", wraps=True))
        row.addLayout(words, 1)
        column.addLayout(row)
    return made
