"""The places of the rail, in order, as they are called."""

from PySide6.QtCore import QCoreApplication

from desktop.ui.rail import Rail

PLACES = ("home", "mentions", "digest", "bookmarks", "outbox")
_ICONS = ("house", "at-sign", "book-open", "bookmark", "send")

translate = QCoreApplication.translate


def add_places(rail: Rail) -> None:
    """Put every place into a rail: those with content on top, the settings into its foot."""
    names = (
        translate("Shell", "Home"),
        translate("Shell", "Mentions"),
        translate("Shell", "Digest"),
        translate("Shell", "Bookmarks"),
        translate("Shell", "Outbox"),
    )
    for number, (key, icon, name) in enumerate(zip(PLACES, _ICONS, names, strict=True), 1):
        rail.add_place(key, icon, name, f"Ctrl+{number}")
    rail.add_place("accounts", "users", translate("Shell", "Accounts"), in_foot=True)
    rail.add_place("look", "settings", translate("Shell", "Settings"), "Ctrl+,", in_foot=True)
