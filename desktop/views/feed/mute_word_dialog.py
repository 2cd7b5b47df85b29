"""Ask which word or phrase should stay out of sight."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.services.domain.errors import InvalidField
from desktop.ui.dialogs import Dialog
from desktop.ui.fields import Field
from desktop.ui.line_edits import LineEdit
from desktop.ui.tasks import STORE, Tasks
from desktop.ui.theme import Theme
from desktop.views.session import Session


class MuteWordDialog(Dialog):
    """One field; what is muted stays on the networks, and nobody is told.

    Signals:
        muted: The word is muted; carries the `Mute`.
    """

    muted = Signal(object)

    def __init__(self, theme: Theme, session: Session, tasks: Tasks, parent: QWidget) -> None:
        title = QCoreApplication.translate("MuteWordDialog", "Mute a word")
        text = QCoreApplication.translate(
            "MuteWordDialog",
            "Posts that hold it disappear from your feeds, on this computer only. Nobody is told.",
        )
        verb = QCoreApplication.translate("MuteWordDialog", "Mute it")
        super().__init__(theme, title, verb, text=text, stays_open=True, parent=parent)
        self._session = session
        self._tasks = tasks
        self._word = LineEdit(theme, "")
        self._word.setObjectName("mutedWord")
        self._word.returnPressed.connect(self.verb_button.click)
        self._field = Field(
            theme,
            self.tr("Word or phrase"),
            self._word,
            self.tr("Capitals and accents make no difference."),
        )
        self.body.addWidget(self._field)
        self.asked.connect(self._submit)

    def _submit(self) -> None:
        self._field.set_problem(None)
        self._tasks.run(
            STORE,
            partial(self._session.mutes.mute_word, self._word.text()),
            owner=self,
            done=self._on_muted,
            failed=self._on_failed,
        )

    def _on_muted(self, mute: object) -> None:
        self.muted.emit(mute)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, InvalidField):
            self._tasks.unhandled.emit(error)
            return
        sentences = {
            "empty": self.tr("Type a word with at least one letter or digit."),
            "too_long": self.tr("This is too long. Take a shorter phrase."),
        }
        self._field.set_problem(sentences.get(error.reason, self.tr("This cannot be muted.")))
