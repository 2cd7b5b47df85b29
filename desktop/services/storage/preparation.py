"""Make a workspace file ready to be used: new, mended from a backup, or brought up to date."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.services.domain.errors import StoreTrouble
from desktop.services.storage import copies
from desktop.services.storage.migrations import (
    APPLICATION_ID,
    MIGRATIONS,
    has_our_tables,
    migrate,
    version_of,
)
from desktop.services.storage.troubles import FAILURES, reason_of


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


def made_ready(path: Path, now: datetime, *, check: bool) -> Opened:
    """Create, mend or migrate the file; `check` looks at every page of it first."""
    recovered_from = damaged_kept = None
    if not _is_usable(path, check):
        recovered_from, damaged_kept = _recover(path, now)
    copies.make_private_file(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA busy_timeout = 5000")
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        version = version_of(connection)
        backup = None
        if 0 < version < len(MIGRATIONS):
            backup = backups_of(path) / f"upgrade-{version + 1:03}-{now:%Y%m%d-%H%M%S}.db"
            copies.write_copy(path, backup)
        migrated = migrate(connection, now)
        if check or recovered_from is not None:
            _mend_words(connection)
        # Here and not by the first reader: the connection that changes the mode would hold on to
        # the log, and no checkpoint could empty it.
        connection.execute("PRAGMA journal_mode = wal")
    return Opened(recovered_from, damaged_kept, migrated, backup)


def backups_of(path: Path) -> Path:
    """Return the folder that holds the copies of a workspace file."""
    return path.parent / "backups"


def _is_usable(path: Path, check: bool) -> bool:
    """Say whether the file is sound (or is to be created); raise when it is not ours to open."""
    if not path.exists() or path.stat().st_size == 0:
        # A file that was lost or emptied has copies; a new one has none.
        return copies.newest_good(backups_of(path)) is None
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA busy_timeout = 5000")
            connection.execute("PRAGMA wal_autocheckpoint = 0")
            _refuse_what_is_not_ours(connection)
            if check:
                return copies.is_sound(connection) and has_our_tables(connection)
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except FAILURES as error:
        if reason_of(error) != "damaged":
            raise
        return False
    return True


def _mend_words(connection: sqlite3.Connection) -> None:
    """Make a word index anew when it is damaged: SQLite's own check does not look into it."""
    for table in ("post_fts", "author_fts"):
        try:
            connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 0)")
        except sqlite3.DatabaseError as error:
            if reason_of(error) != "damaged":
                raise
            connection.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")


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
