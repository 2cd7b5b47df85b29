"""What the user does not want to see here, without anybody being told."""

import enum
from dataclasses import dataclass
from datetime import datetime


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
