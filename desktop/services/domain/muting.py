"""What the user does not want to see here, without anybody being told."""

import enum
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache


class MuteKind(enum.StrEnum):
    """What is muted."""

    PERSON = "person"
    """What somebody posts or reposts; `value` is their native id."""
    WORD = "word"
    """Every post whose text holds the word or the phrase, whatever its capitals and accents."""
    THREAD = "thread"
    """A conversation; `value` is the native id of its first post."""


@dataclass(frozen=True, slots=True)
class Mute:
    """One thing that is muted; `network` is empty for a word, which counts on every network."""

    id: int
    kind: MuteKind
    network: str
    value: str
    label: str
    """How the user knows it: a handle, the word as typed, the beginning of the thread."""
    created_at: datetime


_WORD = re.compile(r"[^\W_]+")


def holds_any(text: str, phrases: Iterable[str]) -> bool:
    """Say whether a text holds one of the words or phrases, whatever their capitals and accents.

    Words are told apart as the index of the stored posts does it: letters and digits.
    """
    words = _words(text)
    return any(phrase in words for phrase in map(_phrase, phrases) if phrase.strip())


@lru_cache(1000)
def _phrase(phrase: str) -> str:
    return _words(phrase)


def _words(text: str) -> str:
    """Return the plain words between spaces, with one at either end."""
    plain = text.lower()
    if not plain.isascii():
        parts = unicodedata.normalize("NFD", plain)
        plain = "".join(part for part in parts if not unicodedata.combining(part))
    return f" {' '.join(_WORD.findall(plain))} "
