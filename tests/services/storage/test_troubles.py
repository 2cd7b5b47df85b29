import errno
import sqlite3
from pathlib import Path

import peewee
import pytest

from desktop.services.domain.errors import StoreTrouble
from desktop.services.storage.troubles import reason_of, translated


def sqlite_error(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("told by SQLite")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (sqlite_error(sqlite3.SQLITE_FULL), "disk_full"),
        (sqlite_error(sqlite3.SQLITE_IOERR_WRITE), "disk_full"),
        (sqlite_error(sqlite3.SQLITE_IOERR_READ), "damaged"),
        (sqlite_error(sqlite3.SQLITE_BUSY), "locked"),
        (sqlite_error(sqlite3.SQLITE_BUSY_SNAPSHOT), "locked"),
        (sqlite_error(sqlite3.SQLITE_READONLY_DBMOVED), "read_only"),
        (sqlite_error(sqlite3.SQLITE_CANTOPEN), "read_only"),
        (sqlite_error(sqlite3.SQLITE_CORRUPT_INDEX), "damaged"),
        (sqlite_error(sqlite3.SQLITE_NOTADB), "damaged"),
        (sqlite_error(sqlite3.SQLITE_CONSTRAINT_UNIQUE), None),
        (OSError(errno.ENOSPC, "full"), "disk_full"),
        (OSError(errno.EROFS, "read-only"), "read_only"),
        (OSError(errno.EINVAL, "wrong"), None),
        (sqlite3.ProgrammingError("ours"), None),
        (sqlite3.OperationalError("Could not decode to UTF-8 column 'text'"), "damaged"),
        (ValueError("ours"), None),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "told by SQLite"), "damaged"),
        (peewee.OperationalError(sqlite_error(sqlite3.SQLITE_FULL), "full"), "disk_full"),
        (peewee.IntegrityError("told by peewee itself"), None),
    ],
)
def test_every_error_has_its_reason(error: Exception, reason: str | None):
    assert reason_of(error) == reason


def test_what_the_disk_did_is_told_and_a_mistake_of_ours_is_not_hidden():
    with pytest.raises(StoreTrouble) as trouble, translated():
        raise sqlite_error(sqlite3.SQLITE_FULL)
    assert trouble.value.reason == "disk_full"
    assert isinstance(trouble.value.__cause__, sqlite3.Error)

    with pytest.raises(sqlite3.OperationalError), translated():
        raise sqlite_error(sqlite3.SQLITE_ERROR)
    with pytest.raises(StoreTrouble, match="locked"), translated():
        raise StoreTrouble("locked")


def test_a_folder_that_cannot_be_made_is_one_that_cannot_be_written_to(tmp_path):
    (tmp_path / "file").write_text("in the way")
    for nowhere in (tmp_path / "file" / "below", Path("/proc/nowhere/below")):
        with pytest.raises(StoreTrouble) as trouble, translated():
            nowhere.mkdir(parents=True)
        assert trouble.value.reason == "read_only"
