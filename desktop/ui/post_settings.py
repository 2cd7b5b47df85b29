"""What the look of a post depends on besides the post: time, account, the choices made."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from desktop.services.domain.account import Cap
from desktop.services.domain.feed import FeedEntry
from desktop.ui.post_card import Setting
from desktop.ui.post_moments import moment_of
from desktop.ui.post_spoken import spoken
from desktop.ui.wording import relative_time

_MOST_TIMES = 4_096
_EVERYTHING = ~Cap.NONE


class PostSettings:
    """Collects what was set for a list and gives it out entry by entry."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC)
        self.can: Callable[[FeedEntry], Cap] | None = None
        self.band: Callable[[FeedEntry], str] = _nothing
        self.receivers: Callable[[FeedEntry], str] = _nothing
        self.name_network: Callable[[str], str] = str.capitalize
        self.depths: Mapping[int, int] | None = None
        self.focus_id = 0
        self.opened_id = 0
        self.revealed: set[int] = set()
        self.fetching: frozenset[int] = frozenset()
        self._times: dict[int, str] = {}

    def set_now(self, now: datetime) -> None:
        """Say all times as seen from `now`."""
        self.now = now
        self._times.clear()

    def network_name(self, network: str) -> str:
        """Return what a network is called at present."""
        return self.name_network(network)

    def forget(self) -> None:
        """Word everything anew, in another language."""
        self._times.clear()

    def of(self, entry: FeedEntry, row: int, ids: Sequence[int]) -> Setting:
        """Return the setting of an entry that stands in that row."""
        if entry.post is None:
            # An id begins with its time, so the neighbours need not be read.
            return Setting(
                is_fetching=entry.id in self.fetching,
                newer_ms=ids[row - 1] >> 20 if row > 0 else 0,
                older_ms=ids[row + 1] >> 20 if row + 1 < len(ids) else 0,
            )
        can = _EVERYTHING if self.can is None else self.can(entry)
        return Setting(
            at=moment_of(entry, self.now),
            time=self._time_of(entry),
            can=can.value,
            depth=self.depths.get(entry.id, 0) if self.depths else 0,
            is_in_thread=self.depths is not None,
            is_focus=entry.id == self.focus_id,
            is_revealed=entry.id in self.revealed,
            band=self.band(entry),
        )

    def say(self, entry: FeedEntry) -> str:
        """Return an entry in words for a screen reader."""
        return spoken(entry, self.name_network, self.now, self.receivers(entry))

    def _time_of(self, entry: FeedEntry) -> str:
        said = self._times.get(entry.id)
        if said is None:
            if len(self._times) > _MOST_TIMES:
                self._times.clear()
            said = self._times[entry.id] = relative_time(moment_of(entry, self.now), self.now)
        return said


def _nothing(_entry: FeedEntry) -> str:
    return ""
