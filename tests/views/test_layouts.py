"""Every screen in every size, language and text size: nothing cut, lost, hidden or nameless."""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from types import ModuleType

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTranslator
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMenu,
)
from wholeness import RULES, Fault, missed_by_tab

from desktop.app import Desk
from desktop.program import Program

TOOLS = Path(__file__).parents[2] / "tools"
SIZES = ((1280, 800), (1366, 690), (900, 600))


@pytest.fixture
def tour(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The screens as `make screenshots` reaches them."""
    monkeypatch.syspath_prepend(str(TOOLS))
    yield __import__("tour")
    for name in ("tour", "tour_feed", "studio"):
        sys.modules.pop(name, None)


@pytest.fixture
def studio(qapp, tmp_path: Path, tour, monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """The whole program on its first screen."""
    # On a busy machine the last call of a lane may take longer than a user would wait.
    monkeypatch.setattr("desktop.app.PATIENCE_SECONDS", 60.0)
    monkeypatch.setattr("studio.PAUSE_MS", 5)
    locale = QLocale()
    desk = Desk(Program(tmp_path / "data"), qapp, "en")
    desk.theme.set_look("light")
    desk.theme.set_reduced_motion(True)
    desk.start(demo=False, workspace=None)
    yield tour.Studio(desk._program, desk)
    desk.theme.set_text_size(100)
    assert desk.finish(), "a lane was still at work"
    window = desk.window
    for _ in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    shiboken6.delete(window)
    shiboken6.delete(desk)
    for words in qapp.findChildren(QTranslator):
        qapp.removeTranslator(words)
    QLocale.setDefault(locale)


@pytest.mark.parametrize(
    ("language", "percent"),
    [
        ("en", 100),
        ("fr", 150),
        pytest.param("en", 150, marks=pytest.mark.hard),
        pytest.param("fr", 100, marks=pytest.mark.hard),
    ],
)
def test_every_screen_is_whole(studio, tour, language, percent):
    faults: set[Fault] = set()
    studio.desk.theme.set_text_size(percent)
    studio.speak(language)
    for opened, shown in (
        (None, {"first-run": tour.as_it_is}),
        (studio.open_demo, tour.DEMO),
        (studio.open_fresh, tour.FRESH),
    ):
        if opened is not None:
            opened()
        for name, screen in shown.items():
            screen(studio, partial(_look, studio.window, name, faults))
    assert not faults, "\n".join(["", *sorted(faults)])


def _look(window: QMainWindow, name: str, faults: set[Fault]) -> None:
    for width, height in SIZES:
        window.resize(width, height)
        for _ in range(2):
            QCoreApplication.sendPostedEvents()
            QApplication.processEvents()
        root = QApplication.activePopupWidget() or QApplication.activeModalWidget() or window
        found = [fault for rule in RULES for fault in rule(root)]
        if not isinstance(root, QMenu):
            found += missed_by_tab(root)
        faults |= {f"{name}, {width}x{height}: {fault}" for fault in found}
