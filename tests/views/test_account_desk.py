"""Accounts come in by a dialog, archives by a dialog or a drop."""

import pytest
from screens import heard

from desktop.views.account_desk import AccountDesk
from desktop.views.connect.dialog import ConnectDialog
from desktop.views.drop_target import DropTarget
from desktop.views.import_dialog import ImportDialog


@pytest.fixture
def desk(stage, window) -> AccountDesk:
    return AccountDesk(stage.theme, stage.session, stage.tasks, window)


def drop(window, path: str) -> None:
    """Let the window's target tell of a file, as `test_drop_target` proves it does."""
    window.findChild(DropTarget).dropped.emit(path)


def test_a_known_account_signs_in_again(desk, stage, window):
    desk.connect_account(stage.bench.account)
    (dialog,) = window.findChildren(ConnectDialog)
    assert "Sign in again" in dialog.windowTitle()
    connected = heard(desk.connected)
    dialog.connected.emit(stage.bench.account)
    assert len(connected) == 1


def test_an_archive_that_is_dropped_opens_its_dialog(desk, window, tmp_path):
    archive = tmp_path / "twitter.zip"
    archive.write_bytes(b"no archive")

    drop(window, str(archive))

    (dialog,) = window.findChildren(ImportDialog)
    dialog.reject()


def test_nothing_is_taken_into_the_invented_shop(stage, window, tmp_path):
    stage.be_demo()
    AccountDesk(stage.theme, stage.session, stage.tasks, window)
    archive = tmp_path / "twitter.zip"
    archive.write_bytes(b"no archive")

    drop(window, str(archive))

    assert not window.findChildren(ImportDialog)
