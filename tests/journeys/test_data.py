"""A shop owner moves the data, goes back to yesterday, forgets what is old, and ends it all."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from journeys.market import Answered
from journeys.reader import Reader
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit
from services.networks.pds_double import PASSWORD, PdsDouble

from desktop.services.domain.feed import FeedFilter
from desktop.services.storage import ageing
from desktop.services.vault import MemoryKeyring
from desktop.views.first_run import FirstRun

SECTION = "desktop.views.settings.data_section"


@pytest.fixture
def pds() -> Iterator[PdsDouble]:
    double = PdsDouble()
    double.shop = double.world.sign_up("lumiere.test")
    double.lea = double.world.sign_up("lea.test")
    for number in range(20):
        say(double, f"Fournée numéro {number}", minutes=300 - number)
    yield double
    double.close()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the user folders in which nothing was ever kept; return the one for data."""
    for name in ("DATA", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    return tmp_path / "data" / "crieur"


@pytest.fixture
def at_home(start: Callable[..., Reader], home: Path) -> Callable[..., Reader]:
    """Start the program as a user does who names no folder."""
    return partial(start, data=None)


def say(pds: PdsDouble, words: str, **ago: float) -> None:
    """Have Léa say something so long ago."""
    moment = (datetime.now(UTC) - timedelta(**ago)).isoformat().replace("+00:00", "Z")
    uri = pds.world.post(pds.lea, words, createdAt=moment)
    pds.world.records[uri]["indexedAt"] = moment


def connect(reader: Reader, pds: PdsDouble) -> None:
    """Sign in, and wait for the posts."""
    reader.click("connectAccount")
    reader.wait_for_shell()
    dialog = reader.dialog()
    reader.type_into(QLineEdit, "handle", "@lumiere.test")
    reader.type_into(QLineEdit, "appPassword", PASSWORD)
    reader.type_into(QLineEdit, "server", pds.server.url)
    dialog.verb_button.click()
    reader.wait(lambda: "Fournée numéro 19" in texts(reader))
    at_rest(reader)


def texts(reader: Reader) -> list[str]:
    """Return what the home feed says, from the top."""
    found = reader.entries(reader.shell.feeds.home.panel.list)
    return [entry.post.text for entry in found if entry.post is not None]


def at_rest(reader: Reader) -> None:
    reader.wait(lambda: not reader.shell.refresher.is_busy)


def open_section(reader: Reader, key: str) -> None:
    reader.click("place-look")
    reader.click(f"section-{key}")


def reopened(reader: Reader, before: object) -> None:
    """Wait until the workspace was closed and is open again."""
    reader.wait(lambda: reader.desk.window.shell not in (None, before))
    reader.wait(lambda: bool(texts(reader)))


def test_the_data_moves_to_a_drive_is_used_from_there_and_ends_without_a_trace(
    at_home, home, pds, keyring: MemoryKeyring, tmp_path, monkeypatch
):
    drive = tmp_path / "drive"
    drive.mkdir()
    asked = Answered(monkeypatch, SECTION)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(drive))
    reader = at_home()
    connect(reader, pds)
    open_section(reader, "data")
    before = reader.shell

    reader.click("moveData")

    reopened(reader, before)
    reader.wait_to_see("Your data has moved")
    assert f"Move your data to \u2068{drive / 'Crieur'}\u2069?" in asked.questions[0]
    assert reader.desk._program.database.path == drive / "Crieur/workspaces/my-shop/crieur.db"
    assert not home.exists()

    reader = at_home()
    reader.wait_for_shell()
    reader.wait(lambda: "Fournée numéro 19" in texts(reader))
    assert (drive / "Crieur/preferences.json").is_file()
    assert not home.exists()
    assert keyring._entries
    open_section(reader, "data")
    reader.click("deleteEverything")
    dialog = reader.dialog()
    reader.type_into(QLineEdit, "typedName", "My shop")
    dialog.verb_button.click()

    reader.wait(lambda: isinstance(reader.desk.window._stack.currentWidget(), FirstRun))
    assert keyring._entries == {}
    left = {path.name for path in (drive / "Crieur").rglob("*") if path.is_file()}
    assert left <= {"crieur.log", "preferences.json"}
    assert [path for path in (tmp_path / "cache").rglob("*") if path.is_file()] == []


