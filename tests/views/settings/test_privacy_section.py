"""Privacy in the settings: pictures from strangers, and a copy of everything."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from screens import Stage, find, heard, offers, press, read

from desktop.services.domain.errors import StoreTrouble
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.wording import moment
from desktop.views.session import DataFile
from desktop.views.settings.privacy_section import PrivacySection


@pytest.fixture
def pictures(stage: Stage) -> PictureLoader:
    return PictureLoader(stage.tasks, lambda _url: b"", parent=stage.book)


@pytest.fixture
def open_section(stage: Stage, pictures: PictureLoader, shown):
    """Show the section, with some of its workspace otherwise."""

    def opened(**changes: object) -> PrivacySection:
        session = replace(stage.session, **changes)
        made = PrivacySection(stage.theme, session, stage.hub, stage.tasks, pictures)
        made.setMinimumWidth(700)
        made.refresh()
        return shown(made)

    return opened


def save_as(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> list[str]:
    """Choose a place for the copy; return the names that were suggested."""
    suggested: list[str] = []

    def choose(_parent: object, _title: str, name: str) -> tuple[str, str]:
        suggested.append(name)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    return suggested


def test_pictures_are_switched_off_at_once_and_for_good(open_section, stage, pictures):
    section = open_section()
    assert find(section, "loadPictures").isChecked()

    press(section, "loadPictures")
    assert not pictures.is_on
    assert not stage.hub.preferences.load_pictures

    press(section, "loadPictures")
    assert pictures.is_on
    assert stage.hub.preferences.load_pictures


def test_the_switch_shows_what_was_chosen_before(open_section, pictures):
    pictures.set_on(False)

    assert not find(open_section(), "loadPictures").isChecked()


def test_it_says_where_the_data_is_and_how_large(open_section):
    assert "/data/crieur.db · 48 MB · no copy yet" in read(open_section())


def test_it_says_when_the_last_copy_was_made(open_section, stage):
    now = stage.bench.clock()
    data = DataFile(Path("/data/crieur.db"), 1_500_000, now)

    said = read(open_section(data_file=lambda: data))

    assert f"/data/crieur.db · 1.5 MB · last copy {moment(now, now)}" in said


def test_the_demo_says_that_its_file_is_thrown_away(open_section):
    section = open_section(is_demo=True)

    assert "The demo’s file is thrown away when you leave." in read(section)
    assert not offers(section, "saveCopy")


def test_a_copy_is_saved_where_the_user_says(open_section, tmp_path, monkeypatch):
    section = open_section()
    said = heard(section.said)
    copy = tmp_path / "copy.db"
    suggested = save_as(monkeypatch, copy)

    press(section, "saveCopy")

    assert copy.read_bytes().startswith(b"SQLite format 3")
    assert suggested == ["my-shop.crieur.db"]
    assert said == [("Copy saved. It holds no keys.",)]
    assert not section._copy.is_busy


def test_a_dialog_that_is_left_copies_nothing(open_section, monkeypatch):
    section = open_section()
    said = heard(section.said)
    save_as(monkeypatch, "")

    press(section, "saveCopy")

    assert said == []
    assert not section._copy.is_busy


def test_a_full_disk_is_told(open_section, monkeypatch, tmp_path):
    def full(_path: Path) -> None:
        raise StoreTrouble("disk_full")

    section = open_section(save_copy=full)
    failed, said = heard(section.failed), heard(section.said)
    save_as(monkeypatch, tmp_path / "copy.db")

    press(section, "saveCopy")

    ((account_id, error),) = failed
    assert (account_id, error.reason) == (0, "disk_full")
    assert said == []
    assert not section._copy.is_busy


def test_a_fault_that_nobody_foresaw_goes_to_the_bug_report(
    open_section, stage, monkeypatch, tmp_path
):
    def stumble(_path: Path) -> None:
        raise ZeroDivisionError

    section = open_section(save_copy=stumble)
    save_as(monkeypatch, tmp_path / "copy.db")

    press(section, "saveCopy")

    assert len(stage.tasks.unhandled) == 1
    assert not section._copy.is_busy
