"""Measure the list of posts against its speed goals: G9 and G14 of the performance notes.

A window of 100,000 rows over a full store against one of 2,000 rows, in the same run. All times
are of the GUI thread's own work, so that a busy machine does not change the verdict. `--posts` sets
how full the store is (a million, as in the goals).
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import storage_fixture as fixture
from measuring import Report
from PySide6.QtWidgets import QApplication

from desktop.services.domain.feed import FeedFilter, FeedWindow
from desktop.services.storage.database import Database
from desktop.services.storage.rows import Rows
from desktop.ui.collector import Collector
from desktop.ui.keymap import Keymap
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.post_list import PostList
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from desktop.views.designed_keys import DESIGNED

SIZE = (960, 720)
FEW, MANY = 2_000, 100_000
ARRIVED = 20
ROUNDS = 5
EVERYTHING = FeedFilter()


class Bench:
    """One list over a store, and how long it takes for what a user does."""

    def __init__(self, app: QApplication, theme: Theme, database: Database) -> None:
        self._app = app
        self._theme = theme
        self._feed = Rows(database).feed
        self._pictures = PictureLoader(Tasks(), bytes)
        self._keymap = Keymap(DESIGNED)

    def window(self, rows: int) -> FeedWindow:
        """Return the newest entries of the store."""
        return self._feed.window(EVERYTHING, span=rows)

    def show(self, window: FeedWindow) -> tuple[PostList, float]:
        """Return a painted list and the milliseconds until it was."""
        shown = PostList(self._theme, self._feed.entries, self._pictures, self._keymap)
        shown.set_now(fixture.START + timedelta(days=463))
        shown.resize(*SIZE)
        return shown, self._milliseconds(lambda: (shown.set_window(window), shown.show()))

    def prepend(self, shown: PostList, window: FeedWindow) -> float:
        """Return how long it takes until what arrived is there, the place kept."""
        older = FeedWindow(window.ids[ARRIVED:])
        shown.set_window(older)
        shown.verticalScrollBar().setValue(3_000)
        self._app.processEvents()
        place = shown.place()
        taken = self._milliseconds(lambda: shown.set_window(window))
        if shown.place() != place:
            raise AssertionError("the reading place moved")
        return taken

    def scroll(self, shown: PostList) -> list[float]:
        """Return how long each of 1,000 turns of the wheel took, sorted."""
        bar = shown.verticalScrollBar()
        bar.setValue(0)
        return sorted(self._move_to(shown, bar.value() + 48) for _ in range(1_000))

    def jump(self, shown: PostList) -> list[float]:
        """Return how long each of 300 jumps to anywhere took, sorted."""
        chance = random.Random(1)
        bar = shown.verticalScrollBar()
        return sorted(self._move_to(shown, chance.randrange(bar.maximum())) for _ in range(300))

    def _move_to(self, shown: PostList, value: int) -> float:
        return self._milliseconds(lambda: shown.verticalScrollBar().setValue(value))

    def _milliseconds(self, work: Callable[[], object]) -> float:
        started = time.thread_time()
        work()
        self._app.processEvents()
        return (time.thread_time() - started) * 1_000


def measure_sizes(report: Report, bench: Bench) -> None:
    """G9: a hundred thousand rows show, grow, scroll and jump like two thousand."""
    figures: dict[int, dict[str, float]] = {FEW: {}, MANY: {}}
    taken: dict[tuple[int, str], list[float]] = {}
    windows = {rows: bench.window(rows) for rows in figures}
    # Both sizes in turn, so that noise falls on both; the first round only warms up.
    for turn in range(ROUNDS + 1):
        for rows, window in windows.items():
            shown, show = bench.show(window)
            prepend = bench.prepend(shown, window)
            if turn:
                taken.setdefault((rows, "show"), []).append(show)
                taken.setdefault((rows, "prepend"), []).append(prepend)
            if turn == ROUNDS:
                figures[rows].update(measure_moving(bench, shown))
            shown.hide()
            shown.deleteLater()
    for name in ("show", "prepend"):
        for rows in windows:
            figures[rows][name] = statistics.median(taken[rows, name])
        ratio = figures[MANY][name] / figures[FEW][name]
        report.goal(f"G9 {name}, {MANY:,} rows / {FEW:,} rows", ratio, 2, least=False)
    report.goal("G9 scroll by 48 px, p99", figures[MANY]["scroll p99"], 8, "ms", least=False)
    report.goal("G9 jump anywhere, p99", figures[MANY]["jump p99"], 12, "ms", least=False)
    for rows, found in figures.items():
        for name, value in found.items():
            report.note(f"{name}, {rows:,} rows", value, "ms")


def measure_moving(bench: Bench, shown: PostList) -> dict[str, float]:
    """Return the median and the worst hundredth of scrolling and jumping."""
    scroll, jump = bench.scroll(shown), bench.jump(shown)
    return {
        "scroll p50": statistics.median(scroll),
        "scroll p99": scroll[int(len(scroll) * 0.99)],
        "jump p50": statistics.median(jump),
        "jump p99": jump[int(len(jump) * 0.99)],
    }


def measure_references(report: Report, bench: Bench) -> None:
    """G14: painting ten thousand cards takes no reference off None."""
    shown, _ = bench.show(bench.window(FEW))
    bar = shown.verticalScrollBar()
    painted = 0
    before = sys.getrefcount(None)
    while painted < 10_000:
        bar.setValue((bar.value() + SIZE[1]) % bar.maximum())
        shown.viewport().repaint()
        painted += shown.rowAt(SIZE[1] - 1) - shown.rowAt(0) + 1
    lost = before - sys.getrefcount(None)
    shown.hide()
    shown.deleteLater()
    report.goal("G14 references to None lost by 10,000 cards", lost, 100, "", least=False)


def main() -> int:
    """Measure everything and return 1 when a goal was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=1_000_000, help="posts in the full store")
    count = parser.parse_args().posts
    app = QApplication([])
    theme = Theme()
    theme.apply(app)
    report, started = Report(), time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="crieur-bench-") as name:
        database = fixture.new_store(Path(name))
        fixture.fill(database, count)
        report.note(f"filling {count:,} posts", time.perf_counter() - started, "s")
        # As in the program: nothing is cleared away in the middle of a scroll.
        collector = Collector()
        bench = Bench(app, theme, database)
        measure_sizes(report, bench)
        measure_references(report, bench)
        collector.close()
        database.close()
    print(f"{time.perf_counter() - started:.0f} s; missed: {', '.join(report.missed) or 'none'}")
    return bool(report.missed)


if __name__ == "__main__":
    sys.exit(main())
