"""The keys that Crieur is designed with, by command; the user may choose others."""

from collections.abc import Mapping

DESIGNED: Mapping[str, tuple[str, ...]] = {
    "palette": ("Ctrl+K",),
    "new_post": ("Ctrl+N",),
    "home": ("Ctrl+1",),
    "mentions": ("Ctrl+2",),
    "digest": ("Ctrl+3",),
    "bookmarks": ("Ctrl+4",),
    "outbox": ("Ctrl+5",),
    "settings": ("Ctrl+,",),
    "find": ("Ctrl+F",),
    "refresh": ("F5", "Ctrl+R"),
    "undo": ("Ctrl+Z",),
    "back": ("Esc",),
    "larger": ("Ctrl++", "Ctrl+="),
    "smaller": ("Ctrl+-",),
    "designed_size": ("Ctrl+0",),
    "quit": ("Ctrl+Q",),
}
