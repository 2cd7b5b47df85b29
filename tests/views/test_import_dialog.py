"""Importing an archive: what is in it comes first, and the window is never held up."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from screens import Stage, heard, offers, press, read, settle
from services.archives.made import people, tweet, x_files, zipped

from desktop.services.domain.errors import GivenUp
from desktop.ui.tasks import FILES, Tasks
from desktop.views import import_dialog
from desktop.views.import_dialog import ImportDialog


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    tweets = [tweet(1), tweet(2), tweet(3, "RT @anna: Bread")]
    files = x_files(tweets, follower=people("follower", [7, 8]), like="never read")
    return zipped(tmp_path / "x.zip", files)


@pytest.fixture
def opened(stage: Stage, window):
    """Open the dialog, on a file or on none."""

    def opened(path: object = "") -> ImportDialog:
        made = ImportDialog(stage.theme, stage.session, stage.tasks, window, str(path))
        made.open()
        return made

    return opened


def choose_file(monkeypatch, path: object) -> None:
    """Let the system's file dialog be answered with a path."""
    monkeypatch.setattr(
        import_dialog.QFileDialog, "getOpenFileName", lambda *_words: (str(path), "")
    )


def stored(stage: Stage) -> int:
    return stage.bench.rows.database.rows("SELECT count(*) FROM post")[0][0]


def test_it_says_where_one_gets_ones_archive_and_begins_at_the_choice(opened):
    dialog = opened()
    words = read(dialog)
    assert "Import an archive" in words
    assert "Download an archive of your data" in words
    assert dialog.focusWidget() is dialog.verb_button


def test_what_is_in_a_file_is_told_before_anything_is_stored(opened, stage, archive, monkeypatch):
    dialog = opened()
    choose_file(monkeypatch, archive)

    press(dialog, "Choose a file…")

    words = read(dialog)
    assert "X archive of @lumiere" in words
    assert "Nothing is stored yet." in words
    assert "2 post" in words
    assert "2 follower" in words
    assert "@lumiere is not connected here" in words
    assert "not read: likes" in words
    assert stored(stage) == 0
    assert stage.tasks.lanes[-1] == FILES


def test_then_it_is_imported_and_summed_up(opened, stage, archive):
    dialog = opened(archive)
    imported = heard(dialog.imported)

    press(dialog, "Import")

    words = read(dialog)
    assert "Your archive is imported" in words
    assert "2 new post" in words
    assert "Nothing was sent anywhere." in words
    assert stored(stage) == 2
    ((outcome,),) = imported
    assert outcome.new_posts == 2
    assert not offers(dialog, "verb")
    press(dialog, "Close")
    assert dialog.isHidden()


def test_nothing_chosen_is_nothing_done(opened, stage, monkeypatch):
    dialog = opened()
    choose_file(monkeypatch, "")
    press(dialog, "verb")
    assert FILES not in stage.tasks.lanes
    assert "Import an archive" in read(dialog)


def test_a_file_that_is_refused_says_why_and_another_can_be_chosen(
    opened, stage, archive, tmp_path, monkeypatch
):
    broken = tmp_path / "broken.zip"
    broken.write_bytes(archive.read_bytes()[:300])
    dialog = opened(broken)

    assert "This file was not imported; nothing was changed." in read(dialog)
    assert "the download may have broken off" in read(dialog)
    assert stored(stage) == 0

    choose_file(monkeypatch, archive)
    press(dialog, "Choose a file…")
    assert "was not imported" not in read(dialog)
    assert "X archive of @lumiere" in read(dialog)


def test_a_list_of_nobody_says_what_to_do_first(opened, tmp_path):
    path = tmp_path / "followers.csv"
    path.write_text("Account address\nbo@a.example\n")
    assert "does not say whose it is" in read(opened(path))


def test_an_archive_is_dropped_onto_the_dialog(opened, archive):
    dialog = opened()
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(archive))])
    how = (Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton)
    welcome = QDragEnterEvent(QPoint(5, 5), *how, Qt.KeyboardModifier.NoModifier)
    welcome.ignore()

    QApplication.sendEvent(dialog, welcome)
    assert welcome.isAccepted()
    QApplication.sendEvent(dialog, QDropEvent(QPointF(5, 5), *how, Qt.KeyboardModifier.NoModifier))

    assert "X archive of @lumiere" in read(dialog)


