"""Connect an account of Mastodon or one of its kin: the server's own page does the rest."""

from desktop.services.accounts import SignIn
from desktop.services.domain.account import Account
from desktop.services.domain.errors import InvalidField
from desktop.ui.labels import Label
from desktop.ui.line_edits import LineEdit
from desktop.ui.link_buttons import LinkButton
from desktop.ui.theme import Theme
from desktop.views.connect.form import Form


class MastodonForm(Form):
    """The server, and for those who made one there, an access token."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.column.addWidget(
            Label(
                theme,
                self.tr(
                    "You sign in on your server’s own page, in the browser. "
                    "Crieur never sees your password."
                ),
                "body",
                "text2",
                wraps=True,
            )
        )
        self._server = LineEdit(theme, self.tr("piaille.fr or @you@piaille.fr"))
        self._server.setObjectName("mastodonServer")
        self._token = LineEdit(theme, "", is_secret=True)
        self._token.setObjectName("accessToken")
        self.add_field(
            "server",
            self.tr("Your server, or your whole handle"),
            self._server,
            self.tr("Mastodon, GoToSocial, Pleroma, Akkoma, Pixelfed and others."),
            term="server",
        )
        self._with_token = LinkButton(theme, self.tr("Use an access token instead"))
        self._with_token.setObjectName("withToken")
        self._with_token.clicked.connect(self._on_with_token)
        self.column.addWidget(self._with_token)
        self.add_field(
            "password",
            self.tr("Access token"),
            self._token,
            self.tr("Made on your server’s page, under Preferences, Development."),
        ).hide()

    @property
    def is_in_browser(self) -> bool:
        """Say that the browser is needed, unless there is a token."""
        return self.fields["password"].isHidden()

    @property
    def name(self) -> str:
        """Return the server that was typed."""
        return self._server.text().strip() or "Mastodon"

    def request(self) -> SignIn:
        """Return what was typed."""
        token = "" if self.is_in_browser else self._token.text().strip()
        return SignIn("mastodon", self._server.text().strip(), "", token)

    def show_known(self, account: Account) -> None:
        """Fill in the account's server."""
        self._server.setText(account.server)
        self._server.setReadOnly(True)

    def forget_secrets(self) -> None:
        """Empty the token."""
        self._token.clear()

    def sentence(self, error: InvalidField) -> str:
        """Return what to tell about a field that cannot be used."""
        sentences = {
            ("server", "empty"): self.tr("Type the name of your server, such as piaille.fr."),
            ("server", "not_an_address"): self.tr(
                "Type the name of your server, such as piaille.fr."
            ),
            ("server", "not_mastodon"): self.tr(
                "There is no server of this kind at this address. Check its spelling."
            ),
            ("password", "empty"): self.tr("Paste the access token here."),
            ("password", "rejected"): self.tr("The server does not accept this token."),
        }
        return sentences.get((error.field, error.reason)) or super().sentence(error)

    def _on_with_token(self) -> None:
        self.fields["password"].show()
        self._with_token.hide()
        self._token.setFocus()
        self.changed.emit()
