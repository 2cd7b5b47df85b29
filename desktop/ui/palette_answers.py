"""Ask the sources of a palette: those that know at once, and those that have to read first."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.ui.palette_rows import OFFERED, Found, in_groups
from desktop.ui.tasks import STORE, Tasks

PAUSE_MS = 120
"""How long the typing rests before the file is read."""
WORTH_READING = 2
"""Letters from which on the file is read; one letter would find nearly everything."""

Source = Callable[[str], Iterable[Found]]
"""Given what was typed, returns what it finds; called in the GUI thread at every key."""


@dataclass(frozen=True, slots=True)
class SlowSource:
    """A source that reads the file: `read` on the lane of the store, `show` in the GUI thread."""

    read: Callable[[str], Any]
    show: Callable[[str, Any], Iterable[Found]]


class PaletteAnswers(QObject):
    """The answers to what is typed now; what was asked for before is dropped when it comes.

    Signals:
        begun: What is known at once; carries a tuple of `Found`.
        added: What a slow source found; carries a tuple of `Found`.
        ended: Every source has answered; carries whether anything was found.
        failed: The file could not be read; carries the exception.
    """

    begun = Signal(object)
    added = Signal(object)
    ended = Signal(bool)
    failed = Signal(object)

    def __init__(
        self,
        instant: Sequence[Source],
        slow: Sequence[SlowSource],
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._instant = instant
        self._slow = slow
        self._tasks = tasks
        self._words = ""
        self._asked = 0
        self._has_found = self._is_reading = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._begin_to_read)

    def warm_up(self) -> None:
        """Let the sources take their words apart before the first key asks them to."""
        for source in self._instant:
            list(source("q"))

    def ask(self, words: str) -> None:
        """Ask every source anew."""
        self._asked += 1
        self._words = words
        found = in_groups(each for source in self._instant for each in source(words))
        self._has_found = any(each.rank < OFFERED for each in found)
        self.begun.emit(found)
        if self._is_worth_reading:
            self._pause.start()
        else:
            self._pause.stop()
            self.ended.emit(self._has_found)

    def forget(self) -> None:
        """Want no answer any more."""
        self._asked += 1
        self._words = ""
        self._pause.stop()

    @property
    def _is_worth_reading(self) -> bool:
        return bool(self._slow) and len(self._words.strip()) >= WORTH_READING

    def _begin_to_read(self) -> None:
        # One reading at a time: in the lane behind them wait those who want to read posts.
        if not self._is_reading:
            self._read(0)

    def _read(self, number: int) -> None:
        self._is_reading = True
        asked, words = self._asked, self._words
        self._tasks.run(
            STORE,
            partial(self._slow[number].read, words),
            owner=self,
            done=partial(self._on_read, asked, number),
            failed=partial(self._on_failed, asked, number),
        )

    def _on_read(self, asked: int, number: int, answer: object) -> None:
        if asked == self._asked:
            found = in_groups(self._slow[number].show(self._words, answer))
            if found:
                self._has_found = True
                self.added.emit(found)
        self._go_on(asked, number)

    def _on_failed(self, asked: int, number: int, error: Exception) -> None:
        self.failed.emit(error)
        self._go_on(asked, number)

    def _go_on(self, asked: int, number: int) -> None:
        self._is_reading = False
        if asked != self._asked:
            if self._is_worth_reading and not self._pause.isActive():
                self._read(0)
        elif number + 1 < len(self._slow):
            self._read(number + 1)
        else:
            self.ended.emit(self._has_found)
