"""The window with what it stands on: how it starts, what it catches, how it ends."""

import logging
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from journeys.conftest import start as start
from PySide6.QtGui import QImageReader
from screens import clipboard, press

from desktop.app import PICTURE_MEGABYTES
from desktop.program import utc_now
from desktop.services.storage.database import Database
from desktop.services.workspaces import Workspaces
from desktop.ui.dialogs import Dialog
from desktop.ui.single_instance import SingleInstance
from desktop.ui.tasks import STORE
from desktop.views.first_run import FirstRun

ROOT = Path(__file__).parent.parent
RUN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop import app

class Closing(app.Desk):
    def start(self, **options):
        super().start(**options)
        print("shown" if self.window.isVisible() else "not shown", flush=True)
        QTimer.singleShot(300, self.window, self.window.close)

app.Desk = Closing
sys.exit(app.run(data=Path(sys.argv[1]), demo=sys.argv[2] == "demo", language="en"))
"""

STAYING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop import app

class Staying(app.Desk):
    def start(self, **options):
        super().start(**options)
        QTimer.singleShot(300, self, self.hide)

    def hide(self):
        self.window.may_stay = lambda: True
        self.window.close()
        print("hidden" if not self.window.isVisible() else "shown", flush=True)
        QTimer.singleShot(300, self, self.quit)

    def quit(self):
        print("going on", flush=True)
        self._app.quit()

app.Desk = Staying
sys.exit(app.run(data=Path(sys.argv[1]), demo=False, language="en"))
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def make(data: Path, *names: str) -> list[Path]:
    """Make workspaces before the program starts; return the folder of each."""
    kept = Workspaces(data, Database(), utc_now)
    return [kept.create(name).path.parent for name in names]


def run(data: Path, what: str = "", program: str = RUN) -> "subprocess.CompletedProcess[str]":
    """Start the whole program, and close its window as soon as it stands."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", program, str(data), what],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("what", ["", "demo"])
def test_it_starts_and_ends_without_a_word(data, what):
    ended = run(data, what)

    assert (ended.returncode, ended.stdout) == (0, "shown\n")
    said = [line for line in ended.stderr.splitlines() if "plugin does not support" not in line]
    assert said == []
    assert (data / "preferences.json").is_file()
    assert not (data / "workspaces").exists()


def test_a_hidden_window_does_not_end_the_program_and_does_not_keep_it_from_ending(data):
    ended = run(data, program=STAYING)

    assert (ended.returncode, ended.stdout) == (0, "hidden\ngoing on\n")


def test_a_second_start_shows_the_first_window_instead_of_another(data, qapp, qtbot):
    (folder,) = make(data, "Bakery")
    first = SingleInstance()
    assert first.claim(folder)

    with qtbot.waitSignal(first.raise_asked):
        ended = run(data)

    assert (ended.returncode, ended.stdout) == (0, "not shown\n")
    first.release()


@pytest.mark.parametrize("wanted", ["garage", "Garage"])
def test_a_workspace_is_opened_by_its_name(start, data, wanted):
    make(data, "Bakery", "Garage")

    reader = start(workspace=wanted)

    reader.wait_for_shell()
    assert reader.shell.session.slug == "garage"


def test_a_workspace_that_is_not_there_is_told_with_those_that_are(start, data, capsys):
    make(data, "Bakery", "Garage")
    start(workspace="Garage").wait_for_shell()

    reader = start(workspace="Butcher")

    told = "There is no workspace called Butcher. These are on this computer: Garage and Bakery"
    assert capsys.readouterr().err == f"crieur: {told}\n"
    reader.wait_to_see("Butcher")
    assert reader.desk.window.shell is None
    press(reader.desk.window, "openWorkspace")
    reader.wait_for_shell()
    assert reader.shell.session.slug == "garage"


def test_where_there_is_no_workspace_at_all_the_first_screen_is_offered(start, data, capsys):
    reader = start(workspace="Butcher")

    assert "There is no workspace on this computer yet." in capsys.readouterr().err
    press(reader.desk.window, "Go to the first screen")
    reader.wait(lambda: reader.desk.window.findChild(FirstRun) is not None)


def test_the_demonstration_comes_before_any_workspace(start, data):
    make(data, "Bakery")

    reader = start(demo=True)

    reader.wait_for_shell()
    assert reader.shell.session.is_demo


@pytest.mark.parametrize(("language", "words"), [("en", "Welcome"), ("fr", "Bienvenue")])
def test_the_wanted_language_is_spoken_from_the_first_word(start, language, words):
    assert start(language=language).sees(words)


def test_the_chosen_language_is_spoken_again(start):
    start(language="en").desk._on_language_chosen("fr")

    assert start(language=None).sees("Bienvenue")


def test_no_picture_may_fill_the_memory(start):
    start()

    assert QImageReader.allocationLimit() == PICTURE_MEGABYTES


def reports(reader) -> list[Dialog]:
    dialogs = reader.desk.window.findChildren(Dialog)
    return [each for each in dialogs if each.isVisible()]


def test_a_fault_in_the_window_is_written_down_and_can_be_copied(start, caplog):
    reader = start()

    try:
        raise ZeroDivisionError("the password abcd-efgh-ijkl-mnop")
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)

    (report,) = reports(reader)
    assert "did not foresee" in report.title.text()
    report.verb_button.click()
    assert "ZeroDivisionError" in clipboard()
    assert "abcd-efgh" not in clipboard()
    assert any(record.levelno == logging.ERROR for record in caplog.records)


def test_a_fault_on_a_lane_is_told_the_same_way(start, caplog):
    reader = start()

    def stumble() -> None:
        raise ZeroDivisionError

    reader.desk.tasks.run(STORE, stumble, owner=reader.desk, done=print)

    reader.wait(lambda: len(reports(reader)) == 1)
    assert "A job failed." in caplog.text
    reports(reader)[0].reject()


def test_stopping_the_program_by_hand_is_no_fault(start, capsys):
    reader = start()

    stopped = KeyboardInterrupt()
    sys.excepthook(type(stopped), stopped, None)

    assert reports(reader) == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_after_the_end_faults_are_python_s_own_again(start):
    start()
    assert sys.excepthook is not sys.__excepthook__

    start().desk.finish()

    assert sys.excepthook is sys.__excepthook__


def test_a_call_that_does_not_end_does_not_keep_the_program_for_ever(start, monkeypatch):
    reader = start()
    may_end, has_begun = threading.Event(), threading.Event()

    def hang() -> None:
        has_begun.set()
        may_end.wait(30)

    reader.desk.tasks.run(STORE, hang, owner=reader.desk, done=print)
    assert has_begun.wait(10)
    monkeypatch.setattr("desktop.app.PATIENCE_SECONDS", 0.05)
    assert not reader.desk.finish()

    monkeypatch.setattr("desktop.app.PATIENCE_SECONDS", 60.0)
    may_end.set()


def test_the_system_may_end_the_program_and_nothing_is_left_behind(tmp_path: Path):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(tmp_path)}
    command = [sys.executable, "-m", "desktop", "--demo", "--data", str(tmp_path / "data")]
    with subprocess.Popen(command, cwd=ROOT, env=environment) as program:
        wait = threading.Event()
        for _ in range(400):
            if list(tmp_path.glob("crieur-demo-*/demo.db")):
                break
            wait.wait(0.05)
        else:
            program.kill()
            pytest.fail("the demonstration did not open")
        program.terminate()
        assert program.wait(30) == 0
    assert not list(tmp_path.glob("crieur-demo-*"))
