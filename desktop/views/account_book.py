"""The accounts as the screens last heard of them, so that painting a row asks no database."""

from PySide6.QtCore import QObject, Signal

from desktop.services.domain.account import Account
from desktop.ui.tasks import STORE, Tasks
from desktop.views.networks import account_handle
from desktop.views.session import Session

COLORS = 6
"""How many colours there are for accounts; more accounts share them."""


class AccountBook(QObject):
    """Hold the workspace's accounts in the order in which they were connected.

    Signals:
        changed: An account came, went, or looks different.
    """

    changed = Signal()

    def __init__(self, session: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._accounts: dict[int, Account] = {}
        self._is_loaded = False

    def reload(self) -> None:
        """Read the accounts again; `changed` follows the first time and when they differ."""
        self._tasks.run(STORE, self._session.accounts.all, owner=self, done=self._on_loaded)

    def all(self) -> tuple[Account, ...]:
        """Return every account."""
        return tuple(self._accounts.values())

    def get(self, account_id: int) -> Account | None:
        """Return one account, None when it was disconnected."""
        return self._accounts.get(account_id)

    def color_of(self, account_id: int) -> str:
        """Return the token of the colour that stands for an account; empty where one is alone."""
        ids = list(self._accounts)
        if len(ids) < 2 or account_id not in self._accounts:
            return ""
        return f"account{ids.index(account_id) % COLORS + 1}"

    def name_of(self, account_id: int) -> str:
        """Return how an account is called in a sentence: its handle, empty when it is gone."""
        account = self.get(account_id)
        return account_handle(account) if account is not None else ""

    def _on_loaded(self, accounts: tuple[Account, ...]) -> None:
        loaded = {account.id: account for account in accounts}
        if loaded != self._accounts or not self._is_loaded:
            self._accounts, self._is_loaded = loaded, True
            self.changed.emit()
