"""Ask until the network has caught up: what is written shows only once it was indexed."""

import time
from collections.abc import Callable
from threading import Event
from typing import TypeVar

T = TypeVar("T")

SECONDS = 20.0


def eventually(ask: Callable[[], T], seconds: float = SECONDS) -> T:
    """Return the first answer of `ask` that is true; fail when none is in time."""
    until = time.monotonic() + seconds
    while True:
        answer = ask()
        if answer:
            return answer
        assert time.monotonic() < until, f"not within {seconds} s: {answer!r}"
        Event().wait(0.2)
