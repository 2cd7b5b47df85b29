"""What the tests of the screens share: a dressed application that speaks English, and a stage."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from journeys.conftest import start as start
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QWidget
from screens import Stage, stage_on
from workbench import Workbench, workbench

from desktop.ui.theme import Theme
from desktop.ui.wording import install_language


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    """The window's words in English, one told from many."""
    before = QLocale()
    install_language(qapp, "en")
    yield
    for words in qapp.findChildren(QTranslator):
        qapp.removeTranslator(words)
        words.deleteLater()
    QLocale.setDefault(before)


@pytest.fixture
def theme(qapp: QApplication, english: None) -> Iterator[Theme]:
    """A light theme at 100 %, worn by the application, in which nothing moves."""
    worn = Theme()
    worn.apply(qapp)
    worn.set_look("light")
    worn.set_reduced_motion(True)
    yield worn
    worn.set_look("system")
    worn.deleteLater()


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Workbench]:
    """A real store with one account, and its server."""
    with workbench(tmp_path / "bench") as laid_out:
        yield laid_out


@pytest.fixture
def stage(bench: Workbench, theme: Theme, tmp_path: Path) -> Iterator[Stage]:
    """The bench's workspace, open for the screens."""
    opened = stage_on(bench, theme, tmp_path / "workspaces")
    yield opened
    opened.book.deleteLater()


@pytest.fixture
def shown(qtbot) -> Callable[[QWidget], QWidget]:
    """Show a widget in its wished size and give it to the test."""

    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(widget.sizeHint())
        widget.show()
        qtbot.waitExposed(widget)
        return widget

    return show


@pytest.fixture
def window(shown) -> QWidget:
    """A window for dialogs to stand before."""
    made = QWidget()
    made.setMinimumSize(900, 600)
    return shown(made)