def test_a_drive_that_is_not_there_is_waited_for(
    at_home, home, pds, keyring: MemoryKeyring, tmp_path, monkeypatch
):
    drive = tmp_path / "drive"
    drive.mkdir()
    Answered(monkeypatch, SECTION)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(drive))
    reader = at_home()
    connect(reader, pds)
    open_section(reader, "data")
    before = reader.shell
    reader.click("moveData")
    reopened(reader, before)

    reader.desk.window.close()
    drive.rename(tmp_path / "unplugged")
    reader = at_home()
    reader.wait_to_see("Your data is not where it was.")
    assert not (drive / "Crieur" / "workspaces").exists()
    shutil.rmtree(drive, ignore_errors=True)
    (tmp_path / "unplugged").rename(drive)
    reader.desk.window._stack.currentWidget().button.click()

    reader.wait_for_shell()
    reader.wait(lambda: "Fournée numéro 19" in texts(reader))


def test_going_back_to_a_copy_shows_what_was_there_then(
    at_home, pds, keyring: MemoryKeyring, monkeypatch
):
    asked = Answered(monkeypatch, SECTION)
    reader = at_home()
    connect(reader, pds)
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    reader = at_home(clock=lambda: tomorrow)
    reader.wait_for_shell()
    reader.wait(lambda: len(reader.shell.session.copies()) == 2)
    at_rest(reader)
    say(pds, "Ce que personne ne veut retrouver", minutes=0)
    reader.shell.refresher.refresh_all()
    reader.wait(lambda: "Ce que personne ne veut retrouver" in texts(reader))
    at_rest(reader)
    pds.server.close()  # what is shown from here on is what is stored
    open_section(reader, "data")
    before = reader.shell

    reader.wait_to_see("Copy of the day")
    reader.click("goBack0")

    reopened(reader, before)
    reader.wait_to_see("The copy is open.")
    assert "Go back to the copy (" in asked.questions[0]
    assert "Fournée numéro 19" in texts(reader)
    assert "Ce que personne ne veut retrouver" not in texts(reader)
    assert [copy.reason for copy in reader.shell.session.copies()].count("restore") == 1


def test_what_is_older_than_it_is_kept_goes_once_it_was_said_how_much(
    at_home, pds, keyring: MemoryKeyring, monkeypatch
):
    monkeypatch.setattr(ageing, "NEWEST", 5)
    asked = Answered(monkeypatch, "desktop.views.settings.privacy_section")
    for number in range(4):
        say(pds, f"Ancienne fournée {number}", days=250 + number)
    reader = at_home()
    connect(reader, pds)
    reader.wait(lambda: "Ancienne fournée 3" in texts(reader))
    open_section(reader, "privacy")
    box = reader.find(QComboBox, "monthsKept")

    box.setCurrentIndex(box.findData(6))
    box.activated.emit(box.currentIndex())

    reader.wait(lambda: bool(asked.questions))
    assert "4 post" in asked.questions[0]
    reader.wait(lambda: not any("Ancienne" in text for text in texts(reader)))
    assert "Fournée numéro 19" in texts(reader)
    assert reader.shell.session.timeline.search("Ancienne", FeedFilter()).ids.tolist() == []


def test_a_ruined_file_begins_again_from_a_copy_that_was_saved_elsewhere(
    at_home, home, pds, keyring: MemoryKeyring, tmp_path, monkeypatch
):
    copy = tmp_path / "stick.db"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(copy), ""))
    reader = at_home()
    connect(reader, pds)
    open_section(reader, "data")
    reader.click("saveCopy")
    reader.wait_to_see("Copy saved.")
    reader = at_home(demo=True)
    for path in (home / "workspaces" / "my-shop").rglob("*.db"):
        path.write_bytes(b"nothing but noise" * 300)

    reader = at_home()
    reader.wait_to_see("This file is damaged and no good copy was found.")
    reader.click("restoreFile")

    reader.wait_for_shell()
    reader.wait(lambda: "Fournée numéro 19" in texts(reader))
