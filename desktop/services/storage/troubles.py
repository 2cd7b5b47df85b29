"""Tell what is wrong with a workspace file from what SQLite or the system reported."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import peewee

from desktop.services.domain.errors import StoreTrouble

REASONS = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_PROTOCOL: "locked",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_PERM: "read_only",
    sqlite3.SQLITE_CANTOPEN: "read_only",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
    sqlite3.SQLITE_IOERR: "damaged",
}

# A full disk or a file-size limit can surface as a failed write rather than as SQLITE_FULL.
NO_ROOM = {
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_FSYNC,
    sqlite3.SQLITE_IOERR_TRUNCATE,
    sqlite3.SQLITE_IOERR_SHMSIZE,
    sqlite3.SQLITE_IOERR_SHMMAP,
}

SYSTEM_REASONS = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.EROFS: "read_only",
    # A folder that cannot be made where it is wanted.
    errno.ENOENT: "read_only",
    errno.ENOTDIR: "read_only",
}

FAILURES = (sqlite3.Error, peewee.DatabaseError, OSError, UnicodeDecodeError)
"""What the disk or the file makes the libraries raise.

The last one when even SQLite's complaint quotes bytes that are no text.
"""


def reason_of(error: BaseException) -> str | None:
    """Return the reason of a `StoreTrouble`, or None when the error is a mistake of ours."""
    if isinstance(error, peewee.PeeweeException):
        error = getattr(error, "orig", None) or error
    if isinstance(error, UnicodeDecodeError):
        return "damaged"
    if isinstance(error, OSError):
        return SYSTEM_REASONS.get(error.errno or 0)
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return "damaged" if is_undecodable(error) else None
    if code in NO_ROOM:
        return "disk_full"
    return REASONS.get(code & 0xFF)


def is_undecodable(error: BaseException) -> bool:
    """Say whether a text could not be read because its bytes are no longer a text.

    SQLite keeps what it was given and its own check does not look into it.
    """
    return isinstance(error, sqlite3.OperationalError) and str(error).startswith("Could not decode")


@contextmanager
def translated() -> Iterator[None]:
    """Turn what the disk or the file did into a `StoreTrouble`; let mistakes of ours through."""
    try:
        yield
    except FAILURES as error:
        reason = reason_of(error)
        if reason is None:
            raise
        raise StoreTrouble(reason) from error
