"""How long a text is on X, and what X takes for a link in it.

Most of Europe's letters weigh 1, everything else and each emoji 2, each link 23 however long it
is. A bare domain ("boulangerie.fr") is a link too, which also decides what a post costs.
"""

import unicodedata
from collections.abc import Iterator
from itertools import pairwise

import regex

from desktop.services.domain.internet_endings import ENDINGS, LONGEST

LINK_UNITS = 23
_LONGEST_ADDRESS = 4096
_LONGEST_LABEL = 63
_LONGEST_SHORT_NAME = 40
"""What comes after https://t.co/ may not be longer."""

_LIGHT = regex.compile(r"[\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]")
_TAGS = r"(?:[\U000e0020-\U000e007e]+\U000e007f)?"
_SIGN = rf"(?:[©®]\ufe0f|(?![\x00-\xff])\p{{Emoji}}(?!\ufe0e)(?:\p{{EMod}}|\ufe0f)?{_TAGS})"
_EMOJI = regex.compile(rf"\p{{RI}}{{2}}|[0-9\#*]\ufe0f?\u20e3|{_SIGN}(?:\u200d{_SIGN})*+")

_MARKS = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_ACCENTED = r"\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0300-\u036f\u1e00-\u1eff"
_HOST = rf"[^\s\p{{Cc}}\p{{Cs}}!'#%&()*+,\\/:;<=>?@\[\]^{{|}}~$\"{_MARKS}\ufeff\ufffe\uffff]"
_BARE = rf"[0-9A-Za-z{_ACCENTED}_-]"
# The marks of a text's direction may stand before a link, letters and what begins a tag may not.
_CANDIDATE = regex.compile(
    rf"(?<![0-9A-Za-z@＠$#＃\ufeff\ufffe\uffff])"
    rf"(?:(?P<scheme>https?://)(?P<host>{_HOST}++)"
    rf"|(?<![-_./])(?P<bare>{_BARE}++\.(?:{_BARE}++\.?)*+))",
    regex.IGNORECASE,
)
_PLAIN_LABEL = regex.compile(r"[^_-](?:[^_]*[^_-])?")
_SUB_LABEL = regex.compile(r"[^_-](?:.*[^_-])?", regex.DOTALL)
_ENCODED = regex.compile(r"xn--[-0-9a-z]+", regex.IGNORECASE)
_IN_WORD = regex.compile(r"[0-9A-Za-z@]")
_PORT = regex.compile(r":\d++")
_PATH_SIGN = rf"[0-9a-z{_ACCENTED}\u0400-\u052f!*';:=+,.$/%\#\[\]_~@|&\-–{_MARKS}]"
_PATH = regex.compile(
    rf"/(?:{_PATH_SIGN}|\((?:{_PATH_SIGN}|\({_PATH_SIGN}*+\))*+\))*+", regex.IGNORECASE
)
_PATH_END = regex.compile(rf"[0-9a-z{_ACCENTED}\u0400-\u052f=_\#/+\-)]", regex.IGNORECASE)
_QUERY = regex.compile(r"\?[0-9a-z!?*'@();:&=+$/%\#\[\]_.,~|-]*+", regex.IGNORECASE)
_QUERY_END = regex.compile(r"[0-9a-z_&=\#/-]", regex.IGNORECASE)
_SHORT = regex.compile(
    r"https?://t\.co/(?P<name>[0-9a-z]++)(?:\?[0-9a-z!?*'@();:&=+$/%\#\[\]_.,~|-]*[0-9a-z_&=\#/-])?",
    regex.IGNORECASE,
)


def x_weighted(text: str) -> int:
    """Return how many of X's 280 units a text takes."""
    text = unicodedata.normalize("NFC", text)
    units = at = 0
    for start, end in _links(text):
        units += _weight(text[at:start]) + LINK_UNITS
        at = end
    return units + _weight(text[at:])


def has_link(text: str) -> bool:
    """Say whether X finds a link in a text; a post with one costs much more."""
    return next(_links(unicodedata.normalize("NFC", text)), None) is not None


