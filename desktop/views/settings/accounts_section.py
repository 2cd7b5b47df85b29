"""Settings, accounts: who is connected, what each may do, and where the keys are."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.bills import MonthBill
from desktop.services.domain.errors import CrieurError, RateLimited
from desktop.ui.buttons import Button
from desktop.ui.cards import Card, Rule
from desktop.ui.dialogs import ask
from desktop.ui.labels import Label
from desktop.ui.notices import notice_for
from desktop.ui.setting_rows import SettingCard, SettingRow
from desktop.ui.tasks import STORE, Tasks, lane_of
from desktop.ui.text import isolate, set_tooltip
from desktop.ui.theme import Theme
from desktop.ui.wording import moment, money, until
from desktop.views.account_book import AccountBook
from desktop.views.glossary import explain
from desktop.views.networks import account_handle, network_name
from desktop.views.refresher import Refresher
from desktop.views.session import Session
from desktop.views.settings.account_row import AccountRow
from desktop.views.settings.keyring_row import KeyringRow


class AccountsSection(QWidget):
    """Every connected account, and where the keys are kept.

    Signals:
        connect_asked: Connect one more account.
        reconnect_asked: Sign in again; carries the `Account`.
        failed: Something did not work; carries the account's id and the exception.
        import_asked: Take in a downloaded archive.
        fetch_asked: Fetch an account that costs money; carries the `Account`.
        spending_asked: Show what was spent.
    """

    connect_asked = Signal()
    reconnect_asked = Signal(object)
    failed = Signal(int, object)
    import_asked = Signal()
    fetch_asked = Signal(object)
    spending_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        session: Session,
        book: AccountBook,
        refresher: Refresher,
        tasks: Tasks,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._session = session
        self._book = book
        self._refresher = refresher
        self._tasks = tasks
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(Label(theme, self.tr("Connected accounts"), "heading"))
        head.addStretch(1)
        connect = Button(theme, self.tr("Connect an account"), icon="plus")
        connect.setObjectName("connectAccount")
        connect.clicked.connect(self.connect_asked)
        head.addWidget(connect)
        column.addLayout(head)
        self._card = Card(theme, padding=0)
        self._card.column.setSpacing(0)
        column.addWidget(self._card)
        self._keys = KeyringRow(theme, session, tasks)
        column.addWidget(self._keys)
        take_in = Button(theme, self.tr("Import an archive"), icon="upload")
        take_in.setObjectName("importArchive")
        take_in.clicked.connect(self.import_asked)
        column.addWidget(SettingCard(theme, self._past_row(take_in)))
        for button in (connect, take_in):
            button.setEnabled(not session.is_demo)
            if session.is_demo:
                set_tooltip(button, self.tr("Leave the demo to use your own accounts"))
        column.addStretch(1)
        book.changed.connect(self._rebuild)
        refresher.status_changed.connect(self._rebuild)
        self._shown: tuple[object, ...] | None = None
        self._bill: MonthBill | None = None
        self._rebuild()

    def _past_row(self, take_in: Button) -> SettingRow:
        return SettingRow(
            self._theme,
            self.tr("Your earlier posts"),
            self.tr(
                "Archives of X, Mastodon and Bluesky bring years of posts at no cost. "
                "You can also drop the file onto this window."
            ),
            take_in,
            explained=explain(self._theme, "archive"),
        )

    def refresh_bill(self, _section: str = "") -> None:
        """Read again what the accounts that cost money have cost this month."""
        if any(Cap.METERED in account.caps for account in self._book.all()):
            self._tasks.run(STORE, self._session.spending.month, owner=self, done=self._on_bill)

    def _on_bill(self, bill: MonthBill) -> None:
        self._bill = bill
        self._rebuild()

    def _rebuild(self) -> None:
        self._keys.refresh()
        troubles = self._refresher.troubles()
        rows = [(account, self._status(account, troubles)) for account in self._book.all()]
        if tuple(rows) == self._shown:
            return
        if QApplication.activePopupWidget() is not None:
            return  # a row whose menu is open stays; the refresher's next tick comes here again
        self._shown = tuple(rows)
        while (item := self._card.column.takeAt(0)) is not None:
            item.widget().deleteLater()
        for account, status in rows:
            if self._card.column.count():
                self._card.column.addWidget(Rule(self._theme))
            row = AccountRow(self._theme, account, status)
            row.reconnect_asked.connect(self.reconnect_asked)
            row.disconnect_asked.connect(self._on_disconnect_asked)
            row.posting_chosen.connect(self._on_posting_chosen)
            row.fetch_asked.connect(self._on_fetch_asked)
            row.spending_asked.connect(self.spending_asked)
            self._card.column.addWidget(row)
        if not rows:
            empty = Label(self._theme, self.tr("No account yet."), "body", "text2")
            empty.setContentsMargins(16, 14, 16, 14)
            self._card.column.addWidget(empty)

    def _status(self, account: Account, troubles: dict[int, Exception]) -> str:
        now = self._session.clock()
        trouble = troubles.get(account.id)
        if isinstance(trouble, RateLimited) and trouble.until > now:
            wait = until(trouble.until, now)
            return self.tr("The server asks to wait {time}").format(time=wait)
        if isinstance(trouble, CrieurError):
            return notice_for(trouble, account_handle(account), now).title
        if Cap.METERED in account.caps and self._bill is not None:
            spent, cap = (
                money(micros, self._bill.currency, is_rounded=True)
                for micros in (self._bill.total, self._bill.cap)
            )
            return self.tr("{spent} of {cap} this month").format(spent=spent, cap=cap)
        if Cap.HAND_OFF in account.caps and Cap.KEYLESS in account.caps:
            return self.tr("Without a key: from your archive")
        at = self._refresher.refreshed_at(account.id)
        if at is not None:
            return self.tr("Up to date · {time}").format(time=moment(at, now))
        return ""

    def _on_fetch_asked(self, account: Account) -> None:
        """Fetch what costs money once the user has seen what it costs at most."""
        spending = self._session.spending
        reads_home = self._session.timeline.reads_home(account.id)
        most = spending.refresh_estimate(account.id, reads_home=reads_home)
        cost = money(most, spending.prices.currency)
        name = network_name(account.network)
        if ask(
            self._theme,
            self,
            self.tr("Fetch from {network}?").format(network=name),
            self.tr(
                "New mentions are read, and your home feed where you asked for it. "
                "This costs at most {cost}."
            ).format(cost=cost),
            self.tr("Fetch"),
        ):
            self.fetch_asked.emit(account)

    def _on_posting_chosen(self, account: Account, may_post: bool) -> None:
        self._run(account, partial(self._session.accounts.set_may_post, account.id, may_post))

    def _on_disconnect_asked(self, account: Account) -> None:
        handle = isolate(account_handle(account))
        is_wanted = ask(
            self._theme,
            self,
            self.tr("Disconnect {handle}?").format(handle=handle),
            self._what_goes(account),
            self.tr("Disconnect"),
            kind="danger",
        )
        if is_wanted:
            self._run(account, partial(self._session.accounts.disconnect, account.id))

    def _what_goes(self, account: Account) -> str:
        if account.network == "x":
            return self.tr(
                "X’s rules ask Crieur to forget all that came from there. Its posts and people "
                "leave your file, with your bookmarks, notes and mutes of them; an older copy "
                "loses them when you open it. "
                "What was spent stays on record. Nothing changes on X itself."
            )
        if account.network == "feed":
            return self.tr("Its posts leave your file. You can follow the site again later.")
        return self.tr(
            "Its key leaves the keyring, and the posts that only this account received "
            "leave your file. Nothing changes on the network itself."
        )

    def _run(self, account: Account, work: object) -> None:
        self._tasks.run(
            lane_of(account.id),
            work,
            owner=self,
            done=self._on_done,
            failed=partial(self.failed.emit, account.id),
        )

    def _on_done(self, _outcome: object) -> None:
        self._book.reload()
