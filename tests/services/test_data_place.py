"""Everything moves to another folder whole, or stays where it is."""

import errno
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from services.data_scene import contents, never, opened, tell_nobody

from desktop.services import data_place
from desktop.services.data_place import DataPlace, Move, plan
from desktop.services.domain.errors import GivenUp, InvalidField, StoreTrouble
from desktop.services.storage.database import Database
from desktop.services.storage.lease import Lease, lease_of
from desktop.services.workspaces import Workspaces


def test_as_long_as_nothing_was_chosen_it_is_the_user_s_own_folder(place, home):
    assert place.folder == home
    assert not place.is_missing


def test_a_chosen_folder_is_found_again(place, drive):
    (drive / "workspaces").mkdir()
    place.choose(drive)

    assert place.folder == drive
    assert not place.is_missing
    (drive / "workspaces").rmdir()
    assert place.is_missing
    drive.rmdir()
    assert place.is_missing
    assert place.folder == drive


def test_forgotten_it_is_the_user_s_own_folder_again(place, home, drive):
    place.choose(drive)
    place.forget()
    place.forget()

    assert place.folder == home


@pytest.mark.parametrize("spoilt", ["", "[]", "{}", '{"folder": 3}', "\\", '{"folder": ""}'])
def test_a_spoilt_choice_costs_only_the_choice(place, home, tmp_path, spoilt, caplog):
    place._pointer.parent.mkdir(parents=True)
    place._pointer.write_text(spoilt)

    assert place.folder == home


@pytest.mark.parametrize("spoilt", ["", "[]", "\\", '{"folder": 3}', '{"folder": "here"}'])
def test_a_spoilt_choice_is_read_from_its_copy(place, home, drive, spoilt, caplog):
    place.choose(drive)
    place._pointer.write_text(spoilt)

    assert place.folder == drive
    place.forget()
    assert place.folder == home
    assert list(place._pointer.parent.iterdir()) == []


def test_a_choice_without_a_copy_stands_all_the_same(place, drive):
    place._twin.mkdir(parents=True)

    place.choose(drive)

    assert place.folder == drive


@pytest.mark.parametrize("number", [errno.EIO, errno.EACCES, errno.ENOTCONN, errno.ESTALE])
def test_a_drive_whose_server_is_gone_is_missing(place, drive, monkeypatch, number):
    place.choose(drive)

    def fail(_path: Path) -> bool:
        raise OSError(number, "the server is gone")

    monkeypatch.setattr(Path, "is_dir", fail)

    assert place.is_missing


def test_everything_moves_and_nothing_of_it_stays(filled, place, drive, clock):
    before = contents(filled)
    reported: list[tuple[int, int]] = []
    move = plan(filled, drive)
    stayed = {"crieur.log", "notes.txt", "workspaces/bakery/window.lock"}
    size = sum(len(held) for name, held in before.items() if name not in stayed)
    assert move == Move(filled, drive.resolve() / "Crieur", size)

    place.move(move, lambda done, whole: reported.append((done, whole)), never)

    assert place.folder == move.target
    after = contents(move.target)
    assert after == {name: held for name, held in before.items() if name not in stayed}
    assert contents(filled) == {"notes.txt": b"somebody else's"}
    assert reported[-1] == (2 * move.size, 2 * move.size)
    assert opened(move.target, clock) == "rye"
    copy = move.target / "workspaces/bakery/backups/daily-20261120-090000.db"
    assert copy.stat().st_mtime == 10**9
    assert all(not path.stat().st_mode & 0o077 for path in move.target.rglob("*"))


def test_an_emptied_folder_goes_too_and_the_way_back_is_open(filled, place, drive, clock):
    (filled / "notes.txt").unlink()
    place.move(plan(filled, drive), tell_nobody, never)
    assert not filled.exists()

    again = plan(place.folder, filled.parent)
    place.move(again, tell_nobody, never)

    assert place.folder == again.target == filled.parent.resolve() / "Crieur"
    assert opened(place.folder, clock) == "rye"


def test_a_folder_of_that_name_is_left_alone(filled, place, drive, clock):
    (drive / "Crieur").mkdir()
    (drive / "Crieur" / "mine").write_text("x")

    place.move(plan(filled, drive), tell_nobody, never)

    assert place.folder.name == "Crieur 2"
    assert contents(drive / "Crieur") == {"mine": b"x"}


