"""Ask until the network has caught up: what is written shows only once it was indexed."""

import time
from collections.abc import Callable
from contextlib import suppress
from threading import Event
from typing import TypeVar

from desktop.services.domain.errors import Missing

T = TypeVar("T")

SECONDS = 60.0


def eventually(ask: Callable[[], T], seconds: float = SECONDS) -> T:
    """Return the first answer of `ask` that is true; fail when none is in time.

    What is missing may only not have been indexed yet.
    """
    until = time.monotonic() + seconds
    while True:
        answer: T | str = "missing"
        with suppress(Missing):
            answer = ask()
            if answer:
                return answer
        assert time.monotonic() < until, f"not within {seconds} s: {answer!r}"
        Event().wait(0.2)
