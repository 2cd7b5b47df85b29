"""The row of accounts above the feed: all of them, or one, each with its unread count."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from desktop.services.domain.account import AccountState
from desktop.ui.chips import Chip
from desktop.ui.flow import Flow
from desktop.ui.theme import Theme
from desktop.ui.wording import short_count
from desktop.views.account_book import AccountBook
from desktop.views.networks import network_name

EVERY_ACCOUNT = 0


class AccountChips(QWidget):
    """One chip an account; the pressed one says whose posts are shown.

    Signals:
        chosen: Another choice; carries the account's id, 0 for all.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, book: AccountBook) -> None:
        super().__init__()
        self._theme = theme
        self._book = book
        self._counts: Mapping[int, int] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.idClicked.connect(self.chosen)
        self._row = Flow()
        self.setLayout(self._row)
        book.changed.connect(self._rebuild)
        self._rebuild()

    @property
    def choice(self) -> int:
        """Return whose posts are shown, 0 for everybody's."""
        return max(EVERY_ACCOUNT, self._group.checkedId())

    def set_counts(self, counts: Mapping[int, int]) -> None:
        """Show how many posts are unread for each account."""
        self._counts = counts
        for account in self._book.all():
            chip = self._group.button(account.id)
            if isinstance(chip, Chip):
                unread = counts.get(account.id, 0)
                chip.set_count(short_count(unread) if unread else "")

    def _rebuild(self) -> None:
        before = self.choice
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        accounts = self._book.all()
        self._add(Chip(self._theme, self.tr("All accounts")), EVERY_ACCOUNT)
        names = [network_name(account.network) for account in accounts]
        for account, name in zip(accounts, names, strict=True):
            # The network says enough until two accounts live on the same one.
            word = name if names.count(name) == 1 else f"@{account.handle}"
            chip = Chip(self._theme, word, mark=account.network)
            if account.state is not AccountState.CONNECTED:
                chip.set_warning(self.tr("Sign in again"))
            self._add(chip, account.id)
        if self._group.button(before) is None:
            before = EVERY_ACCOUNT
            self.chosen.emit(EVERY_ACCOUNT)
        self._group.button(before).setChecked(True)
        self.set_counts(self._counts)

    def _add(self, chip: Chip, account_id: int) -> None:
        chip.setObjectName(f"account{account_id}")
        self._group.addButton(chip, account_id)
        self._row.addWidget(chip)
