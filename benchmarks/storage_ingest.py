"""G5 and G6: how fast posts enter the store, beside plainer and slower ways of writing them."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import storage_fixture as fixture
from measuring import Report
from peewee import IntegerField, TextField

from desktop.services.domain.feed import FeedKind
from desktop.services.storage import post_columns, posts
from desktop.services.storage.database import Database
from desktop.services.storage.engine import Table, engine
from desktop.services.storage.rows import Rows

BATCH = 1000
POSTS = 10_000
ROUNDS = 3
BY_TRIGGER = """CREATE TEMP TRIGGER words AFTER INSERT ON post BEGIN
    INSERT INTO post_fts (rowid, text, attached) VALUES (new.id, new.text, new.attached); END"""

Row = tuple[Any, ...]
Way = Callable[[Database, Sequence[Any]], None]


class PostTable(Table):
    """The post table as a model, only to compare with: the store writes it in fixed SQL."""

    for _name in post_columns.NAMES.split(", "):
        locals()[_name] = (IntegerField if _name.endswith(("id", "_ms")) else TextField)(null=True)
    del _name

    class Meta:
        """Name the table."""

        table_name = "post"
        primary_key = False


def plainly(database: Database, rows: Sequence[Row]) -> None:
    """Write the rows with nothing round the statement, SQLite checkpoints as it likes."""
    connection = engine.connection()
    connection.execute("PRAGMA wal_autocheckpoint = 1000")
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(posts.ADD, rows)
    connection.execute("COMMIT")


def as_the_store(database: Database, rows: Sequence[Row]) -> None:
    """Write the rows as the store does."""
    with database.writing() as connection:
        connection.executemany(posts.ADD, rows)


def as_the_store_with_words(database: Database, rows: Sequence[Row]) -> None:
    """Write the rows and index their words as the store does."""
    with database.writing() as connection:
        connection.executemany(posts.ADD, rows)
        connection.execute(posts.INDEX_WORDS, (fixture.keys_json(rows),))


def by_trigger(database: Database, rows: Sequence[Row]) -> None:
    """Index the words by the documented trigger."""
    database.rows("PRAGMA trusted_schema = 1")
    with database.writing() as connection:
        connection.execute(BY_TRIGGER)
        connection.executemany(posts.ADD, rows)
        connection.execute("DROP TRIGGER words")


def by_peewee(database: Database, rows: Sequence[Row]) -> None:
    """Write the rows through a model."""
    fields = list(PostTable._meta.sorted_fields)
    with database.writing():
        for start in range(0, len(rows), 250):  # as many variables as SQLite takes at once
            PostTable.insert_many(rows[start : start + 250], fields=fields).execute()


def whole(database: Database, arrivals: Sequence[Any]) -> None:
    """Store complete values: people, posts, words, acts, entries and sources."""
    Rows(database).feed.add(1, arrivals, kind=FeedKind.HOME)


def measure(report: Report, folder: Path) -> None:
    """Print how many thousand posts a second each way writes, and what the goals make of it."""
    rows, arrivals = fixture.post_rows(POSTS), fixture.arrivals(POSTS)
    ways: dict[Way, Sequence[Any]] = dict.fromkeys(
        (plainly, as_the_store, by_peewee, as_the_store_with_words, by_trigger), rows
    )
    ways[whole] = arrivals
    best: dict[Way, float] = dict.fromkeys(ways, 0.0)
    for number in range(ROUNDS):  # in turns, so that a busy moment hits every way alike
        for way, told in ways.items():
            database = fixture.new_store(folder / f"{way.__name__}-{number}")
            best[way] = max(best[way], _rate(database, way, told))
            database.close()
    seen = fixture.new_store(folder / "seen")
    whole(seen, arrivals)
    report.note("plain executemany, batches of 1,000", best[plainly] / 1000, "k/s")
    report.goal(
        "G5 the store's writing / plain", best[as_the_store] / best[plainly], 0.85, least=True
    )
    report.goal(
        "G5 the store's writing / peewee insert_many",
        best[as_the_store] / best[by_peewee],
        4,
        least=True,
    )
    report.goal(
        "G6 with words / without",
        best[as_the_store_with_words] / best[as_the_store],
        0.25,
        least=True,
    )
    report.goal(
        "G6 words by batch / by trigger",
        best[as_the_store_with_words] / best[by_trigger],
        2.5,
        least=True,
    )
    report.note("complete values, batches of 1,000", best[whole] / 1000, "k/s")
    report.note(
        "complete values, all of them known already", _rate(seen, whole, arrivals) / 1000, "k/s"
    )
    seen.close()


def _rate(database: Database, way: Way, told: Sequence[Any]) -> float:
    """Return how many are written in a second of this thread's work."""
    started = time.thread_time()
    for start in range(0, len(told), BATCH):
        way(database, told[start : start + BATCH])
    return len(told) / (time.thread_time() - started)
