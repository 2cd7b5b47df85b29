"""What was done on a screen and can be taken back, without a shell to press keys in."""

from dataclasses import dataclass, field

from PySide6.QtCore import QObject

from desktop.ui.history import History, Step


@dataclass
class Steps:
    """The steps that some screens told of, and what went wrong on the way back."""

    history: History
    told: list[Step] = field(default_factory=list)
    failures: list[Exception] = field(default_factory=list)

    @property
    def sentences(self) -> list[str]:
        """Return what was said of each step."""
        return [step.done for step in self.told]

    def undo(self) -> None:
        """Take the newest step back, as the key does."""
        self.history.undo()

    def redo(self) -> None:
        """Do again what was taken back, as the key does."""
        self.history.redo()


def remember(tasks: object, owner: QObject, *signals: object) -> Steps:
    """Remember every step that these signals carry from now on."""
    steps = Steps(History(tasks, owner))
    steps.history.stepped.connect(steps.told.append)
    for signal in signals:
        signal.connect(steps.history.push)
    for failed in (steps.history.undo_failed, steps.history.redo_failed):
        failed.connect(lambda _step, error: steps.failures.append(error))
    return steps
