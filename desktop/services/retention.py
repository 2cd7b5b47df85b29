"""How long other people's posts are kept: what is older goes, a little at a time."""

import calendar
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from desktop.services.domain.account import Cap
from desktop.services.gathering import end_list
from desktop.services.ingest import end_feed
from desktop.services.storage import ageing
from desktop.services.storage.rows import Rows

FOR_GOOD = 0
NEWEST_KEPT = ageing.NEWEST
"""How many posts of each feed and list stay, however old they are."""
_DONE = "retention"
_LIKELY = timedelta(days=60)
"""How far the clock may be ahead of the newest post and still be believed."""


class Retention:
    """Erases other people's posts of whichever workspace is open.

    Never what the user wrote, reposted or bookmarked, nor private messages, unread mentions, the
    conversations that the user took part in or is about to answer, and the newest of each feed.
    """

    def __init__(
        self,
        rows: Rows,
        clock: Callable[[], datetime],
        forget_picture: Callable[[str], None] = lambda _url: None,
    ) -> None:
        self._rows = rows
        self._clock = clock
        self._forget_picture = forget_picture
        self._is_stopped = False

    def count(self, months: int) -> int:
        """Return how many posts `erase` would take away."""
        if months == FOR_GOOD:
            return 0
        with self._rows.ageing.older_than(self._bound(months), self._own()) as aged:
            return aged.count()

    def erase(self, months: int) -> int:
        """Erase what is older than so many months, and return how many posts went; 0 keeps all.

        Each portion is a commit of its own: what interrupts it costs nothing, and the next time
        goes on there.
        """
        self._is_stopped = False
        erased = 0 if months == FOR_GOOD else self._erase(self._bound(months))
        if not self._is_stopped:
            self._rows.settings.put(_DONE, self._today())
        return erased

    def erase_daily(self, months: int) -> int:
        """Erase what has become too old, unless that was done today.

        A clock that is wrong by years would have everything erased at once: as long as nothing
        lately written is here, nothing goes. That waits until the networks were asked.
        """
        is_done = self._rows.settings.get(_DONE) == self._today()
        return 0 if is_done or not self._is_clock_likely() else self.erase(months)

    def stop(self) -> None:
        """End what is under way after the portion at hand; safe from any thread."""
        self._is_stopped = True

    def _erase(self, before: datetime) -> int:
        erased, last = 0, 0
        with self._rows.ageing.older_than(before, self._own()) as aged:
            # Found without the write lock, so that whoever waits for it gets in between.
            while not self._is_stopped and (found := aged.next(last)):
                last = found[-1]
                with self._rows.database.writing():
                    gone = aged.erase(found)
                    self._end(gone)
                erased += gone.posts
                for url in gone.pictures:
                    self._forget_picture(url)
            if not self._is_stopped:
                aged.erase_gaps()
        return erased

    def _end(self, gone: ageing.Gone) -> None:
        """Ask for nothing older any more: there would be a hole before it, and it would go too."""
        for account_id in gone.account_ids:
            end_feed(self._rows, account_id)
        for key in gone.lists:
            end_list(self._rows, key)

    def _own(self) -> list[int]:
        """Return the accounts that the user writes with; a followed website is somebody else's."""
        website = Cap.KEYLESS | Cap.HOME
        return [each.id for each in self._rows.accounts.all() if website not in each.caps]

    def _is_clock_likely(self) -> bool:
        newest = self._rows.ageing.newest()
        return newest is not None and self._clock() - newest < _LIKELY

    def _bound(self, months: int) -> datetime:
        return months_before(self._clock(), months)

    def _today(self) -> str:
        return self._clock().astimezone(UTC).date().isoformat()


def months_before(moment: datetime, months: int) -> datetime:
    """Return the same day so many months earlier, or the last one of a shorter month."""
    year, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    day = min(moment.day, calendar.monthrange(year, month + 1)[1])
    return moment.replace(year=year, month=month + 1, day=day)