@pytest.mark.parametrize("inside", [".", "workspaces", "workspaces/bakery"])
def test_it_cannot_move_into_itself(filled, inside):
    with pytest.raises(InvalidField, match="inside"):
        plan(filled, filled / inside)


def test_without_room_nothing_begins(filled, drive, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 10}))

    with pytest.raises(StoreTrouble, match="disk_full"):
        plan(filled, drive)


def test_a_folder_that_takes_nothing_is_told(filled, drive, monkeypatch):
    monkeypatch.setattr("os.access", lambda *_: False)

    with pytest.raises(StoreTrouble, match="read_only"):
        plan(filled, drive)


def unharmed(filled: Path, drive: Path, place: DataPlace, before: dict[str, bytes]) -> bool:
    return contents(filled) == before and list(drive.iterdir()) == [] and place.folder == filled


def test_what_goes_wrong_in_the_middle_changes_nothing(filled, place, drive, monkeypatch):
    before, move = contents(filled), plan(filled, drive)
    copied = data_place._copied
    calls: list[Path] = []

    def full(source: Path, target: Path, went: Callable[[int], None]) -> bytes:
        calls.append(source)
        if len(calls) == 3:
            raise OSError(28, "No space left on device")
        return copied(source, target, went)

    monkeypatch.setattr(data_place, "_copied", full)
    with pytest.raises(StoreTrouble, match="disk_full"):
        place.move(move, tell_nobody, never)

    assert unharmed(filled, drive, place, before)


def test_a_copy_that_does_not_read_back_is_not_used(filled, place, drive, monkeypatch):
    before, move = contents(filled), plan(filled, drive)
    copied = data_place._copied

    def flip(source: Path, target: Path, went: Callable[[int], None]) -> bytes:
        told = copied(source, target, went)
        if source.name == "crieur.db":
            raw = bytearray(target.read_bytes())
            raw[100] ^= 1
            target.write_bytes(raw)
        return told

    monkeypatch.setattr(data_place, "_copied", flip)
    with pytest.raises(StoreTrouble, match="damaged"):
        place.move(move, tell_nobody, never)

    assert unharmed(filled, drive, place, before)


def test_stopped_it_leaves_everything_where_it_was(filled, place, drive):
    before, move = contents(filled), plan(filled, drive)

    with pytest.raises(GivenUp):
        place.move(move, tell_nobody, lambda: True)

    assert unharmed(filled, drive, place, before)


def test_where_the_choice_cannot_be_written_the_copy_is_taken_back(
    filled, place, drive, monkeypatch
):
    before, move = contents(filled), plan(filled, drive)

    def refuse(_folder: Path) -> None:
        raise StoreTrouble("read_only")

    monkeypatch.setattr(place, "choose", refuse)
    with pytest.raises(StoreTrouble, match="read_only"):
        place.move(move, tell_nobody, never)

    assert unharmed(filled, drive, place, before)


def test_a_workspace_of_another_window_stops_it(filled, place, drive, clock):
    Workspaces(filled, Database(), clock).create("Garage")
    database = Database()
    database.open(filled / "workspaces/garage/crieur.db", now=clock())
    move = plan(filled, drive)
    try:
        with pytest.raises(StoreTrouble, match="locked"):
            place.move(move, tell_nobody, never)
    finally:
        database.close()

    assert place.folder == filled
    assert list(drive.iterdir()) == []


def test_what_a_killed_move_left_is_in_nobody_s_way(filled, place, drive, clock):
    left = drive / ".Crieur.part" / "workspaces" / "bakery"
    left.mkdir(parents=True)
    (left / "crieur.db").write_text("half of it")

    place.move(plan(filled, drive), tell_nobody, never)

    assert [each.name for each in drive.iterdir()] == ["Crieur"]
    assert opened(place.folder, clock) == "rye"


def test_that_a_workspace_was_cut_off_is_known_in_the_new_place_too(filled, place, drive):
    workspace = filled / "workspaces/bakery/crieur.db"
    lease = Lease(workspace)
    lease.mark_open()
    lease.end(clean=False)

    place.move(plan(filled, drive), tell_nobody, never)

    moved = place.folder / "workspaces/bakery/crieur.db"
    assert lease_of(moved).read_bytes() == b"open\n"


def test_the_choice_says_where_in_plain_words(place, drive):
    place.choose(drive)

    assert json.loads(place._pointer.read_text()) == {"folder": str(drive)}
