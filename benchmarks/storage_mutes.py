"""Measure what muting costs: the act itself, and reading and storing while something is muted."""

import random
import time

import storage_fixture as fixture
from measuring import Report, median

from desktop.services.domain.feed import FeedFilter, FeedKind
from desktop.services.domain.muting import MuteKind
from desktop.services.storage.database import Database
from desktop.services.storage.rows import Rows

EVERYTHING = FeedFilter()
THREE = FeedFilter(account_ids=(1, 3, 5))
POSTS = 5000
WORDS = ("tandem", "morning market", "unheard of")


def measure(report: Report, database: Database, count: int) -> None:
    """Mute people with `POSTS` posts between them, then words, and read and store meanwhile."""
    rows = Rows(database)
    plain = _reading(rows, count)
    stored_plain = _storing(rows, count + 100_000)
    people = max(POSTS * fixture.AUTHORS // count, 1)
    started = time.perf_counter()
    with database.writing():
        for author in fixture.authors()[:people]:
            rows.mutes.add(MuteKind.PERSON, "bluesky", author.native_id, "", fixture.START)
    taken = time.perf_counter() - started
    muted = database.rows("SELECT count(*) FROM muted_post")[0][0]
    report.goal(f"   mute {POSTS:,} posts of people", taken * POSTS / muted, 0.3, "s", least=False)
    started = time.perf_counter()
    for word in WORDS:
        rows.mutes.add(MuteKind.WORD, "", word, "", fixture.START)
    report.note("mute three words", time.perf_counter() - started, "s")
    for name, figure in _reading(rows, count).items():
        report.note(f"{name}, muted / not", figure / plain[name], "x")
    stored = _storing(rows, count + 200_000)
    report.note("storing 10,000 posts, muted / not", stored / stored_plain, "x")
    started = time.perf_counter()
    for mute in rows.mutes.all():
        rows.mutes.remove(mute.id)
    report.note("take all mutes away, one by one", time.perf_counter() - started, "s")


def _reading(rows: Rows, count: int) -> dict[str, float]:
    chance = random.Random(7)
    feed = rows.feed

    def anywhere() -> int:
        return fixture.key_at(chance.randrange(count))

    return {
        "window of 50": median(lambda: feed.window(EVERYTHING, anchor=anywhere(), span=50)),
        "window of 50, three accounts": median(
            lambda: feed.window(THREE, anchor=anywhere(), span=50)
        ),
        "window of 100,000": median(lambda: feed.window(EVERYTHING, anchor=anywhere()), 5),
        "counting what is unread": median(lambda: feed.unread_counts(FeedKind.HOME), 20),
    }


def _storing(rows: Rows, first: int) -> float:
    told = fixture.arrivals(10_000, first)
    started = time.thread_time()
    for start in range(0, len(told), 200):
        rows.feed.add(1, told[start : start + 200], kind=FeedKind.HOME)
    return time.thread_time() - started
