"""Connect a Bluesky account: a handle and an app password."""

from desktop.services.accounts import SignIn
from desktop.services.domain.account import Account
from desktop.services.domain.errors import InvalidField
from desktop.ui.line_edits import LineEdit
from desktop.ui.link_buttons import LinkButton
from desktop.ui.links import open_link
from desktop.ui.theme import Theme
from desktop.views.connect.form import Form

APP_PASSWORDS = "https://bsky.app/settings/app-passwords"


class BlueskyForm(Form):
    """Bluesky has no page to sign in on: it makes passwords for programs."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._handle = LineEdit(theme, self.tr("your-name.bsky.social"))
        self._handle.setObjectName("handle")
        self._password = LineEdit(theme, "xxxx-xxxx-xxxx-xxxx", is_secret=True)
        self._password.setObjectName("appPassword")
        self._server = LineEdit(theme, "https://bsky.social")
        self._server.setObjectName("server")
        self.add_field("identifier", self.tr("Handle"), self._handle, term="handle")
        self.add_field(
            "password",
            self.tr("App password"),
            self._password,
            self.tr("Bluesky makes one for you: not the password you sign in with."),
            term="app_password",
        )
        make = LinkButton(theme, self.tr("Make an app password on Bluesky’s page"))
        make.clicked.connect(self._on_make_password)
        self.column.addWidget(make)
        self.add_field(
            "server",
            self.tr("Server"),
            self._server,
            self.tr("Leave empty unless your account lives on a server of its own."),
        )

    @property
    def name(self) -> str:
        """Return the server that was typed, else Bluesky."""
        return self._server.text().strip() or "Bluesky"

    def request(self) -> SignIn:
        """Return what was typed."""
        return SignIn(
            "bluesky",
            self._server.text().strip(),
            self._handle.text().strip(),
            self._password.text().strip(),
        )

    def show_known(self, account: Account) -> None:
        """Fill in whose password is asked for."""
        self._handle.setText(account.handle)
        self._handle.setReadOnly(True)
        self._server.setText(account.server)

    def forget_secrets(self) -> None:
        """Empty the password."""
        self._password.clear()

    def sentence(self, error: InvalidField) -> str:
        """Return what to tell about a field that cannot be used."""
        sentences = {
            ("identifier", "empty"): self.tr("Type your handle, such as lumiere.bsky.social."),
            ("identifier", "too_long"): self.tr("A handle is never this long. Check it."),
            ("identifier", "rejected"): self.tr(
                "No account has this handle. Check its spelling, or name its server below."
            ),
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
        }
        return sentences.get((error.field, error.reason)) or super().sentence(error)

    def _on_make_password(self) -> None:
        open_link(APP_PASSWORDS, self, self.theme)
