"""Measure the store against its speed goals: G5 to G8 and G10 of the performance notes.

Most goals are ratios of two things measured in the same run, so that a slow or busy machine does
not change the verdict. `--posts` sets how full the store is (a million, as in the goals).
"""

import argparse
import itertools
import random
import statistics
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import storage_fixture as fixture
import storage_ingest
import storage_mutes
from measuring import Report, median, milliseconds

from desktop.services.domain.feed import FeedFilter, FeedKind
from desktop.services.storage.database import Database
from desktop.services.storage.feed_windows import question
from desktop.services.storage.rows import Rows

INGESTED = 20_000
EVERYTHING = FeedFilter()


def measure_pages(report: Report, database: Database, count: int) -> dict[str, float]:
    """G7: a page of 50 at any depth, by the same query in bare SQLite and in the store."""
    chance = random.Random(3)
    sparse = FeedFilter(account_ids=(fixture.ACCOUNTS,))
    three = FeedFilter(account_ids=(1, 3, 5))
    places = [fixture.key_at(chance.randrange(count)) for _ in range(400)]
    sql, _ = question(EVERYTHING, (), 0, 50)
    figures: dict[str, float] = {}
    with closing(fixture.bare(database)) as bare:
        walk = itertools.cycle(places)
        bare_page = median(lambda: bare.execute(sql, (next(walk), 50)).fetchall(), 2000)
        figures["page"] = median(lambda: database.rows(sql, (next(walk), 50)), 2000)
    report.goal(
        "G7 50 keys through the store / bare sqlite3", figures["page"] / bare_page, 1.2, least=False
    )
    feed = Rows(database).feed
    for name, shown in (("all", EVERYTHING), ("three", three), ("sparse", sparse)):
        figures[name] = median(
            lambda shown=shown: feed.window(shown, anchor=chance.choice(places), span=50)
        )
    ids = feed.window(EVERYTHING, anchor=places[0]).ids
    starts = iter([chance.randrange(max(len(ids) - 64, 1)) for _ in range(400)])

    def page() -> None:
        start = next(starts)
        feed.entries(ids[start : start + 64])

    taken = milliseconds(page, 300)
    figures["entries"], figures["entries p99"] = statistics.median(taken), taken[-4]
    figures["window"] = median(lambda: feed.window(EVERYTHING, anchor=places[1]), 5)
    return figures


def compare_sizes(report: Report, small: dict[str, float], large: dict[str, float]) -> None:
    """G7: a full store is as fast as one a tenth of its size."""
    report.goal(
        "G7 50 keys, full store / a tenth of it", large["page"] / small["page"], 1.5, least=False
    )
    report.goal(
        "G7 64 entries, full store / a tenth of it",
        large["entries"] / small["entries"],
        1.5,
        least=False,
    )
    report.goal("   64 entries, complete values, median", large["entries"], 3, "ms", least=False)
    report.note("64 entries, p99", large["entries p99"], "ms")
    for name, told in (
        ("all", "every account"),
        ("three", "three accounts of six"),
        ("sparse", "an account with one post of 2,000"),
    ):
        report.note(f"window of 50: {told}", large[name], "ms")
    report.note("window of 100,000 round a place", large["window"], "ms")


def measure_search(report: Report, database: Database) -> None:
    """G8: the newest 50 posts that hold a word, a phrase or the beginning of a word."""
    feed = Rows(database).feed
    for name, words in (
        ("a word in 4 of 10 posts", f'"{fixture.COMMON}"'),
        ("a phrase", f'"{fixture.PHRASE}"'),
        ("a rare word", f'"{fixture.RARE}"'),
        ("two words", f'"{fixture.COMMON}" "{fixture.RARE}"'),
    ):
        taken = median(lambda words=words: feed.search(words, EVERYTHING, 50), 60)
        report.goal(
            f"G8 newest 50: {name}", taken, 1 if "two" not in name else 5, "ms", least=False
        )
    report.note(
        "newest 50 that begin with bre...",
        median(lambda: feed.search(fixture.COMMON[:3], EVERYTHING, 50), 10),
        "ms",
    )


def measure_reading_while_writing(report: Report, database: Database, count: int) -> None:
    """G10: the newest page while another thread stores posts as fast as it can."""
    feed = Rows(database).feed
    told = fixture.arrivals(INGESTED, count)

    def page() -> None:
        feed.entries(feed.window(EVERYTHING, span=64).ids)

    idle = milliseconds(page, 300, time.perf_counter)[-4]

    def ingest() -> tuple[float, float]:
        started, worked = time.perf_counter(), time.thread_time()
        for start in range(0, len(told), 200):
            feed.add(1, told[start : start + 200], kind=FeedKind.HOME)
        taken = time.perf_counter() - started, time.thread_time() - worked
        database.close_thread()
        return taken

    busy: list[float] = []
    with ThreadPoolExecutor(1) as lane:
        job = lane.submit(ingest)
        while not job.done():
            busy += milliseconds(page, 1, time.perf_counter)
            time.sleep(0.016)  # noqa: TID251 - one frame: a reader looks, it does not spin
    busy.sort()
    report.goal(
        "G10 newest 64 entries, p99 while storing / idle p99",
        busy[int(len(busy) * 0.99) - 1] / idle,
        10,
        least=False,
    )
    waited, worked = job.result()
    report.goal(
        "G10 posts stored a second of work", len(told) / worked / 1000, 10, "k/s", least=True
    )
    report.note("posts stored a second meanwhile, by the clock", len(told) / waited / 1000, "k/s")


def main() -> int:
    """Measure everything and return 1 when a goal was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=1_000_000, help="posts in the full store")
    count = parser.parse_args().posts
    report, started = Report(), time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="crieur-bench-") as name:
        folder = Path(name)
        storage_ingest.measure(report, folder)
        small = fixture.new_store(folder / "small")
        fixture.fill(small, count // 10)
        small_figures = measure_pages(Report(), small, count // 10)
        small.close()
        large = fixture.new_store(folder / "large")
        filling = time.perf_counter()
        fixture.fill(large, count)
        report.note(f"filling {count:,} posts", time.perf_counter() - filling, "s")
        large_figures = measure_pages(report, large, count)
        compare_sizes(report, small_figures, large_figures)
        measure_search(report, large)
        measure_reading_while_writing(report, large, count)
        storage_mutes.measure(report, large, count)
        report.note("the file", large.path.stat().st_size / count, "B/post")
        large.close()
    print(f"{time.perf_counter() - started:.0f} s; missed: {', '.join(report.missed) or 'none'}")
    return bool(report.missed)


if __name__ == "__main__":
    sys.exit(main())
