from typing import Any

import pytest
from stored import arrival, arrivals, author, post

from desktop.services.domain.account import Account
from desktop.services.domain.feed import FeedFilter, FeedKind
from desktop.services.domain.post import LinkCard, Media, Quote
from desktop.services.storage.database import Database
from desktop.services.storage.rows import Rows

EVERYTHING = FeedFilter()
HOME = FeedKind.HOME


def names(rows: Rows, ids: list[int]) -> list[str]:
    return [entry.post.native_id for entry in rows.feed.entries(ids) if entry.post]


def test_what_is_found_is_newest_first(rows: Rows, account: Account):
    rows.feed.add(account.id, arrivals([3, 1, 2]), kind=HOME)

    assert names(rows, rows.feed.search("bread", EVERYTHING)) == ["at:3", "at:2", "at:1"]


def test_pages_follow_one_another(rows: Rows, account: Account):
    rows.feed.add(account.id, arrivals(range(5)), kind=HOME)
    rows.posts.save([post("alone", minutes=2.5)])
    whole = rows.feed.search("bread", EVERYTHING)

    walked: list[int] = []
    while page := rows.feed.search("bread", EVERYTHING, 2, walked[-1] if walked else None):
        walked += page

    assert walked == whole
    assert len(whole) == 6


def test_descriptions_cards_quotes_and_warnings_are_searched_too(rows: Rows):
    rows.posts.save(
        [
            post("alt", media=(Media("image", "u", "t", alt="a red tandem"),)),
            post("card", card=LinkCard("u", "Croissants", "flaky")),
            post("quote", quote=Quote("q", author("bob"), "quoted thing", post().created_at)),
            post("warned", warning="spoiler"),
        ]
    )

    for word, name in [
        ("tandem", "alt"),
        ("flaky", "card"),
        ("quoted", "quote"),
        ("spoil", "warned"),
    ]:
        assert names(rows, rows.feed.search(word, EVERYTHING)) == [f"at:{name}"]


def test_a_search_is_narrowed_by_the_filter(rows: Rows, account: Account, other: Account):
    rows.feed.add(account.id, [arrival("a"), arrival("b", 1, reply_to="at:a")], kind=HOME)
    rows.feed.add(other.id, [arrival("c", 2)], kind=FeedKind.MENTION)
    rows.posts.save([post("d", minutes=3), post("e", minutes=4, network="mastodon")])
    rows.feed.mark_read(rows.feed.search("bread", FeedFilter(hide_replies=True)))
    rows.bookmarks.put(rows.posts.id_of("bluesky", "at:d") or 0)

    def found(**wanted: Any) -> str:
        ids = rows.feed.search("bread", FeedFilter(**wanted))
        return "".join(name[3:] for name in names(rows, ids))

    assert found() == "edcba"
    assert found(hide_replies=True) == "edca"
    assert found(unread_only=True) == "b"
    assert found(bookmarked_only=True) == "d"
    assert found(account_ids=(account.id,)) == "dba"
    assert found(account_ids=(other.id,)) == "dc"
    assert found(kind=FeedKind.MENTION) == "c"


def test_a_window_may_be_of_what_is_found(rows: Rows, account: Account):
    rows.feed.add(account.id, arrivals(range(9)), kind=HOME)
    rows.feed.add(account.id, [arrival("x", 20, text="Cake")], kind=HOME)
    wanted = FeedFilter(search="bread")
    found = rows.feed.search("bread", EVERYTHING)

    window = rows.feed.window(wanted, anchor=found[4], span=4)

    assert list(window.ids) == found[2:6]
    assert (window.anchor_row, window.has_newer, window.has_older) == (2, True, True)


@pytest.mark.parametrize("typed", ["", "  ", "((((", '"', "\0", "\ud800", "🥐"])
def test_a_search_for_no_word_finds_nothing(rows: Rows, typed: str):
    rows.posts.save([post(text='(((( " 🥐')])

    assert rows.feed.search(typed, EVERYTHING) == []


def test_the_index_is_walked_newest_first_without_sorting(database: Database, rows: Rows):
    asked: list[str] = []
    with database.reading():
        from desktop.services.storage.engine import engine

        engine.connection().set_trace_callback(asked.append)
    rows.feed.search("bread", EVERYTHING, 50)
    engine.connection().set_trace_callback(None)

    (sql,) = [sql for sql in asked if "MATCH" in sql and not sql.startswith("--")]
    plan = [row[3] for row in database.rows(f"EXPLAIN QUERY PLAN {sql}")]
    assert not [step for step in plan if "TEMP B-TREE" in step]
    assert not [step for step in plan if step.startswith("SCAN") and "VIRTUAL TABLE" not in step]
