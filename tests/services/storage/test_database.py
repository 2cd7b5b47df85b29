import os
import resource
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest
from fakes import START
from stored import account as make_account
from stored import arrivals, post

from desktop.services.domain.account import Account
from desktop.services.domain.errors import StoreTrouble
from desktop.services.domain.feed import FeedFilter, FeedKind
from desktop.services.storage import copies
from desktop.services.storage.database import CHECKPOINT_BYTES, Database
from desktop.services.storage.rows import Rows


def log_of(path: Path) -> Path:
    return Path(f"{path}-wal")


def test_a_new_workspace_is_private_and_safe(database: Database, rows: Rows, path: Path):
    rows.settings.put("key", 1)
    assert path.stat().st_mode & 0o777 == 0o600
    assert log_of(path).stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "trusted_schema": 0,
        "wal_autocheckpoint": 0,
        "cache_size": -16_000,
    }
    assert {name: database.rows(f"PRAGMA {name}")[0][0] for name in wanted} == wanted


def test_a_clean_end_leaves_one_file_and_nothing_to_check(database: Database, path: Path):
    Rows(database).settings.put("key", 1)
    database.close()
    database.close()

    left = {file.name: file.stat().st_size for file in path.parent.iterdir()}
    assert set(left) == {"crieur.db", "crieur.db.lease"}
    assert left["crieur.db.lease"] == 0


def test_what_is_called_inside_joins_the_transaction(database: Database):
    settings = Rows(database).settings

    def store() -> None:
        with database.writing():
            settings.put("one", 1)
            with database.writing():
                settings.put("two", 2)
            assert settings.get("two") == 2
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store()

    assert settings.get("one") is None
    assert settings.get("two") is None
    settings.put("three", 3)
    assert settings.get("three") == 3


def test_writers_on_many_threads_lose_nothing_and_readers_never_wait(
    database: Database, rows: Rows, account: Account
):
    def write(lane: int) -> None:
        for page in range(20):
            first = lane * 1000 + page * 5
            rows.feed.add(account.id, arrivals(range(first, first + 5)), kind=FeedKind.HOME)
            with database.writing() as connection:
                (number,) = connection.execute(
                    "SELECT coalesce(max(value), 0) FROM setting WHERE key = 'n'"
                ).fetchone()
                connection.execute("REPLACE INTO setting VALUES ('n', ?)", (int(number) + 1,))
        database.close_thread()

    def read() -> None:
        for _ in range(100):
            ids = rows.feed.window(FeedFilter()).ids
            assert len(ids) % 5 == 0
            assert len(rows.feed.entries(ids[:9])) == len(ids[:9])
        database.close_thread()

    with ThreadPoolExecutor(6) as lanes:
        for job in [lanes.submit(write, n) for n in range(4)] + [lanes.submit(read)] * 2:
            job.result()

    assert len(rows.feed.window(FeedFilter()).ids) == 400
    assert database.rows("SELECT value FROM setting") == [("80",)]


def test_the_log_stays_small_while_much_is_written(
    database: Database, rows: Rows, account: Account, path: Path
):
    sizes = []
    for page in range(60):
        told = arrivals(range(page * 100, page * 100 + 100), text="bread " * 60)
        rows.feed.add(account.id, told, kind=FeedKind.HOME)
        sizes.append(log_of(path).stat().st_size)

    assert max(sizes) < 3 * CHECKPOINT_BYTES
    assert path.stat().st_size > 1_000_000
    assert any(later < earlier for earlier, later in pairwise(sizes))


def test_switching_moves_every_thread_to_the_other_workspace(database: Database, tmp_path: Path):
    settings = Rows(database).settings
    other = tmp_path / "other" / "crieur.db"
    with ThreadPoolExecutor(1) as lane:
        lane.submit(settings.put, "where", "first").result()
        database.open(other, now=START)

        # This lane kept its connection to the first file.
        assert lane.submit(settings.get, "where").result() is None
        lane.submit(settings.put, "where", "second").result()
        lane.submit(database.close_thread).result()

    assert database.path == other
    assert settings.get("where") == "second"
    database.open(tmp_path / "shop" / "crieur.db", now=START)
    assert settings.get("where") == "first"


def test_a_workspace_that_another_process_writes_is_locked(
    database: Database, rows: Rows, path: Path, monkeypatch: pytest.MonkeyPatch
):
    with database.reading():
        database.rows("PRAGMA busy_timeout = 20")
    stranger = sqlite3.connect(path, isolation_level=None)
    stranger.execute("BEGIN IMMEDIATE")

    with pytest.raises(StoreTrouble) as trouble:
        rows.settings.put("key", 1)
    assert trouble.value.reason == "locked"
    assert rows.settings.get("key") is None

    stranger.execute("ROLLBACK")
    stranger.close()
    rows.settings.put("key", 2)
    assert rows.settings.get("key") == 2


def test_one_workspace_is_opened_once(database: Database, path: Path):
    with pytest.raises(StoreTrouble) as trouble:
        Database().open(path, now=START)

    assert trouble.value.reason == "locked"


def test_a_mistake_of_ours_is_not_taken_for_a_trouble(database: Database):
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        database.rows("SELECT * FROM missing")


