"""Stand in for a person's picture with their initials on a colour of their own."""

import zlib
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QColor

from desktop.ui.text import clean_name

_LIGHT = (
    ("#F0DAD7", "#8A2A22"),
    ("#DDE2F0", "#39447E"),
    ("#E9DFCF", "#6B4C12"),
    ("#DCE7EA", "#1F4F5C"),
    ("#E8DDEA", "#643071"),
    ("#DAE7DF", "#1E5A3E"),
)
_DARK = (
    ("#52281F", "#F2B5AA"),
    ("#2D365B", "#BDC8F5"),
    ("#4A3A1C", "#EBCB8F"),
    ("#1F434B", "#A5DCE8"),
    ("#472E4E", "#E3BDEB"),
    ("#20432F", "#A9DEBD"),
)


@dataclass(frozen=True, slots=True)
class Pastel:
    """The two colours of one person's initials."""

    ground: QColor
    letters: QColor


def pastel(identity: str, is_dark: bool) -> Pastel:
    """Return the colours of a person, the same at every start and on every computer."""
    table = _DARK if is_dark else _LIGHT
    # Python's own hash differs at every start.
    ground, letters = table[zlib.crc32(identity.encode("utf-8", "replace")) % len(table)]
    return Pastel(QColor(ground), QColor(letters))


@lru_cache(2_048)
def initials(name: str, handle: str) -> str:
    """Return one or two capitals for a person; a name without a letter gives way to the handle."""
    for source in (clean_name(name), clean_name(handle)):
        firsts = [_first_letter(word) for word in source.split()]
        letters = [letter for letter in firsts if letter]
        if len(letters) > 1:
            return (letters[0] + letters[-1]).upper()[:2]
        if letters:
            return letters[0].upper()[:1]
    return "?"


def _first_letter(word: str) -> str:
    return next((character for character in word if character.isalnum()), "")
