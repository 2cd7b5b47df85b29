"""The menu under the identity: other workspaces, a new one, another name, the demo."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QWidget

from desktop.services.domain.errors import InvalidField, StoreTrouble
from desktop.services.workspaces import Workspace
from desktop.ui.dialogs import Dialog
from desktop.ui.fields import Field
from desktop.ui.line_edits import LineEdit
from desktop.ui.menus import Menu
from desktop.ui.notices import notice_for
from desktop.ui.text import clean_name
from desktop.ui.theme import Theme


class NameDialog(Dialog):
    """Ask for a workspace's name, and say beside the field why one cannot be taken."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        verb: str,
        name: str,
        keep: Callable[[str], object],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, verb, stays_open=True, parent=parent)
        self._keep = keep
        self._name = LineEdit(theme)
        self._name.setObjectName("workspaceName")
        self._name.setText(name)
        self._name.selectAll()
        self._field = Field(theme, self.tr("Name"), self._name)
        self.body.addWidget(self._field)
        self.asked.connect(self._submit)
        self._name.returnPressed.connect(self._submit)

    def _submit(self) -> None:
        try:
            self._keep(self._name.text())
        except InvalidField as error:
            self._field.set_problem(self._sentence(error.reason))
        except StoreTrouble as error:
            notice = notice_for(error, "", datetime.now(UTC))
            self.set_problem(f"{notice.title} {notice.text}")
        else:
            self.accept()

    def _sentence(self, reason: str) -> str:
        sentences = {
            "empty": self.tr("Type a name, such as the name of your shop."),
            "too_long": self.tr("Choose a name of at most 60 characters."),
            "taken": self.tr("Another workspace has this name already."),
        }
        return sentences.get(reason, self.tr("Choose another name."))


def show_workspace_menu(
    theme: Theme,
    under: QWidget,
    workspaces: tuple[Workspace, ...],
    *,
    is_demo: bool,
    choose: Callable[[Workspace], None],
    act: Callable[[str], None],
) -> None:
    """Show the menu below `under`; `act` is told "new", "rename", "demo" or "leave-demo"."""
    menu = Menu(theme, under)
    for workspace in workspaces:
        is_here = workspace.is_open and not is_demo
        name = clean_name(workspace.name)
        line = menu.offer("check" if is_here else "store", name, partial(choose, workspace))
        line.setEnabled(not is_here)
    if workspaces:
        menu.addSeparator()
    new = QCoreApplication.translate("WorkspaceMenu", "New workspace…")
    menu.offer("plus", new, partial(act, "new"))
    if is_demo:
        leave = QCoreApplication.translate("WorkspaceMenu", "Leave the demo")
        menu.offer("log-out", leave, partial(act, "leave-demo"))
    else:
        rename = QCoreApplication.translate("WorkspaceMenu", "Rename this workspace…")
        menu.offer("pen-line", rename, partial(act, "rename"))
        demo = QCoreApplication.translate("WorkspaceMenu", "Open the demo shop")
        menu.offer("play", demo, partial(act, "demo"))
    menu.run(under.mapToGlobal(QPoint(0, under.height() + 4)))
