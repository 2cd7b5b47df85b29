"""What the four ways to connect have in common: fields, and a sentence for each of their faults."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.accounts import SignIn
from desktop.services.domain.account import Account
from desktop.services.domain.errors import InvalidField
from desktop.ui.fields import Field
from desktop.ui.line_edits import LineEdit
from desktop.ui.theme import Theme
from desktop.views.glossary import explain


class Form(QWidget):
    """One network's part of the dialog that connects an account.

    Signals:
        submitted: Enter was pressed in a field.
        changed: Another way to sign in was chosen; the dialog's verb may read otherwise.
    """

    submitted = Signal()
    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.fields: dict[str, Field] = {}
        self.editors: dict[str, LineEdit] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)

    @property
    def is_in_browser(self) -> bool:
        """Say whether the sign-in goes through the network's own page."""
        return False

    @property
    def asks_for_rights(self) -> bool:
        """Say whether there is anything to write with the account."""
        return True

    @property
    def name(self) -> str:
        """Return what is being connected to, for a sentence about a trouble."""
        raise NotImplementedError

    def request(self) -> SignIn:
        """Return what was typed."""
        raise NotImplementedError

    def sentence(self, error: InvalidField) -> str:
        """Return what to tell about a field that cannot be used."""
        general = {
            ("identifier", "already_connected"): self.tr("This account is connected already."),
            ("identifier", "other_account"): self.tr("This is another account."),
            ("server", "not_secure"): self.tr(
                "This address starts with http://. Crieur only sends a password over https://."
            ),
        }
        return general.get(
            (error.field, error.reason), self.tr("This cannot be used. Check it and try again.")
        )

    def show_known(self, account: Account) -> None:
        """Fill in what is known of an account that signs in again."""

    def forget_secrets(self) -> None:
        """Empty the fields that hold a secret."""

    def add_field(
        self, key: str, label: str, editor: LineEdit, hint: str = "", *, term: str = ""
    ) -> Field:
        """Add a field below the others; `term` is the word of the glossary that it needs."""
        explained = explain(self.theme, term) if term else None
        self.fields[key] = Field(self.theme, label, editor, hint, explained=explained)
        self.editors[key] = editor
        editor.returnPressed.connect(self.submitted)
        self.column.addWidget(self.fields[key])
        return self.fields[key]

    def clear_problems(self) -> None:
        """Take back what was said of the fields."""
        for field in self.fields.values():
            field.set_problem(None)

    def tell(self, error: InvalidField) -> bool:
        """Say beside its field what cannot be used; False where it is none of this form's."""
        field = self.fields.get(error.field)
        if field is None or not field.isVisibleTo(self):
            return False
        field.set_problem(self.sentence(error))
        self.editors[error.field].setFocus()
        return True
