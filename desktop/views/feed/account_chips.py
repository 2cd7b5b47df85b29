"""The row above the feed: everybody, one network, or one of its accounts, with unread counts."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from desktop.services.domain.account import Account, AccountState
from desktop.ui.chips import Chip
from desktop.ui.flow import Flow
from desktop.ui.text import clean_name
from desktop.ui.theme import Theme
from desktop.ui.wording import short_count
from desktop.views.account_book import AccountBook
from desktop.views.networks import network_name

EVERYBODY = ""


class AccountChips(QWidget):
    """One chip a network; the accounts of the pressed one follow it where there are several.

    Signals:
        chosen: Another choice was made.
    """

    chosen = Signal()

    def __init__(self, theme: Theme, book: AccountBook) -> None:
        super().__init__()
        self._theme = theme
        self._book = book
        self._counts: Mapping[int, int] = {}
        self._chips: dict[str, Chip] = {}
        self._members: dict[str, tuple[int, ...]] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._on_clicked)
        self._row = Flow()
        self.setLayout(self._row)
        book.changed.connect(self._rebuild)
        self._rebuild()

    @property
    def choice(self) -> tuple[int, ...]:
        """Return the accounts whose posts are shown; empty for everybody's."""
        return self._members.get(self._key(), ())

    def set_counts(self, counts: Mapping[int, int]) -> None:
        """Show how many posts are unread for each account."""
        self._counts = counts
        for key, chip in self._chips.items():
            unread = sum(counts.get(account_id, 0) for account_id in self._members[key])
            chip.set_count(short_count(unread) if unread else "")

    def _key(self) -> str:
        pressed = self._group.checkedButton()
        return pressed.objectName() if pressed is not None else EVERYBODY

    def _on_clicked(self, _chip: QAbstractButton) -> None:
        self._show_members()
        self.chosen.emit()

    def _rebuild(self) -> None:
        before = self._key()
        for chip in self._chips.values():
            self._group.removeButton(chip)
            self._row.removeWidget(chip)
            chip.deleteLater()
        self._chips, self._members = {}, {}
        accounts = self._book.all()
        self._add("everybody", Chip(self._theme, self.tr("All accounts")), ())
        for network in dict.fromkeys(account.network for account in accounts):
            own = [account for account in accounts if account.network == network]
            self._add_network(network, own)
        pressed = self._chips.get(before)
        (pressed or self._chips["everybody"]).setChecked(True)
        self._show_members()
        self.set_counts(self._counts)
        if pressed is None and before != EVERYBODY:
            self.chosen.emit()

    def _add_network(self, network: str, accounts: Sequence[Account]) -> None:
        whole = Chip(self._theme, network_name(network), mark=network)
        if any(account.state is not AccountState.CONNECTED for account in accounts):
            whole.set_warning(self.tr("Sign in again"))
        self._add(f"network-{network}", whole, tuple(account.id for account in accounts))
        if len(accounts) < 2:
            return
        for account in accounts:
            chip = Chip(self._theme, _called(account))
            if account.state is not AccountState.CONNECTED:
                chip.set_warning(self.tr("Sign in again"))
            self._add(f"account{account.id}", chip, (account.id,))

    def _add(self, key: str, chip: Chip, members: tuple[int, ...]) -> None:
        chip.setObjectName(key)
        self._chips[key], self._members[key] = chip, members
        self._group.addButton(chip)
        self._row.addWidget(chip)

    def _show_members(self) -> None:
        """Show the accounts of the network that is chosen, and of no other."""
        shown = set(self.choice)
        networks = {account.network for account in self._book.all() if account.id in shown}
        for account in self._book.all():
            chip = self._chips.get(f"account{account.id}")
            if chip is not None:
                chip.setVisible(account.network in networks)


def _called(account: Account) -> str:
    """Return what tells an account from the others of its network."""
    if account.network == "feed":
        return clean_name(account.name or account.handle)
    return f"@{clean_name(account.handle)}"
