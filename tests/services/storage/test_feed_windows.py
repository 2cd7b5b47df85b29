from dataclasses import replace
from pathlib import Path

import pytest
from fakes import START
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stored import arrival, author

from desktop.services.domain.account import Account
from desktop.services.domain.feed import FeedFilter, FeedKind
from desktop.services.storage.database import Database
from desktop.services.storage.feed_windows import BEYOND, cut_window, question
from desktop.services.storage.rows import Rows

HOME, MENTION = FeedKind.HOME, FeedKind.MENTION
EVERYTHING = FeedFilter()
FILTERS = [
    EVERYTHING,
    FeedFilter(account_ids=(1,)),
    FeedFilter(account_ids=(1, 2)),
    FeedFilter(kind=MENTION),
    FeedFilter(unread_only=True),
    FeedFilter(hide_replies=True),
    FeedFilter(hide_reposts=True, account_ids=(2,)),
    FeedFilter(hide_replies=True, hide_reposts=True, unread_only=True, account_ids=(1, 2)),
]


@pytest.fixture
def filled(rows: Rows, database: Database, account: Account, other: Account) -> Rows:
    """Return a feed of two accounts with replies, reposts, mentions and read posts."""
    with database.writing():
        for number in range(60):
            told = arrival(
                str(number),
                number,
                reposter=author("bob") if number % 5 == 0 else None,
                reply_to="at:x" if number % 3 == 0 else "",
            )
            if number % 2:
                rows.feed.add(account.id, [told], kind=HOME, read=number % 4 == 1)
            if number % 7:
                rows.feed.add(other.id, [told], kind=HOME)
            if number % 11 == 0:
                rows.feed.add(other.id, [told], kind=MENTION)
    return rows


def expected(rows: Rows, wanted: FeedFilter) -> list[int]:
    """Return what the filter shows, found by looking at every entry."""
    whole = rows.feed.window(FeedFilter(kind=HOME | MENTION)).ids
    mentions = set(rows.feed.window(FeedFilter(kind=MENTION)).ids)
    found = []
    for entry in rows.feed.entries(whole):
        assert entry.post is not None
        number = int(entry.post.native_id[3:])
        homes = {a for a, receives in ((1, number % 2), (2, number % 7)) if receives}
        receivers = ({2} if entry.id in mentions else set()) if wanted.kind == MENTION else homes
        if not receivers or (wanted.account_ids and not receivers & set(wanted.account_ids)):
            continue
        if wanted.unread_only and not entry.is_unread:
            continue
        if (wanted.hide_replies and entry.post.reply_to) or (
            wanted.hide_reposts and entry.reposter
        ):
            continue
        found.append(entry.id)
    return found


@pytest.mark.parametrize("wanted", FILTERS, ids=range(len(FILTERS)))
def test_a_filter_shows_what_it_says_newest_first(filled: Rows, wanted: FeedFilter):
    window = filled.feed.window(wanted)

    assert list(window.ids) == expected(filled, wanted)
    assert list(window.ids) == sorted(window.ids, reverse=True)
    assert (window.anchor_row, window.has_newer, window.has_older) == (0, False, False)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.sampled_from(FILTERS),
    st.integers(min_value=1, max_value=70),
    st.integers(min_value=-5, max_value=70),
)
def test_a_window_is_a_stretch_of_the_feed_that_holds_its_anchor(
    filled: Rows, wanted: FeedFilter, span: int, place: int
):
    whole = list(filled.feed.window(wanted).ids)
    anchor = (int(START.timestamp() * 1000) + place * 60_000) << 20

    window = filled.feed.window(wanted, anchor=anchor, span=span)

    start = whole.index(window.ids[0])
    assert list(window.ids) == whole[start : start + min(span, len(whole))]
    assert window.has_newer == (start > 0)
    assert window.has_older == (start + len(window.ids) < len(whole))
    at_anchor = next((i for i, entry in enumerate(whole) if entry <= anchor), len(whole) - 1)
    assert whole[start + window.anchor_row] == whole[at_anchor]


