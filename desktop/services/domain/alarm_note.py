"""What an alarm sends to the user's own address: which addresses will do, and the words."""

import unicodedata
from urllib.parse import urlsplit

from desktop.services.domain.errors import InvalidField
from desktop.services.domain.origin import origin_of

FIELD = "second_channel"
LONGEST_ADDRESS = 2_000
LONGEST_NOTE = 4_000
"""In bytes; services that take a plain POST give up, or make a file of it, at 4,096."""


def channel_address(text: str) -> str:
    """Return the address that alarms are sent to, as a person typed it ("alarms.example/shop").

    `InvalidField` with "empty", "too_long", "not_an_address", "not_secure" (anything but https,
    which would carry the alarm across the internet in the clear) or "has_name" (a user name or a
    password before the host). What comes after "#" never leaves a computer and is left out.
    """
    typed = text.strip()
    if not typed:
        raise InvalidField(FIELD, "empty")
    if len(typed) > LONGEST_ADDRESS:
        raise InvalidField(FIELD, "too_long")
    if not typed.isprintable() or any(character in ' \\"<>' for character in typed):
        raise InvalidField(FIELD, "not_an_address")
    try:
        parts = urlsplit(typed if "://" in typed else f"https://{typed}")
        if parts.scheme != "https":
            raise InvalidField(FIELD, "not_secure" if parts.scheme == "http" else "not_an_address")
        if "@" in parts.netloc:
            raise InvalidField(FIELD, "has_name")
        name = (parts.hostname or "").encode("idna").decode() if "[" not in parts.netloc else ""
        bare = parts._replace(netloc=_place(name, parts.port) if name else parts.netloc)
        address = bare._replace(fragment="").geturl()
        origin = origin_of(address)
    except ValueError as cause:
        raise InvalidField(FIELD, "not_an_address") from cause
    if "." not in origin.host and ":" not in origin.host and origin.host != "localhost":
        raise InvalidField(FIELD, "not_an_address")
    return address


def alarm_note(title: str, text: str) -> str:
    """Return exactly what is sent: the title on the first line, then the text, and nothing else.

    What cannot be printed is left out, and what is too long is cut at the end.
    """
    lines = [title.replace("\n", " "), *text.splitlines()]
    printable = ("".join(filter(_is_readable, line)).strip() for line in lines)
    note = "\n".join(line for line in printable if line)
    if len(note.encode()) <= LONGEST_NOTE:
        return note
    # A cut through the bytes of one letter drops that letter.
    return note.encode()[: LONGEST_NOTE - len("…".encode())].decode(errors="ignore").rstrip() + "…"


def _is_readable(character: str) -> bool:
    # Python prints no space but the plain one; French stands on the narrow one.
    return character.isprintable() or unicodedata.category(character) == "Zs"


def _place(host: str, port: int | None) -> str:
    return host if port is None else f"{host}:{port}"
