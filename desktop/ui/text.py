"""Make other people's words harmless before they are shown, and make every tooltip.

A name that looks like markup would be drawn as markup by a plain QLabel, and would then read
files or hang the window. Here everything is plain text, without control characters.
"""

import re
import unicodedata

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QSystemTrayIcon, QToolTip, QWidget

LONGEST_TEXT = 10_000
LONGEST_NAME = 200
_MARKS_PER_LETTER = 8
_ISOLATE, _END_ISOLATE, _JOINER = "\u2068", "\u2069", "\u2060"
# Controls but tab and line feed, bidirectional overrides, lone surrogates, annotations.
_DROPPED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffc\ud800-\udfff]"
)
_DROPPED_FROM_OURS = re.compile(_DROPPED.pattern.replace("\u2066-\u2069", "\u2066\u2067"))
_NEVER_HEARD = dict.fromkeys(map(ord, "\u2060\u2066\u2067\u2068\u2069"))
_LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029]")


def clean(text: str, limit: int = LONGEST_TEXT) -> str:
    """Return `text` without anything that could disturb the screen, at most `limit` long."""
    return _tidied(text, limit, _DROPPED)


def sentence(text: str, limit: int = LONGEST_TEXT) -> str:
    """Return words of our own as they are shown: strangers' parts in them stay isolated.

    Isolates that do not close, or close what is not open, are mended: nothing outside is reordered.
    """
    text = _tidied(text, limit, _DROPPED_FROM_OURS)
    if _ISOLATE not in text and _END_ISOLATE not in text:
        return text
    kept: list[str] = []
    open_now = 0
    for character in text:
        if character == _END_ISOLATE and not open_now:
            continue
        open_now += (character == _ISOLATE) - (character == _END_ISOLATE)
        kept.append(character)
    return "".join(kept) + _END_ISOLATE * open_now


def clean_name(text: str) -> str:
    """Return a person's or account's name on one line, at most 200 characters long."""
    return clean(" ".join(clean(text, LONGEST_NAME).split()), LONGEST_NAME)


def isolate(text: str) -> str:
    """Wrap text of unknown direction so that it cannot reorder the words around it."""
    return f"{_ISOLATE}{text}{_END_ISOLATE}" if text else text


def heard(text: str) -> str:
    """Return words as a screen reader is given them: without signs that only order what is seen."""
    return text.translate(_NEVER_HEARD)


def runs_right_to_left(text: str) -> bool:
    """Say whether the first letter of a text belongs to a script read from right to left."""
    if text.isascii():
        return False
    directions = map(unicodedata.bidirectional, text)
    return next((d for d in directions if d in ("L", "R", "AL")), "L") != "L"


def tooltip_text(text: str) -> str:
    """Return `text` so that Qt cannot take it for markup in a tooltip.

    Qt decides by looking for a tag or an entity; an invisible joiner after each sign that could
    begin one keeps what is read, and what a screen reader says, exactly the same.
    """
    return sentence(text).replace("<", f"<{_JOINER}").replace("&", f"&{_JOINER}")


def set_tooltip(widget: QWidget | QSystemTrayIcon, text: str) -> None:
    """Give a widget, or the sign in the tray, a tooltip that is always plain text.

    A screen reader hears the same of a widget that nothing else is said of, but not the signs.
    """
    former, shown = heard(widget.toolTip()), tooltip_text(text)
    widget.setToolTip(shown)
    if isinstance(widget, QWidget) and widget.accessibleDescription() in ("", former):
        aloud = heard(shown)
        widget.setAccessibleDescription("" if aloud == shown else aloud)


def show_tooltip(at: QPoint, text: str, widget: QWidget) -> None:
    """Show a plain tooltip now, for what a delegate painted."""
    QToolTip.showText(at, tooltip_text(text), widget)


def _tidied(text: str, limit: int, dropped: re.Pattern[str]) -> str:
    text = dropped.sub("", _LINE_ENDS.sub("\n", text[: limit * 2]))
    if not text.isascii():
        text = _without_towers(text)
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _without_towers(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character).startswith("M") else 0
        if marks <= _MARKS_PER_LETTER:
            kept.append(character)
    return "".join(kept)
