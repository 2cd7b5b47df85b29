"""How each network is called on screen; the invented ones have names of their own."""

from PySide6.QtCore import QCoreApplication

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
