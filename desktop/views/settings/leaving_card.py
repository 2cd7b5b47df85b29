"""What leaves this computer, said plainly: a true list for the choices as they are."""

from urllib.parse import urlsplit

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.preferences import PROXIES, Preferences
from desktop.ui.cards import Card
from desktop.ui.labels import Label
from desktop.ui.points import Point
from desktop.ui.text import clean_name, isolate
from desktop.ui.theme import Theme


class LeavingCard(Card):
    """Every way on which Crieur speaks to the outside, one a line."""

    def __init__(self, theme: Theme, *, is_demo: bool) -> None:
        super().__init__(theme)
        self._theme = theme
        self._is_demo = is_demo
        self.column.setSpacing(6)
        self.column.addWidget(Label(theme, self.tr("What leaves this computer"), "strong"))
        promise = self.tr(
            "Only what is listed here. There is no Crieur account and no Crieur server, "
            "and nobody counts what you do."
        )
        self.column.addWidget(Label(theme, promise, "small", "text2", wraps=True))
        self._ways = QVBoxLayout()
        self._ways.setSpacing(2)
        self.column.addLayout(self._ways)

    def show_ways(self, preferences: Preferences, *, has_pictures: bool) -> None:
        """List the ways that are open with these preferences."""
        while (item := self._ways.takeAt(0)) is not None:
            widget = item.widget()
            if isinstance(widget, QWidget):
                widget.hide()
                widget.deleteLater()
        for icon, sentence in self._listed(preferences, has_pictures):
            self._ways.addWidget(Point(self._theme, icon, sentence))

    def _listed(self, preferences: Preferences, has_pictures: bool) -> list[tuple[str, str]]:
        browser = self.tr("Pages that you open, and sign-ins, go to your browser.")
        if self._is_demo:
            demo = self.tr("The demo’s networks are invented: nothing is asked and nothing sent.")
            return [("shield-check", demo), ("external-link", browser)]
        found = [
            (
                "users",
                self.tr(
                    "Your own networks are asked for what is new and get what you publish; "
                    "the websites that you follow are asked for what is new."
                ),
            ),
            ("image", self.tr("Pictures are fetched from the servers that posts name."))
            if has_pictures
            else ("image-off", self.tr("No picture is fetched: you switched that off below.")),
            ("external-link", browser),
        ]
        if preferences.second_channel:
            alarms = self.tr("Alarms are also sent to {host}, the address that you gave.")
            found.append(("bell", alarms.format(host=_host(preferences.second_channel))))
        if preferences.proxy not in PROXIES:
            proxy = self.tr("What Crieur asks and sends passes through your proxy, {host}.")
            found.append(("server", proxy.format(host=_host(preferences.proxy))))
        return found


def _host(address: str) -> str:
    """Return the name of the server alone: the rest of an address may be a secret."""
    try:
        host = urlsplit(address).hostname
    except ValueError:
        host = None
    return isolate(clean_name(host or "…"))
