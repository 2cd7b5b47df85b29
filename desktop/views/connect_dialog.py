"""Connect a Bluesky account, or sign in to one again."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.services.accounts import SignIn
from desktop.services.domain.account import Account
from desktop.services.domain.errors import CrieurError, InvalidField, Unreachable, VaultTrouble
from desktop.ui.banners import Banner
from desktop.ui.dialogs import Dialog
from desktop.ui.fields import Field
from desktop.ui.labels import Label
from desktop.ui.line_edits import LineEdit
from desktop.ui.link_buttons import LinkButton
from desktop.ui.links import open_link
from desktop.ui.notices import notice_for
from desktop.ui.segmented import Segmented
from desktop.ui.tasks import VAULT, Tasks
from desktop.ui.text import clean_name, isolate
from desktop.ui.theme import Theme
from desktop.views.session import Session

APP_PASSWORDS = "https://bsky.app/settings/app-passwords"
BLUESKY = "bluesky"


class ConnectDialog(Dialog):
    """Ask for a handle and an app password, and connect.

    Signals:
        connected: The account is there and its key is kept; carries the `Account`.
    """

    connected = Signal(object)

    def __init__(
        self,
        theme: Theme,
        session: Session,
        tasks: Tasks,
        parent: QWidget | None = None,
        *,
        known: Account | None = None,
    ) -> None:
        super().__init__(theme, _title(known), _verb(known), stays_open=True, parent=parent)
        self.asked.connect(self._submit)
        self._theme = theme
        self._session = session
        self._tasks = tasks
        self._known = known
        self._make_fields(theme)
        self._editors = {
            "identifier": self._handle,
            "password": self._password,
            "server": self._server,
        }
        for editor in self._editors.values():
            editor.returnPressed.connect(self.verb_button.click)
        self._lay_out(theme)
        if known is not None:
            self._handle.setText(known.handle)
            self._handle.setReadOnly(True)
            self._server.setText(known.server)
            self._rights.set_choice("post" if known.may_post else "read")

    def _make_fields(self, theme: Theme) -> None:
        self._banner = Banner(theme)
        self._banner.hide()
        self._handle = LineEdit(theme, self.tr("your-name.bsky.social"))
        self._handle.setObjectName("handle")
        self._password = LineEdit(theme, "xxxx-xxxx-xxxx-xxxx", is_secret=True)
        self._password.setObjectName("appPassword")
        self._server = LineEdit(theme, "https://bsky.social")
        self._server.setObjectName("server")
        self._rights = Segmented(
            theme,
            self.tr("What Crieur may do"),
            (
                ("post", self.tr("Read and post"), "pen-line"),
                ("read", self.tr("Read only"), "eye"),
            ),
        )
        self._rights.setObjectName("rights")
        self._fields = {
            "identifier": Field(theme, self.tr("Handle"), self._handle),
            "password": Field(
                theme,
                self.tr("App password"),
                self._password,
                self.tr("Bluesky makes one for you: not the password you sign in with."),
            ),
            "server": Field(
                theme,
                self.tr("Server"),
                self._server,
                self.tr("Leave empty unless your account lives on a server of its own."),
            ),
        }

    def _lay_out(self, theme: Theme) -> None:
        self.body.addWidget(self._banner)
        self.body.addWidget(self._fields["identifier"])
        self.body.addWidget(self._fields["password"])
        make = LinkButton(theme, self.tr("Make an app password on Bluesky’s page"))
        make.clicked.connect(self._on_make_password)
        self.body.addWidget(make)
        self.body.addWidget(self._fields["server"])
        self.body.addWidget(Label(theme, self.tr("What Crieur may do"), "label"))
        self.body.addWidget(self._rights)

    def _on_make_password(self) -> None:
        open_link(APP_PASSWORDS, self, self._theme)

    def _submit(self) -> None:
        for field in self._fields.values():
            field.set_problem(None)
        self._banner.hide()
        request = SignIn(
            BLUESKY,
            self._server.text().strip(),
            self._handle.text().strip(),
            self._password.text().strip(),
        )
        self.set_busy(self.tr("Connecting…"))
        self._tasks.run(
            VAULT,
            partial(self._connect, request, self._rights.choice == "post"),
            owner=self,
            done=self._on_connected,
            failed=self._on_failed,
        )

    def _connect(self, request: SignIn, may_post: bool) -> Account:
        accounts = self._session.accounts
        if self._known is not None:
            account = accounts.reconnect(self._known.id, request)
        else:
            account = accounts.connect(request)
        if account.may_post != may_post:
            accounts.set_may_post(account.id, may_post)
        return account

    def _on_connected(self, account: Account) -> None:
        self._password.clear()
        self.set_busy(None)
        self.connected.emit(account)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(None)
        if isinstance(error, InvalidField) and error.field in self._fields:
            self._fields[error.field].set_problem(self._sentence(error))
            self._editors[error.field].setFocus()
            return
        if not isinstance(error, CrieurError):
            self._tasks.unhandled.emit(error)
            return
        name = self._server.text().strip() or "Bluesky"
        notice = notice_for(error, name, self._session.clock())
        if isinstance(error, VaultTrouble):
            self._banner.show_message(
                notice.title,
                notice.text,
                "warn",
                self.tr("Keep until Crieur closes"),
                self._on_session_only,
            )
        elif isinstance(error, Unreachable):
            # What is said of an account that is there would promise too much here.
            text = self.tr("No account was connected. Check the connection, then try again.")
            self._banner.show_message(notice.title, text, "warn")
        else:
            self._banner.show_message(notice.title, notice.text, "warn")

    def _on_session_only(self) -> None:
        self._session.keys.keep_for_this_session_only()
        self._submit()

    def _sentence(self, error: InvalidField) -> str:
        sentences = {
            ("identifier", "empty"): self.tr("Type your handle, such as lumiere.bsky.social."),
            ("identifier", "too_long"): self.tr("A handle is never this long. Check it."),
            ("identifier", "rejected"): self.tr(
                "No account has this handle. Check its spelling, or name its server below."
            ),
            ("identifier", "already_connected"): self.tr("This account is connected already."),
            ("identifier", "other_account"): self.tr("This password belongs to another account."),
            ("password", "empty"): self.tr("Paste the app password here."),
            ("password", "main_password"): self.tr(
                "This looks like your main password. Crieur only takes an app password, "
                "such as abcd-efgh-ijkl-mnop."
            ),
            ("password", "rejected"): self.tr(
                "The server does not accept this pair of handle and app password."
            ),
            ("server", "not_an_address"): self.tr(
                "Type a full address, such as https://bsky.social."
            ),
            ("server", "not_secure"): self.tr(
                "This address starts with http://. Crieur only sends a password over https://."
            ),
        }
        return sentences.get(
            (error.field, error.reason), self.tr("This cannot be used. Check it and try again.")
        )


def _title(known: Account | None) -> str:
    if known is None:
        return QCoreApplication.translate("ConnectDialog", "Connect a Bluesky account")
    title = QCoreApplication.translate("ConnectDialog", "Sign in again to {handle}")
    return title.format(handle=isolate(f"@{clean_name(known.handle)}"))


def _verb(known: Account | None) -> str:
    if known is None:
        return QCoreApplication.translate("ConnectDialog", "Connect")
    return QCoreApplication.translate("ConnectDialog", "Sign in")
