"""What the menu of the workspaces does: open another, make one, rename this one, the demo."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.theme import Theme
from desktop.views.hub import Hub
from desktop.views.session import Session
from desktop.views.shell import Shell
from desktop.views.workspace_menu import NameDialog, show_workspace_menu


class WorkspaceDesk(QObject):
    """Ask what has to be asked before a workspace is made or renamed.

    Signals:
        chosen: Open another workspace; carries the `Workspace`.
        demo_chosen: Open the demonstration.
        demo_left: Leave the demonstration.
        renamed: The open workspace has another name; carries it.
    """

    chosen = Signal(object)
    demo_chosen = Signal()
    demo_left = Signal()
    renamed = Signal(str)

    def __init__(self, theme: Theme, hub: Hub, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._hub = hub
        self._window = window

    def show_menu(self, session: Session, shell: Shell) -> None:
        """Show the menu of the workspaces below the identity."""
        show_workspace_menu(
            self._theme,
            shell.rail.identity,
            self._hub.workspaces(),
            is_demo=session.is_demo,
            choose=self.chosen.emit,
            act=partial(self.act, session),
        )

    def act(self, session: Session, what: str) -> None:
        """Do what the menu offers besides the workspaces themselves."""
        if what == "new":
            self._ask_name(self.tr("New workspace"), self.tr("Create"), "", self._create)
        elif what == "rename":
            rename = partial(self._rename, session.slug)
            title = self.tr("Rename this workspace")
            self._ask_name(title, self.tr("Rename"), session.name, rename)
        elif what == "leave-demo":
            self.demo_left.emit()
        elif what == "demo":
            self.demo_chosen.emit()

    def _ask_name(self, title: str, verb: str, name: str, keep: Callable[[str], object]) -> None:
        dialog = NameDialog(self._theme, title, verb, name, keep, parent=self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _create(self, name: str) -> None:
        self.chosen.emit(self._hub.create_workspace(name))

    def _rename(self, slug: str, name: str) -> None:
        self.renamed.emit(self._hub.rename_workspace(slug, name).name)
