"""The last steps of one window, each with its way back and forth again.

Qt's own undo stack moves on the moment it is asked, and drops what was taken back when a new step
comes. Our ways run on lanes and may fail: a step therefore stays where it is until it is known
that it was taken back.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import shiboken6
from PySide6.QtCore import QObject, Signal

from desktop.ui.tasks import Lane, Tasks
from desktop.ui.toasts import Countdown

LIMIT = 20


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """One direction of a step: blocking `work` on a lane, then `then` in the window.

    `then` is called with what the work returned, unless its `owner` is gone by then. What goes
    wrong concerns the account `account_id`, 0 for none.
    """

    owner: QObject
    lane: Lane
    work: Callable[[], object]
    then: Callable[[object], object]
    account_id: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """Something that was done: whole sentences for it and for its being taken back, and the ways.

    A step without `redo` can be taken back once. A `countdown` says how long nobody else has seen
    what was done.
    """

    done: str
    undone: str
    undo: Way
    redo: Way | None = None
    countdown: Countdown | None = None


def carry_out(
    tasks: Tasks,
    step: Step,
    done: Callable[[Step], object],
    failed: Callable[[int, Exception], object],
) -> None:
    """Do for the first time what `redo` of a step does again, then call `done` with the step.

    `failed` is called with the account that the trouble concerns, and the trouble.
    """
    way = step.redo
    if way is None:
        raise ValueError("a step that cannot be done again cannot be begun either")

    def on_done(outcome: object) -> None:
        way.then(outcome)
        done(step)

    tasks.run(
        way.lane,
        way.work,
        owner=way.owner,
        done=on_done,
        failed=partial(failed, way.account_id),
    )


class History(QObject):
    """What can be taken back, the newest first, and what can then be done again.

    A step has happened when it is put here. One way is gone at a time; what is asked for meanwhile
    waits its turn, and is forgotten when the way before it fails.

    Signals:
        stepped: Something was done; carries the `Step`.
        began: A way is being gone; carries the `Step`.
        undone: A step was taken back; carries it.
        redone: A step was done again; carries it.
        undo_failed: A step was not taken back, and stays; carries it and the exception.
        redo_failed: A step was not done again, and stays; carries it and the exception.
    """

    stepped = Signal(object)
    began = Signal(object)
    undone = Signal(object)
    redone = Signal(object)
    undo_failed = Signal(object, object)
    redo_failed = Signal(object, object)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._done: deque[Step] = deque(maxlen=LIMIT)
        self._undone: list[Step] = []
        self._pushed = 0
        self._is_going = False
        self._asked: deque[Callable[[], None]] = deque()

    @property
    def can_undo(self) -> bool:
        """Say whether there is a step to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Say whether a step that was taken back can be done again."""
        return bool(self._undone)

    def push(self, step: Step) -> None:
        """Remember what was done just now; what was taken back before cannot be done again."""
        self._pushed += 1
        self._undone.clear()
        self._done.append(step)
        self.stepped.emit(step)

    def undo(self, step: Step | None = None) -> None:
        """Take the newest step back, or this one if it is still here."""
        self._ask(partial(self._undo, step))

    def redo(self, step: Step | None = None) -> None:
        """Do again what was taken back last, or this step if it still can be."""
        self._ask(partial(self._redo, step))

    def forget(self, step: Step) -> None:
        """Drop a step that can be neither taken back nor done again any more."""
        for held in (self._done, self._undone):
            if step in held:
                held.remove(step)

    def _ask(self, move: Callable[[], None]) -> None:
        self._asked.append(move)
        self._go_on()

    def _go_on(self) -> None:
        while self._asked and not self._is_going:
            self._asked.popleft()()

    def _undo(self, wanted: Step | None) -> None:
        step = _found(self._done, wanted)
        if step is not None:
            done = partial(self._on_undone, self._pushed)
            self._go(step, step.undo, done, self.undo_failed.emit)

    def _redo(self, wanted: Step | None) -> None:
        step = _found(self._undone, wanted)
        if step is not None and step.redo is not None:
            self._go(step, step.redo, self._on_redone, self.redo_failed.emit)

    def _go(
        self,
        step: Step,
        way: Way,
        done: Callable[[Step], None],
        failed: Callable[[Step, Exception], object],
    ) -> None:
        self._is_going = True
        self.began.emit(step)
        self._tasks.run(
            way.lane,
            way.work,
            owner=self,
            done=partial(self._on_gone, way, partial(done, step)),
            failed=partial(self._on_failed, partial(failed, step)),
        )

    def _on_gone(self, way: Way, done: Callable[[], None], outcome: object) -> None:
        self._is_going = False
        if shiboken6.isValid(way.owner):
            way.then(outcome)
        done()
        self._go_on()

    def _on_undone(self, pushed: int, step: Step) -> None:
        self.forget(step)
        if step.redo is not None and pushed == self._pushed:
            self._undone.append(step)
        self.undone.emit(step)

    def _on_redone(self, step: Step) -> None:
        self.forget(step)
        self._done.append(step)
        self.redone.emit(step)

    def _on_failed(self, tell: Callable[[Exception], object], error: Exception) -> None:
        self._is_going = False
        self._asked.clear()
        tell(error)


def _found(held: "deque[Step] | list[Step]", wanted: Step | None) -> Step | None:
    if wanted is None:
        return held[-1] if held else None
    return wanted if wanted in held else None
