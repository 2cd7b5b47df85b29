"""Connect X: at no cost through the browser and the archive, or with a key of one's own."""

from desktop.services.accounts import SignIn
from desktop.services.domain.account import Account, Cap
from desktop.services.domain.errors import InvalidField
from desktop.services.domain.prices import PRESETS
from desktop.ui.labels import Label
from desktop.ui.line_edits import LineEdit
from desktop.ui.link_buttons import LinkButton
from desktop.ui.links import open_link
from desktop.ui.segmented import Segmented
from desktop.ui.theme import Theme
from desktop.ui.wording import money
from desktop.views.connect.form import Form

CURRENCY = "USD"
"""X charges everybody in it."""
DEVELOPER_PAGE = "https://developer.x.com/en/portal/dashboard"


class XForm(Form):
    """X charges programs for each call, so what costs nothing comes first."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._way = Segmented(
            theme,
            self.tr("How to connect X"),
            (
                ("free", self.tr("Without a key, free"), "external-link"),
                ("key", self.tr("With my own key"), "key"),
            ),
        )
        self._way.setObjectName("xWay")
        self._way.chosen.connect(self._on_way)
        self._said = Label(theme, "", "body", "text2", wraps=True)
        self.column.addWidget(self._way)
        self.column.addWidget(self._said)
        self._handle = LineEdit(theme, self.tr("@your_name"))
        self._handle.setObjectName("xHandle")
        self._key = LineEdit(theme, "")
        self._key.setObjectName("xClientId")
        self.add_field("identifier", self.tr("Your handle on X"), self._handle)
        self.add_field(
            "client",
            self.tr("Client ID of your app"),
            self._key,
            self.tr(
                "On X’s developer page, make an app of the type “Native App” with "
                "http://127.0.0.1:8723/callback as its “Callback URI”."
            ),
        )
        self._page = LinkButton(theme, self.tr("Open X’s developer page"))
        self._page.clicked.connect(self._on_page)
        self.column.addWidget(self._page)
        self._show_way()

    @property
    def is_in_browser(self) -> bool:
        """Say that X's own page is needed where there is a key."""
        return self._way.choice == "key"

    @property
    def name(self) -> str:
        """Return the network's name."""
        return "X"

    def request(self) -> SignIn:
        """Return what was typed."""
        typed = self._key if self.is_in_browser else self._handle
        return SignIn("x", "", typed.text().strip(), "")

    def show_known(self, account: Account) -> None:
        """Choose the way the account was connected by."""
        self._way.set_choice("free" if Cap.KEYLESS in account.caps else "key")
        self._handle.setText(account.handle)
        self._show_way()

    def tell(self, error: InvalidField) -> bool:
        """Say beside the shown field what cannot be used."""
        if self.is_in_browser and error.field == "identifier" and error.reason != "other_account":
            error = InvalidField("client", error.reason)
        return super().tell(error)

    def sentence(self, error: InvalidField) -> str:
        """Return what to tell about a field that cannot be used."""
        sentences = {
            ("identifier", "empty"): self.tr("Type your handle, such as @boulangerie_lumiere."),
            ("identifier", "rejected"): self.tr(
                "A handle on X has up to 15 letters, digits and underscores."
            ),
            ("client", "empty"): self.tr("Paste the Client ID of your app here."),
            ("client", "rejected"): self.tr("X does not know this Client ID. Check it."),
        }
        return sentences.get((error.field, error.reason)) or super().sentence(error)

    def _on_way(self, _key: str) -> None:
        self._show_way()
        self.changed.emit()

    def _show_way(self) -> None:
        has_key = self.is_in_browser
        self.fields["identifier"].setVisible(not has_key)
        self.fields["client"].setVisible(has_key)
        self._page.setVisible(has_key)
        if has_key:
            said = self.tr(
                "X charges you for each post that is read or sent. Crieur asks only when you say "
                "so, shows the price first and stops at a monthly cap: "
                "{cap} unless you choose another."
            ).format(cap=money(PRESETS[0], CURRENCY))
        else:
            said = self.tr(
                "Crieur asks X for nothing. Your posts come from your archive, and what you write "
                "opens on X’s own page, where you press Post yourself."
            )
        self._said.setText(said)

    def _on_page(self) -> None:
        open_link(DEVELOPER_PAGE, self, self.theme)
