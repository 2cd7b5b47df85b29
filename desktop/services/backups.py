"""Copies of the open workspace: one a day, one before anything daring, and the way back."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from desktop.services.domain.errors import StoreTrouble
from desktop.services.storage.copies import is_good_copy
from desktop.services.storage.database import Database
from desktop.services.storage.health import health_of
from desktop.services.storage.preparation import Opened, backups_of

DAYS_KEPT = 7
WEEKS_KEPT = 4
NAME = re.compile(r"(?P<reason>[a-z]+)(-\d{3})?-(?P<made>\d{8}-\d{6})\.db")
MADE = "%Y%m%d-%H%M%S"
_BEGINNING = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy of a workspace; `reason` is "daily", "upgrade", "restore" or "elsewhere"."""

    path: Path
    made_at: datetime
    size: int
    reason: str


class Backups:
    """The copies of whichever workspace is open."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def all(self) -> tuple[Backup, ...]:
        """Return the copies that there are, newest first."""
        found = (_backup(path) for path in self._folder().glob("*.db"))
        return tuple(
            sorted((b for b in found if b is not None), key=lambda b: b.made_at, reverse=True)
        )

    def back_up_daily(self) -> Backup | None:
        """Make today's copy unless it exists, and let go of copies that are no longer needed.

        Raises:
            StoreTrouble: there is no room for it, or the workspace is damaged; older copies are
                kept then.
        """
        today = self._clock().date()
        if any(b.reason == "daily" and b.made_at.date() == today for b in self.all()):
            return None
        made = self._make("daily")
        for old in _superfluous([b for b in self.all() if b.reason == "daily"]):
            old.path.unlink(missing_ok=True)
        return made

    def look_at(self, path: Path) -> Backup:
        """Return a copy that was saved elsewhere, once it is clear that it can be gone back to.

        Raises:
            StoreTrouble: it is no workspace, a newer Crieur made it, it is damaged, or it cannot
                be read.
        """
        reason = health_of(path).reason or ("" if is_good_copy(path) else "damaged")
        if reason == "damaged" and not self._is_database(path):
            reason = "not_a_workspace"
        if reason:
            raise StoreTrouble(reason)
        told = path.stat()
        made_at = datetime.fromtimestamp(told.st_mtime, UTC)
        return Backup(path, made_at, told.st_size, "elsewhere")

    def restore(self, backup: Backup) -> Opened:
        """Go back to a copy; what is open now is copied first, so that this can be undone.

        No lane may be running. Posts that were waiting in the copy are held.
        """
        try:
            self._make("restore")
        except StoreTrouble as trouble:
            # A damaged workspace is what backups are for; the database sets it aside itself.
            if trouble.reason != "damaged":
                raise
        return self._database.restore(backup.path, now=self._clock())

    def _make(self, reason: str) -> Backup:
        now = self._clock().astimezone(UTC)
        path = self._folder() / f"{reason}-{now:{MADE}}.db"
        self._database.copy_to(path)
        return Backup(path, now.replace(microsecond=0), path.stat().st_size, reason)

    def _is_database(self, path: Path) -> bool:
        # The open file is not read besides SQLite: that would drop SQLite's own locks.
        if path.resolve() == self._database.path.resolve():
            return True
        with path.open("rb") as file:
            return file.read(len(_BEGINNING)) == _BEGINNING

    def _folder(self) -> Path:
        return backups_of(self._database.path)


def _backup(path: Path) -> Backup | None:
    name = NAME.fullmatch(path.name)
    if name is None:
        return None
    made_at = datetime.strptime(name["made"], MADE).replace(tzinfo=UTC)
    return Backup(path, made_at, path.stat().st_size, name["reason"])


def _superfluous(daily: list[Backup]) -> list[Backup]:
    """Return the copies beyond the newest seven and the newest one of each of four weeks."""
    newest_first = sorted(daily, key=lambda backup: backup.made_at, reverse=True)
    older = newest_first[DAYS_KEPT:]
    by_week: dict[tuple[int, int], Backup] = {}
    for backup in older:
        year, week, _ = backup.made_at.isocalendar()
        by_week.setdefault((year, week), backup)
    weekly = list(by_week.values())[:WEEKS_KEPT]
    return [backup for backup in older if backup not in weekly]
