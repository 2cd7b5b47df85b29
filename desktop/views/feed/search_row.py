"""The line below the filters that says which words are looked for, while some are."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.buttons import Button
from desktop.ui.removable_chip import RemovableChip
from desktop.ui.text import isolate
from desktop.ui.theme import Theme
from desktop.views.account_book import AccountBook
from desktop.views.feed.network_search import is_searched


class SearchRow(QWidget):
    """A chip that takes the search back, and a way to ask the networks for more.

    Signals:
        removed: Show everything again.
        networks_asked: Ask the networks for the words; carries them.
    """

    removed = Signal()
    networks_asked = Signal(str)

    def __init__(self, theme: Theme, book: AccountBook) -> None:
        super().__init__()
        self._book = book
        self._words = ""
        self.chip = RemovableChip(theme)
        self.chip.setObjectName("searchChip")
        self.chip.clicked.connect(self.removed)
        self._ask = Button(theme, self.tr("Ask the networks too"), kind="ghost", icon="globe")
        self._ask.setObjectName("askNetworks")
        self._ask.clicked.connect(self.ask_networks)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 12)
        row.setSpacing(8)
        row.addWidget(self.chip)
        row.addWidget(self._ask)
        row.addStretch(1)
        self.set_words("")

    @property
    def words(self) -> str:
        """Return the words that are looked for; empty for none."""
        return self._words

    def set_words(self, words: str) -> None:
        """Say which words are looked for; none hides the line."""
        self._words = words.strip()
        shown = isolate(" ".join(self._words.split()))
        self.chip.setText(self.tr("Search: {words}").format(words=shown))
        self.chip.setAccessibleName(self.tr("Clear the search for “{words}”").format(words=shown))
        self._ask.setVisible(any(map(is_searched, self._book.all())))
        self.setVisible(bool(self._words))

    def ask_networks(self) -> None:
        """Ask the networks for the words; what they find is stored, and told."""
        self._ask.hide()
        self.networks_asked.emit(self._words)
