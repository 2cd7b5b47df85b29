"""The whole program with a real window, a real file and real lanes."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
import shiboken6
from journeys.browser import Browser
from journeys.market import EVERY, Market, keys_that_stay
from journeys.owner import Owner
from journeys.reader import Reader
from PySide6.QtCore import QCoreApplication, QEvent

from desktop.app import Desk
from desktop.program import Program, utc_now
from desktop.services.vault import MemoryKeyring

Start = Callable[..., Reader]


@pytest.fixture
def start(qapp, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Start the program in a data folder as a user does, any number of times, one at a time."""
    # On a busy machine the last call of a lane may take longer than a user would wait.
    monkeypatch.setattr("desktop.app.PATIENCE_SECONDS", 60.0)
    running: list[Desk] = []

    def end() -> None:
        desk = running.pop()
        assert desk.finish(), "a lane was still at work"
        window = desk.window
        for _ in range(2):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        shiboken6.delete(window)
        shiboken6.delete(desk)

    def start(
        *,
        demo: bool = False,
        language: str | None = "en",
        size: str = "1280x800",
        workspace: str | None = None,
        data: Path | None = tmp_path / "data",
        clock: Callable[[], datetime] = utc_now,
    ) -> Reader:
        if running:
            end()
        desk = Desk(Program(data, clock=clock), qapp, language)
        running.append(desk)
        desk.start(demo=demo, workspace=workspace)
        if size:
            desk.window.resize(*(int(side) for side in size.split("x")))
        desk.window.activateWindow()
        reader = Reader(desk, qtbot)
        reader.wait(desk.window.isActiveWindow)
        return reader

    yield start
    if running:
        end()


@pytest.fixture
def market(monkeypatch: pytest.MonkeyPatch) -> Iterator[Market]:
    market = Market()
    for name in ("API", "WEB"):
        monkeypatch.setattr(f"desktop.services.networks.x_sign_in.{name}", market.x.url)
    yield market
    market.close()


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Browser:
    browser = Browser()
    monkeypatch.setattr("desktop.views.connect.browser_step.open_link", browser.sign_in)
    for place in ("hand_offs", "post_dialog", "feed.actions"):
        monkeypatch.setattr(f"desktop.views.{place}.open_link", browser.show)
    return browser


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> MemoryKeyring:
    return keys_that_stay(monkeypatch)


@pytest.fixture
def owner(start, market: Market, browser: Browser, keyring: MemoryKeyring) -> Owner:
    """Connect everything that there is, and wait until it is read."""
    owner = Owner.at(start)
    for network in EVERY:
        owner.connect(network, market)
    owner.click("place-home")
    owner.at_rest()
    return owner
