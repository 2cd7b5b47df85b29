"""Ask the networks for the words of a search, where asking costs nothing."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.services.domain.account import Account, Cap
from desktop.ui.tasks import Tasks, lane_of
from desktop.views.account_book import AccountBook
from desktop.views.networks import account_handle
from desktop.views.session import Session


class NetworkSearch(QObject):
    """Each account's server is asked in its own lane; what it finds is stored.

    Signals:
        found: Posts were stored that were not there before.
        failed: Something did not work; carries the account's id and the exception.
        said: A short sentence says what was found; carries it.
    """

    found = Signal()
    failed = Signal(int, object)
    said = Signal(str)

    def __init__(self, session: Session, book: AccountBook, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._book = book
        self._tasks = tasks

    def ask(self, words: str) -> None:
        """Ask every account's server, but those where it costs money.

        For those a column for the search says how much before it asks.
        """
        for account in self._book.all():
            if is_searched(account):
                self._tasks.run(
                    lane_of(account.id),
                    partial(self._session.timeline.search_network, account.id, words),
                    owner=self,
                    done=partial(self._on_searched, account),
                    failed=partial(self.failed.emit, account.id),
                )

    def _on_searched(self, account: Account, count: int) -> None:
        self.said.emit(
            self.tr("%n new post(s) found by {account}", "", count).format(
                account=account_handle(account)
            )
        )
        if count:
            self.found.emit()


def is_searched(account: Account) -> bool:
    """Say whether an account's network can be asked for words at no cost."""
    return account.can(Cap.SEARCH) and Cap.METERED not in account.caps
