import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from fakes import FakeClock
from stored import account

from desktop.services.backups import Backups
from desktop.services.domain.draft import Draft, OutboxState, PublishKey
from desktop.services.domain.errors import StoreTrouble
from desktop.services.storage.copies import is_good_copy
from desktop.services.storage.database import Database
from desktop.services.storage.rows import Rows


@pytest.fixture
def database(tmp_path: Path, clock: FakeClock) -> Iterator[Database]:
    database = Database()
    database.open(tmp_path / "shop" / "crieur.db", now=clock())
    yield database
    database.close()


@pytest.fixture
def backups(database: Database, clock: FakeClock) -> Backups:
    return Backups(database, clock)


def test_there_is_one_copy_a_day(backups: Backups, clock: FakeClock, database: Database):
    first = backups.back_up_daily()
    clock.advance(hours=5)
    again = backups.back_up_daily()
    clock.advance(days=1)
    second = backups.back_up_daily()

    assert first is not None
    assert second is not None
    assert again is None
    assert backups.all() == (second, first)
    assert first.reason == "daily"
    assert first.size == first.path.stat().st_size
    assert is_good_copy(first.path)


def test_seven_days_and_four_weeks_are_kept(backups: Backups, clock: FakeClock):
    for _ in range(60):
        backups.back_up_daily()
        clock.advance(days=1)

    kept = [backup.made_at.date() for backup in backups.all()]
    newest = clock().date() - timedelta(days=1)
    assert kept[:7] == [newest - timedelta(days=day) for day in range(7)]
    assert len(kept) == 11
    weeks = [day.isocalendar()[:2] for day in kept[7:]]
    assert len(set(weeks)) == 4
    assert newest - kept[-1] >= timedelta(days=21)


def test_a_computer_that_is_seldom_on_keeps_what_it_has(backups: Backups, clock: FakeClock):
    chance = random.Random(7)
    for _ in range(30):
        backups.back_up_daily()
        clock.advance(days=chance.choice([1, 3, 9]))

    assert 7 < len(backups.all()) <= 11


def test_other_copies_and_other_files_are_left_alone(
    backups: Backups, clock: FakeClock, database: Database
):
    folder = database.path.parent / "backups"
    database.copy_to(folder / "upgrade-002-20250101-000000.db")
    (folder / "mine.txt").write_text("notes")
    for _ in range(20):
        backups.back_up_daily()
        clock.advance(days=1)

    assert (folder / "mine.txt").exists()
    assert [b.reason for b in backups.all()].count("upgrade") == 1
    assert backups.all()[-1].reason == "upgrade"


def test_without_room_the_older_copies_stay(
    backups: Backups, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
):
    for _ in range(7):
        backups.back_up_daily()
        clock.advance(days=1)
    before = backups.all()
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 10}))

    with pytest.raises(StoreTrouble, match="disk_full"):
        backups.back_up_daily()

    assert backups.all() == before


def test_going_back_holds_what_was_waiting_and_can_be_undone(
    backups: Backups, clock: FakeClock, database: Database
):
    rows = Rows(database)
    shop = rows.accounts.add(account("shop"))
    item = rows.outbox.queue(shop.id, Draft("Bread"), PublishKey("u", "k", clock()), clock())
    copy = backups.back_up_daily()
    assert copy is not None
    rows.outbox.move(item.id, OutboxState.SENDING, from_=OutboxState.QUEUED)
    rows.outbox.move(item.id, OutboxState.SENT, from_=OutboxState.SENDING)
    rows.settings.put("later", 1)
    clock.advance(hours=1)

    opened = backups.restore(copy)

    assert opened.recovered_from == copy.path
    assert rows.outbox.waiting() == ()
    assert rows.outbox.get(item.id).state == OutboxState.HELD
    assert rows.settings.get("later") is None
    undo = next(b for b in backups.all() if b.reason == "restore")
    clock.advance(hours=1)
    backups.restore(undo)
    assert rows.settings.get("later") == 1
    assert rows.outbox.get(item.id).state == OutboxState.SENT


def test_a_damaged_workspace_can_still_be_replaced(
    backups: Backups, clock: FakeClock, database: Database
):
    rows = Rows(database)
    for number in range(400):
        rows.settings.put(f"key {number}", "x" * 500)
    copy = backups.back_up_daily()
    assert copy is not None
    database.close()
    path = database.path
    raw = bytearray(path.read_bytes())
    for page in range(len(raw) // 8192, len(raw) // 4096):
        raw[page * 4096 : page * 4096 + 64] = b"\xa5" * 64
    path.write_bytes(raw)
    database.open(path, now=clock())

    opened = backups.restore(copy)

    assert opened.damaged_kept is not None
    assert opened.damaged_kept.read_bytes()[: len(raw)] == bytes(raw)
    assert rows.settings.get("key 399") == "x" * 500


def test_a_copy_that_was_saved_elsewhere_can_be_gone_back_to(
    backups: Backups, clock: FakeClock, database: Database, tmp_path: Path
):
    rows = Rows(database)
    rows.settings.put("bread", "rye")
    copy = tmp_path / "stick" / "my-shop.crieur.db"
    database.copy_to(copy)
    rows.settings.put("bread", "spelt")

    found = backups.look_at(copy)
    backups.restore(found)

    assert found.reason == "elsewhere"
    assert found.size == copy.stat().st_size
    assert rows.settings.get("bread") == "rye"
    assert copy.is_file()


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda copy: copy.write_bytes(b"A letter to my aunt"), "not_a_workspace"),
        (lambda copy: copy.write_bytes(copy.read_bytes()[:9000]), "damaged"),
        (lambda copy: copy.write_bytes(b""), "not_a_workspace"),
        (lambda copy: change(copy, "PRAGMA user_version = 999"), "newer_version"),
        (lambda copy: change(copy, "PRAGMA application_id = 7"), "not_a_workspace"),
        (lambda copy: change(copy, "DROP TABLE bookmark"), "damaged"),
        (lambda copy: copy.unlink(), "read_only"),
    ],
)
def test_a_file_that_cannot_be_gone_back_to_is_told_before_anything_happens(
    backups: Backups, database: Database, tmp_path: Path, spoil, reason
):
    copy = tmp_path / "copy.db"
    database.copy_to(copy)
    spoil(copy)

    with pytest.raises(StoreTrouble, match=reason):
        backups.look_at(copy)


def test_the_open_file_itself_may_be_looked_at(backups: Backups, database: Database):
    assert backups.look_at(database.path).path == database.path
    Rows(database).settings.put("still", "open")


def change(copy: Path, statement: str) -> None:
    """Change a copy as nobody should."""
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        connection.execute(statement)
