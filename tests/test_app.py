"""The window starts where the user left off, speaks their language, and closes everything."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel

from desktop.app import Desk
from desktop.program import Program
from desktop.services.domain.errors import Unreachable
from desktop.ui.dialogs import Dialog
from desktop.ui.tasks import STORE
from desktop.views.first_run import FirstRun

Start = Callable[..., Desk]


@pytest.fixture
def start(qapp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    monkeypatch.setattr("desktop.app.PATIENCE_SECONDS", 60.0)
    running: list[Desk] = []

    def begin(*, language: str | None = "en", **wanted: object) -> Desk:
        desk = Desk(Program(tmp_path), qapp, language)
        running.append(desk)
        desk.start(**{"demo": False, "workspace": None} | wanted)
        return desk

    yield begin
    for desk in running:
        assert desk.finish()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        shiboken6.delete(desk.window)
        shiboken6.delete(desk)


def words(desk: Desk) -> str:
    """Return everything that is written on the window."""
    return "\n".join(label.text() for label in desk.window.findChildren(QLabel))


def dialogs(desk: Desk) -> list[Dialog]:
    return [each for each in desk.window.findChildren(Dialog) if each.isVisible()]


def test_the_first_start_asks_how_to_begin(start: Start):
    desk = start()

    assert desk.window.isVisible()
    assert desk.window.findChild(FirstRun) is not None


def test_the_next_start_opens_the_last_workspace(start: Start, qtbot, tmp_path: Path):
    program = Program(tmp_path)
    program.open_workspace(program.create_workspace("Shop").slug)
    program.close_session()

    desk = start()

    qtbot.waitUntil(lambda: desk.window.shell is not None, timeout=20_000)
    assert desk.window.windowTitle() == "Shop – Crieur"


def test_a_workspace_can_be_asked_for_by_name(start: Start, qtbot, tmp_path: Path):
    program = Program(tmp_path)
    program.create_workspace("Market")
    program.create_workspace("Shop")

    desk = start(workspace="market")

    qtbot.waitUntil(lambda: desk.window.shell is not None, timeout=20_000)
    assert desk.window.windowTitle() == "Market – Crieur"


def test_the_demonstration_opens_at_once(start: Start, qtbot):
    desk = start(demo=True)

    qtbot.waitUntil(lambda: desk.window.shell is not None, timeout=20_000)
    assert "Boulangerie Lumière" in desk.window.windowTitle()


def test_the_language_asked_for_is_spoken_and_another_one_remembered(start: Start, tmp_path: Path):
    desk = start(language="fr")
    in_french = words(desk)

    desk.window.language_chosen.emit("en")

    assert words(desk) != in_french
    assert Program(tmp_path).preferences.language == "en"


def test_an_unforeseen_fault_is_shown_once_and_logged(start: Start, caplog):
    desk = start()
    for _ in range(2):
        try:
            raise ZeroDivisionError("the bill of the planted-secret table")
        except ZeroDivisionError as error:
            sys.excepthook(type(error), error, error.__traceback__)

    assert len(dialogs(desk)) == 1
    assert "planted-secret" not in words(desk)
    assert "Something was not foreseen." in caplog.text
    dialogs(desk)[0].close()


def test_a_job_that_nobody_answers_for_is_shown_too(start: Start, qtbot, caplog):
    def fail() -> None:
        raise Unreachable

    desk = start()
    desk.tasks.run(STORE, fail, owner=desk.window, done=print)

    qtbot.waitUntil(lambda: len(dialogs(desk)) == 1)
    assert "A job failed." in caplog.text
    dialogs(desk)[0].close()


def test_the_end_gives_python_its_own_fault_handler_back(start: Start, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    desk = start()
    assert sys.excepthook is not sys.__excepthook__

    assert desk.finish()

    assert sys.excepthook is sys.__excepthook__
