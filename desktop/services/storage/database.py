"""Open a workspace file, write it one at a time, and let it go cleanly."""

import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop.services.domain.errors import StoreTrouble
from desktop.services.storage import copies
from desktop.services.storage.engine import engine
from desktop.services.storage.migrations import APPLICATION_ID, MIGRATIONS, migrate, version_of
from desktop.services.storage.troubles import reason_of, translated

PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": "full",  # an acknowledged write survives a power cut
    "foreign_keys": 1,
    "busy_timeout": 5000,
    "trusted_schema": 0,
    "cache_size": -16_000,
    "temp_store": "memory",
    # Only `writing()` checkpoints, under its lock: SQLite before 3.51.3 can damage a file whose
    # log is reset by one connection while another writes.
    "wal_autocheckpoint": 0,
    # After a checkpoint the log shrinks to what is in it, so that its size tells how full it is.
    "journal_size_limit": 0,
}
LOG_FRAME = 4096 + 24
CHECKPOINT_BYTES = 1000 * LOG_FRAME


@dataclass(frozen=True, slots=True)
class Opened:
    """What opening a workspace found.

    `recovered_from` is the backup that took the place of a damaged file, and `damaged_kept` where
    that file is now.
    """

    recovered_from: Path | None = None
    damaged_kept: Path | None = None
    migrated: int = 0
    backup: Path | None = None
    """The copy made before the first migration."""


class Database:
    """One open workspace file; any thread reads, one at a time writes.

    Every thread has a connection of its own, which it closes with `close_thread`.
    """

    def __init__(self) -> None:
        self.path = Path()
        self._lock = threading.RLock()
        self._depth = 0
        self._log_size = 0
        self._was_damaged = False

    def open(self, path: Path, *, now: datetime) -> Opened:
        """Make the file ready: create it, mend it or bring it up to date.

        Raises:
            StoreTrouble: the file is newer than this program, is something else, is damaged
                beyond the backups, or cannot be written.
        """
        with self._lock, translated():
            copies.make_private_folder(path.parent)
            opened = _made_ready(path, now)
            copies.make_private_file(_marker(path))
            self.path, self._log_size, self._was_damaged = path, 0, False
            engine.init(str(path), pragmas=PRAGMAS)
            engine.connect(reuse_if_open=True)
            return opened

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Hold the one write lock for a short transaction, never across a network call.

        What is called inside may use `writing` itself: it joins, and all is committed together
        or not at all.
        """
        with self._lock, self._noticing():
            connection = self._connection()
            if self._depth:
                yield connection
                return
            # Begun by hand: SQLite ends a transaction itself when the disk is full, and a second
            # rollback would hide the reason.
            connection.execute("BEGIN IMMEDIATE")
            self._depth += 1
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            finally:
                self._depth -= 1
            self._checkpoint_if_due(connection)

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
        """Return all rows of one fixed query, read in this thread's own connection."""
        with self._noticing():
            return self._connection().execute(sql, parameters).fetchall()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Translate what goes wrong while the tables' own queries read."""
        with self._noticing():
            yield

    def close_thread(self) -> None:
        """Close this thread's connection; it opens again by itself when needed."""
        # The last connection to close checkpoints, so it must not meet a writer.
        with self._lock, translated():
            engine.close()

    def close(self) -> None:
        """End cleanly: everything in one file, and no need to check it at the next start."""
        with self._lock, translated():
            if engine.deferred or not self.path.name:
                return
            connection = self._connection()
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            engine.close()
            if not self._was_damaged:
                _marker(self.path).unlink(missing_ok=True)
            engine.init(None)
            self.path = Path()

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection = engine.connection()  # type: ignore[no-untyped-call]
        return connection  # peewee's stubs leave `connection` bare

    @contextmanager
    def _noticing(self) -> Iterator[None]:
        try:
            with translated():
                yield
        except StoreTrouble as trouble:
            # The marker then stays, so that the next start checks the file and mends it.
            self._was_damaged |= trouble.reason == "damaged"
            raise

    def _checkpoint_if_due(self, connection: sqlite3.Connection) -> None:
        size = os.stat(f"{self.path}-wal").st_size
        self._log_size = min(self._log_size, size)
        if size - self._log_size >= CHECKPOINT_BYTES:
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
            # A reader may have held some pages back: try again only after as many more.
            self._log_size = size


def _marker(path: Path) -> Path:
    """Name the file that exists while the workspace is open, and after an unclean end."""
    return path.with_name(path.name + ".open")


def _made_ready(path: Path, now: datetime) -> Opened:
    recovered_from = damaged_kept = None
    if not _is_usable(path):
        recovered_from, damaged_kept = _recover(path, now)
    copies.make_private_file(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA busy_timeout = 5000")
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        version = version_of(connection)
        backup = None
        if 0 < version < len(MIGRATIONS):
            backup = backups_of(path) / f"before-{version + 1:03}-{now:%Y%m%d-%H%M%S}.db"
            copies.write_copy(path, backup)
        migrated = migrate(connection, now)
        if recovered_from is not None:
            _hold_outbox(connection)
    return Opened(recovered_from, damaged_kept, migrated, backup)


def backups_of(path: Path) -> Path:
    """Return the folder that holds the copies of a workspace file."""
    return path.parent / "backups"


def _is_usable(path: Path) -> bool:
    """Say whether the file is sound (or is to be created); raise when it is not ours to open."""
    if not path.exists() or path.stat().st_size == 0:
        # A file that was lost or emptied has copies; a new one has none.
        return copies.newest_good(backups_of(path)) is None
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA busy_timeout = 5000")
            connection.execute("PRAGMA wal_autocheckpoint = 0")
            _refuse_what_is_not_ours(connection)
            if _marker(path).exists():
                return copies.is_sound(connection)
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.DatabaseError as error:
        if reason_of(error) != "damaged":
            raise
        return False
    return True


def _refuse_what_is_not_ours(connection: sqlite3.Connection) -> None:
    version = version_of(connection)
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if tables and mark != APPLICATION_ID:
        raise StoreTrouble("not_a_workspace")
    if version > len(MIGRATIONS):
        raise StoreTrouble("newer_version")


def _recover(path: Path, now: datetime) -> tuple[Path, Path | None]:
    backup = copies.newest_good(backups_of(path))
    if backup is None:
        raise StoreTrouble("damaged")
    kept = copies.set_aside(path, now)
    copies.put_back(backup, path)
    return backup, kept


def _hold_outbox(connection: sqlite3.Connection) -> None:
    # What a backup holds as waiting may have gone out since it was made: a person decides.
    connection.execute(
        "UPDATE outbox SET state = 'held', problem_reason = 'restored' "
        "WHERE state IN ('queued', 'sending', 'unknown')"
    )
