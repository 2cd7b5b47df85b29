"""Other people's posts are kept as long as the user wants, and never what matters to the user."""

import json
import tempfile
import threading
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fakes import START, FakeClock
from hypothesis import given, settings
from hypothesis import strategies as st
from stored import account as make_account
from stored import author, post
from workbench import workbench

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.feed import FeedFilter, FeedKind
from desktop.services.domain.post import Arrival, Media
from desktop.services.retention import FOR_GOOD, Retention, months_before
from desktop.services.storage import ageing
from desktop.services.storage.rows import Rows

HOME, MENTION = FeedKind.HOME, FeedKind.MENTION


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ageing, "NEWEST", 1)
    monkeypatch.setattr(ageing, "STEP", 4)


@pytest.fixture
def shop(rows: Rows) -> Account:
    return rows.accounts.add(make_account("shop"))


@pytest.fixture
def retention(rows: Rows, clock: FakeClock) -> Retention:
    return Retention(rows, clock)


def receive(rows: Rows, account: Account, days_ago: Collection[int], **fields: object) -> None:
    """Store posts that were written so many days before the tests' clock starts."""
    told = []
    for days in days_ago:
        at = START - timedelta(days=days)
        made = replace(post(f"{days}-days", **fields), created_at=at)
        told.append(Arrival(made, at))
    rows.feed.add(account.id, told, kind=HOME)


def stored(rows: Rows) -> set[str]:
    return {row[0] for row in rows.database.rows("SELECT native_id FROM post")}


@pytest.mark.parametrize(
    ("now", "months", "then"),
    [
        ((2026, 11, 21), 6, (2026, 5, 21)),
        ((2026, 11, 21), 12, (2025, 11, 21)),
        ((2026, 3, 31), 1, (2026, 2, 28)),
        ((2028, 8, 31), 6, (2028, 2, 29)),
        ((2026, 1, 5), 24, (2024, 1, 5)),
        ((2026, 1, 31), 2, (2025, 11, 30)),
        ((2026, 12, 1), 36, (2023, 12, 1)),
    ],
)
def test_months_are_counted_in_the_calendar(now, months, then):
    assert months_before(datetime(*now, tzinfo=UTC), months) == datetime(*then, tzinfo=UTC)


def test_what_would_go_is_counted_and_then_goes(few, rows, shop, retention):
    receive(rows, shop, range(0, 900, 30))

    assert retention.count(24) == 5
    assert len(stored(rows)) == 30
    assert retention.erase(24) == 5
    assert retention.count(24) == 0
    assert len(stored(rows)) == 25
    assert retention.erase(12) == 12


def test_kept_for_good_nothing_goes(few, rows, shop, retention):
    receive(rows, shop, (5000, 6000))

    assert retention.count(FOR_GOOD) == 0
    assert retention.erase(FOR_GOOD) == 0
    assert len(stored(rows)) == 2


def test_it_is_done_once_a_day(few, rows, shop, retention, clock):
    receive(rows, shop, (0, 725, 735))

    assert retention.erase_daily(24) == 1
    clock.advance(hours=8)
    receive(rows, shop, (736,))
    assert retention.erase_daily(24) == 0
    clock.advance(days=6)
    assert retention.erase_daily(24) == 2


def test_whoever_chose_it_today_is_not_asked_for_more(few, rows, shop, retention):
    receive(rows, shop, (0, 400))
    assert retention.erase(12) == 1

    receive(rows, shop, (500,))

    assert retention.erase_daily(12) == 0


def test_stopped_in_the_middle_it_goes_on_the_next_time(few, rows, shop, clock):
    receive(rows, shop, range(800, 820), media=(Media("image", "https://p.test/a", ""),))
    receive(rows, shop, (0,))
    first = Retention(rows, clock, lambda _url: first.stop())

    assert first.erase_daily(24) == 4
    assert Retention(rows, clock).erase_daily(24) == 16


def test_its_pictures_are_forgotten(few, rows, shop, clock):
    receive(rows, shop, (0, 800), media=(Media("image", "https://p.test/a", "https://p.test/b"),))
    forgotten: list[str] = []

    Retention(rows, clock, forgotten.append).erase(24)

    assert forgotten == ["https://p.test/a", "https://p.test/b"]


def test_nothing_older_is_asked_for_where_something_went(few, rows, shop, retention):
    quiet = rows.accounts.add(make_account("quiet"))
    receive(rows, shop, (0, 800))
    receive(rows, quiet, (0, 1))
    for account in (shop, quiet):
        rows.sync.put(account.id, "home", newest="now", cursor="older")
        rows.sync.put(account.id, "tag", cursor=json.dumps(["older", ["missed"]]))
        rows.sync.put(account.id, "list", cursor=json.dumps(["older", []]))
    rows.gathered.add("tag", [rows.posts.id_of("bluesky", "at:800-days") or 0])
    rows.gathered.add("tag", [rows.posts.id_of("bluesky", "at:0-days") or 0])
    rows.gathered.add("list", [rows.posts.id_of("bluesky", "at:0-days") or 0])

    assert retention.erase(24) == 1

    assert rows.sync.cursor(shop.id, "home") == ""
    assert rows.sync.newest(shop.id, "home") == "now"
    assert rows.sync.cursor(quiet.id, "home") == "older"
    for account in (shop, quiet):
        assert json.loads(rows.sync.cursor(account.id, "tag")) == ["", ["missed"]]
        assert json.loads(rows.sync.cursor(account.id, "list")) == ["older", []]


