"""Whether anything may ring now: the user's quiet hours, and a pause until tomorrow."""

from datetime import UTC, datetime, time, timedelta

from desktop.services.domain.quiet_hours import QuietHours
from desktop.views.hub import Hub


class Quiet:
    """Knows when it is quiet; all moments are aware and in UTC.

    The hours are read from the preferences each time, so a change counts at once. A pause lasts as
    long as the program at most: whoever starts it again wants to hear from it.
    """

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._paused_until: datetime | None = None

    def is_now(self) -> bool:
        """Say whether nothing may ring now."""
        return self.paused_until is not None or self._in_quiet_hours()

    @property
    def paused_until(self) -> datetime | None:
        """Return until when the user paused everything; None for not at all."""
        if self._paused_until is not None and self._hub.now() >= self._paused_until:
            self._paused_until = None
        return self._paused_until

    @property
    def until(self) -> datetime | None:
        """Return when something may ring again; None for now."""
        ends = [self.paused_until]
        if self._in_quiet_hours():
            ends.append(_moment(self._hours().ends_after(self._wall_clock())))
        return max((end for end in ends if end is not None), default=None)

    def pause_until_tomorrow(self) -> None:
        """Be quiet until the time of tomorrow at which quiet hours end."""
        midnight = datetime.combine(self._wall_clock() + timedelta(days=1), time.min)
        self._paused_until = _moment(self._hours().ends_after(midnight - datetime.resolution))

    def resume(self) -> None:
        """End the pause."""
        self._paused_until = None

    def _in_quiet_hours(self) -> bool:
        return self._hub.preferences.quiet_hours and self._hours().covers(self._wall_clock())

    def _hours(self) -> QuietHours:
        kept = self._hub.preferences
        return QuietHours(time.fromisoformat(kept.quiet_from), time.fromisoformat(kept.quiet_until))

    def _wall_clock(self) -> datetime:
        # Without a zone: what `astimezone` gives has the offset of this moment and of no other.
        return self._hub.now().astimezone().replace(tzinfo=None)


def _moment(on_the_wall: datetime) -> datetime:
    return on_the_wall.astimezone(UTC)
