import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from stored import at

from desktop.services.domain.draft import OutboxState
from desktop.services.domain.errors import StoreTrouble
from desktop.services.domain.feed import FeedFilter
from desktop.services.storage import copies, preparation
from desktop.services.storage.database import Database
from desktop.services.storage.migrations import MIGRATIONS, Migration
from desktop.services.storage.preparation import Opened, backups_of, made_ready
from desktop.services.storage.rows import Rows

CUT_OFF = """
import os, sys
from pathlib import Path
from fakes import START
from stored import arrivals
from desktop.services.domain.feed import FeedKind
from desktop.services.storage.database import Database
from desktop.services.storage.rows import Rows
database = Database()
database.open(Path(sys.argv[1]), now=START)
Rows(database).feed.add(1, arrivals(range(300, 600)), kind=FeedKind.HOME)
os._exit(9)
"""


def cut_off(path: Path) -> None:
    """Use the workspace in another process and end that one without closing anything."""
    done = subprocess.run(
        [sys.executable, "-c", CUT_OFF, str(path)],
        env={**os.environ, "PYTHONPATH": f"{Path.cwd()}:{Path.cwd() / 'tests'}"},
        check=False,
    )
    assert done.returncode == 9


def opened(path: Path) -> tuple[Opened, int, list[str]]:
    """Open the workspace and return what was found, how many entries and the outbox's states."""
    database = Database()
    try:
        found = database.open(path, now=at(1))
        rows = Rows(database)
        states = [item.state.value for item in rows.outbox.all()]
        return found, len(rows.feed.window(FeedFilter()).ids), states
    finally:
        database.close()


def headless(path: Path) -> None:
    with path.open("r+b") as raw:
        raw.write(b"\0" * 200)


def page_spoilt(path: Path) -> None:
    size = path.stat().st_size
    with path.open("r+b") as raw:
        for offset in range(size * 3 // 16384 * 4096, size, 4096):
            raw.seek(offset)
            raw.write(os.urandom(64))


def cut_short(path: Path) -> None:
    with path.open("r+b") as raw:
        raw.truncate(path.stat().st_size // 2)


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def lost(path: Path) -> None:
    path.unlink()


def overwritten(path: Path) -> None:
    path.write_bytes(b"<html>not found</html>" * 1000)


def log_spoilt(path: Path) -> None:
    log = Path(f"{path}-wal")
    raw = bytearray(log.read_bytes())
    raw[len(raw) // 2 :] = os.urandom(len(raw) - len(raw) // 2)
    log.write_bytes(raw)


def test_a_workspace_that_ended_cleanly_opens_as_it_was(kept: Path):
    assert opened(kept) == (Opened(), 300, ["queued"])


def test_after_an_unclean_end_everything_that_was_committed_is_there(kept: Path):
    cut_off(kept)

    assert opened(kept) == (Opened(), 600, ["queued"])
    assert opened(kept) == (Opened(), 600, ["queued"])


@pytest.mark.parametrize("damage", [headless, page_spoilt, cut_short, overwritten])
def test_a_damaged_workspace_comes_back_from_its_newest_backup(
    kept: Path, damage: Callable[[Path], None]
):
    cut_off(kept)
    for companion in ("-wal", "-shm"):
        Path(f"{kept}{companion}").unlink(missing_ok=True)
    damage(kept)
    damaged = kept.read_bytes()

    found, entries, states = opened(kept)

    assert found.recovered_from == backups_of(kept) / "daily-20261121-090000.db"
    assert found.damaged_kept is not None
    assert found.damaged_kept.read_bytes() == damaged
    assert (entries, states) == (200, [OutboxState.HELD.value])
    assert opened(kept)[0] == Opened()


@pytest.mark.parametrize("damage", [emptied, lost])
def test_a_workspace_that_was_lost_comes_back_as_well(kept: Path, damage: Callable[[Path], None]):
    damage(kept)

    found, entries, states = opened(kept)

    assert found.recovered_from is not None
    assert (entries, states) == (200, [OutboxState.HELD.value])


def test_a_spoilt_log_costs_only_what_was_in_it(kept: Path):
    cut_off(kept)
    log_spoilt(kept)

    found, entries, _ = opened(kept)

    assert found == Opened()
    assert 300 <= entries <= 600


def test_a_damaged_workspace_without_a_backup_is_left_as_it_is(kept: Path):
    shutil.rmtree(backups_of(kept))
    headless(kept)
    before = kept.read_bytes()

    with pytest.raises(StoreTrouble) as trouble:
        opened(kept)

    assert trouble.value.reason == "damaged"
    assert kept.read_bytes() == before


def test_a_newer_workspace_is_refused_and_left_as_it_is(kept: Path):
    with sqlite3.connect(kept) as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    before = kept.read_bytes()

    for _ in range(2):
        with pytest.raises(StoreTrouble) as trouble:
            opened(kept)
        assert trouble.value.reason == "newer_version"
    assert kept.read_bytes() == before


def test_another_programs_file_is_refused_and_left_as_it_is(path: Path):
    path.parent.mkdir()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE songs (id)")
    connection.close()
    before = path.read_bytes()

    with pytest.raises(StoreTrouble) as trouble:
        opened(path)

    assert trouble.value.reason == "not_a_workspace"
    assert path.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path):
    (tmp_path / "file").touch()

    with pytest.raises((StoreTrouble, NotADirectoryError)):
        opened(tmp_path / "file" / "shop" / "crieur.db")


def test_a_folder_that_cannot_be_written_is_told(kept: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)

    with pytest.raises(StoreTrouble) as trouble:
        opened(kept)

    assert trouble.value.reason == "read_only"


def with_a_step_more(monkeypatch: pytest.MonkeyPatch, step: Migration) -> None:
    for module in (preparation, copies):
        monkeypatch.setattr(module, "MIGRATIONS", (*MIGRATIONS, step))
    original = preparation.migrate
    monkeypatch.setattr(
        preparation, "migrate", lambda file, now: original(file, now, (*MIGRATIONS, step))
    )


def test_an_older_workspace_is_copied_before_it_is_changed(
    kept: Path, monkeypatch: pytest.MonkeyPatch
):
    def forget_posts(connection: sqlite3.Connection) -> None:
        connection.execute("UPDATE setting SET value = 1")
        connection.execute("CREATE TABLE fresh (id INTEGER PRIMARY KEY) STRICT")

    with_a_step_more(monkeypatch, Migration("fresh", forget_posts))
    found = made_ready(kept, at(1), check=False)

    assert found.migrated == 1
    assert found.backup == backups_of(kept) / f"upgrade-{len(MIGRATIONS) + 1:03}-20261121-090100.db"
    with copies.reading(found.backup) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
        assert connection.execute("SELECT count(*) FROM feed_item").fetchone() == (300,)
    assert made_ready(kept, at(1), check=False) == Opened()


def test_a_damaged_older_workspace_is_not_changed(kept: Path, monkeypatch: pytest.MonkeyPatch):
    page_spoilt(kept)
    before = kept.read_bytes()
    with_a_step_more(monkeypatch, Migration("fresh", lambda _: None))

    with pytest.raises(StoreTrouble, match="damaged"):
        made_ready(kept, at(1), check=False)

    assert kept.read_bytes() == before
