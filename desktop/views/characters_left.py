"""How much room a text has left on the network it goes to."""

from desktop.services.domain.account import Limits
from desktop.services.domain.text_length import count
from desktop.ui.labels import Label
from desktop.ui.theme import Theme

NEARLY_FULL = 20


class CharactersLeft(Label):
    """A figure that warns when little is left and says by how much a text is too long."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", "label", "text2")

    def measure(self, text: str, limits: Limits, warning: str = "") -> bool:
        """Show how much room is left and say whether the text fits."""
        measured = count(text.strip(), limits, warning)
        token = "text2"
        if not measured.fits:
            self.setText(self.tr("%n too many", "", measured.over))
            token = "danger_text"
        else:
            self.setText(self.tr("%n character(s) left", "", measured.left))
            if measured.left < NEARLY_FULL:
                token = "warn_text"
        self.set_token(token)
        return measured.fits
