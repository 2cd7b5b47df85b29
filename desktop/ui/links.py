"""Open addresses in the browser: the one door, which looks at every address first."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import (
    QDesktopServices,  # noqa: TID251 - this is the one link opener
    QGuiApplication,
)
from PySide6.QtWidgets import QWidget

from desktop.ui.dialogs import ask, tell
from desktop.ui.text import isolate
from desktop.ui.theme import Theme

_LONGEST = 2_048
# Spaces, controls, invisible and direction-changing characters, and what browsers read as "/".
_FORBIDDEN = re.compile(
    "[\x00-\x20\x7f-\xa0\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u2000-\u200f"
    "\u2028-\u202f\u205f-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\ud800-\udfff\\\\]"
)
_AUTHORITY = re.compile(r"https?://[^/]", re.IGNORECASE)
_LAST_LATIN = "\u017f"
"""Later Latin letters are there to write sounds, and look like the common ones."""
_LOOK_ALIKE = frozenset({"CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "LATIN"})


@dataclass(frozen=True, slots=True)
class LinkVerdict:
    """Whether an address may be opened, as what, and what the user should know first.

    `host` is how the destination is shown; `reason` says why not ("scheme", "name", "characters",
    "malformed"); `warning` is "", "not_encrypted" or "unusual_letters".
    """

    is_allowed: bool
    url: str = ""
    host: str = ""
    reason: str = ""
    warning: str = ""


def check(address: str) -> LinkVerdict:
    """Judge an address that somebody else wrote."""
    if len(address) > _LONGEST or _FORBIDDEN.search(address):
        return LinkVerdict(False, reason="characters")
    scheme = address.partition(":")[0].lower()
    if scheme not in ("https", "http"):
        return LinkVerdict(False, reason="scheme")
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    ascii_host = url.host(QUrl.ComponentFormattingOption.FullyEncoded)
    if not _AUTHORITY.match(address) or not url.isValid() or not ascii_host:
        return LinkVerdict(False, reason="malformed")
    if "@" in re.split("[/?#]", address.partition("://")[2], maxsplit=1)[0]:
        return LinkVerdict(False, reason="name")
    host = _decoded(ascii_host)
    if not all(_belongs_in_a_name(character) for character in host):
        return LinkVerdict(False, reason="characters")
    is_unusual = any(_could_deceive(label) for label in host.split("."))
    host = ascii_host if is_unusual else host
    warning = "unusual_letters" if is_unusual else "not_encrypted" if scheme == "http" else ""
    encoded = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    return LinkVerdict(True, encoded, host, warning=warning)


def open_link(address: str, parent: QWidget, theme: Theme) -> bool:
    """Open an address in the browser if it is harmless; say so, or ask first, if it is not."""
    verdict = check(address)
    if not verdict.is_allowed:
        title = QCoreApplication.translate("Links", "This link was not opened")
        tell(theme, parent, title, _refusal(verdict.reason))
        return False
    if verdict.warning and not _is_wanted(verdict, parent, theme):
        return False
    if QDesktopServices.openUrl(QUrl(verdict.url, QUrl.ParsingMode.StrictMode)):
        return True
    QGuiApplication.clipboard().setText(verdict.url)
    title = QCoreApplication.translate("Links", "No browser opened")
    text = QCoreApplication.translate("Links", "The address was copied: paste it into a browser.")
    tell(theme, parent, title, text)
    return False


def open_folder(folder: Path, parent: QWidget, theme: Theme) -> bool:
    """Show one of our own folders as the computer shows folders; else say where it is."""
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        return True
    QGuiApplication.clipboard().setText(str(folder))
    title = QCoreApplication.translate("Links", "The folder was not opened")
    text = QCoreApplication.translate(
        "Links", "Its place was copied: paste it where your computer shows folders."
    )
    tell(theme, parent, title, text)
    return False


def _is_wanted(verdict: LinkVerdict, parent: QWidget, theme: Theme) -> bool:
    if verdict.warning == "not_encrypted":
        text = QCoreApplication.translate(
            "Links",
            "The connection to {host} is not encrypted: others on the way can read and change "
            "what you see there.",
        )
    else:
        text = QCoreApplication.translate(
            "Links",
            "The address of this page uses letters that look like others. It leads to {host}, "
            "which may not be the page it seems to be.",
        )
    title = QCoreApplication.translate("Links", "Open this page in the browser?")
    verb = QCoreApplication.translate("Links", "Open the page")
    shown = isolate(verdict.host)
    return ask(theme, parent, title, text.format(host=shown), verb)


def _refusal(reason: str) -> str:
    if reason == "scheme":
        return QCoreApplication.translate(
            "Links", "Crieur opens web pages only. This link leads to something else."
        )
    if reason == "name":
        return QCoreApplication.translate(
            "Links",
            "This address carries a user name in front of the real destination, as dishonest "
            "links do. Nothing was opened.",
        )
    return QCoreApplication.translate(
        "Links",
        "This address is not a web address, or hides characters in it. Nothing was opened.",
    )


def _decoded(ascii_host: str) -> str:
    if "xn--" not in ascii_host:
        return ascii_host
    try:
        return ascii_host.encode("ascii").decode("idna")
    except UnicodeError:
        return ascii_host


def _belongs_in_a_name(character: str) -> bool:
    # Signs that look like a slash or a dot would move the real end of the host out of sight.
    is_letter = character.isalnum() or unicodedata.category(character).startswith("M")
    return is_letter or character in ".-:"


def _could_deceive(label: str) -> bool:
    if label.startswith("xn--"):
        # What cannot be decoded cannot be judged.
        return True
    letters = [letter for letter in label if letter.isalpha()]
    scripts = {unicodedata.name(letter, "UNKNOWN").partition(" ")[0] for letter in letters}
    if scripts <= {"LATIN"}:
        return any(letter > _LAST_LATIN for letter in letters)
    return bool(scripts & _LOOK_ALIKE)
