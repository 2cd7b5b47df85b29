"""Time a piece of work and print the figure beside its goal."""

import statistics
import time
from collections.abc import Callable


class Report:
    """Prints each figure beside its goal and remembers whether all were met."""

    def __init__(self) -> None:
        self.missed: list[str] = []

    def goal(self, name: str, value: float, limit: float, unit: str = "x", *, least: bool) -> None:
        """Print a figure that must be at least, or at most, its limit."""
        met = value >= limit if least else value <= limit
        sign = ">=" if least else "<="
        verdict = "pass" if met else "FAIL"
        print(f"{verdict}  {name:<58} {value:9.2f} {unit:<3} goal {sign} {limit:g}")
        if not met:
            self.missed.append(name)

    def note(self, name: str, value: float, unit: str) -> None:
        """Print a figure that has no goal."""
        print(f"      {name:<58} {value:9.2f} {unit}")


def milliseconds(
    work: Callable[[], object], times: int, clock: Callable[[], float] = time.thread_time
) -> list[float]:
    """Return how long each of so many calls took, sorted.

    By the processor's time unless told otherwise, because what other programs on the machine do
    meanwhile is no fault of the work.
    """
    taken = []
    for _ in range(times):
        started = clock()
        work()
        taken.append((clock() - started) * 1000)
    return sorted(taken)


def median(work: Callable[[], object], times: int = 200) -> float:
    """Return the median of so many calls, in milliseconds; at best of three, as noise only adds."""
    return min(statistics.median(milliseconds(work, times)) for _ in range(3))