@pytest.mark.parametrize("wanted", FILTERS, ids=range(len(FILTERS)))
def test_windows_walked_one_after_the_other_are_the_whole_feed(filled: Rows, wanted: FeedFilter):
    whole = list(filled.feed.window(wanted).ids)
    walked = list(filled.feed.window(wanted, span=7).ids)
    while filled.feed.window(wanted, anchor=walked[-1] - 1, span=1).ids[0] < walked[-1]:
        walked += filled.feed.window(wanted, anchor=walked[-1] - 1, span=1).ids

    assert walked == whole


@pytest.mark.parametrize("wanted", FILTERS, ids=range(len(FILTERS)))
def test_newer_entries_are_counted(filled: Rows, wanted: FeedFilter):
    whole = filled.feed.window(wanted).ids

    assert filled.feed.newer_than(wanted, whole[4]) == 4
    assert filled.feed.newer_than(wanted, 0) == len(whole)
    assert filled.feed.newer_than(wanted, BEYOND) == 0


def test_nothing_is_shown_of_accounts_that_are_not_there(filled: Rows):
    assert not filled.feed.window(FeedFilter(account_ids=(77,))).ids
    assert filled.feed.newer_than(FeedFilter(account_ids=(77,)), 0) == 0


def test_without_any_account_the_feed_is_empty(rows: Rows):
    assert not rows.feed.window(EVERYTHING).ids
    assert not rows.feed.window(EVERYTHING, anchor=5).ids
    assert not rows.feed.window(FeedFilter(bookmarked_only=True), anchor=5).ids


def test_bookmarks_are_shown_wherever_they_are_from(rows: Rows, account: Account, other: Account):
    rows.feed.add(account.id, [arrival("one"), arrival("two", 1)], kind=HOME)
    rows.feed.add(account.id, [arrival("three", 2, reply_to="at:one")], kind=HOME)
    alone = rows.posts.save([arrival("alone", 3).post])["at:alone"]
    for name in ("one", "three", "alone"):
        rows.bookmarks.put(rows.posts.id_of("bluesky", f"at:{name}") or 0)
    wanted = FeedFilter(bookmarked_only=True)

    ids = rows.feed.window(wanted).ids
    names = [entry.post.native_id for entry in rows.feed.entries(ids) if entry.post]

    assert names == ["at:alone", "at:three", "at:one"]
    assert ids[0] == alone
    assert rows.feed.newer_than(wanted, ids[1]) == 1
    assert len(rows.feed.window(replace(wanted, hide_replies=True)).ids) == 2
    assert len(rows.feed.window(replace(wanted, account_ids=(other.id,))).ids) == 3
    assert len(rows.feed.window(replace(wanted, account_ids=(77,))).ids) == 0


@given(
    st.lists(st.integers(1, 99), unique=True),
    st.none() | st.integers(-1, 100),
    st.integers(1, 20),
)
def test_a_known_list_is_cut_round_its_anchor(ids: list[int], anchor: int | None, span: int):
    ids.sort(reverse=True)

    window = cut_window(ids, anchor, span)

    assert len(window.ids) == min(span, len(ids))
    if ids:
        start = ids.index(window.ids[0])
        assert list(window.ids) == ids[start : start + span]
        older = [entry for entry in ids if anchor is not None and entry <= anchor]
        if older:
            assert window.ids[window.anchor_row] == older[0]


@pytest.mark.parametrize("wanted", FILTERS, ids=range(len(FILTERS)))
@pytest.mark.parametrize("way", ["<= DESC", "> ASC"])
def test_no_filter_scans_or_sorts_the_feed(database: Database, wanted: FeedFilter, way: str):
    sql, values = question(wanted, (1, 2), BEYOND, 50, way)

    plan = [row[3] for row in database.rows(f"EXPLAIN QUERY PLAN {sql}", values)]

    assert any(step.startswith("SEARCH") for step in plan)
    assert not [step for step in plan if step.startswith("SCAN")]
    assert not [step for step in plan if "TEMP B-TREE" in step]


def test_no_query_of_the_store_skips_rows_by_counting_them():
    storage = Path(question.__code__.co_filename).parent

    assert not [file.name for file in storage.glob("*.py") if " OFFSET " in file.read_text()]
