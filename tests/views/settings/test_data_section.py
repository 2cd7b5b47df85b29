"""Data in the settings: where it lies, its copies and the way back to them, and its end."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from screens import Stage, answer, find, heard, offers, press, read

from desktop.services.backups import Backup
from desktop.services.domain.errors import InvalidField, StoreTrouble
from desktop.ui.wording import moment
from desktop.views.errand import Errand
from desktop.views.session import DataFile
from desktop.views.settings.data_section import DataSection

MODULE = "desktop.views.settings.data_section"


@pytest.fixture
def open_section(stage: Stage, shown):
    """Show the section, with some of its workspace otherwise."""

    def opened(**changes: object) -> DataSection:
        session = replace(stage.session, **changes)
        made = DataSection(stage.theme, session, stage.hub, stage.tasks)
        made.setMinimumWidth(760)
        made.refresh()
        return shown(made)

    return opened


@pytest.fixture
def copies(stage: Stage) -> tuple[Backup, ...]:
    """Return three copies, the newest first."""
    now = stage.bench.clock()
    return tuple(
        Backup(Path(f"/data/backups/{reason}.db"), now - timedelta(days=days), 48_000_000, reason)
        for days, reason in enumerate(("daily", "restore", "upgrade"))
    )


def choose_file(monkeypatch: pytest.MonkeyPatch, how: str, path: Path | str) -> list[str]:
    """Answer the system's own dialog; return the names that were suggested."""
    suggested: list[str] = []

    def choose(_parent: object, _title: str, name: str = "", *_: object) -> object:
        suggested.append(name)
        return str(path) if how == "getExistingDirectory" else (str(path), "")

    monkeypatch.setattr(QFileDialog, how, choose)
    return suggested


def run(errand: Errand) -> None:
    """Do what the window does once the workspace is closed."""
    errand.work(lambda _done, _whole: None, lambda: False)


def test_it_says_where_the_data_is_and_how_large(open_section):
    said = read(open_section())

    assert "/data/crieur.db · 48 MB · no copy yet" in said
    assert "/data/Crieur" in said


def test_it_says_when_the_last_copy_was_made(open_section, stage):
    now = stage.bench.clock()
    data = DataFile(Path("/data/crieur.db"), 1_500_000, now)

    said = read(open_section(data_file=lambda: data))

    assert f"/data/crieur.db · 1.5 MB · last copy: {moment(now, now)}" in said


def test_the_demo_has_no_data_to_look_after(open_section):
    section = open_section(is_demo=True)

    assert "Its file is thrown away when you leave: nothing of it is kept." in read(section)
    assert not offers(section, "saveCopy")
    assert not offers(section, "deleteEverything")


def test_a_copy_is_saved_where_the_user_says(open_section, tmp_path, monkeypatch):
    section = open_section()
    said = heard(section.said)
    copy = tmp_path / "copy.db"
    suggested = choose_file(monkeypatch, "getSaveFileName", copy)

    press(section, "saveCopy")

    assert copy.read_bytes().startswith(b"SQLite format 3")
    assert suggested == ["my-shop.crieur.db"]
    assert said == [("Copy saved. It holds no keys.",)]
    assert not section._copy.is_busy


@pytest.mark.parametrize(
    ("button", "how"),
    [
        ("saveCopy", "getSaveFileName"),
        ("moveData", "getExistingDirectory"),
        ("restoreFile", "getOpenFileName"),
    ],
)
def test_a_dialog_that_is_left_does_nothing(open_section, stage, monkeypatch, button, how):
    section = open_section()
    said, errands = heard(section.said), heard(section.errand_asked)
    choose_file(monkeypatch, how, "")

    press(section, button)

    assert (said, errands, stage.hub.custody.done) == ([], [], [])


def test_a_full_disk_is_told(open_section, monkeypatch, tmp_path):
    def full(_path: Path) -> None:
        raise StoreTrouble("disk_full")

    section = open_section(save_copy=full)
    failed, said = heard(section.failed), heard(section.said)
    choose_file(monkeypatch, "getSaveFileName", tmp_path / "copy.db")

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
    choose_file(monkeypatch, "getSaveFileName", tmp_path / "copy.db")

    press(section, "saveCopy")

    assert len(stage.tasks.unhandled) == 1


def test_the_folder_is_opened_by_the_computer(open_section, monkeypatch):
    opened: list[Path] = []
    monkeypatch.setattr(f"{MODULE}.open_folder", lambda folder, *_: opened.append(folder))

    press(open_section(), "openFolder")

    assert opened == [Path("/data/Crieur")]


