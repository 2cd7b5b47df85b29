"""Where the program keeps everything, when the user chose a place for it."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.program import Program, data_folder
from desktop.services.preferences import Preferences


@pytest.fixture
def own_folders(tmp_path, monkeypatch) -> Path:
    """Give the user folders in which nothing was ever kept."""
    for name in ("DATA", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    return tmp_path


def test_the_data_is_looked_for_where_it_moved_to_unless_said(own_folders, tmp_path):
    drive = own_folders / "drive"
    drive.mkdir()
    program = Program(None)
    program.create_workspace("Garage")
    program.save_preferences(replace(program.preferences, look="dark"))

    program.custody.move(program.custody.plan_move(drive), lambda *_: None, lambda: False)

    moved = drive.resolve() / "Crieur"
    assert program.data == program.custody.folder == data_folder(None) == moved
    assert program.journal.parent == moved
    program.save_preferences(replace(program.preferences, language="fr"))
    again = Program(None)
    assert [each.name for each in again.workspaces()] == ["Garage"]
    assert again.preferences == Preferences(look="dark", language="fr")
    assert not (own_folders / "data" / "crieur").exists()
    assert data_folder(tmp_path) == tmp_path
    assert Program(tmp_path / "other").workspaces() == ()


def test_nothing_is_made_where_a_drive_is_missing(own_folders):
    drive = own_folders / "drive"
    drive.mkdir()
    first = Program(None)
    first.create_workspace("Garage")
    first.custody.move(first.custody.plan_move(drive), lambda *_: None, lambda: False)
    drive.rename(own_folders / "unplugged")

    program = Program(None)
    program.save_preferences(replace(program.preferences, look="dark"))

    assert program.custody.is_missing
    assert program.workspaces() == ()
    assert not drive.exists()
    (own_folders / "unplugged").rename(drive)
    assert program.custody.look_again()
    assert [each.name for each in program.workspaces()] == ["Garage"]
    assert program.preferences == Preferences()
