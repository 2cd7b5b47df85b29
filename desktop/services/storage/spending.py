"""Keep the ledger of metered calls, and what was read on the present UTC day."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from desktop.services.domain.bills import LedgerEntry
from desktop.services.storage.columns import from_ms, storable, to_ms
from desktop.services.storage.database import Database

COLUMNS = """at_ms, utc_day, network, account_id, handle, endpoint, operation, units,
    charged_units, unit_price, cost, is_owned, is_confirmed"""
ADD = f"INSERT INTO spending ({COLUMNS}) VALUES ({', '.join('?' * 13)})"
READ = f"SELECT id, {COLUMNS} FROM spending"
LAST_DAY = "9999-12-31"

READ_ONCE = """SELECT native_id FROM read_once
    WHERE account_id = ? AND utc_day = ? AND operation = ? AND unit_price >= ?
        AND native_id IN (SELECT value FROM json_each(?))"""
NOTE_READ = """INSERT INTO read_once (account_id, utc_day, operation, native_id, unit_price)
    VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET unit_price = max(unit_price, excluded.unit_price)"""


class SpendingRows:
    """The spending of one workspace; days are UTC days as text, the last of a span included."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, entry: LedgerEntry) -> int:
        """Write an entry and return its id."""
        with self._database.writing() as connection:
            return int(connection.execute(ADD, _values(entry)).lastrowid or 0)

    def drop(self, entry_id: int) -> None:
        """Take back an entry: the call it announced took nothing, or is written down anew."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM spending WHERE id = ?", (entry_id,))

    def get(self, entry_id: int) -> LedgerEntry | None:
        """Return one entry, None when it was taken back."""
        found = self._entries(f"{READ} WHERE id = ?", (entry_id,))
        return found[0] if found else None

    def total(self, network: str, first_day: str, last_day: str = LAST_DAY) -> int:
        """Return what the calls of those days cost together."""
        rows = self._database.rows(
            "SELECT coalesce(sum(cost), 0) FROM spending"
            " WHERE network = ? AND utc_day BETWEEN ? AND ?",
            (network, first_day, last_day),
        )
        return int(rows[0][0])

    def between(
        self, network: str, first_day: str, last_day: str = LAST_DAY
    ) -> tuple[LedgerEntry, ...]:
        """Return the entries of those days, oldest first."""
        return self._entries(
            f"{READ} WHERE network = ? AND utc_day BETWEEN ? AND ? ORDER BY at_ms, id",
            (network, first_day, last_day),
        )

    def months(self, network: str) -> tuple[tuple[str, int], ...]:
        """Return each month that cost something, newest first, with its sum."""
        rows = self._database.rows(
            "SELECT substr(utc_day, 1, 7), sum(cost) FROM spending WHERE network = ?"
            " GROUP BY 1 ORDER BY 1 DESC",
            (network,),
        )
        return tuple((month, int(cost)) for month, cost in rows)

    def read_on(
        self,
        account_id: int,
        utc_day: str,
        operation: str,
        native_ids: Collection[str],
        unit_price: int = 0,
    ) -> set[str]:
        """Return which of the things were read on a day already, for that price or more."""
        names = json.dumps([storable(native_id) for native_id in native_ids])
        rows = self._database.rows(READ_ONCE, (account_id, utc_day, operation, unit_price, names))
        return {row[0] for row in rows}

    def note_read(
        self,
        account_id: int,
        utc_day: str,
        operation: str,
        native_ids: Iterable[str],
        unit_price: int,
    ) -> None:
        """Remember that the things were read on a day, and at which price."""
        with self._database.writing() as connection:
            connection.executemany(
                NOTE_READ,
                [
                    (account_id, utc_day, operation, storable(native_id), unit_price)
                    for native_id in native_ids
                ],
            )

    def forget_reads_before(self, utc_day: str) -> None:
        """Forget what was read before a day: it would be charged again."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM read_once WHERE utc_day < ?", (utc_day,))

    def _entries(self, sql: str, parameters: Sequence[Any]) -> tuple[LedgerEntry, ...]:
        return tuple(_entry(*row) for row in self._database.rows(sql, parameters))


def _values(entry: LedgerEntry) -> tuple[Any, ...]:
    return (
        to_ms(entry.at),
        entry.utc_day,
        entry.network,
        entry.account_id,
        storable(entry.handle),
        storable(entry.endpoint),
        entry.operation,
        entry.units,
        entry.charged_units,
        entry.unit_price,
        entry.cost,
        entry.is_owned,
        entry.is_confirmed,
    )


def _entry(entry_id: int, at_ms: int, *told: Any) -> LedgerEntry:
    entry = LedgerEntry(from_ms(at_ms), *told)
    is_owned, is_confirmed = bool(entry.is_owned), bool(entry.is_confirmed)
    return replace(entry, id=entry_id, is_owned=is_owned, is_confirmed=is_confirmed)
