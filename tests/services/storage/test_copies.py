import os
import shutil
import sqlite3
from pathlib import Path
from types import SimpleNamespace

import pytest
from fakes import START
from stored import arrivals, at

from desktop.services.domain.account import Account
from desktop.services.domain.draft import Draft, OutboxState, PublishKey
from desktop.services.domain.errors import StoreTrouble
from desktop.services.domain.feed import FeedFilter, FeedKind
from desktop.services.storage import copies
from desktop.services.storage.database import Database
from desktop.services.storage.rows import Rows


@pytest.fixture
def copy(tmp_path: Path, path: Path, rows: Rows, account: Account) -> Path:
    rows.feed.add(account.id, arrivals(range(300)), kind=FeedKind.HOME)
    target = tmp_path / "backups" / "copy.db"
    copies.write_copy(path, target)
    return target


def spoil(file: Path, offset: int, length: int = 64) -> None:
    with file.open("r+b") as raw:
        raw.seek(offset)
        raw.write(b"\xa5" * length)


def count_posts(file: Path) -> int:
    with copies.reading(file) as connection:
        return connection.execute("SELECT count(*) FROM post").fetchone()[0]


def test_a_copy_of_a_workspace_in_use_is_whole_private_and_alone(copy: Path):
    assert copies.is_good_copy(copy)
    assert count_posts(copy) == 300
    assert copy.stat().st_mode & 0o777 == 0o600
    assert copy.parent.stat().st_mode & 0o777 == 0o700
    assert [file.name for file in copy.parent.iterdir()] == ["copy.db"]


def test_a_workspace_that_is_damaged_is_not_copied(copy: Path, tmp_path: Path):
    for offset in range(4096 * 4, copy.stat().st_size, 4096):
        spoil(copy, offset)
    target = tmp_path / "backups" / "second.db"

    with pytest.raises(StoreTrouble) as trouble:
        copies.write_copy(copy, target)

    assert trouble.value.reason == "damaged"
    assert [file.name for file in target.parent.iterdir()] == ["copy.db"]


def test_without_twice_the_room_no_copy_is_begun(
    copy: Path, path: Path, monkeypatch: pytest.MonkeyPatch
):
    size = sum(file.stat().st_size for file in path.parent.glob("crieur.db*"))
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=size - 1))

    with pytest.raises(StoreTrouble) as trouble:
        copies.write_copy(path, copy.with_name("second.db"))

    assert trouble.value.reason == "disk_full"
    assert [file.name for file in copy.parent.iterdir()] == ["copy.db"]


@pytest.mark.parametrize("offset", [0, 40, 4096, 4096 * 6, 4096 * 9])
def test_a_spoilt_copy_is_not_a_good_one(copy: Path, offset: int):
    spoil(copy, offset)

    assert not copies.is_good_copy(copy)


def test_other_files_are_not_good_copies(tmp_path: Path):
    empty, text, foreign = (tmp_path / name for name in ("empty.db", "text.db", "foreign.db"))
    empty.touch()
    text.write_text("not a database at all" * 500)
    with sqlite3.connect(foreign) as connection:
        connection.execute("CREATE TABLE post (id)")
    connection.close()

    assert not any(copies.is_good_copy(file) for file in (empty, text, foreign, tmp_path / "none"))


def test_the_newest_good_copy_is_found_past_spoilt_ones(copy: Path):
    for minutes, name in enumerate(["older.db", "newer.db", "newest.db"], start=1):
        file = copy.with_name(name)
        shutil.copyfile(copy, file)
        os.utime(file, (at(minutes).timestamp(),) * 2)
    os.utime(copy, (at(0).timestamp(),) * 2)
    spoil(copy.with_name("newest.db"), 0)

    assert copies.newest_good(copy.parent) == copy.with_name("newer.db")
    assert copies.newest_good(copy.parent / "none") is None


def test_a_damaged_file_is_kept_with_what_belongs_to_it(tmp_path: Path):
    for attempt in ("one", "two"):
        for companion in ("", "-wal", "-shm"):
            (tmp_path / f"crieur.db{companion}").write_text(attempt)
        kept = copies.set_aside(tmp_path / "crieur.db", START)
        assert kept is not None
        assert kept.read_text() == Path(f"{kept}-wal").read_text() == attempt

    assert not (tmp_path / "crieur.db").exists()
    assert len(list(tmp_path.iterdir())) == 6
    assert copies.set_aside(tmp_path / "crieur.db", START) is None


def test_a_copy_that_is_put_back_holds_what_was_waiting(
    tmp_path: Path, path: Path, rows: Rows, account: Account, database: Database
):
    key = PublishKey("u", "k", START)
    rows.outbox.queue(account.id, Draft("Bread"), key, START)
    copy = tmp_path / "copy.db"
    copies.write_copy(path, copy)
    database.close()
    Path(f"{path}-wal").write_text("a log of the former file")

    copies.put_back(copy, path)
    database.open(path, now=START)

    (item,) = rows.outbox.all()
    assert (item.state, item.problem_reason) == (OutboxState.HELD, "restored")
    assert copies.is_good_copy(copy)
    assert not rows.feed.window(FeedFilter()).ids


@pytest.mark.parametrize("ending", ["", "-wal"])
def test_a_copy_never_takes_the_place_of_a_workspace(tmp_path, ending):
    shop = Database()
    for folder in ("other", "shop"):
        shop.close()
        shop.open(tmp_path / folder / "crieur.db", now=START)

    for folder in ("shop", "other"):
        with pytest.raises(StoreTrouble, match="locked"):
            shop.copy_to(tmp_path / folder / f"crieur.db{ending}")
    Rows(shop).settings.put("bread", "rye")
    shop.close()

    shop.open(tmp_path / "shop" / "crieur.db", now=START)
    assert Rows(shop).settings.get("bread") == "rye"
    shop.close()
