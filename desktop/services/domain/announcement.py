"""Something worth telling to somebody who may be looking elsewhere."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Announcement:
    """What is told once: all that concerns one matter has the same `group`, until it is settled.

    `title` is understood alone; `text` adds what is safe and what to do. `place` is where a press
    leads, a key of the rail or of a section of the settings, and `account_id` whom it is about.
    """

    group: str
    title: str
    text: str = ""
    place: str = "home"
    account_id: int = 0
    is_alarm: bool = False
    """Whether it needs the user soon: it is also sent to the second channel."""
    count: int = 1
    """How many things wait behind it; 0 for what is over once it was seen."""
