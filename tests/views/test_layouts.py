"""Every screen in every size, language and text size: nothing cut, lost, hidden or nameless."""

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from types import ModuleType

import pytest
import shiboken6
from access import ACCESS, SamePlace, front_of, lost_by_panes, without_ring
from own_words import shortened_words
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QTranslator
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMenu,
    QWidget,
)
from wholeness import RULES, Fault, missed_by_tab

from desktop.app import Desk
from desktop.program import Program
from desktop.ui.rail import Rail

TOOLS = Path(__file__).parents[2] / "tools"
SIZES = ((900, 600), (1280, 800), (1366, 690), (2560, 1440))
"""The smallest comes first: what opens over the window opens there, where room is scarce."""


@pytest.fixture
def walk(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The screens as `make screenshots` reaches them."""
    monkeypatch.syspath_prepend(str(TOOLS))
    yield __import__("stations")
    for name in [each.stem for each in TOOLS.glob("*.py")]:
        sys.modules.pop(name, None)


@pytest.fixture
def studio(qapp, tmp_path: Path, walk, monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """The whole program on its first screen."""
    # On a busy machine the last call of a lane may take longer than a user would wait.
    monkeypatch.setattr("desktop.app.PATIENCE_SECONDS", 60.0)
    monkeypatch.setattr("studio.PAUSE_MS", 5)
    locale = QLocale()
    moment = __import__("stillness").MOMENT
    desk = Desk(Program(tmp_path / "data", clock=lambda: moment), qapp, "en")
    desk.theme.set_look("light")
    desk.theme.set_reduced_motion(True)
    desk.start(demo=False, workspace=None)
    yield walk.Studio(desk._program, desk)
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
    ("language", "percent", "look"),
    [
        ("en", 100, "light"),
        ("fr", 150, "dark"),
        pytest.param("en", 150, "dark", marks=pytest.mark.hard),
        pytest.param("fr", 100, "light", marks=pytest.mark.hard),
    ],
)
def test_every_screen_is_whole(studio, walk, language, percent, look):
    looker = Looker(studio.window, mirrors=language == "en")
    studio.desk.theme.set_text_size(percent)
    studio.desk.theme.set_look(look)
    studio.speak(language)
    assert studio.window.locale() == QLocale(), "a screen reader would keep its former voice"
    for opened, screens in walk.stations(studio):
        opened()
        for name, screen in screens.items():
            studio.window.resize(*SIZES[0])
            screen(studio, partial(looker.look, name))
    assert not looker.faults, "\n".join(["", *sorted(looker.faults)])


@pytest.mark.hard
def test_two_pixels_for_each_of_a_screen_lose_nothing(walk, tmp_path):
    platform = __import__("stillness").wide_platform(tmp_path)
    ended = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-n0",
            "-q",
            __file__,
            "-k",
            "every_screen",
            "--timeout",
            "600",
        ],
        env=os.environ | {"QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": platform},
        capture_output=True,
        text=True,
    )

    assert ended.returncode == 0, ended.stdout


class Looker:
    """Looks at a screen in every size and keeps what is not as it should be."""

    def __init__(self, window: QMainWindow, *, mirrors: bool) -> None:
        self.faults: set[Fault] = set()
        self._mirrors = mirrors
        self._window = window
        self._help = SamePlace()
        self._seen_with_ring: set[tuple[str, ...]] = set()

    def look(self, name: str) -> None:
        """Hold every rule against what is shown now."""
        for width, height in SIZES:
            self._window.resize(width, height)
            _settle()
            root = _shown(self._window)
            found = [fault for rule in (*RULES, shortened_words, *ACCESS) for fault in rule(root)]
            if not isinstance(root, QMenu):
                found += [*self._by_keys(root), *missed_by_tab(front_of(root))]
            self.faults |= {f"{name}, {width}x{height}: {fault}" for fault in found}
        if self._mirrors:
            self._look_from_the_right(name)

    def _look_from_the_right(self, name: str) -> None:
        QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._window.resize(1280, 800)
        _settle()
        found = [fault for rule in RULES for fault in rule(_shown(self._window))]
        rails = [each for each in self._window.findChildren(Rail) if each.isVisible()]
        found += ["the rail stayed at the left" for rail in rails if rail.x() < 640]
        self.faults |= {f"{name}, from right to left: {fault}" for fault in found}
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        _settle()

    def _by_keys(self, root: QWidget) -> list[Fault]:
        faults = [*lost_by_panes(root), *without_ring(root, self._seen_with_ring)]
        return faults + (self._help(root) if root is self._window else [])


def _settle() -> None:
    for _ in range(2):
        QCoreApplication.sendPostedEvents()
        QApplication.processEvents()


def _shown(window: QMainWindow) -> QWidget:
    return QApplication.activePopupWidget() or QApplication.activeModalWidget() or window
