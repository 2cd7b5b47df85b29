"""Settings, connection: straight to the internet, or through a proxy, and whether that works."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.connection import Reached, account_to_ask
from desktop.services.domain.errors import CrieurError, InvalidField, Unreachable, VaultTrouble
from desktop.services.domain.origin import origin_of
from desktop.services.domain.proxy import NONE, SYSTEM, Proxy, typed_proxy
from desktop.ui.banners import Banner
from desktop.ui.buttons import Button
from desktop.ui.combos import ComboBox
from desktop.ui.labels import Label
from desktop.ui.notices import notice_for
from desktop.ui.setting_rows import SettingCard, SettingRow
from desktop.ui.tasks import FILES, SIGN_IN, VAULT, Tasks
from desktop.ui.text import clean_name, isolate, set_tooltip
from desktop.ui.theme import Theme
from desktop.views.account_book import AccountBook
from desktop.views.glossary import explain
from desktop.views.hub import Hub
from desktop.views.session import Session
from desktop.views.settings.proxy_form import ProxyForm

ADDRESS = "address"


class ConnectionSection(QWidget):
    """How calls leave this computer; a choice is in force at once, also for what is open.

    Signals:
        said: A short sentence confirms what was done; carries it.
    """

    said = Signal(str)

    def __init__(
        self, theme: Theme, session: Session, book: AccountBook, *, hub: Hub, tasks: Tasks
    ) -> None:
        super().__init__()
        self._session = session
        self._book = book
        self._hub = hub
        self._tasks = tasks
        self._ways = self._way_control(theme)
        self._way = SettingRow(theme, self.tr("How Crieur connects"), "…", self._ways)
        self._form = ProxyForm(theme)
        self._form.submitted.connect(self._use)
        self._test = Button(theme, self.tr("Test"), icon="plug")
        self._test.setObjectName("testConnection")
        self._test.clicked.connect(self._on_test)
        self._trial = SettingRow(theme, self.tr("Test the connection"), "…", self._test)
        self._told = Banner(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(Label(theme, self.tr("Connection"), "heading"))
        head.addWidget(explain(theme, "proxy"))
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(SettingCard(theme, self._way))
        column.addWidget(self._form)
        column.addWidget(SettingCard(theme, self._trial))
        column.addWidget(self._told)
        column.addStretch(1)
        self._server = ""

    def show_section(self, key: str) -> None:
        """Show how things stand once this is the section that is open."""
        if key == "connection":
            self.refresh()

    def refresh(self) -> None:
        """Show what is chosen, and read again what the computer's own settings say."""
        setting = self._hub.preferences.proxy
        is_address = setting not in (SYSTEM, NONE)
        self._form.show_proxy(typed_proxy(setting) if is_address else None)
        self._show_way(ADDRESS if is_address else setting)
        self._told.hide()
        account = None if self._session.is_demo else account_to_ask(self._book.all())
        self._server = account.server if account else ""
        self._test.setEnabled(bool(self._server))
        words = self._trial_words()
        self._trial.setText(words)
        set_tooltip(self._test, "" if self._server else words)

    def _way_control(self, theme: Theme) -> ComboBox:
        control = ComboBox(theme)
        control.setObjectName("wayOut")
        control.addItem(self.tr("Like the computer"), SYSTEM)
        control.addItem(self.tr("No proxy"), NONE)
        control.addItem(self.tr("This address"), ADDRESS)
        control.activated.connect(self._on_way)
        return control

    def _trial_words(self) -> str:
        if self._session.is_demo:
            return self.tr("The demo’s networks are invented: there is no server to ask.")
        if not self._server:
            return self.tr("Connect an account first: its server is the one that is asked.")
        words = self.tr("Asks {host}, the server of one of your accounts, and nobody else.")
        return words.format(host=_shown(origin_of(self._server).host))

    def _show_way(self, way: str) -> None:
        self._ways.setCurrentIndex(self._ways.findData(way))
        self._form.setVisible(way == ADDRESS)
        if way == NONE:
            self._way.setText(
                self.tr("Crieur connects directly, whatever this computer’s settings say.")
            )
        elif way == ADDRESS:
            self._way.setText(
                self.tr(
                    "Everything goes through one proxy, except for servers in your own network."
                )
            )
        else:
            self._way.setText(self.tr("Crieur follows this computer’s settings."))
            self._tasks.run(
                FILES,
                self._hub.connection.system_proxy,
                owner=self,
                done=self._tell_of_system,
                failed=self._on_system_failed,
            )

    def _tell_of_system(self, proxy: Proxy | None) -> None:
        words = self.tr("This computer’s settings name no proxy, so Crieur connects directly.")
        if proxy is not None:
            words = self.tr("This computer’s settings name the proxy {proxy}.")
            words = words.format(proxy=_shown(proxy.place))
        if self._ways.currentData() == SYSTEM:
            self._way.setText(words)

    def _on_system_failed(self, error: Exception) -> None:
        if not isinstance(error, Unreachable):
            self._tasks.unhandled.emit(error)
        elif self._ways.currentData() == SYSTEM:
            self._way.setText(
                self.tr(
                    "This computer’s settings name a proxy of a kind that Crieur cannot use. "
                    "Choose an address or no proxy."
                )
            )

    def _on_way(self) -> None:
        way = self._ways.currentData()
        self._told.hide()
        self._show_way(way)
        if way == ADDRESS:
            # Nothing is in force before there is an address.
            self._form.take_focus()
        elif way != self._hub.preferences.proxy:
            work = partial(self._hub.connection.choose, way)
            self._run(VAULT, work, partial(self._on_chosen, way))

    def _use(self, proxy: Proxy, password: str | None) -> None:
        self._form.set_busy(True)
        self._told.hide()
        self._run(
            VAULT,
            partial(self._hub.connection.choose, str(proxy), password),
            partial(self._on_chosen, str(proxy)),
            partial(self._keep_for_now, proxy, password),
        )

    def _on_chosen(self, setting: str, _outcome: object) -> None:
        self._form.set_busy(False)
        self._hub.save_preferences(replace(self._hub.preferences, proxy=setting))
        if setting in (SYSTEM, NONE):
            self._form.show_proxy(None)
            return
        proxy = typed_proxy(setting)
        self._form.show_proxy(proxy)
        words = self.tr("Crieur now goes through {proxy}.")
        self.said.emit(words.format(proxy=_shown(proxy.place)))

    def _keep_for_now(self, proxy: Proxy, password: str | None) -> None:
        self._hub.connection.keep_for_this_session_only()
        self._use(proxy, password)

    def _on_test(self) -> None:
        self._test.set_busy(self.tr("Asking…"))
        self._told.hide()
        self._run(SIGN_IN, partial(self._hub.connection.try_out, self._server), self._on_reached)

    def _on_reached(self, reached: Reached) -> None:
        self._test.set_busy(None)
        text = self.tr("It was a direct connection: no proxy was used.")
        if reached.proxy:
            text = self.tr("The connection went through the proxy {proxy}.")
            text = text.format(proxy=_shown(reached.proxy))
        title = self.tr("{host} answered.").format(host=_shown(reached.host))
        self._told.show_message(title, text, "ok", can_close=True)

    def _run(
        self,
        lane: object,
        work: Callable[[], object],
        done: Callable[..., object],
        keep_for_now: Callable[[], object] | None = None,
    ) -> None:
        self._tasks.run(
            lane, work, owner=self, done=done, failed=partial(self._on_failed, keep_for_now)
        )

    def _on_failed(self, keep_for_now: Callable[[], object] | None, error: Exception) -> None:
        self._form.set_busy(False)
        self._test.set_busy(None)
        if isinstance(error, InvalidField):
            self._form.tell(error)
            return
        if not isinstance(error, CrieurError):
            self._tasks.unhandled.emit(error)
            return
        host = origin_of(self._server).host if self._server else ""
        notice = notice_for(error, host, self._session.clock())
        if keep_for_now is not None and isinstance(error, VaultTrouble):
            self._form.tell_keyring(notice, keep_for_now)
            return
        self._told.show_message(notice.title, notice.text, "warn", can_close=True)


def _shown(name: str) -> str:
    return isolate(clean_name(name))
