"""A store as full as asked for, of made-up posts of 187 characters on average."""

import json
import random
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from desktop.services.domain.account import Account
from desktop.services.domain.post import Arrival, Author, Post
from desktop.services.storage import post_columns
from desktop.services.storage.database import PRAGMAS, Database
from desktop.services.storage.keys import time_key
from desktop.services.storage.rows import Rows

START = datetime(2024, 1, 1, tzinfo=UTC)
ACCOUNTS = 6
AUTHORS = 500
COMMON, PHRASE, RARE = "bread", "morning market", "tandem"
SPACING_MS = 40_000
"""Between two posts."""


def new_store(folder: Path) -> Database:
    """Return an open, empty store with the accounts and the authors."""
    database = Database()
    database.open(folder / "crieur.db", now=START)
    rows = Rows(database)
    for number in range(ACCOUNTS):
        rows.accounts.add(
            Account(0, "bluesky", f"did:me{number}", f"me{number}.test", "Me", "https://x.test")
        )
    rows.people.save(authors())
    return database


def authors() -> list[Author]:
    """Return the people who write."""
    return [
        Author("bluesky", f"did:plc:author{n:020}", f"author{n}.test", f"Author {n}")
        for n in range(AUTHORS)
    ]


def texts(count: int, seed: int = 1) -> list[str]:
    """Return texts whose words are as unevenly common as in a language."""
    chance = random.Random(seed)
    words = [
        "".join(chance.choices("abcdefghilmnoprstuv", k=chance.randint(2, 11))) for _ in range(3000)
    ]
    weights = [1 / (rank + 3) for rank in range(len(words))]
    made = []
    for number in range(count):
        chosen = chance.choices(words, weights, k=chance.randint(12, 46))
        if number % 5 < 2:
            chosen.insert(chance.randrange(len(chosen)), COMMON)
        if number % 100 == 0:
            chosen.insert(chance.randrange(len(chosen)), PHRASE)
        if number % 5000 == 7:
            chosen.insert(chance.randrange(len(chosen)), RARE)
        made.append(" ".join(chosen))
    return made


def posts(count: int, first: int = 0) -> list[Post]:
    """Return posts in the order of time."""
    people, told = authors(), texts(2000, first + 1)
    return [
        Post(
            "bluesky",
            f"at://did:plc:author/app.bsky.feed.post/{n:013}",
            people[n * 7 % AUTHORS],
            START + timedelta(milliseconds=n * SPACING_MS),
            told[n % len(told)],
            url=f"https://bsky.app/profile/author/post/{n:013}",
            version=f"bafyrei{n:052}",
            lang="en",
        )
        for n in range(first, first + count)
    ]


def arrivals(count: int, first: int = 0) -> list[Arrival]:
    """Return posts as they arrive in a feed."""
    return [Arrival(post, post.created_at) for post in posts(count, first)]


def post_rows(count: int) -> list[tuple[Any, ...]]:
    """Return posts as the rows that the store writes."""
    return [
        post_columns.row_of(post, post_columns.key_of(post), number % AUTHORS + 1)
        for number, post in enumerate(posts(count))
    ]


def keys_json(rows: Sequence[tuple[Any, ...]]) -> str:
    """Return the keys of rows as the store's queries take them."""
    return json.dumps([row[0] for row in rows])


def fill(database: Database, count: int) -> None:
    """Put so many posts into the store, each in the home feed of one of the accounts.

    Written table by table, because a million posts one page at a time take minutes.
    """
    told = texts(20_000)
    start = int(START.timestamp() * 1000)
    database.rows("PRAGMA synchronous = 0")
    with database.writing() as connection:
        connection.execute("CREATE TEMP TABLE told (n INTEGER PRIMARY KEY, text TEXT)")
        connection.executemany("INSERT INTO told VALUES (?, ?)", enumerate(told))
        connection.execute(
            f"""WITH RECURSIVE number (n) AS
                (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n + 1 < ?1)
            INSERT INTO post ({post_columns.NAMES})
            SELECT ((?2 + n * ?3) << 20) | 1, 'bluesky',
                printf('at://did:plc:author/app.bsky.feed.post/%013d', n), n * 7 % ?4 + 1,
                ?2 + n * ?3, (SELECT text FROM told WHERE told.n = number.n * 13 % 20000), '',
                printf('https://bsky.app/profile/author/post/%013d', n),
                printf('bafyrei%052d', n), 'en', '', '', '', 'public', '', 0, NULL, NULL,
                n % 9, n % 5, n % 30, 0, NULL
            FROM number""",
            (count, start, SPACING_MS, AUTHORS),
        )
        connection.execute("INSERT INTO post_fts (post_fts) VALUES ('rebuild')")
        connection.execute(
            "INSERT INTO feed_item SELECT id - 1, id, 0, 1, 0, random(), NULL FROM post ORDER BY id"
        )
        # The last account says little: one post of 2,000.
        connection.execute(
            """INSERT INTO feed_source
            SELECT CASE WHEN (id >> 20) / ?1 % 2000 = 0 THEN ?2
                ELSE (id >> 20) / ?1 % (?2 - 1) + 1 END, 1, id, 1
            FROM feed_item ORDER BY 1, 2, 3""",
            (SPACING_MS, ACCOUNTS),
        )
    database.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    database.rows("PRAGMA synchronous = 2")


def bare(database: Database) -> sqlite3.Connection:
    """Return a bare connection to the store's file, set as the store's own are."""
    connection = sqlite3.connect(database.path, isolation_level=None)
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {value}").fetchall()
    return connection


def key_at(number: int) -> int:
    """Return the feed key of one of the posts that `fill` made."""
    return time_key(int(START.timestamp() * 1000) + number * SPACING_MS, "", is_post=False)
