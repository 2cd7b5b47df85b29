"""What the dialog shows while the user is on the network's own page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.fields import Field
from desktop.ui.labels import Label
from desktop.ui.line_edits import LineEdit
from desktop.ui.link_buttons import LinkButton
from desktop.ui.links import open_link
from desktop.ui.theme import Theme


class BrowserStep(QWidget):
    """Say what to do in the browser, and take a code where the browser cannot come back.

    Signals:
        code_wanted: The browser does not come back; ask for a code instead.
        submitted: Enter was pressed in the field of the code.
    """

    code_wanted = Signal()
    submitted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._address = ""
        self._said = Label(theme, "", "body", "text2", wraps=True)
        again = LinkButton(theme, self.tr("Open the page again"))
        again.setObjectName("openAgain")
        again.clicked.connect(self._open)
        self._no_return = LinkButton(theme, self.tr("Sign in with a code instead"))
        self._no_return.setObjectName("codeWanted")
        self._no_return.clicked.connect(self.code_wanted)
        self._code = LineEdit(theme, "")
        self._code.setObjectName("code")
        self._code.returnPressed.connect(self.submitted)
        self.field = Field(
            theme, self.tr("Code from the page"), self._code, self.tr("Copy it whole.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for each in (self._said, again, self._no_return, self.field):
            column.addWidget(each)

    @property
    def code(self) -> str:
        """Return the code as it was pasted."""
        return self._code.text().strip()

    def show_page(self, address: str, *, is_for_code: bool, can_give_code: bool) -> None:
        """Open the network's page and say what to do there."""
        self._address = address
        self.field.setVisible(is_for_code)
        self._no_return.setVisible(can_give_code and not is_for_code)
        if is_for_code:
            self._said.setText(
                self.tr("Allow Crieur on the page in your browser. It then shows a code.")
            )
            self._code.clear()
            self._code.setFocus()
        else:
            self._said.setText(
                self.tr(
                    "Allow Crieur on the page in your browser. This window then goes on by itself."
                )
            )
        self._open()

    def _open(self) -> None:
        open_link(self._address, self, self._theme)
