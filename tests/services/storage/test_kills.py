"""What is left when the process is killed in the middle of storing or of a migration.

Each trial starts a child, kills it at a moment chosen by chance and looks at the file. A few
trials run every time; `-m hard` runs enough of them to be sure, and the same trials against
naive code, which must fail: otherwise the trials would prove nothing.
"""

import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from fakes import START
from stored import account, arrivals

from desktop.services.domain.feed import FeedFilter, FeedKind
from desktop.services.storage import copies
from desktop.services.storage.database import Database
from desktop.services.storage.migrations import MIGRATIONS, version_of
from desktop.services.storage.preparation import backups_of
from desktop.services.storage.rows import Rows

FEW, MANY = 4, 200

INGEST = """
import sys
from contextlib import nullcontext
from pathlib import Path
from fakes import START
from stored import arrivals
from desktop.services.domain.feed import FeedKind
from desktop.services.storage.database import Database
from desktop.services.storage.rows import Rows

database = Database()
database.open(Path(sys.argv[1]), now=START)
rows = Rows(database)
together = database.writing if sys.argv[2] == "joined" else nullcontext
print("ready", flush=True)
while True:
    done = int(rows.sync.newest(1, "home") or 0)
    with together():
        rows.sync.put(1, "home", newest=str(done + 20))
        # Pages overlap, as they do when posts arrive while older pages are fetched.
        rows.feed.add(1, arrivals(range(max(done - 5, 0), done + 20)), kind=FeedKind.HOME)
"""

MIGRATE = """
import sys
from pathlib import Path
from fakes import START
from desktop.services.storage import migrations, preparation
from desktop.services.storage.migrations import MIGRATIONS, Migration

def step(number):
    def apply(connection):
        connection.execute("CREATE TABLE fresh (id INTEGER PRIMARY KEY, text TEXT) STRICT")
        connection.execute("INSERT INTO fresh (id, text) SELECT id, text FROM post")
        connection.execute("DROP TABLE IF EXISTS changed")
        connection.execute("ALTER TABLE fresh RENAME TO changed")
        connection.execute(f"CREATE INDEX changed_{number} ON changed (text)")
    return Migration(f"step {number}", apply)

steps = (*MIGRATIONS, *(step(number) for number in range(7)))
if sys.argv[2] == "naive":
    class Naive:
        def __init__(self, connection): self.connection = connection
        def __getattr__(self, name): return getattr(self.connection, name)
        def execute(self, sql, *values):
            kept = sql in ("BEGIN IMMEDIATE", "COMMIT", "ROLLBACK")
            return None if kept else self.connection.execute(sql, *values)
    run = lambda connection, now: migrations.migrate(Naive(connection), now, steps)
else:
    run = lambda connection, now: migrations.migrate(connection, now, steps)
preparation.MIGRATIONS, preparation.migrate = steps, run
print("ready", flush=True)
preparation.made_ready(Path(sys.argv[1]), START, check=False)
print("done", flush=True)
"""


@dataclass
class Trial:
    """One child that was killed after `seconds`, or had ended by itself."""

    was_killed: bool
    errors: str


