"""The screens of a workspace's data: its section, its end, and what is shown meanwhile."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from studio import PAUSE_MS, Studio

from desktop.services.data_place import Move
from desktop.views.errand_desk import ErrandPage
from desktop.views.missing_data import MissingData
from desktop.views.settings.data_errands import move_errand
from desktop.views.unknown_workspace import UnknownWorkspace

Look = Callable[[], None]
SHOWN_MS = 400
"""How long a page takes until it says how far it is."""


def data(studio: Studio, look: Look) -> None:
    """Show where the data lies, with the copy of the day and one from before going back."""
    session = studio.shell.session
    if len(session.copies()) == 1:
        newest = session.copies()[0].path
        session.save_copy(newest.with_name(newest.name.replace("daily", "restore")))
    studio.shell.go_to("data")
    studio.settle()
    look()


def delete_everything(studio: Studio) -> None:
    """Open the dialog that asks for the workspace's name, with the name typed."""
    studio.shell.go_to("data")
    studio.settle()
    studio.find(QAbstractButton, "deleteEverything").click()
    studio.pause(PAUSE_MS)
    studio.find(QLineEdit, "typedName").setText(studio.shell.session.name)


def moving(studio: Studio, look: Look) -> None:
    """Show how far the data's move is."""
    _between(studio, look, partial(_half_way, studio))


def missing_data(studio: Studio, look: Look) -> None:
    """Show what stands there while the data's drive is not connected."""
    _between(studio, look, lambda: MissingData(studio.desk.theme, studio.program.custody))


def unknown_workspace(studio: Studio, look: Look) -> None:
    """Show what is said where the workspace that was asked for by name is not there."""
    held = studio.program.workspaces()
    _between(studio, look, lambda: UnknownWorkspace(studio.desk.theme, "Boucherie", held))


def _half_way(studio: Studio) -> QWidget:
    folder = studio.program.custody.folder
    errand = move_errand(studio.program.custody, Move(folder, folder, 0))
    page = ErrandPage(studio.desk.theme, errand)
    page.report(31_000_000, 96_000_000)
    return page


def _between(studio: Studio, look: Look, make: Callable[[], QWidget]) -> None:
    """Show a page that stands where no workspace is open, and open the workspace again."""
    window = studio.window
    window.leave_for(lambda: window.show_page(make()))
    studio.pause(SHOWN_MS)
    look()
    studio.open_fresh()
