"""One connected account in the settings: what it may do, and what its state calls for."""

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.domain.account import Account, AccountState, Cap
from desktop.ui.badges import Badge
from desktop.ui.buttons import Button, IconButton
from desktop.ui.labels import IconTile, Label
from desktop.ui.menus import Menu
from desktop.ui.text import clean_name, isolate
from desktop.ui.theme import Theme


def rights_in_words(account: Account) -> str:
    """Return what Crieur may do with an account: "can read, post"."""
    if Cap.HAND_OFF in account.caps and Cap.KEYLESS in account.caps and account.may_post:
        return QCoreApplication.translate("AccountRow", "can post in the browser")
    if account.can(Cap.POST):
        return QCoreApplication.translate("AccountRow", "can read, post")
    return QCoreApplication.translate("AccountRow", "can read only")


def may_write(account: Account) -> bool:
    """Say whether there is anything that the account could write, here or in the browser."""
    return bool(account.caps & (Cap.POST | Cap.HAND_OFF))


class AccountRow(QWidget):
    """One account: mark, name, state, rights, and the one action its state calls for.

    Signals:
        reconnect_asked: Sign in again; carries the `Account`.
        disconnect_asked: Remove the account; carries the `Account`.
        posting_chosen: Let Crieur post, or only read; carries the `Account` and a bool.
        fetch_asked: Fetch it now, which costs money; carries the `Account`.
        spending_asked: Show what was spent.
    """

    reconnect_asked = Signal(object)
    disconnect_asked = Signal(object)
    posting_chosen = Signal(object, bool)
    fetch_asked = Signal(object)
    spending_asked = Signal()

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
        if account.network == "feed":
            handle = isolate(clean_name(account.handle))
        under = f"{handle} · {rights_in_words(account)}"
        words.addWidget(Label(theme, under, "small", "text2", wraps=True))
        return words

    def _badge(self) -> Badge:
        state = self._account.state
        if state is AccountState.SIGNED_OUT:
            return Badge(self._theme, self.tr("Signed out"), "warn", "triangle-alert")
        if state is AccountState.LOCKED:
            return Badge(self._theme, self.tr("Keyring locked"), "warn", "lock")
        if Cap.KEYLESS in self._account.caps and Cap.HOME not in self._account.caps:
            return Badge(self._theme, self.tr("Archive"), "neutral", "folder-open")
        return Badge(self._theme, self.tr("Connected"), "ok", "circle-check")

    def _button(self) -> Button | None:
        account, theme = self._account, self._theme
        if account.state is AccountState.SIGNED_OUT:
            button = Button(theme, self.tr("Sign in again"), kind="primary", icon="refresh-cw")
            button.clicked.connect(self._on_reconnect)
            return button
        if not account.may_post and may_write(account):
            button = Button(theme, self.tr("Allow posting"))
            button.clicked.connect(self._on_allow)
            return button
        return None

    def _show_menu(self) -> None:
        menu = Menu(self._theme, self)
        if Cap.METERED in self._account.caps:
            menu.offer("download", self.tr("Fetch from it now…"), self._on_fetch)
            menu.offer("wallet", self.tr("See the spending"), self.spending_asked.emit)
        if Cap.KEYLESS not in self._account.caps:
            menu.offer("refresh-cw", self.tr("Sign in again…"), self._on_reconnect)
        if not may_write(self._account):
            menu.offer("unplug", self.tr("Disconnect…"), self._on_disconnect, is_dangerous=True)
            menu.run(self._more.mapToGlobal(QPoint(0, self._more.height())))
            return
        if self._account.may_post:
            menu.offer("eye", self.tr("Only read, never post"), self._on_forbid)
        else:
            menu.offer("pen-line", self.tr("Allow posting"), self._on_allow)
        menu.addSeparator()
        menu.offer("unplug", self.tr("Disconnect…"), self._on_disconnect, is_dangerous=True)
        menu.run(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _on_reconnect(self) -> None:
        self.reconnect_asked.emit(self._account)

    def _on_fetch(self) -> None:
        self.fetch_asked.emit(self._account)

    def _on_disconnect(self) -> None:
        self.disconnect_asked.emit(self._account)

    def _on_allow(self) -> None:
        self.posting_chosen.emit(self._account, True)

    def _on_forbid(self) -> None:
        self.posting_chosen.emit(self._account, False)
