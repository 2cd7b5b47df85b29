"""How soon a server may be asked again after it failed or asked to wait."""

from dataclasses import dataclass
from datetime import datetime, timedelta

SHORTEST = timedelta(seconds=1)
LONGEST = timedelta(minutes=15)
_BELIEVED = timedelta(hours=24)
"""No server means more than a day, whatever it says."""


@dataclass(frozen=True, slots=True)
class Pace:
    """What one account's calls met lately; times are aware UTC times.

    `next_try` is advice for whoever calls by itself, `limited_until` a must. Both are void once
    the clock shows an earlier time than when they were set: it was wrong then or is wrong now, and
    an account must not stay silent for the difference.
    """

    failures: int = 0
    noted_at: datetime | None = None
    try_at: datetime | None = None
    limited_at: datetime | None = None

    def failed(self, now: datetime, chance: float) -> "Pace":
        """Return the pace after a failure: twice the wait each time, up to a quarter of an hour.

        `chance` from 0 to 1 spreads the wait between half and whole, so that programs that lost
        the same server do not all come back at once.
        """
        return Pace(self.failures + 1, now, now + self._wait(chance))

    def limited(self, until: datetime, now: datetime, chance: float) -> "Pace":
        """Return the pace after the server asked to wait until `until`.

        A server that keeps saying so without a time is given longer and longer.
        """
        until = min(max(until, now + self._wait(chance)), now + _BELIEVED)
        return Pace(self.failures + 1, now, until, until)

    def limited_until(self, now: datetime) -> datetime | None:
        """Return until when no call may be made, None when one may."""
        return self.limited_at if self._is_ahead(self.limited_at, now) else None

    def next_try(self, now: datetime) -> datetime | None:
        """Return when it makes sense to call again, None when nothing went wrong lately."""
        return self.try_at if self._is_ahead(self.try_at, now) else None

    def _is_ahead(self, moment: datetime | None, now: datetime) -> bool:
        has_gone_back = self.noted_at is not None and now < self.noted_at
        return moment is not None and now < moment and not has_gone_back

    def _wait(self, chance: float) -> timedelta:
        longest = min(SHORTEST * (1 << min(self.failures, 20)), LONGEST)
        return longest * (0.5 + chance / 2)
