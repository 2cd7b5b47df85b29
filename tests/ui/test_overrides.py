"""An error inside an overridden Qt method is reported, and the program lives on."""

import subprocess
import sys
from types import ModuleType

import pytest
from PySide6.QtWidgets import QPushButton

from desktop.ui.overrides import imported_late, mend_overrides

PROGRAM = """
import sys
import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from desktop.ui.overrides import imported_late, mend_overrides

app = QApplication([])
gone = QWidget()
shiboken6.delete(gone)
reported = []
sys.excepthook = lambda kind, error, trace: reported.append(kind.__name__)


class Wrong(QPushButton):
    def sizeHint(self):
        if {deleted}:
            gone.window()
        return len(5)


if {mended}:
    mend_overrides("__main__")
window = QWidget()
QVBoxLayout(window).addWidget(Wrong())
try:
    window.show()
except Exception as error:
    reported.append(type(error).__name__)
print("alive", sorted(set(reported)))
"""


def run(*, mended: bool, deleted: bool) -> subprocess.CompletedProcess[str]:
    source = PROGRAM.format(mended=mended, deleted=deleted)
    return subprocess.run(
        [sys.executable, "-c", source], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(("deleted", "kind"), [(False, "TypeError"), (True, "RuntimeError")])
def test_a_mended_program_lives_and_reports(deleted, kind):
    ended = run(mended=True, deleted=deleted)

    assert ended.returncode == 0, ended.stderr
    assert "alive" in ended.stdout
    assert kind in ended.stdout


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="errors are born whole there")
def test_without_it_the_program_would_end():
    assert run(mended=False, deleted=False).returncode != 0


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="errors are born whole there")
def test_an_override_is_mended_once_and_still_does_its_work(qtbot, monkeypatch):
    class Wide(QPushButton):
        def sizeHint(self):
            """Return twice the width."""
            hint = super().sizeHint()
            hint.setWidth(hint.width() * 2)
            return hint

        def own(self) -> int:
            return 7

    monkeypatch.setattr(sys.modules[__name__], "Wide", Wide, raising=False)
    before = Wide.own
    assert mend_overrides(__name__) == 1
    assert mend_overrides(__name__) == 0

    wide, plain = Wide("x"), QPushButton("x")
    qtbot.addWidget(wide)
    qtbot.addWidget(plain)
    assert wide.sizeHint().width() == 2 * plain.sizeHint().width()
    assert Wide.sizeHint.__doc__ == "Return twice the width."
    assert Wide.own is before


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="errors are born whole there")
def test_what_is_imported_late_is_mended_too(qapp, monkeypatch):
    late = ModuleType("desktop.late")
    written = "from PySide6.QtWidgets import QPushButton\n" + (
        "class Wide(QPushButton):\n    def sizeHint(self):\n        return super().sizeHint()\n"
    )
    with imported_late():
        exec(written, late.__dict__)
        monkeypatch.setitem(sys.modules, "desktop.late", late)

    assert hasattr(late.Wide.sizeHint, "_is_mended")
