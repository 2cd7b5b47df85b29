"""Settings, accounts: who is connected, what each may do, and where the keys are."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.domain.account import Account, AccountState, Cap
from desktop.services.domain.errors import CrieurError, RateLimited
from desktop.ui.badges import Badge
from desktop.ui.buttons import Button, IconButton
from desktop.ui.cards import Card, Rule
from desktop.ui.dialogs import ask
from desktop.ui.labels import IconTile, Label
from desktop.ui.menus import Menu
from desktop.ui.notices import notice_for
from desktop.ui.points import Point
from desktop.ui.tasks import VAULT, Tasks, lane_of
from desktop.ui.text import clean_name, isolate, set_tooltip
from desktop.ui.theme import Theme
from desktop.ui.wording import moment, until
from desktop.views.account_book import AccountBook
from desktop.views.refresher import Refresher
from desktop.views.session import Session


def rights_in_words(account: Account) -> str:
    """Return what Crieur may do with an account: "can read, post"."""
    if account.can(Cap.POST):
        return QCoreApplication.translate("AccountRow", "can read, post")
    return QCoreApplication.translate("AccountRow", "can read only")


class AccountRow(QWidget):
    """One account: mark, name, state, rights, and the one action its state calls for.

    Signals:
        reconnect_asked: Sign in again; carries the `Account`.
        disconnect_asked: Remove the account; carries the `Account`.
        posting_chosen: Let Crieur post, or only read; carries the `Account` and a bool.
    """

    reconnect_asked = Signal(object)
    disconnect_asked = Signal(object)
    posting_chosen = Signal(object, bool)

    def __init__(self, theme: Theme, account: Account, status: str) -> None:
        super().__init__()
        self._theme = theme
        self._account = account
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        tile = IconTile(theme, mark=account.network, size=40, tone="sunken", ink="text")
        row.addWidget(tile)
        row.addLayout(self._words(), 1)
        if status:
            row.addWidget(Label(theme, status, "caption", "text2"))
        button = self._button()
        if button is not None:
            row.addWidget(button)
        more = IconButton(theme, "ellipsis", self.tr("More for this account"))
        more.setObjectName("accountMore")
        more.clicked.connect(self._show_menu)
        self._more = more
        row.addWidget(more)

    def _words(self) -> QVBoxLayout:
        account, theme = self._account, self._theme
        words = QVBoxLayout()
        words.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(10)
        name = clean_name(account.name or account.handle)
        head.addWidget(Label(theme, name, "strong", elides=True))
        head.addWidget(self._badge())
        head.addStretch(1)
        words.addLayout(head)
        handle = isolate(f"@{clean_name(account.handle)}")
        under = f"{handle} · {rights_in_words(account)}"
        words.addWidget(Label(theme, under, "small", "text2", elides=True))
        return words

    def _badge(self) -> Badge:
        state = self._account.state
        if state is AccountState.SIGNED_OUT:
            return Badge(self._theme, self.tr("Signed out"), "warn", "triangle-alert")
        if state is AccountState.LOCKED:
            return Badge(self._theme, self.tr("Keyring locked"), "warn", "lock")
        return Badge(self._theme, self.tr("Connected"), "ok", "circle-check")

    def _button(self) -> Button | None:
        account, theme = self._account, self._theme
        if account.state is AccountState.SIGNED_OUT:
            button = Button(theme, self.tr("Sign in again"), kind="primary", icon="refresh-cw")
            button.clicked.connect(self._on_reconnect)
            return button
        if not account.may_post:
            button = Button(theme, self.tr("Allow posting"))
            button.clicked.connect(self._on_allow)
            return button
        return None

    def _show_menu(self) -> None:
        menu = Menu(self._theme, self)
        menu.offer("refresh-cw", self.tr("Sign in again…"), self._on_reconnect)
        if self._account.may_post:
            menu.offer("eye", self.tr("Only read, never post"), self._on_forbid)
        else:
            menu.offer("pen-line", self.tr("Allow posting"), self._on_allow)
        menu.addSeparator()
        menu.offer("unplug", self.tr("Disconnect…"), self._on_disconnect, is_dangerous=True)
        menu.run(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _on_reconnect(self) -> None:
        self.reconnect_asked.emit(self._account)

    def _on_disconnect(self) -> None:
        self.disconnect_asked.emit(self._account)

    def _on_allow(self) -> None:
        self.posting_chosen.emit(self._account, True)

    def _on_forbid(self) -> None:
        self.posting_chosen.emit(self._account, False)


class AccountsSection(QWidget):
    """Every connected account, and where the keys are kept.

    Signals:
        connect_asked: Connect one more account.
        reconnect_asked: Sign in again; carries the `Account`.
        failed: Something did not work; carries the account's id and the exception.
    """

    connect_asked = Signal()
    reconnect_asked = Signal(object)
    failed = Signal(int, object)

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
        connect.setEnabled(not session.is_demo)
        if session.is_demo:
            set_tooltip(connect, self.tr("Leave the demo to connect a real account"))
        head.addWidget(connect)
        column.addLayout(head)
        self._card = Card(theme, padding=0)
        self._card.column.setSpacing(0)
        column.addWidget(self._card)
        column.addLayout(self._keyring_row())
        column.addStretch(1)
        book.changed.connect(self._rebuild)
        refresher.status_changed.connect(self._rebuild)
        self._shown: tuple[object, ...] | None = None
        self._rebuild()

    def _keyring_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._where = self._where_keys_are()
        self._keys = Point(self._theme, "key", self._where)
        row.addWidget(self._keys, 1)
        test = Button(self._theme, self.tr("Test the keyring"), kind="ghost")
        test.setObjectName("testKeyring")
        test.clicked.connect(self._on_test)
        test.setVisible(not self._session.is_demo)
        row.addWidget(test, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _where_keys_are(self) -> str:
        if self._session.is_demo:
            return self.tr("The demo’s networks are invented and need no keys.")
        if self._session.keys.is_session_only:
            return self.tr("Keys are kept until Crieur closes: you then sign in again.")
        return self.tr("Keys are kept in this computer’s keyring, never in Crieur’s file.")

    def _rebuild(self) -> None:
        where = self._where_keys_are()
        if where != self._where:  # else what a test of the keyring told stays
            self._where = where
            self._keys.setText(where)
        troubles = self._refresher.troubles()
        rows = [(account, self._status(account, troubles)) for account in self._book.all()]
        if tuple(rows) == self._shown:
            return
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
            return notice_for(trouble, f"@{account.handle}", now).title
        at = self._refresher.refreshed_at(account.id)
        if at is not None:
            return self.tr("Up to date · {time}").format(time=moment(at, now))
        return ""

    def _on_posting_chosen(self, account: Account, may_post: bool) -> None:
        self._run(account, partial(self._session.accounts.set_may_post, account.id, may_post))

    def _on_disconnect_asked(self, account: Account) -> None:
        handle = isolate(f"@{clean_name(account.handle)}")
        is_wanted = ask(
            self._theme,
            self,
            self.tr("Disconnect {handle}?").format(handle=handle),
            self.tr(
                "Its key leaves the keyring, and the posts that only this account received "
                "leave your file. Nothing changes on the network itself."
            ),
            self.tr("Disconnect"),
            kind="danger",
        )
        if is_wanted:
            self._run(account, partial(self._session.accounts.disconnect, account.id))

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

    def _on_test(self) -> None:
        self._tasks.run(
            VAULT,
            self._session.keys.check,
            owner=self,
            done=self._on_tested,
            failed=self._on_test_failed,
        )

    def _on_tested(self, _outcome: object) -> None:
        self._keys.setText(self.tr("The keyring works: a test key was kept, read and removed."))

    def _on_test_failed(self, error: Exception) -> None:
        if not isinstance(error, CrieurError):
            self._tasks.unhandled.emit(error)
            return
        notice = notice_for(error, "", self._session.clock())
        self._keys.setText(f"{notice.title} {notice.text}")
