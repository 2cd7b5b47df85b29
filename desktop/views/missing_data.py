"""What is shown while the folder that holds everything is not there."""

from PySide6.QtCore import Signal

from desktop.services.custody import Custody
from desktop.services.domain.errors import StoreTrouble
from desktop.ui.states import EmptyState
from desktop.ui.text import isolate
from desktop.ui.theme import Theme


class MissingData(EmptyState):
    """Say where the data should be, and wait for it or begin anew.

    Signals:
        found: There is a folder to work with by now.
    """

    found = Signal()

    def __init__(self, theme: Theme, custody: Custody) -> None:
        self._custody = custody
        super().__init__(
            theme,
            "database",
            self.tr("Your data is not where it was."),
            self.tr(
                "Crieur keeps it in {folder}, which is not there now. Connect the drive that "
                "holds it, then try again. If you begin anew, what is there stays there untouched."
            ).format(folder=isolate(str(custody.folder))),
            self.tr("Try again"),
            self.tr("Begin anew on this computer"),
        )
        self.action_asked.connect(self._on_try_again)
        self.secondary_asked.connect(self._on_begin_anew)

    def _on_try_again(self) -> None:
        if self._custody.look_again():
            self.found.emit()
        else:
            self.title.setText(self.tr("Your data is still not there."))

    def _on_begin_anew(self) -> None:
        try:
            self._custody.start_afresh()
        except StoreTrouble:
            self.title.setText(self.tr("Crieur may not write to its settings folder."))
        else:
            self.found.emit()