def test_a_followed_website_is_no_account_of_the_user(few, rows, retention):
    caps = Cap.HOME | Cap.THREAD | Cap.KEYLESS
    site = rows.accounts.add(make_account("site", "feed", caps=caps))
    archive = rows.accounts.add(make_account("me", "x", caps=Cap.KEYLESS | Cap.HAND_OFF))
    receive(rows, site, (0, 800), network="feed", author=author("site", "feed"))
    receive(rows, archive, (900,), network="x", author=author("me", "x"))

    assert retention.erase(24) == 1
    assert stored(rows) == {"at:0-days", "at:900-days"}


def test_others_may_write_while_a_large_file_is_gone_through(rows, shop, clock, monkeypatch):
    monkeypatch.setattr(ageing, "STEP", 25)
    monkeypatch.setattr(ageing, "NEWEST", 1)
    receive(rows, shop, range(800, 1600))
    receive(rows, shop, (0,))
    written = threading.Event()

    def note() -> None:
        rows.settings.put("noted", 1)
        rows.database.close_thread()
        written.set()

    lane = threading.Timer(0, note)

    def begin(_url: str) -> None:
        if not lane.is_alive() and not written.is_set():
            lane.start()

    rows.database.rows('UPDATE post SET extra = \'[[],[["image","u","","",0,0]],null,null]\'')

    assert Retention(rows, clock, begin).erase(24) == 800
    lane.join()
    assert rows.settings.get("noted") == 1


@dataclass(frozen=True)
class Told:
    """One post of a made-up world; `days` old, about another one, and in some way dear."""

    number: int
    days: int
    is_own: bool
    about: int | None
    dear: str

    @property
    def name(self) -> str:
        return f"at:{self.number}"


DEAR = ("", "", "", "marked", "reposted", "unread", "read", "direct", "brought-up")
WORLD = st.lists(
    st.tuples(
        st.integers(690, 770),
        st.booleans(),
        st.one_of(st.none(), st.integers(0, 9)),
        st.sampled_from(DEAR),
    ),
    max_size=10,
)


def roots(world: list[Told]) -> dict[int, int]:
    """Return for each post the first one of its conversation."""
    found: dict[int, int] = {}
    for told in world:
        found[told.number] = told.number if told.about is None else found[told.about]
    return found


def stays(world: list[Told], told: Told, bound: datetime) -> bool:
    """Say in the plainest words there are whether a post stays."""
    root = roots(world)
    if START - timedelta(days=told.days) >= bound or told.is_own:
        return True
    if told.dear in ("marked", "reposted", "unread", "direct", "brought-up"):
        return True
    return any(each.is_own and root[each.number] == root[told.number] for each in world)


@settings(max_examples=80, deadline=None)
@given(WORLD)
def test_whatever_the_world_is_like_only_what_nobody_holds_goes(world):
    told = [
        Told(number, days, is_own, about if about is not None and about < number else None, dear)
        for number, (days, is_own, about, dear) in enumerate(world)
    ]
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(ageing, "NEWEST", 0)
        patch.setattr(ageing, "STEP", 3)
        with workbench(Path(folder)) as bench:
            check(bench.rows, told)


def check(rows: Rows, told: list[Told]) -> None:
    """Erase what is too old of a world, and compare with what should be left."""
    account = rows.accounts.add(make_account("shop"))
    for each in told:
        store(rows, account, told, each)
    expected = {each.name for each in told if stays(told, each, months_before(START, 24))}
    retention = Retention(rows, lambda: START)
    counted = retention.count(24)

    assert retention.erase(24) == counted == len(told) - len(expected)

    assert stored(rows) == expected
    shown = rows.feed.entries(rows.feed.window(FeedFilter(kind=HOME | MENTION)).ids)
    assert {each.post.native_id for each in shown} <= expected
    found = rows.feed.entries(rows.feed.search("bread", FeedFilter()))
    assert {each.post.native_id for each in found} == expected
    assert rows.database.rows("PRAGMA foreign_key_check") == []
    loose = "SELECT count(*) FROM feed_source WHERE item_id NOT IN (SELECT id FROM feed_item)"
    assert rows.database.rows(loose) == [(0,)]


def store(rows: Rows, account: Account, world: list[Told], told: Told) -> None:
    """Put one post of the world where it belongs."""
    at = START - timedelta(days=told.days)
    root = roots(world)[told.number]
    made = replace(
        post(
            str(told.number),
            author=author("shop") if told.is_own else author(f"person {told.number % 3}"),
            reply_to="" if told.about is None else f"at:{told.about}",
            root="" if told.about is None else f"at:{root}",
            visibility="direct" if told.dear == "direct" else "public",
        ),
        created_at=at,
    )
    if told.dear == "brought-up":
        lately = START - timedelta(days=1)
        rows.feed.add(account.id, [Arrival(made, lately, author("bob"))], kind=HOME)
    elif told.dear in ("unread", "read"):
        is_read = told.dear == "read"
        rows.feed.add(account.id, [Arrival(made, at)], kind=MENTION, read=is_read)
    elif told.number % 2:
        rows.feed.add(account.id, [Arrival(made, at)], kind=HOME)
    else:
        rows.posts.save([made])
    post_id = rows.posts.id_of("bluesky", told.name) or 0
    if told.dear == "marked":
        rows.bookmarks.put(post_id)
    if told.dear == "reposted":
        rows.reactions.put(account.id, post_id, "repost", "an act")
