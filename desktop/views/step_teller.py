"""Says in a toast what was done, what was taken back, and what could not be."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from desktop.services.domain.errors import IllegalMove, Missing, Unsupported
from desktop.ui.commands import Commands
from desktop.ui.history import History, Step
from desktop.ui.tasks import Tasks
from desktop.ui.toasts import Toasts

TryAgain = Callable[[], object]
PATIENCE_MS = 300
"""How long a way may take before it is said that it takes a while."""
_HOPELESS = (IllegalMove, Missing, Unsupported)
"""What the same step would meet every time."""


TellFailure = Callable[[int, Exception, str, TryAgain | None], object]


def told_history(
    tasks: Tasks, toasts: Toasts, commands: Commands, tell_failure: TellFailure
) -> History:
    """Make the history of the window that the commands belong to, with what speaks for it.

    `tell_failure` is given the account that a failure concerns, why a step went wrong, in which
    words to say so, and how to try again, if at all.
    """
    history = History(tasks, commands)
    StepTeller(history, toasts, commands, tell_failure)
    return history


class StepTeller(QObject):
    """Speaks for the history of a window."""

    def __init__(
        self,
        history: History,
        toasts: Toasts,
        commands: Commands,
        tell_failure: Callable[[int, Exception, str, TryAgain | None], object],
    ) -> None:
        """Take what happens, where to say it, the keys, and what says that a step failed.

        That is given the account it concerns, why, in which words, and how to try again, if at all.
        """
        super().__init__(history)
        self._history = history
        self._toasts = toasts
        self._commands = commands
        self._tell_failure = tell_failure
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._tell_waiting)
        history.stepped.connect(self._tell_done)
        history.began.connect(self._on_began)
        history.undone.connect(self._tell_undone)
        history.redone.connect(self._tell_done)
        history.undo_failed.connect(self._on_undo_failed)
        history.redo_failed.connect(self._on_redo_failed)

    def _on_began(self, _step: Step) -> None:
        self._patience.start()

    def _tell_waiting(self) -> None:
        self._toasts.show(self.tr("A moment…"), icon="clock")

    def _tell_done(self, step: Step) -> None:
        self._patience.stop()
        self._toasts.show(
            step.done,
            partial(self._history.undo, step),
            keys=self._commands.keys_of("undo"),
            countdown=step.countdown,
        )

    def _tell_undone(self, step: Step) -> None:
        self._patience.stop()
        again = partial(self._history.redo, step) if step.redo is not None else None
        self._toasts.show(
            step.undone,
            again,
            action_text=self.tr("Redo"),
            keys=self._commands.keys_of("redo"),
            icon="undo-2",
        )

    def _on_undo_failed(self, step: Step, error: Exception) -> None:
        words = self.tr("The last step was not undone.")
        if isinstance(error, _HOPELESS):
            words = self.tr("The last step can no longer be undone.")
        self._tell_not_done(step, error, words, partial(self._history.undo, step))

    def _on_redo_failed(self, step: Step, error: Exception) -> None:
        words = self.tr("The step was not redone.")
        if isinstance(error, _HOPELESS):
            words = self.tr("The step can no longer be redone.")
        self._tell_not_done(step, error, words, partial(self._history.redo, step))

    def _tell_not_done(self, step: Step, error: Exception, words: str, try_again: TryAgain) -> None:
        self._patience.stop()
        self._toasts.hide()
        is_hopeless = isinstance(error, _HOPELESS)
        if is_hopeless:
            self._history.forget(step)
        way_on = None if is_hopeless else try_again
        self._tell_failure(step.undo.account_id, error, words, way_on)