def x_links(text: str) -> tuple[str, ...]:
    """Return what X takes for links in a text, in order."""
    text = unicodedata.normalize("NFC", text)
    return tuple(text[start:end] for start, end in _links(text))


def _weight(text: str) -> int:
    if text.isascii() and "\u20e3" not in text:
        return len(text)
    rest: str
    rest, emoji = _EMOJI.subn("", text)
    return 2 * (int(emoji) + len(rest)) - len(_LIGHT.findall(rest))


def _links(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each link starts and ends."""
    at = 0
    while found := _CANDIDATE.search(text, at):
        start, end, is_link = (_addressed if found["scheme"] else _bare)(text, found)
        if is_link:
            yield start, end
        at = end


def _addressed(text: str, found: "regex.Match[str]") -> tuple[int, int, bool]:
    """Return where an address starts and ends, and whether it is a link."""
    start = found.start()
    short = _SHORT.match(text, start)
    if short is not None:
        return start, short.end(), len(short["name"]) <= _LONGEST_SHORT_NAME
    size = _host_end(found["host"])
    if size is None:
        # A bare domain may follow what looked like an address and is none.
        return start, found.end("scheme"), False
    end = _address_end(text, found.start("host") + size)
    return start, end, _fits(found["host"][:size]) and end - start <= _LONGEST_ADDRESS


def _bare(text: str, found: "regex.Match[str]") -> tuple[int, int, bool]:
    start, end = found.span()
    # The ending may be in another script than the name.
    host = text[start : end + LONGEST]
    size = _host_end(host, end - start)
    if size is None:
        return start, end, False
    # X begins such a link behind the last underscore.
    first = start + host[:size].rfind("_") + 1
    return first, _address_end(text, start + size), _fits(host[:size])


def _host_end(host: str, last: int | None = None) -> int | None:
    """Return where the longest host at the beginning of a text ends, None where there is none.

    The dot before its ending stands before `last`.
    """
    dots = [at for at, sign in enumerate(host[:last]) if sign == "."]
    labels = [host[start + 1 : end] for start, end in pairwise([-1, *dots])]
    above = next((n for n, label in enumerate(labels) if not _SUB_LABEL.fullmatch(label)), None)
    for n in reversed(range(len(labels) if above is None else above + 1)):
        ending = _ending(host[dots[n] + 1 : dots[n] + 1 + _LONGEST_LABEL + 1])
        if ending and _PLAIN_LABEL.fullmatch(labels[n]):
            return dots[n] + 1 + ending
    return None


def _ending(text: str) -> int:
    """Return how long the top-level domain at the beginning of a text is, 0 for none."""
    encoded = _ENCODED.match(text)
    if encoded is not None:
        return int(encoded.end())
    for end in range(min(LONGEST, len(text)), 1, -1):
        if text[:end].lower() in ENDINGS and not _IN_WORD.match(text, end):
            return end
    return 0


def _fits(host: str) -> bool:
    """Say whether every label of a host is short enough once it is encoded."""
    for label in host.split("."):
        if label.isascii():
            size = len(label)
        elif label.lower().startswith("xn--"):
            return False
        else:
            size = len(label.encode("punycode")) + 4
        if size > _LONGEST_LABEL:
            return False
    return True


def _address_end(text: str, at: int) -> int:
    """Return where an address ends whose host ends at `at`: behind its port, path and query."""
    if port := _PORT.match(text, at):
        at = port.end()
    if path := _PATH.match(text, at):
        at = _trimmed(text, at + 1, path.end(), _PATH_END)
    if query := _QUERY.match(text, at):
        end = _trimmed(text, at + 1, query.end(), _QUERY_END)
        at = end if end > at + 1 else at
    return at


def _trimmed(text: str, start: int, end: int, last: "regex.Pattern[str]") -> int:
    while end > start and not last.match(text, end - 1):
        end -= 1
    return end
