"""What one screen needs to live on a bench, and what a reader sees and presses there."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from fake_hub import FakeHub
from fakes import FakeVault, TasksLater, TasksNow
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QPlainTextEdit,
    QWidget,
)
from workbench import Workbench

from desktop.services.columns import Columns
from desktop.services.digest import Digest
from desktop.services.domain.grace import GRACE
from desktop.services.domain.prices import read_prices
from desktop.services.gathering import Gathering
from desktop.services.imports import Imports
from desktop.services.interactions import Interactions
from desktop.services.mutes import Mutes
from desktop.services.people import People
from desktop.services.preferences import Preferences
from desktop.services.spending import Spending
from desktop.services.workspaces import Workspace
from desktop.ui.keymap import Keymap
from desktop.ui.rail_items import ConnectionLine
from desktop.ui.resources import resource
from desktop.ui.theme import Theme
from desktop.views.account_book import AccountBook
from desktop.views.designed_keys import DESIGNED
from desktop.views.post_desk import PostDesk
from desktop.views.post_dialog import PostDialog
from desktop.views.refresher import Refresher
from desktop.views.session import DataFile, Session
from desktop.views.shell import Shell

PRICES = read_prices(json.loads(resource("prices/x.json").read_text("utf-8")))
W = TypeVar("W", bound=QWidget)
_ISOLATES = str.maketrans("", "", "\u2068\u2069")


class FakeKeys:
    """What a screen may do about a `FakeVault`."""

    def __init__(self, vault: FakeVault) -> None:
        self._vault = vault
        self.is_session_only = False

    def keep_for_this_session_only(self) -> None:
        self.is_session_only = True
        self._vault.trouble = ""

    def check(self) -> None:
        self._vault.keep("check", "a secret")
        self._vault.forget("check")


@dataclass
class Stage:
    """An open workspace on a bench, as the screens are given it."""

    theme: Theme
    bench: Workbench
    tasks: TasksNow
    keys: FakeKeys
    hub: FakeHub
    session: Session
    book: AccountBook
    keymap: Keymap = field(default_factory=lambda: Keymap(DESIGNED))

    @property
    def asked(self) -> int:
        """Return how often the account's home feed was asked for."""
        return self.bench.server.called("home")

    def refresher(self) -> Refresher:
        """Make what keeps the accounts fresh; it is not started."""
        return Refresher(self.session, self.book, self.tasks, self.book)

    def on_busy_lanes(self) -> TasksLater:
        """Let what comes next wait until it is worked off."""
        self.tasks = TasksLater()
        return self.tasks

    def be_demo(self) -> None:
        """Take the workspace for the invented shop."""
        self.session = replace(self.session, is_demo=True)


def stage_on(bench: Workbench, theme: Theme, folder: Path) -> Stage:
    """Open the bench's workspace for the screens."""
    keys, tasks = FakeKeys(bench.vault), TasksNow()
    session = Session(
        slug="my-shop",
        name="My shop",
        is_demo=False,
        accounts=bench.accounts,
        timeline=bench.timeline(),
        people=People(bench.rows, bench.accounts),
        interactions=Interactions(bench.rows, bench.accounts),
        publishing=bench.publishing(),
        columns=Columns(bench.rows),
        gathering=Gathering(bench.rows, bench.accounts, bench.clock),
        mutes=Mutes(bench.rows, bench.clock),
        imports=Imports(bench.rows, bench.accounts, bench.clock),
        digest=Digest(bench.rows, bench.clock),
        spending=Spending(bench.rows, PRICES, bench.clock),
        keys=keys,
        clock=bench.clock,
        data_file=lambda: DataFile(Path("/data/crieur.db"), 48_000_000, None),
        save_copy=bench.rows.database.copy_to,
    )
    book = AccountBook(session, tasks)
    book.reload()
    hub = FakeHub(
        folder,
        Preferences(tour_seen=True),
        held=[Workspace("my-shop", "My shop", folder / "crieur.db", True)],
    )
    return Stage(theme, bench, tasks, keys, hub, session, book)


