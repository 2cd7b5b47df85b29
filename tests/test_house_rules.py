"""Every module keeps the rules of the house, and every rule catches what it is there for."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import house_rules
import pytest
from house_rules import Finding, Module

ROOT = Path(__file__).parent.parent
MODULES = [
    Module(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
    for folder in ("desktop", "tests", "tools", "benchmarks")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if "__pycache__" not in path.parts
]
OF_ONES_OWN = [module for module in MODULES if not module.path.endswith("__init__.py")]

VIOLATIONS = {
    "sizes": [
        ("desktop/ui/x.py", "\n" * 301),
        ("desktop/ui/x.py", "class A:\n" + "    a = 1\n" * 200),
        ("desktop/ui/x.py", "def a():\n" + "    a = 1\n" * 50),
    ],
    "parameters": [("desktop/ui/x.py", "class A:\n    def a(self, b, c, d, e, f, g): ...")],
    "first_line": [
        ("desktop/ui/x.py", "a = 1"),
        ("desktop/ui/x.py", '"""Helpers"""'),
    ],
    "names": [("desktop/ui/utils.py", ""), ("desktop/services/account_manager.py", "")],
    "reasons": [("desktop/ui/x.py", "a = 1  # noqa: E501"), ("tests/x.py", "a()  # type: ignore")],
    "plain_text": [
        ("desktop/views/x.py", "view.setHtml(name)"),
        ("desktop/views/x.py", "view.setMarkdown(name)"),
        ("desktop/views/x.py", "QMessageBox.information(self, title, name)"),
        ("desktop/views/x.py", "QtWidgets.QMessageBox(self)"),
        ("desktop/views/x.py", "a = QLabel(name)"),
        ("desktop/ui/chips.py", "class Chip(QLabel): ..."),
        ("desktop/views/x.py", "a.setTextFormat(Qt.TextFormat.RichText)"),
        ("desktop/views/x.py", "a = QTextBrowser()"),
        ("desktop/views/x.py", "button.setToolTip(name)"),
        ("desktop/views/x.py", "QToolTip.showText(at, name)"),
        ("desktop/ui/theme.py", "app.setStyleSheet('* {}')"),
    ],
    "dressed_controls": [
        ("desktop/views/x.py", "field = QLineEdit(self)"),
        ("desktop/ui/x.py", "month = QtWidgets.QCalendarWidget()"),
    ],
    "one_door": [
        ("desktop/views/x.py", "QDesktopServices.openUrl(url)"),
        ("desktop/services/x.py", "from concurrent.futures import a\nThreadPoolExecutor()"),
        ("desktop/views/x.py", "QPixmap().loadFromData(body)"),
        ("desktop/ui/avatars.py", "QImageReader(device)"),
    ],
    "light_start": [
        ("desktop/services/x.py", "import requests"),
        ("desktop/services/vault.py", "from keyring.backends import SecretService"),
    ],
    "late_screens": [
        (
            "desktop/views/x.py",
            "def show():\n    from desktop.views.y import Y\n    return Y()\n",
        ),
    ],
    "no_kept_selves": [
        (
            "desktop/ui/x.py",
            "class A:\n    def __init__(self, theme):\n"
            "        theme.changed.connect(lambda: self.update())",
        ),
        (
            "desktop/ui/x.py",
            "class A:\n    def __init__(self, theme):\n        self._theme = theme\n"
            "    def b(self):\n        self._theme.changed.connect(partial(self.c, 1))",
        ),
        (
            "desktop/ui/x.py",
            "class A:\n    def b(self):\n        QTimer.singleShot(0, lambda: self.c())",
        ),
    ],
    "hidden_errors": [
        ("desktop/views/x.py", "def failed(error):\n    label.setText(str(error))"),
        ("desktop/views/x.py", "try:\n    a()\nexcept OSError as gone:\n    show(f'{gone}')"),
    ],
    "literal_words": [
        ("desktop/views/x.py", "self.tr(f'{n} posts')"),
        ("desktop/ui/x.py", "QCoreApplication.translate('Notice', words)"),
    ],
    "no_waiting": [("tests/x.py", "qtbot.wait(100)")],
}

INNOCENT = '''"""Say hello to whoever is there."""

from functools import partial


class Hello(QWidget):
    def __init__(self, theme, tasks, *, a=1, b=2, c=3, d=4):
        self._button = Button(theme, self.tr("Say hello"))
        self._button.clicked.connect(lambda: self.greet(1))
        self._button.clicked.connect(partial(self.greet, 2))
        theme.changed.connect(self.update)
        QTimer.singleShot(0, self, lambda: self.greet(3))
        self.setText(QCoreApplication.translate("Hello", "Good day"))  # noqa: X1  # it is day

    def greet(self, times):
        from requests import get

        try:
            return str(times)
        except OSError as error:
            raise Unreachable from error
'''


@pytest.mark.parametrize("rule", house_rules.RULES, ids=lambda rule: rule.__name__)
def test_every_module_keeps_the_rule(rule: Callable[[Module], Finding]):
    broken = [f"{module.path}: {fault}" for module in OF_ONES_OWN for fault in rule(module)]

    assert not broken, f"{rule.__doc__}\n" + "\n".join(broken)


@pytest.mark.parametrize("rule", house_rules.RULES, ids=lambda rule: rule.__name__)
def test_the_rule_catches_what_it_is_there_for(rule: Callable[[Module], Finding]):
    for path, source in VIOLATIONS[rule.__name__]:
        assert list(rule(Module(path, source))), source


@pytest.mark.parametrize("rule", house_rules.RULES, ids=lambda rule: rule.__name__)
def test_the_rule_leaves_good_code_alone(rule: Callable[[Module], Finding]):
    assert list(rule(Module("desktop/views/hello.py", INNOCENT))) == []


def test_packages_hold_no_code_of_their_own():
    filled = [module.path for module in MODULES if module not in OF_ONES_OWN and module.source]

    assert not filled


def twins(path: str) -> list[str]:
    """Name the tests that may prove the module at `path`.

    Modules that were split by subject (`bluesky_reading`, `bluesky_writing`) may share the test of
    their family (`test_bluesky`), and so may the modules of one folder of views.
    """
    module = Path(path).relative_to("desktop")
    words = module.stem.split("_")
    folder = Path("tests", module.parent)
    shared = [f"{folder}/test_{'_'.join(words[:end])}.py" for end in range(len(words), 0, -1)]
    if path.startswith("desktop/views/") and module.parent.name != "views":
        shared += [f"{folder}/", f"{folder.parent}/test_{folder.name}.py"]
    return shared


def test_every_module_that_does_something_has_its_twin():
    tests = [module.path for module in MODULES if module.path.startswith("tests/")]
    alone = [
        module.path
        for module in OF_ONES_OWN
        if module.is_in("desktop/")
        and house_rules.has_behaviour(module)
        and not any(test.startswith(twin) for test in tests for twin in twins(module.path))
    ]

    assert not alone, "no test of its own: " + ", ".join(alone)


def test_the_window_opens_without_what_is_slow_to_import():
    heavy = subprocess.run(
        [sys.executable, "-c", "import sys, desktop.app; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )

    assert not house_rules.HEAVY & set(heavy.stdout.split())


def test_the_options_are_read_without_qt():
    light = subprocess.run(
        [sys.executable, "-c", "import sys, desktop.__main__; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )

    assert "PySide6" not in light.stdout.split()