def test_damage_met_in_use_is_told_and_mended_at_the_next_start(
    database: Database, rows: Rows, account: Account, path: Path
):
    rows.feed.add(account.id, arrivals(range(400)), kind=FeedKind.HOME)
    database.copy_to(path.parent / "backups" / "daily-20261121-090000.db")
    rows.feed.add(account.id, arrivals(range(400, 800)), kind=FeedKind.HOME)
    database.close()
    raw = bytearray(path.read_bytes())
    for page in range(len(raw) // 8192, len(raw) // 4096):
        raw[page * 4096 : page * 4096 + 64] = b"\xa5" * 64
    path.write_bytes(raw)

    assert database.open(path, now=START).recovered_from is None  # a clean end is not checked
    with pytest.raises(StoreTrouble, match="damaged"):
        database.rows("SELECT * FROM post, feed_item, feed_source ORDER BY post.text")
    with pytest.raises(StoreTrouble, match="damaged"):
        database.copy_to(path.parent / "backups" / "daily-20261122-090000.db")

    opened = database.open(path, now=START)

    assert opened.recovered_from == path.parent / "backups" / "daily-20261121-090000.db"
    assert opened.damaged_kept is not None
    assert opened.damaged_kept.read_bytes() == bytes(raw)
    assert len(rows.feed.window(FeedFilter()).ids) == 400


def test_a_text_whose_bytes_are_spoilt_does_not_hide_the_others(
    database: Database, rows: Rows, account: Account
):
    rows.feed.add(account.id, arrivals(range(3)), kind=FeedKind.HOME)
    with database.writing() as connection:
        connection.execute("UPDATE post SET text = CAST(x'4272ff64' AS TEXT) WHERE url = ''")
        connection.execute("UPDATE account SET name = CAST(x'ff' AS TEXT)")

    texts = [e.post.text for e in rows.feed.entries(rows.feed.window(FeedFilter()).ids) if e.post]

    assert texts == ["Br\ufffdd"] * 3
    assert rows.people.texts_of(1, 1) == ("Br\ufffdd",)
    with pytest.raises(StoreTrouble, match="damaged"):
        rows.accounts.all()


def test_restoring_goes_back_to_the_copy_and_can_be_undone(
    database: Database, rows: Rows, tmp_path: Path
):
    rows.settings.put("bread", "old")
    database.copy_to(tmp_path / "old.db")
    rows.settings.put("bread", "new")
    database.copy_to(tmp_path / "new.db")

    opened = database.restore(tmp_path / "old.db", now=START)
    assert (opened.recovered_from, opened.damaged_kept) == (tmp_path / "old.db", None)
    assert rows.settings.get("bread") == "old"

    database.restore(tmp_path / "new.db", now=START)
    assert rows.settings.get("bread") == "new"


def test_a_spoilt_copy_is_not_restored(database: Database, rows: Rows, tmp_path: Path):
    rows.settings.put("bread", "new")
    (tmp_path / "old.db").write_text("nothing")

    with pytest.raises(StoreTrouble, match="damaged"):
        database.restore(tmp_path / "old.db", now=START)

    assert rows.settings.get("bread") == "new"


WITHOUT_ROOM = """
import resource, signal, sys
from pathlib import Path
from fakes import START
from stored import account, arrivals
from desktop.services.domain.errors import StoreTrouble
from desktop.services.domain.feed import FeedFilter, FeedKind
from desktop.services.storage.database import Database
from desktop.services.storage.rows import Rows

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
database = Database()
database.open(Path(sys.argv[1]), now=START)
rows = Rows(database)
shop = rows.accounts.add(account("shop"))
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
kept = 0
try:
    while True:
        rows.feed.add(shop.id, arrivals(range(kept, kept + 50)), kind=FeedKind.HOME)
        kept += 50
except StoreTrouble as trouble:
    assert trouble.reason == "disk_full", trouble.reason
assert len(rows.feed.window(FeedFilter()).ids) == kept
assert len(rows.feed.entries(rows.feed.window(FeedFilter(), span=64).ids)) == min(kept, 64)
try:
    database.copy_to(Path(sys.argv[1]).parent / "backups" / "full.db")
except StoreTrouble as trouble:
    assert trouble.reason == "disk_full", trouble.reason
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
rows.feed.add(shop.id, arrivals(range(kept, kept + 50)), kind=FeedKind.HOME)
database.close()
print(kept + 50)
"""


@pytest.mark.parametrize("room", [180_000, 400_000, 1_500_000])
def test_on_a_full_disk_reading_goes_on_and_nothing_acknowledged_is_lost(
    database: Database, tmp_path: Path, room: int
):
    path = tmp_path / "full" / "crieur.db"
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_ROOM, str(path), str(room)],
        env={**os.environ, "PYTHONPATH": f"{Path.cwd()}:{Path.cwd() / 'tests'}"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    database.open(path, now=START)
    assert len(Rows(database).feed.window(FeedFilter()).ids) == int(done.stdout)
    with copies.reading(path) as connection:
        assert copies.is_sound(connection)
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY


def test_accounts_and_posts_outlive_the_program(database: Database, path: Path):
    rows = Rows(database)
    added = rows.accounts.add(make_account("shop"))
    key = rows.posts.save([post()])["at:one"]
    database.close()

    database.open(path, now=START)

    assert rows.accounts.all() == (added,)
    assert rows.posts.get(key) == post()
