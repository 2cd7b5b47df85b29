"""What every test may count on: its own home folder, no display, and guards that fail early."""

import gc
import ipaddress
import logging
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# How long an example takes says more of a busy machine than of the code.
hypothesis.settings.register_profile(
    "house", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("house")

_TESTS_A_SWEEP = 40
_tests_run = 0

_outside: list[str] = []
"""Addresses off this machine that something tried to reach since the last test."""


def pytest_configure(config: pytest.Config) -> None:
    """Give the run a home of its own, and stop whatever would leave this machine."""
    home = Path(tempfile.mkdtemp(prefix="crieur-tests-"))
    config.add_cleanup(lambda: shutil.rmtree(home, ignore_errors=True))
    os.environ["HOME"] = str(home)
    for name, folder in (
        ("XDG_DATA_HOME", "share"),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_CACHE_HOME", "cache"),
        ("XDG_STATE_HOME", "state"),
        ("XDG_RUNTIME_DIR", "run"),
    ):
        path = home / folder
        path.mkdir(mode=0o700)
        os.environ[name] = str(path)
    sys.addaudithook(_stay_on_this_machine)
    # A lane's thread that clears cycles away would destroy widgets, which ends the process:
    # cycles are cleared between the tests, in the main thread, and at no other time.
    gc.disable()


def _stay_on_this_machine(event: str, arguments: tuple[object, ...]) -> None:
    if event != "socket.connect":
        return
    address = arguments[1]
    if isinstance(address, tuple) and not _is_loopback(str(address[0])):
        # The code under test may well swallow the error; the guard below does not forget.
        _outside.append(f"{address[0]}:{address[1]}")
        raise ConnectionRefusedError(f"a test may not reach {address[0]}")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return host == "localhost"


class _Warnings(logging.Handler):
    """Collect the log records that a test did not ask for."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def guard(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test that leaves something behind or does what no test may do.

    A test that asks for `caplog` expects log records and judges them itself. The real session
    bus, where the user's own keyring lives, is for the tests with real servers only.
    """
    if request.node.get_closest_marker("servers") is None:
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    warnings = _Warnings()
    root = logging.getLogger()
    handlers, level = root.handlers.copy(), root.level
    root.addHandler(warnings)
    threads: set[object] = set(threading.enumerate())
    widgets = _top_level_widgets()
    yield
    # A program that was started in a test writes to its log no longer.
    for handler in [each for each in root.handlers if each not in handlers]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    _speak_no_language()
    outside = _outside.copy()
    _outside.clear()
    faults = [f"it tried to reach {address}" for address in outside]
    if "caplog" not in request.fixturenames:
        faults += [f"it logged {line}" for line in warnings.lines]
    faults += [f"it left the thread {name} running" for name in _left_running(threads)]
    faults += [f"it left the window {name} open" for name in _left_open(widgets)]
    _clear_cycles()
    if faults:
        pytest.fail(f"{request.node.name}: " + "; ".join(faults), pytrace=False)


def _speak_no_language() -> None:
    """Take back the language that a test chose, so that the next one chooses for itself."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or (app := widgets.QApplication.instance()) is None:
        return
    from PySide6.QtCore import QLocale, Qt, QTranslator

    for words in app.findChildren(QTranslator):
        app.removeTranslator(words)
        words.deleteLater()
    QLocale.setDefault(QLocale.system())
    app.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


def _clear_cycles() -> None:
    """Clear what is young after each test, and everything once in a while."""
    global _tests_run
    _tests_run += 1
    gc.collect(2 if _tests_run % _TESTS_A_SWEEP == 0 else 1)


def _left_running(before: set[object]) -> list[str]:
    left = [thread for thread in threading.enumerate() if thread not in before]
    # Daemons belong to fake servers and libraries; a lane never is one.
    ours = [thread for thread in left if not thread.daemon]
    for thread in ours:
        thread.join(timeout=1)
    return [thread.name for thread in ours if thread.is_alive()]


def _top_level_widgets() -> set[object]:
    """Return the windows that exist, without making an application where there is none."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return set()
    return set(widgets.QApplication.topLevelWidgets())


def _left_open(before: set[object]) -> list[str]:
    if not _top_level_widgets() - before:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if _top_level_widgets() - before:
        # Only what nobody can reach any more may still be cleared; it takes long, so it comes last.
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = _top_level_widgets() - before
    # Qt keeps its one tool tip for the next time.
    return [type(widget).__name__ for widget in left if not widget.inherits("QTipLabel")]


@pytest.fixture(scope="session")
def qapp(qapp):
    """Dress pytest-qt's application as the program is: its own style, type and colours."""
    from desktop.ui.theme import Theme

    Theme(qapp).apply(qapp)
    return qapp
