"""The moments in which a post has been sent off and can still be taken back."""

from datetime import datetime, timedelta

GRACE = timedelta(seconds=10)


class Grace:
    """Which posts are not to leave yet, each until its moment.

    It is of this run of the program only: what waits is sent by the next one without delay.
    """

    def __init__(self) -> None:
        self._until: dict[str, datetime] = {}

    def begin(self, key: str, now: datetime, length: timedelta) -> None:
        """Hold a post back for a while; it is known by the key that it will be published under."""
        if length:
            self._until[key] = now + length

    def holds(self, key: str, now: datetime) -> bool:
        """Say whether a post is held back; a clock that was set back holds nothing for longer."""
        until = self._until.get(key)
        if until is None:
            return False
        if until - GRACE <= now < until:
            return True
        del self._until[key]
        return False

    def end(self) -> None:
        """Hold nothing back any more."""
        self._until.clear()