def test_a_long_import_shows_how_far_it_is_and_can_be_stopped(opened, stage, archive, monkeypatch):
    monkeypatch.setattr(import_dialog, "PATIENCE_MS", 0)
    lanes = stage.on_busy_lanes()
    dialog = opened(archive)
    dialog._report(2_000_000, 8_000_000)
    dialog._timer.timeout.emit()
    assert "2 of 8" in read(dialog)
    lanes.work_off()

    press(dialog, "Import")
    dialog._report(12_345, 100_000)
    dialog._timer.timeout.emit()
    assert "12,345 of 100,000" in read(dialog)
    assert dialog.is_working
    dialog.take_up("another.zip")

    press(dialog, "stop")
    assert not dialog._sheet.progress.stop_button.isEnabled()
    lanes.work_off()

    words = read(dialog)
    assert "The import was stopped" in words
    assert "nothing is doubled" in words
    assert not dialog.is_working


def test_what_is_quick_shows_no_bar(opened, stage, archive):
    stage.on_busy_lanes()
    dialog = opened(archive)
    dialog._timer.timeout.emit()
    assert not offers(dialog, "stop")
    assert dialog.verb_button.is_busy


def test_a_look_that_is_stopped_leads_back_to_the_choice(opened, stage, archive, monkeypatch):
    lanes = stage.on_busy_lanes()
    dialog = opened(archive)
    dialog.stop()
    lanes.work_off()
    assert "Import an archive" in read(dialog)
    assert "was not imported" not in read(dialog)


def test_closing_while_it_looks_ends_the_look(opened, stage, archive):
    lanes = stage.on_busy_lanes()
    dialog = opened(archive)
    finished = heard(dialog.finished)
    press(dialog, "Cancel")
    assert len(finished) == 1
    assert dialog._stop.is_set()
    lanes.work_off()
    assert dialog.isHidden()


def test_an_import_goes_on_behind_the_window_and_tells_when_it_is_done(opened, stage, archive):
    lanes = stage.on_busy_lanes()
    dialog = opened(archive)
    lanes.work_off()
    press(dialog, "Import")
    imported, finished = heard(dialog.imported), heard(dialog.finished)

    press(dialog, "Go on in the background")
    settle()
    assert dialog.isHidden()
    assert finished == []
    lanes.work_off()

    assert stored(stage) == 2
    assert len(imported) == len(finished) == 1
    assert dialog.isHidden()


def test_trouble_behind_the_window_brings_the_dialog_back(opened, stage, archive):
    lanes = stage.on_busy_lanes()
    dialog = opened(archive)
    lanes.work_off()
    press(dialog, "Import")
    press(dialog, "Go on in the background")
    archive.write_bytes(b"PK")
    lanes.work_off()
    assert dialog.isVisible()
    assert "was not imported" in read(dialog)


def test_what_nobody_foresaw_is_handed_on(opened, stage, archive, monkeypatch):
    def broken(*_given: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(stage.session.imports, "look", broken)
    opened(archive)
    assert isinstance(stage.tasks.unhandled[0], ZeroDivisionError)


def test_a_dialog_that_is_destroyed_ends_its_work(opened, stage, archive, qtbot):
    stage.on_busy_lanes()
    dialog = opened(archive)
    stop = dialog._stop
    dialog.deleteLater()
    settle()
    assert stop.is_set()


def test_on_a_real_lane_the_window_stays_free(stage, window, archive, qtbot):
    rows = stage.bench.rows
    tasks = Tasks(rows.database.close_thread)
    dialog = ImportDialog(stage.theme, stage.session, tasks, window, str(archive))
    dialog.open()
    qtbot.waitUntil(lambda: "X archive" in read(dialog))
    with qtbot.waitSignal(dialog.imported) as done:
        press(dialog, "Import")
    assert done.args[0].new_posts == 2
    with qtbot.waitSignal(tasks._lane_ended):
        tasks.end_lanes()
    tasks.deleteLater()


def test_stopping_is_no_trouble(opened, stage, archive, monkeypatch):
    def given_up(*_given: object) -> None:
        raise GivenUp

    monkeypatch.setattr(stage.session.imports, "look", given_up)
    dialog = opened(archive)
    assert "Choose a file…" in read(dialog)
    assert stage.tasks.unhandled == []