def tick(stage: Stage, refresher: Refresher, **how_long: float) -> None:
    """Let time pass, and the slow clock of what keeps accounts fresh tick once."""
    stage.bench.clock.advance(**how_long)
    refresher._timer.timeout.emit()


def end_grace(stage: Stage, desk: PostDesk) -> None:
    """Let the ten seconds pass in which a post can be taken back."""
    stage.bench.clock.advance(seconds=GRACE.total_seconds())
    desk.sending._ticking.timeout.emit()


def settle() -> None:
    """Let rows that were made appear, and rows that were dropped go."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def read(widget: QWidget) -> str:
    """Return every word that is shown in a widget, a line for each label or button."""
    settle()
    shown = [
        each.text().translate(_ISOLATES)
        for kind in (QLabel, QAbstractButton)
        for each in widget.findChildren(kind)
        if each.isVisibleTo(widget)
    ]
    return "\n".join(text for text in shown if text)


def find(root: QWidget, wanted: str, kind: type[W] = QAbstractButton) -> W:
    """Return the shown control of that object name, or of those words."""
    settle()
    for each in root.findChildren(kind):
        words = each.text() if isinstance(each, QAbstractButton) else ""
        if each.isVisibleTo(root) and wanted in (each.objectName(), words):
            return each
    raise AssertionError(f"{wanted} is not shown in:\n{read(root)}")


def press(root: QWidget, wanted: str) -> None:
    """Press a button by its object name or its words."""
    button = find(root, wanted)
    assert button.isEnabled(), f"{wanted} is disabled"
    button.click()


def offers(root: QWidget, wanted: str) -> bool:
    """Say whether a button of that name or those words is shown."""
    settle()
    return any(
        each.isVisibleTo(root) and wanted in (each.objectName(), each.text())
        for each in root.findChildren(QAbstractButton)
    )


def type_post(dialog: PostDialog, text: str) -> None:
    """Write a post's text."""
    find(dialog, "postText", QPlainTextEdit).setPlainText(text)


def press_keys(window: QWidget, keys: str) -> None:
    """Press keys in a window; a shortcut needs it to be the active one."""
    window.activateWindow()
    settle()
    assert window.isActiveWindow()
    QTest.keySequence(window, keys)


def connection(shell: Shell) -> str:
    """Return what the last line of the rail says."""
    return shell.rail.findChild(ConnectionLine).text()


def open_dialog(root: QWidget, kind: type[W] = QDialog) -> W:
    """Return the one dialog that is open over a window."""
    (shown,) = [each for each in root.findChildren(kind) if each.isVisible()]
    return shown


def heard(signal: object) -> list[tuple[object, ...]]:
    """Return a list that fills with what a signal carries from now on."""
    told: list[tuple[object, ...]] = []
    signal.connect(lambda *carried: told.append(carried))
    return told


def answer(monkeypatch: object, module: str, wanted: bool) -> list[tuple[str, ...]]:
    """Let every question of a module be answered; return a list of what was asked."""
    asked: list[tuple[str, ...]] = []

    def reply(_theme: Theme, _parent: QWidget, *words: str, **_kind: str) -> bool:
        asked.append(words)
        return wanted

    monkeypatch.setattr(f"{module}.ask", reply)
    return asked


def _seen(line: QAction) -> str:
    return line.text().translate(_ISOLATES)


def choose(monkeypatch: object, words: str) -> list[list[str]]:
    """Let the next menus be answered with the line of those words; return what they offered."""
    offered: list[list[str]] = []

    def run(menu: QWidget, _at: object) -> None:
        lines = [each for each in menu.actions() if not each.isSeparator()]
        offered.append([_seen(each) for each in lines if each.isEnabled()])
        chosen: Callable[[], object] | None = next(
            (menu._works[each] for each in lines if _seen(each) == words), None
        )
        menu.deleteLater()
        if chosen is not None:
            chosen()

    monkeypatch.setattr("desktop.ui.menus.Menu.run", run)
    return offered


def clipboard() -> str:
    """Return what was copied last."""
    return QApplication.clipboard().text()
