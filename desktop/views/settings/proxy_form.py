"""Where a proxy is, and who uses it: the fields, and a sentence for each of their faults."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal

from desktop.services.domain.errors import InvalidField
from desktop.services.domain.proxy import Proxy, typed_proxy
from desktop.ui.banners import Banner
from desktop.ui.buttons import Button
from desktop.ui.cards import Card
from desktop.ui.fields import Field
from desktop.ui.line_edits import LineEdit
from desktop.ui.notice import Notice
from desktop.ui.theme import Theme
from desktop.views.glossary import explain


class ProxyForm(Card):
    """The address of a proxy with a user name and a password, used only when the user says so.

    Signals:
        submitted: Use this proxy; carries the `Proxy`, and the password or None for the kept one.
    """

    submitted = Signal(object, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._kept_for = ""
        self._address = LineEdit(theme, "proxy.example:3128", "server")
        self._address.setObjectName("proxyAddress")
        self._user = LineEdit(theme, "", "user")
        self._user.setObjectName("proxyUser")
        self._password = LineEdit(theme, "", "key", is_secret=True)
        self._password.setObjectName("proxyPassword")
        self._fields = {
            "proxy": Field(
                theme,
                self.tr("Address of the proxy"),
                self._address,
                self.tr("With its port, the number after the colon."),
            ),
            "user": Field(
                theme,
                self.tr("User name"),
                self._user,
                self.tr("Only where the proxy asks for one."),
            ),
            "password": Field(
                theme,
                self.tr("Password"),
                self._password,
                self.tr(
                    "Kept in this computer’s keyring. On its way to the proxy it is hidden only "
                    "where the address begins with https://."
                ),
                explained=explain(theme, "keyring"),
            ),
        }
        self._use = Button(theme, self.tr("Use this proxy"), "primary")
        self._use.setObjectName("useProxy")
        self._use.clicked.connect(self._submit)
        for editor in (self._address, self._user, self._password):
            editor.returnPressed.connect(self._submit)
        self._banner = Banner(theme)
        self.column.setSpacing(12)
        for field in self._fields.values():
            self.column.addWidget(field)
        self.column.addWidget(self._use, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addWidget(self._banner)

    def show_proxy(self, proxy: Proxy | None) -> None:
        """Fill in the proxy that is in use, None for none; its password is never shown."""
        self._address.setText(str(replace(proxy, user="")) if proxy else "")
        self._user.setText(proxy.user if proxy else "")
        self._password.clear()
        self._kept_for = proxy.user if proxy else ""
        self._password.setPlaceholderText(self.tr("The saved password") if self._kept_for else "")
        self._banner.hide()
        for field in self._fields.values():
            field.set_problem(None)

    def set_busy(self, is_busy: bool) -> None:
        """Say that the proxy is being put to use, or not any more."""
        self._use.set_busy(self.tr("Saving…") if is_busy else None)

    def take_focus(self) -> None:
        """Put the keyboard into the address."""
        self._address.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, error: InvalidField) -> None:
        """Say beside the address what cannot be used."""
        self._blame("proxy", self._sentence(error.reason))

    def tell_keyring(self, notice: Notice, keep_for_now: Callable[[], object]) -> None:
        """Say that the password cannot be kept, and offer to keep it until the program ends."""
        self._banner.show_message(
            notice.title, notice.text, "warn", notice.action_text, keep_for_now
        )

    def _submit(self) -> None:
        if self._use.is_busy:
            return
        self._banner.hide()
        for field in self._fields.values():
            field.set_problem(None)
        try:
            proxy = typed_proxy(self._address.text())
        except InvalidField as error:
            self.tell(error)
            return
        self._take_apart(proxy)
        user, password = self._user.text().strip(), self._password.text()
        if password and not user:
            self._blame("user", self.tr("Type the name that goes with the password."))
            return
        # Another user's password is not the kept one.
        kept = None if user == self._kept_for else ""
        self.submitted.emit(replace(proxy, user=user, password=""), password or kept)

    def _take_apart(self, proxy: Proxy) -> None:
        """Move what stands before the @ of an address into the fields it belongs to."""
        if proxy.user:
            self._user.setText(proxy.user)
            self._password.setText(proxy.password)
        self._address.setText(str(replace(proxy, user="")))

    def _blame(self, key: str, sentence: str) -> None:
        self._fields[key].set_problem(sentence)
        self._fields[key].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sentence(self, reason: str) -> str:
        sentences = {
            "empty": self.tr("Type the address of the proxy."),
            "too_long": self.tr("This is too long for an address."),
            "no_port": self.tr("The port is missing: type it after a colon, as in {example}."),
            "not_supported": self.tr(
                "Crieur goes through HTTP and HTTPS proxies, not through SOCKS or a script."
            ),
        }
        other = self.tr("This is not the address of a proxy. One looks like {example}.")
        return sentences.get(reason, other).format(example="proxy.example:3128")
