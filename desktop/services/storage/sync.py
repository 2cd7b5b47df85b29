"""Remember how far each feed of an account was fetched."""

from datetime import datetime

from desktop.services.storage.account_tables import SyncTable
from desktop.services.storage.columns import from_optional_ms, storable, to_ms
from desktop.services.storage.database import Database


class SyncRows:
    """The newest thing seen, the way to older ones and the time, by account and feed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def newest(self, account_id: int, feed: str) -> str:
        """Return the mark of the newest thing that was fetched, empty before the first time."""
        row = self._row(account_id, feed)
        return "" if row is None else str(row.newest)

    def cursor(self, account_id: int, feed: str) -> str:
        """Return the cursor that fetches what is older than everything stored, empty for none."""
        row = self._row(account_id, feed)
        return "" if row is None else str(row.cursor)

    def refreshed_at(self, account_id: int, feed: str) -> datetime | None:
        """Return when the feed was last fetched to its newest end."""
        row = self._row(account_id, feed)
        return None if row is None else from_optional_ms(row.refreshed_ms)

    def put(
        self,
        account_id: int,
        feed: str,
        *,
        newest: str | None = None,
        cursor: str | None = None,
        refreshed_at: datetime | None = None,
    ) -> None:
        """Remember what is given and leave the rest as it was."""
        known = {
            "newest": None if newest is None else storable(newest),
            "cursor": None if cursor is None else storable(cursor),
            "refreshed_ms": None if refreshed_at is None else to_ms(refreshed_at),
        }
        changed = {name: value for name, value in known.items() if value is not None}
        row = {"account_id": account_id, "feed": feed, "newest": "", "cursor": "", **changed}
        with self._database.writing():
            SyncTable.insert(**row).on_conflict(
                conflict_target=(SyncTable.account_id, SyncTable.feed),
                update=changed or {"feed": feed},
            ).execute()

    def _row(self, account_id: int, feed: str) -> SyncTable | None:
        with self._database.reading():
            return SyncTable.get_or_none(
                (SyncTable.account_id == account_id) & (SyncTable.feed == feed)
            )
