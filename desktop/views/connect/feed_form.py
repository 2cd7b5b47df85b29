"""Follow a website: any feed, found from the address of a page."""

from desktop.services.accounts import SignIn
from desktop.services.domain.account import Account
from desktop.services.domain.errors import InvalidField
from desktop.ui.labels import Label
from desktop.ui.line_edits import LineEdit
from desktop.ui.theme import Theme
from desktop.views.connect.form import Form


class FeedForm(Form):
    """The address of a blog, a forum or a newspaper."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.column.addWidget(
            Label(
                theme,
                self.tr(
                    "Blogs, forums and newspapers appear among the posts of your networks. "
                    "No sign-in is needed."
                ),
                "body",
                "text2",
                wraps=True,
            )
        )
        self._address = LineEdit(theme, "https://…")
        self._address.setObjectName("feedAddress")
        self.add_field(
            "server",
            self.tr("Address of the site or of its feed"),
            self._address,
            self.tr("Crieur looks for the feed (RSS, Atom or JSON) by itself."),
            term="feed",
        )

    @property
    def asks_for_rights(self) -> bool:
        """Say that a feed is only read."""
        return False

    @property
    def name(self) -> str:
        """Return the address that was typed."""
        return self._address.text().strip() or self.tr("The site")

    def request(self) -> SignIn:
        """Return what was typed."""
        return SignIn("feed", self._address.text().strip(), "", "")

    def show_known(self, account: Account) -> None:
        """Fill in the feed's address."""
        self._address.setText(account.native_id)

    def sentence(self, error: InvalidField) -> str:
        """Return what to tell about a field that cannot be used."""
        typed = self.tr("Type the address of a page, such as lyonfood.fr/blog.")
        sentences = {
            ("server", "empty"): typed,
            ("server", "not_an_address"): typed,
            ("server", "not_secure"): self.tr("This address cannot be followed. Try https://."),
            ("server", "no_feed"): self.tr(
                "No feed was found on this page. Try the address of the site’s front page."
            ),
        }
        return sentences.get((error.field, error.reason)) or super().sentence(error)
