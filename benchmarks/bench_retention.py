"""Measure how long other people's old posts take to go from a full store, and whom that holds up.

Half of the posts are older than they are kept. `--posts` sets how full the store is.
"""

import argparse
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import storage_fixture as fixture
from measuring import Report

from desktop.services.domain.feed import FeedFilter
from desktop.services.retention import Retention, months_before
from desktop.services.storage.database import Database
from desktop.services.storage.rows import Rows

MONTHS = 6
FRAME_S = 0.016


def now_for(count: int) -> datetime:
    """Return the moment at which half of the posts are older than they are kept."""
    middle = fixture.START + timedelta(milliseconds=count // 2 * fixture.SPACING_MS)
    now = middle
    while months_before(now, MONTHS) < middle:
        now += timedelta(hours=1)
    return now


def measure(report: Report, database: Database, count: int) -> None:
    """Count what would go, erase it, and meanwhile read and write as a window does."""
    rows = Rows(database)
    retention = Retention(rows, lambda: now_for(count))
    started = time.perf_counter()
    counted = retention.count(MONTHS)
    report.note("counting what would go", time.perf_counter() - started, "s")
    started = time.perf_counter()

    def erase() -> int:
        erased = retention.erase(MONTHS)
        database.close_thread()
        return erased

    reads, writes = [], []
    with ThreadPoolExecutor(1) as lane:
        job = lane.submit(erase)
        while not job.done():
            began = time.perf_counter()
            rows.feed.entries(rows.feed.window(FeedFilter(), span=64).ids)
            reads.append((time.perf_counter() - began) * 1000)
            began = time.perf_counter()
            rows.settings.put("place home", [len(writes), 0])
            writes.append((time.perf_counter() - began) * 1000)
            time.sleep(FRAME_S)  # noqa: TID251 - one frame: a reader looks, it does not spin
    taken = time.perf_counter() - started
    if job.result() != counted:
        raise AssertionError(f"{counted} were counted and {job.result()} went")
    reads.sort()
    writes.sort()
    report.note("erasing it, while it is read and written", taken, "s")
    report.goal("posts erased a second", counted / taken / 1000, 2, "k/s", least=True)
    report.goal("a page read meanwhile, p99", reads[int(len(reads) * 0.99)], 50, "ms", least=False)
    report.goal("a write meanwhile, p99", writes[int(len(writes) * 0.99)], 300, "ms", least=False)
    report.note("a write meanwhile, the longest", writes[-1], "ms")


def main() -> int:
    """Measure everything and return 1 when a goal was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=1_000_000, help="posts in the full store")
    count = parser.parse_args().posts
    report = Report()
    with tempfile.TemporaryDirectory(prefix="crieur-bench-") as folder:
        database = fixture.new_store(Path(folder))
        fixture.fill(database, count)
        measure(report, database, count)
        database.close()
    return bool(report.missed)


if __name__ == "__main__":
    sys.exit(main())
