"""The hours in which nothing may ring, every day anew."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From one time of day until another, across midnight where the second is the earlier one.

    Equal times mean never. Moments are the wall clock's: without a zone, or in one that knows its
    summer time. What a night skips or repeats is then told as the clock on the wall shows it.
    """

    begins: time
    ends: time

    def covers(self, at: datetime) -> bool:
        """Say whether a moment falls into the quiet hours; their last moment does not."""
        now = at.time()
        if self.begins <= self.ends:
            return self.begins <= now < self.ends
        return now >= self.begins or now < self.ends

    def ends_after(self, at: datetime) -> datetime:
        """Return the next time after a moment at which quiet hours end, were there any then."""
        # Read on the wall, so that the repeated hour of an autumn night is one and the same.
        at = at.replace(fold=0)
        end = datetime.combine(at.date(), self.ends, tzinfo=at.tzinfo)
        return end if end > at else end + _DAY