def trial(script: str, path: Path, mode: str, seconds: float) -> Trial:
    """Start the child, kill it so many seconds after it is ready, and wait for its end."""
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path), mode],
        env={**os.environ, "PYTHONPATH": f"{Path.cwd()}:{Path.cwd() / 'tests'}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        assert child.stdout.readline() == "ready\n", child.stderr.read()
        try:
            child.wait(seconds)
        except subprocess.TimeoutExpired:
            child.kill()
        errors = child.stderr.read()
    return Trial(child.returncode == -9, errors)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "shop" / "crieur.db"


@pytest.fixture
def shop(path: Path) -> Iterator[Path]:
    database = Database()
    database.open(path, now=START)
    Rows(database).accounts.add(account("shop"))
    database.close()
    yield path
    database.close()


def ingest_repeatedly(path: Path, mode: str, times: int) -> int:
    """Return after how many kills something was lost or doubled."""
    chance = random.Random(times)
    wrong = 0
    for _ in range(times):
        killed = trial(INGEST, path, mode, chance.uniform(0.005, 0.12))
        assert killed.was_killed, killed.errors
        database = Database()
        opened = database.open(path, now=START)
        rows = Rows(database)
        fetched = int(rows.sync.newest(1, "home") or 0)
        ids = rows.feed.window(FeedFilter(), span=1_000_000).ids
        stored = sorted(int(name[3:]) for (name,) in database.rows("SELECT native_id FROM post"))
        if stored != list(range(fetched)) or len(ids) != fetched:
            wrong += 1
        with database.writing() as connection:
            connection.execute("INSERT INTO post_fts (post_fts) VALUES ('integrity-check')")
        assert opened.recovered_from is None
        database.close()
    return wrong


def migrate_repeatedly(folder: Path, mode: str, times: int) -> tuple[int, int]:
    """Return how many files were half-migrated, and how many kills there were."""
    template = folder / "template" / "crieur.db"
    database = Database()
    database.open(template, now=START)
    rows = Rows(database)
    shop = rows.accounts.add(account("shop"))
    rows.feed.add(shop.id, arrivals(range(8000)), kind=FeedKind.HOME)
    database.close()
    chance = random.Random(times)
    half = kills = 0
    for number in range(times):
        path = folder / str(number) / "crieur.db"
        path.parent.mkdir()
        copies.put_back(template, path)
        kills += trial(MIGRATE, path, mode, chance.uniform(0.02, 0.25)).was_killed
        with sqlite3.connect(path, isolation_level=None) as connection:
            assert copies.is_sound(connection)
            half += is_half_migrated(connection)
        connection.close()
        for backup in backups_of(path).glob("*.db"):
            assert copies.is_good_copy(backup)
        assert trial(MIGRATE, path, mode, 60).errors == "" or mode == "naive"
        with sqlite3.connect(path, isolation_level=None) as connection:
            assert version_of(connection) == len(MIGRATIONS) + 7 or mode == "naive"
        connection.close()
    return half, kills


def is_half_migrated(connection: sqlite3.Connection) -> bool:
    """Say whether the tables are not those of the version that the file says it has."""
    names = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}
    version, released = version_of(connection), len(MIGRATIONS)
    records = connection.execute("SELECT count(*) FROM migration").fetchone()[0]
    if "fresh" in names or records != version or ("changed" in names) != (version > released):
        return True
    if version <= released:
        return False
    indexes = {name for name in names if name.startswith("changed_")}
    rows = connection.execute("SELECT count(*) FROM changed").fetchone()[0]
    return indexes != {f"changed_{version - released - 1}"} or rows != 8000


def test_a_kill_while_storing_loses_and_doubles_nothing(shop: Path):
    assert ingest_repeatedly(shop, "joined", FEW) == 0


def test_a_kill_in_a_migration_leaves_the_old_or_the_new(tmp_path: Path):
    half, kills = migrate_repeatedly(tmp_path, "real", FEW)

    assert half == 0
    assert kills > 0


@pytest.mark.hard
@pytest.mark.timeout(900)
def test_two_hundred_kills_while_storing_lose_and_double_nothing(shop: Path):
    assert ingest_repeatedly(shop, "joined", MANY) == 0


@pytest.mark.hard
@pytest.mark.timeout(900)
def test_two_hundred_kills_in_migrations_leave_the_old_or_the_new(tmp_path: Path):
    half, kills = migrate_repeatedly(tmp_path, "real", MANY)

    assert half == 0
    assert kills > MANY // 3


@pytest.mark.hard
@pytest.mark.timeout(900)
def test_the_trials_find_what_naive_storing_loses(shop: Path):
    assert ingest_repeatedly(shop, "apart", 40) > 0


@pytest.mark.hard
@pytest.mark.timeout(900)
def test_the_trials_find_what_naive_migrations_break(tmp_path: Path):
    half, kills = migrate_repeatedly(tmp_path, "naive", 20)

    assert half > kills // 2
