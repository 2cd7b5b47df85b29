"""Every screen in every size, language and text size: nothing cut, lost, hidden or nameless."""

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from itertools import combinations
from pathlib import Path
from types import ModuleType

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QTranslator
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QMainWindow,
    QMenu,
    QWidget,
)

from desktop.app import Desk
from desktop.program import Program
from desktop.ui.labels import Label
from desktop.ui.pressable import Pressable

TOOLS = Path(__file__).parents[2] / "tools"
SIZES = ((1280, 800), (1366, 690), (900, 600))
LONGEST_WAY = 120
"""More Tab stops than any screen has."""

Fault = str


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


def shown_in(root: QWidget) -> list[QWidget]:
    """Return what can be seen, if need be by scrolling."""
    return [root, *(each for each in root.findChildren(QWidget) if each.isVisibleTo(root))]


def cut_words(root: QWidget) -> list[Fault]:
    """Find words that have less room than they need and do not say so."""
    faults = []
    for widget in shown_in(root):
        if isinstance(widget, Label) and widget.wordWrap():
            if widget.height() < widget.heightForWidth(widget.width()):
                faults.append(f"{said(widget)} has {widget.height()} px of height")
        elif isinstance(widget, Pressable | QLabel | QComboBox | QLineEdit):
            least, size = widget.minimumSizeHint(), widget.size()
            if size.width() < least.width() or size.height() < least.height():
                faults.append(f"{said(widget)} has {pair(size)} and needs {pair(least)}")
    return faults


def untold_words(root: QWidget) -> list[Fault]:
    """Find elided words whose whole cannot be read in the tooltip."""
    return [
        f"{said(widget)} is elided and has no tooltip"
        for widget in shown_in(root)
        if isinstance(widget, Label)
        and not widget.wordWrap()
        and widget.fontMetrics().horizontalAdvance(widget.text()) > widget.contentsRect().width()
        and not widget.toolTip()
    ]


def lost_widgets(root: QWidget) -> list[Fault]:
    """Find what reaches out of the place it stands in, where no scrolling leads."""
    faults = []
    for widget in shown_in(root):
        place = widget.parentWidget()
        if widget is root or place is None or widget.isWindow():
            continue
        box, room = widget.geometry(), place.rect()
        area = place.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is place:
            stays = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if box.width() > room.width() and area.horizontalScrollBarPolicy() is stays:
                faults.append(f"{said(widget)} is wider than the pane it scrolls in")
        elif not room.contains(box) and not box.isEmpty():
            faults.append(f"{said(widget)} at {box.getRect()} reaches out of {said(place)}")
    return faults


def overlapping(root: QWidget) -> list[Fault]:
    """Find widgets of one layout that cover one another."""
    faults = []
    for place in shown_in(root):
        if place.layout() is None:
            continue
        inside = [each for each in laid_out(place.layout()) if each.isVisibleTo(root)]
        for one, other in combinations(inside, 2):
            if one.geometry().intersects(other.geometry()):
                faults.append(f"{said(one)} covers {said(other)}")
    return faults


def laid_out(layout: QLayout) -> Iterator[QWidget]:
    """Return the widgets of a layout and of those inside it."""
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item.widget() is not None:
            yield item.widget()
        elif item.layout() is not None:
            yield from laid_out(item.layout())


def nameless(root: QWidget) -> list[Fault]:
    """Find what takes the keyboard and has no name for a screen reader."""
    faults = []
    for widget in tab_stops(root):
        spoken = QAccessible.queryAccessibleInterface(widget)
        if spoken is None or not spoken.text(QAccessible.Text.Name).strip():
            faults.append(f"{said(widget)} has no accessible name")
    return faults


def tab_stops(root: QWidget) -> list[QWidget]:
    """Return what Tab should lead to."""
    return [
        widget
        for widget in shown_in(root)
        if widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not widget.visibleRegion().isEmpty()
        and not is_reached_by_arrows(widget)
    ]


def is_reached_by_arrows(widget: QWidget) -> bool:
    """Say whether arrow keys lead here, from the chosen one of several."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and group.checkedButton() is not widget


def missed_by_tab(root: QWidget) -> list[Fault]:
    """Find what Tab does not lead to, and whether it comes back to where it began."""
    root.activateWindow()
    QApplication.processEvents()
    wanted = tab_stops(root)
    if not wanted:
        return []
    wanted[0].setFocus()
    start, visited = QApplication.focusWidget(), []
    for _ in range(LONGEST_WAY):
        at = QApplication.focusWidget()
        if at is None or (visited and at is start):
            break
        visited.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
    else:
        return [f"Tab never comes back to {said(start)}"]
    return [f"Tab never leads to {said(each)}" for each in wanted if each not in visited]


RULES: tuple[Callable[[QWidget], list[Fault]], ...] = (
    cut_words,
    untold_words,
    lost_widgets,
    overlapping,
    nameless,
)


def said(widget: QWidget | None) -> str:
    """Call a widget by its kind, its name and its words."""
    words = ""
    with suppress(AttributeError):
        words = widget.text()
    called = (type(widget).__name__, widget.objectName() if widget else "", repr(words)[:50])
    return " ".join(each for each in called if each)


def pair(size: object) -> str:
    """Return a size in words."""
    return f"{size.width()}x{size.height()}"
