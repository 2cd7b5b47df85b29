"""Remember small things of a workspace: the reading place, a filter, a date."""

import json
from typing import Any

from desktop.services.storage.account_tables import SettingTable
from desktop.services.storage.columns import to_json
from desktop.services.storage.database import Database


class SettingRows:
    """Values by name; anything JSON can hold."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: str, default: Any = None) -> Any:
        """Return what was put under `key`, or the default."""
        with self._database.reading():
            row = SettingTable.get_or_none(SettingTable.key == key)
        return default if row is None else json.loads(row.value)

    def put(self, key: str, value: Any) -> None:
        """Remember `value` under `key`."""
        with self._database.writing():
            SettingTable.insert(key=key, value=to_json(value)).on_conflict_replace().execute()
