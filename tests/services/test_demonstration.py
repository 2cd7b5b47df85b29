from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from fakes import START, FakeClock, FakeVault

from desktop.services.accounts import Accounts
from desktop.services.credentials import Credentials
from desktop.services.deletions import Deletions
from desktop.services.demonstration import DAYS, Demonstration
from desktop.services.domain.feed import FeedFilter, FeedKind
from desktop.services.ingest import Ingest
from desktop.services.mentions import Mentions
from desktop.services.storage.rows import Rows
from desktop.services.timeline import Timeline

FOLDER = Path(__file__).parents[2] / "resources" / "demo"


@pytest.fixture
def demonstration(clock: FakeClock) -> Demonstration:
    return Demonstration(FOLDER, clock)


@pytest.fixture
def demo_accounts(
    rows: Rows, vault: FakeVault, clock: FakeClock, demonstration: Demonstration
) -> Iterator[Accounts]:
    accounts = Accounts(rows, Credentials(rows, vault), demonstration.registry, clock)
    yield accounts
    accounts.close()


def home_ids(
    rows: Rows, kind: FeedKind = FeedKind.HOME, accounts: tuple[int, ...] = ()
) -> list[int]:
    return list(rows.feed.window(FeedFilter(kind=kind, account_ids=accounts)).ids)


def test_the_first_page_is_enough_to_open_the_window(
    rows: Rows, demo_accounts: Accounts, demonstration: Demonstration
):
    accounts = demonstration.first_page(rows, demo_accounts)
    newest = rows.feed.entries(home_ids(rows)[:1])[0]

    assert [account.network for account in accounts] == ["demo-place", "demo-forum", "demo-kiosk"]
    every = tuple(account.id for account in accounts)
    assert len(home_ids(rows, accounts=every)) == 210
    assert 190 < len(home_ids(rows)) < 210, "some people post the same on two networks"
    assert newest.post is not None
    assert newest.post.author.name == "Claire Fontanel"
    assert newest.at == START - timedelta(minutes=4)


def test_what_is_unread_is_as_much_as_one_morning_brings(
    rows: Rows, demo_accounts: Accounts, demonstration: Demonstration
):
    accounts = demonstration.first_page(rows, demo_accounts)
    unread = rows.feed.unread_counts(FeedKind.HOME)

    assert [unread[account.id] for account in accounts] == [9, 4, 6]
    assert 0 < sum(rows.feed.unread_counts(FeedKind.MENTION).values()) <= 15


def test_the_rest_brings_fourteen_months_and_leaves_the_unread_alone(
    rows: Rows, demo_accounts: Accounts, demonstration: Demonstration
):
    accounts = demonstration.first_page(rows, demo_accounts)
    reported: list[tuple[int, int]] = []
    demonstration.rest(rows, accounts, lambda done, total: reported.append((done, total)))
    ids = home_ids(rows)
    oldest = rows.feed.entries(ids[-1:])[0]

    assert 6_000 < len(ids) < 10_000
    assert 1_300 < len(home_ids(rows, FeedKind.MENTION)) < 2_200
    assert START - oldest.at > timedelta(days=420)
    assert sum(rows.feed.unread_counts(FeedKind.HOME).values()) == 19
    assert reported[-1] == (DAYS, DAYS)
    assert reported == sorted(reported)
    assert rows.sync.cursor(accounts[0].id, "home") == ""


def test_followers_and_friends_are_known(
    rows: Rows, demo_accounts: Accounts, demonstration: Demonstration
):
    account = demonstration.first_page(rows, demo_accounts)[0]
    demonstration.rest(rows, [account], lambda *_: None)
    claire = rows.people.author_id("demo-place", "demo-place/hugo_rhone")
    assert claire is not None
    person = rows.people.person(claire, account.id)

    assert person is not None
    assert person.relation.following_id
    assert person.author.bio
    assert person.stored_posts > 5


def test_a_refresh_afterwards_brings_what_has_arrived_since(
    rows: Rows, demo_accounts: Accounts, demonstration: Demonstration, clock: FakeClock
):
    accounts = demonstration.first_page(rows, demo_accounts)
    ingest = Ingest(rows, demo_accounts, clock)
    mentions = Mentions(rows, demo_accounts, clock)
    deletions = Deletions(rows, demo_accounts, ingest, clock)
    timeline = Timeline(rows, demo_accounts, ingest, mentions, deletions, clock=clock)

    def refreshed() -> tuple[int, int]:
        told = [timeline.refresh(account.id) for account in accounts]
        assert not any(each.has_gap for each in told)
        return sum(each.new_entries for each in told), sum(each.new_mentions for each in told)

    assert refreshed() == (0, 0)
    clock.advance(minutes=3)
    assert refreshed() == (3, 0)
    clock.advance(minutes=2)
    assert refreshed() == (1, 1)


def test_it_stops_when_it_is_left(
    rows: Rows, demo_accounts: Accounts, demonstration: Demonstration
):
    accounts = demonstration.first_page(rows, demo_accounts)
    held = len(home_ids(rows))
    demonstration.stop()
    demonstration.rest(rows, accounts, lambda *_: pytest.fail("nothing was to be stored"))

    assert len(home_ids(rows)) == held


def test_pictures_come_with_it(demonstration: Demonstration):
    assert demonstration.picture("demo:enseigne")[:4] == b"RIFF"
