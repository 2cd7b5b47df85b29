"""Open a workspace file, write it one at a time, and let it go cleanly."""

import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop.services.domain.errors import StoreTrouble
from desktop.services.storage import copies
from desktop.services.storage.engine import engine
from desktop.services.storage.lease import Lease, belongs_to_workspace
from desktop.services.storage.preparation import Opened, made_ready
from desktop.services.storage.troubles import FAILURES, is_undecodable, reason_of, translated

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


class Database:
    """One open workspace file; any thread reads, one at a time writes.

    Every thread has a connection of its own, which it closes with `close_thread`.
    """

    def __init__(self) -> None:
        self.path = Path()
        self._lock = threading.RLock()
        self._lease: Lease | None = None
        self._depth = 0
        self._log_size = 0
        self._was_damaged = False
        self._times_opened = 0
        self._thread = threading.local()

    def open(self, path: Path, *, now: datetime) -> Opened:
        """Make the file ready: create it, mend it or bring it up to date.

        Raises:
            StoreTrouble: another process has the file open, it is newer than this program, is
                something else, is damaged beyond the backups, or cannot be written.
        """
        with self._lock, translated():
            self.close()
            copies.make_private_folder(path.parent)
            lease = Lease(path)
            try:
                opened = made_ready(path, now, check=lease.was_cut_off)
                lease.mark_open()
                self.path, self._log_size, self._was_damaged = path, 0, False
                self._times_opened += 1
                engine.init(str(path), pragmas=PRAGMAS)
                self._connection()
            except BaseException:
                lease.end(clean=False)
                raise
            self._lease = lease
            return opened

    def restore(self, copy: Path, *, now: datetime) -> Opened:
        """Go back to what a copy holds; no other thread may be using the workspace.

        The posts it holds as waiting are held, because they may have gone out since.

        Raises:
            StoreTrouble: "damaged", the copy is not sound; nothing was changed then.
        """
        if not copies.is_good_copy(copy):
            raise StoreTrouble("damaged")
        with self._lock, translated():
            path = self.path
            self.close()
            kept = copies.set_aside(path, now) if self._was_damaged else None
            copies.put_back(copy, path)
            opened = self.open(path, now=now)
            return replace(opened, recovered_from=copy, damaged_kept=kept)

    def copy_to(self, target: Path) -> None:
        """Write a sound copy of the workspace while it stays in use.

        Raises:
            StoreTrouble: "damaged", the workspace is not sound; "disk_full", twice its size is
                not free; "locked", the target is a workspace itself. No copy is left then.
        """
        if belongs_to_workspace(target):
            # Put in the place of a file that is open, a copy would lose what is written next.
            raise StoreTrouble("locked")
        with self._noticing():
            copies.write_copy(self.path, target)

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
        try:
            return self._connection().execute(sql, parameters).fetchall()
        except FAILURES as error:
            if is_undecodable(error):
                return self._readable_rows(sql, parameters)
            with self._noticing():  # entered only now: every page of the list comes through here
                raise

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Translate what goes wrong while the tables' own queries read."""
        with self._noticing():
            self._connection()
            yield

    def close_thread(self) -> None:
        """Close this thread's connection; it opens again by itself when needed."""
        # The last connection to close checkpoints, so it must not meet a writer.
        with self._lock, translated():
            engine.close()

    def close(self) -> None:
        """End cleanly: everything in one file, and no need to check it at the next start."""
        with self._lock:
            lease, self._lease = self._lease, None
            if lease is None:
                return
            clean = False
            try:
                with self._noticing():
                    self._connection().execute("PRAGMA wal_checkpoint(TRUNCATE)")
                    engine.close()
                clean = not self._was_damaged
            finally:
                lease.end(clean=clean)
                engine.init(None)

    def _connection(self) -> sqlite3.Connection:
        if getattr(self._thread, "times_opened", 0) != self._times_opened:
            # A connection of this thread to the workspace that was open before.
            engine.close()
            self._thread.times_opened = self._times_opened
        connection: sqlite3.Connection
        connection = engine.connection()  # type: ignore[no-untyped-call] # bare in its stubs
        return connection

    @contextmanager
    def _noticing(self) -> Iterator[None]:
        try:
            with translated():
                yield
        except StoreTrouble as trouble:
            # The marker then stays, so that the next start checks the file and mends it.
            self._was_damaged |= trouble.reason == "damaged"
            raise

    def _readable_rows(self, sql: str, parameters: Sequence[Any]) -> list[Any]:
        """Return the rows with a mark in place of bytes that are no text any more.

        One flipped byte in one post must not hide all others. Not done at once, because it makes
        reading every other page slower.
        """
        connection = self._connection()
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        try:
            return connection.execute(sql, parameters).fetchall()
        finally:
            connection.text_factory = str

    def _checkpoint_if_due(self, connection: sqlite3.Connection) -> None:
        try:
            size = os.stat(f"{self.path}-wal").st_size
            self._log_size = min(self._log_size, size)
            if size - self._log_size >= CHECKPOINT_BYTES:
                # A reader may hold some pages back: the next try is after as many more.
                self._log_size = size
                connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        except (OSError, sqlite3.DatabaseError) as error:
            # The transaction is committed and must not look as if it were not: what is wrong
            # with the disk or the file shows at the next write.
            self._was_damaged |= reason_of(error) == "damaged"
