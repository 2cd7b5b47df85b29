"""How each network is called on screen; the invented ones have names of their own."""

from PySide6.QtCore import QCoreApplication

from desktop.services.domain.account import Account
from desktop.ui.text import clean_name

NAMES = {
    "bluesky": "Bluesky",
    "mastodon": "Mastodon",
    "x": "X",
    "demo-place": "Place",
    "demo-forum": "Parvis",
    "demo-kiosk": "Kiosque",
}


def network_name(network: str) -> str:
    """Return a network's name for people."""
    if network == "feed":
        return QCoreApplication.translate("Networks", "Website")
    return NAMES.get(network, network.capitalize())


def account_handle(account: Account) -> str:
    """Return how an account is called in a sentence: its handle, a website by its title."""
    if account.network == "feed":
        return clean_name(account.name or account.handle)
    return f"@{clean_name(account.handle)}"