def test_before_the_folder_moves_it_is_said_where_to_and_what_is_safe(
    open_section, stage, tmp_path, monkeypatch
):
    asked = answer(monkeypatch, MODULE, True)
    section = open_section()
    errands = heard(section.errand_asked)
    choose_file(monkeypatch, "getExistingDirectory", tmp_path)

    press(section, "moveData")

    ((title, text, verb),) = asked
    assert str(tmp_path / "Crieur") in title
    assert "until then nothing changes" in text
    assert verb == "Move 48 MB"
    ((errand,),) = errands
    assert errand.can_stop
    assert errand.reopens
    run(errand)
    assert stage.hub.custody.done == [("plan_move", tmp_path), ("move", tmp_path / "Crieur")]
    assert not section._move.is_busy


def test_whoever_thinks_better_of_it_moves_nothing(open_section, stage, tmp_path, monkeypatch):
    answer(monkeypatch, MODULE, False)
    section = open_section()
    errands = heard(section.errand_asked)
    choose_file(monkeypatch, "getExistingDirectory", tmp_path)

    press(section, "moveData")

    assert errands == []


def test_a_folder_without_room_is_told_before_anything_is_asked(
    open_section, stage, tmp_path, monkeypatch
):
    asked = answer(monkeypatch, MODULE, True)
    stage.hub.custody.trouble = StoreTrouble("disk_full")
    section = open_section()
    failed = heard(section.failed)
    choose_file(monkeypatch, "getExistingDirectory", tmp_path)

    press(section, "moveData")

    assert failed[0][1].reason == "disk_full"
    assert asked == []
    assert not section._move.is_busy


def test_a_folder_inside_the_data_is_refused_in_words(open_section, stage, tmp_path, monkeypatch):
    told: list[tuple[str, ...]] = []
    monkeypatch.setattr(f"{MODULE}.tell", lambda _theme, _parent, *words: told.append(words))
    stage.hub.custody.trouble = InvalidField("folder", "inside")
    choose_file(monkeypatch, "getExistingDirectory", tmp_path)

    press(open_section(), "moveData")

    assert told[0][0] == "Your data cannot move into its own folder."


def test_a_folder_that_this_start_was_given_stays(open_section, stage):
    stage.hub.custody.may_move = False

    section = open_section()

    assert not find(section, "moveData").isEnabled()
    assert "it cannot be moved from here" in read(section)


def test_each_copy_has_its_time_its_reason_and_its_way_back(open_section, stage, copies):
    section = open_section(copies=lambda: copies)
    now = stage.bench.clock()

    said = read(section)
    for copy, reason in zip(
        copies,
        ("Copy of the day", "Before you went back to another copy", "Before an update of Crieur"),
        strict=True,
    ):
        assert moment(copy.made_at, now) in said
        assert f"{reason} · 48 MB" in said
    names = {find(section, f"goBack{number}").accessibleName() for number in range(3)}
    assert len(names) == 3


def test_without_a_copy_it_says_when_there_will_be_one(open_section):
    assert "The first one is made while Crieur is open" in read(open_section())


def test_going_back_says_what_is_safe_first(open_section, stage, copies, monkeypatch):
    asked = answer(monkeypatch, MODULE, True)
    section = open_section(copies=lambda: copies)
    errands = heard(section.errand_asked)

    press(section, "goBack1")

    ((title, text, verb),) = asked
    assert moment(copies[1].made_at, stage.bench.clock()) in title
    assert "What you have now is copied first" in text
    assert "are held for you to decide" in text
    assert verb == "Go back to this copy"
    ((errand,),) = errands
    run(errand)
    assert stage.hub.custody.done == [("restore", "my-shop", copies[1].path)]


def test_not_going_back_changes_nothing(open_section, copies, monkeypatch):
    answer(monkeypatch, MODULE, False)
    section = open_section(copies=lambda: copies)
    errands = heard(section.errand_asked)
    press(section, "goBack0")
    assert errands == []


def test_a_copy_from_elsewhere_is_looked_at_and_then_gone_back_to(
    open_section, stage, tmp_path, monkeypatch
):
    answer(monkeypatch, MODULE, True)
    section = open_section()
    errands = heard(section.errand_asked)
    choose_file(monkeypatch, "getOpenFileName", tmp_path / "stick.db")

    press(section, "restoreFile")
    run(errands[0][0])

    assert stage.hub.custody.done == [
        ("look_at", tmp_path / "stick.db"),
        ("restore", "my-shop", tmp_path / "stick.db"),
    ]


def test_a_file_that_is_no_copy_is_told_before_anything_is_asked(
    open_section, stage, tmp_path, monkeypatch
):
    asked = answer(monkeypatch, MODULE, True)
    stage.hub.custody.trouble = StoreTrouble("not_a_workspace")
    section = open_section()
    failed = heard(section.failed)
    choose_file(monkeypatch, "getOpenFileName", tmp_path / "letter.txt")

    press(section, "restoreFile")

    assert failed[0][1].reason == "not_a_workspace"
    assert asked == []
