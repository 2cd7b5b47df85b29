"""Send an alarm to the one address that the user gave for it, as a plain POST."""

from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from desktop.services.domain.alarm_note import FIELD, alarm_note, channel_address
from desktop.services.domain.errors import (
    InvalidField,
    OutcomeUnknown,
    RateLimited,
    Unreachable,
)
from desktop.services.domain.origin import Origin, origin_of
from desktop.services.fetcher import Answer, Question, ServerDoor
from desktop.services.redaction import Redaction

SECONDS = 10.0
_SHORTEST_WAIT, _LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=1)
_HEADERS = {"Content-Type": "text/plain; charset=utf-8"}


class SecondChannel:
    """Knocks at the user's own address and nowhere else.

    The address may be in the local network: the user typed it, and the door leads to that very
    host and port, over https, whatever it answers. An alarm that could not be sent is not kept for
    later: it stands in the window, and one that comes hours late only worries.
    """

    def __init__(
        self,
        redaction: Redaction,
        clock: Callable[[], datetime],
        open_door: Callable[[Origin], ServerDoor] = ServerDoor,
    ) -> None:
        self._redaction = redaction
        self._clock = clock
        self._open_door = open_door

    def send(self, address: str, title: str, text: str) -> None:
        """Send `alarm_note(title, text)` once, in 20 seconds at most; blocks, so it needs a lane.

        A second attempt is made only where nothing of the first one left this computer. Raises
        `Unreachable` then, `OutcomeUnknown` when it may have arrived, `RateLimited`, and
        `InvalidField` ("second_channel") for an address that will not do or does not take it
        ("rejected"). The caller sends an alarm once, whatever this raises.
        """
        address = channel_address(address)
        # Whoever knows such an address may write to it, and often read it.
        self._redaction.know(address)
        parts = urlsplit(address)
        path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        # A library's trace names the host apart from what makes the address a secret.
        self._redaction.know(path)
        body = alarm_note(title, text).encode()
        question = Question("POST", path, headers=_HEADERS, body=body, is_write=True)
        with closing(self._open_door(origin_of(address))) as door:
            self._judge(_ask(door, question))

    def _judge(self, answer: Answer) -> None:
        if 200 <= answer.status < 300:
            return
        if answer.status == 429:
            raise RateLimited(self._clock() + _wait(answer.headers.get("retry-after", "")))
        if answer.status >= 500:
            raise OutcomeUnknown(f"status {answer.status}")
        raise InvalidField(FIELD, "rejected")


def _ask(door: ServerDoor, question: Question) -> Answer:
    with suppress(Unreachable):
        return door.ask(question, seconds=SECONDS)
    return door.ask(question, seconds=SECONDS)


def _wait(header: str) -> timedelta:
    asked = timedelta(seconds=int(header)) if header.isdecimal() and len(header) < 6 else None
    return min(max(asked or _SHORTEST_WAIT, _SHORTEST_WAIT), _LONGEST_WAIT)
