"""Stand-ins for what is outside: the clock, the keyring and the lanes."""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from desktop.services.domain.errors import VaultTrouble

T = TypeVar("T")
START = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


class FakeClock:
    """Tells the time it was set to."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **how_far: float) -> None:
        """Move on by `timedelta(**how_far)`; backwards with negative figures."""
        self.now += timedelta(**how_far)


class FakeVault:
    """Keeps secrets in memory; `trouble` is the reason it then refuses everything with."""

    def __init__(self) -> None:
        self.secrets: dict[str, str] = {}
        self.trouble = ""

    def keep(self, name: str, secret: str) -> None:
        """Keep a secret."""
        self._check()
        self.secrets[name] = secret

    def read(self, name: str) -> str | None:
        """Return a secret, None when there is none."""
        self._check()
        return self.secrets.get(name)

    def forget(self, name: str) -> None:
        """Drop a secret."""
        self._check()
        self.secrets.pop(name, None)

    def _check(self) -> None:
        if self.trouble:
            raise VaultTrouble(self.trouble)


class Unhandled(list[Exception]):
    """What nobody caught; `emit` as the signal of the real thing has it."""

    def emit(self, error: Exception) -> None:
        """Note one more."""
        self.append(error)


class TasksNow:
    """Runs each job at once where it is asked for; same `run` as `desktop.ui.tasks.Tasks`."""

    def __init__(self) -> None:
        self.lanes: list[str] = []
        self.unhandled = Unhandled()

    def run(
        self,
        lane: str,
        work: Callable[[], T],
        *,
        owner: object,
        done: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> "Future[T]":
        """Do `work`, then call `done` or `failed`, before returning."""
        self.lanes.append(lane)
        future: Future[T] = Future()
        try:
            result = work()
        except Exception as error:
            future.set_exception(error)
            (failed or self.unhandled.append)(error)
        else:
            future.set_result(result)
            done(result)
        return future


class TasksLater(TasksNow):
    """Keeps each job until `work_off`, as a lane does that is busy with another."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Callable[[], object]] = []

    def run(
        self,
        lane: str,
        work: Callable[[], T],
        *,
        owner: object,
        done: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> "Future[T]":
        """Queue `work`."""
        run = super().run
        self.waiting.append(lambda: run(lane, work, owner=owner, done=done, failed=failed))
        return Future()

    def work_off(self) -> None:
        """Do what waits, and what that brings along."""
        while self.waiting:
            self.waiting.pop(0)()
