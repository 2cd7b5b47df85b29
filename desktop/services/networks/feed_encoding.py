"""Turn a feed's bytes into text, although what it says of its encoding is often wrong."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    # How "<" and "<?" begin where nothing marks the order of bytes.
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_DECLARED = re.compile(rb"<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
_IN_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_SAFE = ("iso8859", "cp", "koi8", "gb", "big5", "euc", "shift_jis", "iso2022", "mac", "hz", "tis")
"""How the names of honest encodings begin; others of Python's are slow or no encodings at all."""
_WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
"""Encodings that are used in place of the narrower one that is named."""


def decoded(body: bytes, content_type: str = "") -> str:
    """Return the text of a feed; what fits no encoding is replaced.

    What can be read as UTF-8 is UTF-8, whatever it is called: nothing else looks like it by chance.
    """
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body.decode(encoding, "replace").removeprefix("\ufeff")
    named = [_known(name) for name in _names(body, content_type)]
    for name in named:
        # Seven-bit encodings would pass for UTF-8.
        if name.startswith(("iso2022", "hz")):
            return body.decode(name, "replace")
    try:
        return body.decode()
    except UnicodeDecodeError:
        pass
    for name in named:
        if name:
            try:
                return body.decode(name)
            except UnicodeDecodeError:
                continue
    lenient = body.decode("utf-8", "replace")
    high = sum(character > "\x7f" for character in lenient)
    if lenient.count("\ufffd") * 2 < high:
        return lenient
    return body.decode("cp1252", "replace")


def _names(body: bytes, content_type: str) -> list[str]:
    in_text = _DECLARED.search(body[:1_000])
    in_header = _IN_HEADER.search(content_type)
    names = [in_text.group(1).decode("latin-1")] if in_text else []
    return [*names, in_header.group(1)] if in_header else names


def _known(name: str) -> str:
    """Return Python's name of a safe encoding, empty for UTF-8, which is tried anyway, or none."""
    try:
        known = codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""
    known = _WIDER.get(known, known)
    return known if known.startswith(_SAFE) else ""
