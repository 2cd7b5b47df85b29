"""What is shown in place of a workspace that cannot be opened."""

import pytest
from PySide6.QtWidgets import QFileDialog
from screens import Stage, heard, offers, press, read

from desktop.services.domain.errors import StoreTrouble
from desktop.services.workspaces import Workspace
from desktop.views.not_opened import NotOpened


@pytest.fixture
def bakery(tmp_path) -> Workspace:
    return Workspace("bakery", "Bakery", tmp_path / "crieur.db")


@pytest.fixture
def open_page(stage: Stage, shown):
    def opened(error: Exception, workspace: Workspace | None) -> NotOpened:
        return shown(NotOpened(stage.theme, stage.hub, stage.tasks, error, workspace))

    return opened


def choose(monkeypatch: pytest.MonkeyPatch, path: object) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))


def test_a_damaged_workspace_begins_again_from_a_copy(
    open_page, stage, bakery, tmp_path, monkeypatch
):
    page = open_page(StoreTrouble("damaged"), bakery)
    mended = heard(page.mended)
    assert "A copy you saved elsewhere can be opened." in read(page)

    choose(monkeypatch, "")
    press(page, "restoreFile")
    assert stage.hub.custody.done == []

    choose(monkeypatch, tmp_path / "stick.db")
    press(page, "restoreFile")
    assert stage.hub.custody.done == [("mend", "bakery", tmp_path / "stick.db")]
    assert mended == [(bakery,)]


def test_a_copy_that_is_none_is_told_and_another_may_be_chosen(
    open_page, stage, bakery, tmp_path, monkeypatch
):
    page = open_page(StoreTrouble("damaged"), bakery)
    mended = heard(page.mended)
    stage.hub.custody.trouble = StoreTrouble("not_a_workspace")
    choose(monkeypatch, tmp_path / "letter.txt")

    press(page, "restoreFile")

    assert mended == []
    assert "This file is not one of Crieur’s." in read(page)
    assert not page.secondary.is_busy


def test_a_fault_that_nobody_foresaw_goes_to_the_bug_report(
    open_page, stage, bakery, tmp_path, monkeypatch
):
    page = open_page(StoreTrouble("damaged"), bakery)
    stage.hub.custody.trouble = ZeroDivisionError()
    choose(monkeypatch, tmp_path / "stick.db")

    press(page, "restoreFile")

    assert len(stage.tasks.unhandled) == 1


@pytest.mark.parametrize("reason", ["newer_version", "locked", "read_only"])
def test_what_no_copy_mends_offers_none(open_page, bakery, reason):
    page = open_page(StoreTrouble(reason), bakery)

    assert not offers(page, "restoreFile")
    assert offers(page, "Back to the first screen")


def test_the_demo_has_no_copies(open_page):
    assert not offers(open_page(StoreTrouble("damaged"), None), "restoreFile")
