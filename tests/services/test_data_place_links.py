"""A move is whole or does not happen, whatever lies behind links, appears meanwhile or breaks."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from services.data_scene import contents, never, opened, tell_nobody

from desktop.services import data_place
from desktop.services.data_place import plan
from desktop.services.domain.errors import StoreTrouble
from desktop.services.storage.database import Database
from desktop.services.workspaces import Workspaces


def test_a_workspace_that_lies_elsewhere_behind_a_link_moves_too(
    filled, place, drive, tmp_path, clock
):
    elsewhere = tmp_path / "big" / "bakery"
    shutil.move(filled / "workspaces" / "bakery", elsewhere)
    (filled / "workspaces" / "bakery").symlink_to(elsewhere)

    place.move(plan(filled, drive), tell_nobody, never)

    assert not (place.folder / "workspaces" / "bakery").is_symlink()
    assert opened(place.folder, clock) == "rye"
    assert not (filled / "workspaces").exists()
    assert (elsewhere / "crieur.db").exists()


def test_a_folder_of_workspaces_that_is_a_link_moves_too(filled, place, drive, tmp_path, clock):
    shutil.move(filled / "workspaces", tmp_path / "big")
    (filled / "workspaces").symlink_to(tmp_path / "big")

    place.move(plan(filled, drive), tell_nobody, never)

    assert opened(place.folder, clock) == "rye"
    assert not (filled / "workspaces").is_symlink()
    assert (tmp_path / "big" / "bakery" / "crieur.db").exists()


def test_a_workspace_that_is_made_meanwhile_is_neither_lost_nor_left(filled, place, drive, clock):
    def make(done: int, whole: int) -> None:
        if done == whole:
            Workspaces(filled, Database(), clock).create("Garage")

    with pytest.raises(StoreTrouble, match="locked"):
        place.move(plan(filled, drive), make, never)

    assert place.folder == filled
    assert list(drive.iterdir()) == []
    assert len(Workspaces(filled, Database(), clock).all()) == 2


def test_what_appears_after_the_copy_is_not_deleted_with_the_rest(
    filled, place, drive, clock, monkeypatch
):
    choose = place.choose

    def choose_late(folder: Path) -> None:
        choose(folder)
        Workspaces(filled, Database(), clock).create("Garage")

    monkeypatch.setattr(place, "choose", choose_late)
    place.move(plan(filled, drive), tell_nobody, never)

    assert [each.name for each in Workspaces(filled, Database(), clock).all()] == ["Garage"]


def test_a_drive_that_is_pulled_out_in_the_middle_is_foreseen(filled, place, drive, monkeypatch):
    before, move = contents(filled), plan(filled, drive)

    def gone(_source: Path, _target: Path, _went: Callable[[int], None]) -> bytes:
        raise OSError(errno.EIO, "pulled out")

    monkeypatch.setattr(data_place, "_copied", gone)
    with pytest.raises(StoreTrouble, match="unreachable"):
        place.move(move, tell_nobody, never)

    assert contents(filled) == before
    assert list(drive.iterdir()) == []
    assert place.folder == filled


def test_what_took_the_name_meanwhile_is_left_alone(filled, place, drive):
    before, move = contents(filled), plan(filled, drive)
    move.target.mkdir()
    (move.target / "letters.txt").write_text("somebody else's")

    with pytest.raises(StoreTrouble, match="unreachable"):
        place.move(move, tell_nobody, never)

    assert contents(drive) == {"Crieur/letters.txt": b"somebody else's"}
    assert contents(filled) == before
    assert place.folder == filled


def test_a_folder_that_cannot_be_listed_is_not_left_behind(filled, drive, monkeypatch):
    scan = os.scandir

    def fail(path: str) -> object:
        if str(path).endswith("backups"):
            raise OSError(errno.EIO, "unreadable")
        return scan(path)

    monkeypatch.setattr(os, "scandir", fail)
    with pytest.raises(StoreTrouble, match="unreachable"):
        plan(filled, drive)
