"""What is shown where the workspace that was asked for by name is not there."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QLocale, Signal

from desktop.services.workspaces import Workspace
from desktop.ui.states import EmptyState
from desktop.ui.text import clean_name, heard, isolate
from desktop.ui.theme import Theme


class UnknownWorkspace(EmptyState):
    """Say that there is none of that name, and which there are.

    Signals:
        opened: One of those that there are was chosen; carries the `Workspace`.
    """

    opened = Signal(object)

    def __init__(self, theme: Theme, name: str, held: Sequence[Workspace]) -> None:
        """Take the name that was asked for, and the workspaces: the first of them is offered."""
        names = QLocale().createSeparatedList([_named(each.name) for each in held])
        text = self.tr("These are on this computer: {names}").format(names=names)
        if not held:
            text = self.tr("There is no workspace on this computer yet.")
        super().__init__(
            theme,
            "search",
            self.tr("There is no workspace called {name}.").format(name=_named(name)),
            text,
            self.tr("Open {name}").format(name=_named(held[0].name)) if held else "",
            self.tr("Go to the first screen"),
        )
        self.setObjectName("unknownWorkspace")
        self.button.setObjectName("openWorkspace")
        self.secondary.setObjectName("firstScreen")
        if held:
            self.action_asked.connect(partial(self.opened.emit, held[0]))

    @property
    def words(self) -> str:
        """Return the same for a terminal."""
        return f"{heard(self.title.text())} {heard(self.text.text())}"


def _named(name: str) -> str:
    return isolate(clean_name(name))
