"""A data folder with something in it, and how a test looks into one."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from fakes import FakeClock

from desktop.services.data_place import DataPlace
from desktop.services.storage.database import Database
from desktop.services.storage.rows import Rows
from desktop.services.workspaces import Workspaces


def fill(home: Path, clock: Callable[[], datetime]) -> Path:
    """Return a data folder with a workspace, a copy of it, preferences, a log and a stranger."""
    database = Database()
    held = Workspaces(home, database, clock)
    made = held.create("Bakery")
    held.open(made.slug)
    Rows(database).settings.put("bread", "rye")
    database.copy_to(made.path.parent / "backups" / "daily-20261120-090000.db")
    os.utime(made.path.parent / "backups" / "daily-20261120-090000.db", (10**9, 10**9))
    held.close()
    (home / "preferences.json").write_text("{}")
    (home / "crieur.log").write_text("a line")
    (home / "notes.txt").write_text("somebody else's")
    (made.path.parent / "window.lock").write_text("1")
    return home


def tell_nobody(_done: int, _whole: int) -> None:
    """Take no notice."""


def never() -> bool:
    return False


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def opened(root: Path, clock: Callable[[], datetime]) -> object:
    """Open the workspace below a data folder and return what was kept in it."""
    database = Database()
    held = Workspaces(root, database, clock)
    held.open("bakery")
    try:
        return Rows(database).settings.get("bread")
    finally:
        held.close()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home" / "crieur"


@pytest.fixture
def place(tmp_path: Path, home: Path) -> DataPlace:
    return DataPlace(tmp_path / "config" / "crieur" / "data-folder.json", home)


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    folder = tmp_path / "drive"
    folder.mkdir()
    return folder


@pytest.fixture
def filled(home: Path, clock: FakeClock) -> Path:
    return fill(home, clock)
