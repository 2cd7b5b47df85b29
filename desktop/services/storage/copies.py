"""Copies of a workspace file: how one is made, judged sound, kept apart and put back.

A file that SQLite has open must never be opened by other means in the same process: closing it
would drop SQLite's own locks. So copies go through the backup API, and plain file operations are
for files that nothing has open.
"""

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from desktop.services.domain.errors import StoreTrouble
from desktop.services.storage.migrations import (
    APPLICATION_ID,
    MIGRATIONS,
    has_our_tables,
    version_of,
)
from desktop.services.storage.troubles import FAILURES, reason_of, translated

SUFFIX = ".db"
COMPANIONS = ("", "-wal", "-shm")
HOLD_OUTBOX = """UPDATE outbox SET state = 'held', problem_reason = 'restored'
    WHERE state IN ('queued', 'sending', 'unknown')"""
PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a file for reading only, with nothing written beside it once nobody writes it."""
    address = f"{path.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True, isolation_level=None)) as connection:
        connection.execute("PRAGMA trusted_schema = 0")
        yield connection


def is_sound(connection: sqlite3.Connection) -> bool:
    """Say whether every page and index of the file is as it should be.

    `integrity_check`, not the quick one: of sixty damaged files only this one found eighteen.
    """
    try:
        return bool(connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",))
    except FAILURES as error:
        if reason_of(error) == "damaged":
            return False
        raise


def is_good_copy(path: Path) -> bool:
    """Say whether a copy is a sound workspace that this version of Crieur can open."""
    try:
        with reading(path) as connection:
            mark = connection.execute("PRAGMA application_id").fetchone()[0]
            version = version_of(connection)
            is_ours = mark == APPLICATION_ID and 0 < version <= len(MIGRATIONS)
            return is_ours and is_sound(connection) and has_our_tables(connection)
    except FAILURES:
        return False


def make_private_folder(folder: Path) -> None:
    """Create the folder, and those above it, for its owner's eyes only."""
    folder.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
    # On systems without such permissions (a USB stick, say) the folder is still usable.
    with contextlib.suppress(OSError):
        folder.chmod(PRIVATE_FOLDER)


def make_private_file(path: Path) -> None:
    """Create the file if it is missing, for its owner's eyes only."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, PRIVATE_FILE))
    with contextlib.suppress(OSError):
        path.chmod(PRIVATE_FILE)


def sync(path: Path) -> None:
    """Wait until a file, or what a folder lists, is on the disk."""
    if os.name == "nt" and path.is_dir():  # Windows cannot sync a folder
        return
    handle = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_copy(source: Path, target: Path) -> None:
    """Write a sound copy of `source`, which others may be writing, to `target`, all or nothing.

    Raises:
        StoreTrouble: "disk_full" unless twice the size is free, "damaged" when the copy, and so
            the source, is not sound; nothing is left at `target` then.
    """
    with translated():
        make_private_folder(target.parent)
        size = sum(_size(source, companion) for companion in COMPANIONS)
        if shutil.disk_usage(target.parent).free < 2 * size:
            raise StoreTrouble("disk_full")
        unfinished = target.with_name(target.name + ".part")
        _discard(unfinished)
        make_private_file(unfinished)
        try:
            _copy(source, unfinished)
            sync(unfinished)
            os.replace(unfinished, target)
            sync(target.parent)
        finally:
            _discard(unfinished)


def newest_good(folder: Path) -> Path | None:
    """Return the newest sound copy in the folder; None when there is none."""
    copies = sorted(folder.glob(f"*{SUFFIX}"), key=_made_at, reverse=True)
    return next((copy for copy in copies if is_good_copy(copy)), None)


def set_aside(path: Path, now: datetime) -> Path | None:
    """Move a damaged file, with what belongs to it, beside itself; None when it is not there."""
    if not path.exists():
        return None
    stem = f"{path.stem}.damaged-{now:%Y%m%d-%H%M%S}"
    kept, number = path.with_name(stem + SUFFIX), 1
    while kept.exists():
        number += 1
        kept = path.with_name(f"{stem}-{number}{SUFFIX}")
    for companion in reversed(COMPANIONS):
        with contextlib.suppress(FileNotFoundError):
            os.replace(f"{path}{companion}", f"{kept}{companion}")
    return kept


def put_in_place_of(damaged: Path, copy: Path, now: datetime) -> None:
    """Make a damaged file hold what a copy holds, and keep the file as it was beside it.

    All or nothing; nothing may have the file open.
    """
    kept = set_aside(damaged, now)
    try:
        put_back(copy, damaged)
    except BaseException:
        if kept is not None:
            for companion in COMPANIONS:
                with contextlib.suppress(FileNotFoundError):
                    os.replace(f"{kept}{companion}", f"{damaged}{companion}")
        raise


def put_back(copy: Path, path: Path) -> None:
    """Make `path` hold what the copy holds; nothing may have `path` open.

    Posts that the copy holds as waiting may have gone out since it was made, so they are held
    for a person to decide; before the copy takes its place, lest a kill forget to.
    """
    with translated():
        unfinished = path.with_name(path.name + ".part")
        _discard(unfinished)
        make_private_file(unfinished)
        try:
            shutil.copyfile(copy, unfinished)
            with closing(sqlite3.connect(unfinished, isolation_level=None)) as connection:
                connection.execute(HOLD_OUTBOX)
            sync(unfinished)
            for companion in COMPANIONS[1:]:
                _discard(Path(f"{path}{companion}"))
            os.replace(unfinished, path)
            sync(path.parent)
        finally:
            _discard(unfinished)


def _copy(source: Path, target: Path) -> None:
    with reading(source) as old, closing(sqlite3.connect(target, isolation_level=None)) as new:
        old.backup(new)
        # One file on its own: no log beside it that could be left behind.
        new.execute("PRAGMA journal_mode = DELETE")
        if not is_sound(new):
            raise StoreTrouble("damaged")


def _size(source: Path, companion: str) -> int:
    try:
        return Path(f"{source}{companion}").stat().st_size
    except FileNotFoundError:
        return 0


def _made_at(copy: Path) -> tuple[int, str]:
    return copy.stat().st_mtime_ns, copy.name


def _discard(path: Path) -> None:
    for companion in (*COMPANIONS, "-journal"):
        with contextlib.suppress(FileNotFoundError):
            os.unlink(f"{path}{companion}")
