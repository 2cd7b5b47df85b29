"""What the tests of the screens share: a dressed application that speaks English, and a stage."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fake_server import arrival
from journeys.conftest import start as start
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QWidget
from screens import Stage, stage_on
from workbench import Workbench, workbench

from desktop.program import utc_now
from desktop.services.storage.database import Database
from desktop.services.workspaces import Workspaces
from desktop.ui.commands import Commands
from desktop.ui.keymap import Keymap
from desktop.ui.languages import install_language
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.theme import Theme
from desktop.views.designed_keys import DESIGNED
from desktop.views.post_dialog import PostDialog
from desktop.views.shell import Shell


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


@pytest.fixture
def build_shell(stage: Stage, shown, window: QWidget) -> Callable[..., Shell]:
    """Make the shell, with some of its workspace otherwise, and open it."""

    def built(**changes: object) -> Shell:
        pictures = PictureLoader(stage.tasks, lambda _url: b"", parent=stage.book)
        session = replace(stage.session, **changes)
        around = Commands(Keymap(DESIGNED, parent=window), window)
        shell = Shell(stage.theme, session, stage.hub, stage.tasks, pictures, commands=around)
        shell.setMinimumSize(1200, 760)
        shown(shell)
        shell.activateWindow()
        shell.open()
        return shell

    return built


@pytest.fixture
def shell(build_shell, stage: Stage) -> Shell:
    """An open workspace whose account has received two posts."""
    stage.bench.server.write(arrival(1), arrival(2, "Is there any bread left?"))
    return build_shell()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Where the program keeps everything."""
    return tmp_path / "data"


@pytest.fixture
def held(data: Path) -> Callable[..., list[Path]]:
    """Make workspaces before the program starts; return the folder of each."""

    def make(*names: str) -> list[Path]:
        kept = Workspaces(data, Database(), utc_now)
        return [kept.create(name).path.parent for name in names]

    return make


@pytest.fixture
def write(stage: Stage, window: QWidget) -> Callable[..., PostDialog]:
    """Open the dialog that writes a post."""

    def write(**about: object) -> PostDialog:
        made = PostDialog(stage.theme, stage.session, stage.book, stage.tasks, window, **about)
        made.open()
        return made

    return write
