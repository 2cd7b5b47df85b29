"""The guards of conftest.py do fail what they are there to fail."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent

OFFENDERS = """
import logging, socket, threading, os
from pathlib import Path

def test_reaches_outside():
    try:
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    except OSError:
        pass

def test_warns():
    logging.getLogger("anything").warning("look here")

def test_leaves_a_thread(later):
    threading.Thread(target=later.wait).start()

def test_leaves_a_window(qtbot):
    from PySide6.QtWidgets import QWidget
    kept.append(QWidget())

def test_makes_qt_complain(qtbot):
    from PySide6.QtCore import qWarning
    qWarning("look here")

def test_warns_python():
    import warnings
    warnings.warn("look here")
"""

INNOCENTS = """
def test_reaches_loopback():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()

def test_asked_for_the_warning(caplog):
    logging.getLogger("anything").warning("look here")

def test_ends_its_thread():
    thread = threading.Thread(target=int)
    thread.start()
    thread.join()

def test_closes_its_window(qtbot):
    from PySide6.QtWidgets import QWidget
    qtbot.addWidget(QWidget())

def test_deletes_its_window_later(qtbot):
    from PySide6.QtWidgets import QWidget
    window = QWidget()
    window.deleteLater()
    kept.append(window)

def test_lives_in_a_home_of_its_own():
    assert "crieur-tests-" in str(Path.home())
    assert "DBUS_SESSION_BUS_ADDRESS" not in os.environ
"""

SHARED = """
import threading
import pytest
kept = []

@pytest.fixture(scope="session")
def later():
    event = threading.Event()
    yield event
    event.set()
"""


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Run tests that offend, and twins of theirs that do not, under the real settings."""
    folder = tmp_path_factory.mktemp("guarded")
    (folder / "conftest.py").write_text((HERE / "conftest.py").read_text())
    (folder / "test_snippets.py").write_text(SHARED + OFFENDERS + INNOCENTS)
    options = f"-c pyproject.toml --rootdir {folder} -rA -n0 -p no:cacheprovider -p no:randomly"
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", *options.split(), folder],
        cwd=HERE.parent,
        env=os.environ | {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return ran.stdout


def names(source: str) -> list[str]:
    return [line[4:].split("(")[0] for line in source.splitlines() if line.startswith("def test")]


@pytest.mark.parametrize("name", names(OFFENDERS))
def test_an_offender_fails(outcome: str, name: str):
    lines = [line for line in outcome.splitlines() if f"::{name}" in line]

    assert any(line.startswith(("FAILED", "ERROR")) for line in lines), outcome


@pytest.mark.parametrize("name", names(INNOCENTS))
def test_its_innocent_twin_passes(outcome: str, name: str):
    lines = [line for line in outcome.splitlines() if f"::{name}" in line]

    assert [line.split()[0] for line in lines] == ["PASSED"], outcome
