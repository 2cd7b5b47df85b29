"""Ask before a workspace is deleted: its name has to be typed."""

from PySide6.QtWidgets import QWidget

from desktop.ui.dialogs import Dialog
from desktop.ui.fields import Field
from desktop.ui.labels import Label
from desktop.ui.line_edits import LineEdit
from desktop.ui.text import clean_name, isolate
from desktop.ui.theme import Theme


class DeleteDialog(Dialog):
    """Say what goes, what stays, and let it go once the name was typed."""

    def __init__(self, theme: Theme, name: str, waiting: int, parent: QWidget) -> None:
        """`waiting` is how many posts have not left the outbox."""
        shown = isolate(clean_name(name))
        super().__init__(
            theme,
            self.tr("Delete everything in {name}?").format(name=shown),
            self.tr("Delete everything"),
            text=self.tr(
                "Its posts, its notes, its copies and the keys of its accounts are deleted from "
                "this computer, and no copy is left here. This cannot be undone."
            ),
            kind="danger",
            parent=parent,
        )
        self._wanted = name
        stays = self.tr(
            "What you published stays on the networks. Files that “Save a copy” made stay where "
            "you put them."
        )
        self.body.addWidget(Label(theme, stays, "body", "text2", wraps=True))
        if waiting:
            lost = self.tr("%n post(s) in the outbox will never leave.", "", waiting)
            self.body.addWidget(Label(theme, lost, "body", "danger_text", wraps=True))
        self._name = LineEdit(theme)
        self._name.setObjectName("typedName")
        self._name.textChanged.connect(self._on_typed)
        asked = self.tr("To be sure, type its name: {name}").format(name=shown)
        self.body.addWidget(Field(theme, asked, self._name))
        self._on_typed("")

    def _on_typed(self, text: str) -> None:
        # How a name is spaced or capitalised is no proof of what is meant.
        typed, wanted = (" ".join(each.split()).casefold() for each in (text, self._wanted))
        self.verb_button.setEnabled(bool(typed) and typed == wanted)
