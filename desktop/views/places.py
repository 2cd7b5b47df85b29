"""The places of the rail, in order, as they are called."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from desktop.ui.key_hints import KeyHint
from desktop.ui.keymap import Keymap
from desktop.ui.rail import Rail

PLACES = ("home", "mentions", "digest", "bookmarks", "outbox")
_ICONS = ("house", "at-sign", "book-open", "bookmark", "send")

translate = QCoreApplication.translate


def add_places(rail: Rail, keymap: Keymap) -> None:
    """Put every place into a rail: those with content on top, the settings into its foot."""
    names = (
        translate("Shell", "Home"),
        translate("Shell", "Mentions"),
        translate("Shell", "Digest"),
        translate("Shell", "Bookmarks"),
        translate("Shell", "Outbox"),
    )
    for key, icon, name in zip(PLACES, _ICONS, names, strict=True):
        rail.add_place(key, icon, name)
        KeyHint(keymap, key, rail, partial(rail.set_keys, key))
    rail.add_place("accounts", "users", translate("Shell", "Accounts"), in_foot=True)
    rail.add_place("look", "settings", translate("Shell", "Settings"), in_foot=True)
    KeyHint(keymap, "new_post", rail, rail.set_writing_keys)
    KeyHint(keymap, "accounts", rail, partial(rail.set_keys, "accounts"))
    KeyHint(keymap, "settings", rail, partial(rail.set_keys, "look"))
