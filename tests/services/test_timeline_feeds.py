"""A followed feed in the timeline: nothing twice, news unread, and what it forgets is kept."""

from collections.abc import Iterator

import pytest
from fakes import FakeClock, FakeVault
from services.loopback import Response
from services.networks.feed_server import Blog, Entry, entries

from desktop.services.accounts import Accounts
from desktop.services.credentials import Credentials
from desktop.services.deletions import Deletions
from desktop.services.domain.account import Account
from desktop.services.domain.errors import Missing, RateLimited
from desktop.services.domain.feed import FeedEntry, FeedFilter, FeedKind
from desktop.services.ingest import Ingest
from desktop.services.mentions import Mentions
from desktop.services.networks import registry
from desktop.services.networks.contract import SignIn
from desktop.services.storage.rows import Rows
from desktop.services.timeline import Timeline


@pytest.fixture
def blog() -> Iterator[Blog]:
    blog = Blog(entries(1, 8))
    yield blog
    blog.server.close()


@pytest.fixture
def accounts(rows: Rows, clock: FakeClock, vault: FakeVault) -> Iterator[Accounts]:
    accounts = Accounts(
        rows, Credentials(rows, vault), registry.Networks(), clock, chance=lambda: 1.0
    )
    yield accounts
    accounts.close()


@pytest.fixture
def account(accounts: Accounts, blog: Blog) -> Account:
    return accounts.connect(SignIn("feed", blog.url, "", ""))


@pytest.fixture
def timeline(rows: Rows, accounts: Accounts, clock: FakeClock) -> Timeline:
    ingest = Ingest(rows, accounts, clock)
    mentions = Mentions(rows, accounts, clock)
    deletions = Deletions(rows, accounts, ingest, clock)
    return Timeline(rows, accounts, ingest, mentions, deletions, clock=clock)


def stored(timeline: Timeline) -> list[FeedEntry]:
    return timeline.entries(timeline.window(FeedFilter(kind=FeedKind.HOME)).ids)


def titles(timeline: Timeline) -> list[str]:
    return [each.post.text.split("\n")[0] for each in stored(timeline) if each.post]


def unread(timeline: Timeline, account: Account) -> int:
    return timeline.unread_counts(FeedKind.HOME)[account.id]


def numbered(*numbers: int) -> list[str]:
    return [f"Marché n° {number}" for number in numbers]


def test_no_secret_is_kept_for_a_feed(account: Account, vault: FakeVault):
    assert account.id
    assert not vault.secrets


def test_what_was_there_at_first_counts_as_read(timeline: Timeline, account: Account):
    assert timeline.refresh(account.id).new_entries == 8
    assert titles(timeline) == numbered(8, 7, 6, 5, 4, 3, 2, 1)
    assert unread(timeline, account) == 0


def test_looking_again_adds_nothing(timeline: Timeline, account: Account):
    timeline.refresh(account.id)
    again = timeline.refresh(account.id)
    assert (again.new_entries, again.has_gap) == (0, False)
    assert len(stored(timeline)) == 8


def test_new_entries_are_unread_and_forgotten_ones_stay(
    timeline: Timeline, account: Account, blog: Blog
):
    timeline.refresh(account.id)
    blog.entries = entries(6, 10)
    refreshed = timeline.refresh(account.id)
    assert (refreshed.new_entries, refreshed.has_gap) == (2, False)
    assert titles(timeline) == numbered(10, 9, 8, 7, 6, 5, 4, 3, 2, 1)
    assert unread(timeline, account) == 2
    assert timeline.check(account.id, [entry.id for entry in stored(timeline)]) == 0
    assert len(stored(timeline)) == 10


def test_a_feed_of_new_entries_alone_leaves_no_gap(
    timeline: Timeline, account: Account, blog: Blog
):
    timeline.refresh(account.id)
    blog.entries = entries(100, 219)
    refreshed = timeline.refresh(account.id)
    assert (refreshed.new_entries, refreshed.has_gap) == (120, False)
    assert len(stored(timeline)) == 128


def test_an_edited_entry_is_taken_over_where_it_stands(
    timeline: Timeline, account: Account, blog: Blog
):
    timeline.refresh(account.id)
    before = [entry.id for entry in stored(timeline)]
    blog.entries[3] = Entry(5, "Marché n° 5", "<p>Il n'y a plus de pain</p>")
    timeline.refresh(account.id)
    assert [entry.id for entry in stored(timeline)] == before
    changed = stored(timeline)[3].post
    assert changed is not None
    assert "plus de pain" in changed.text


def test_entries_without_a_date_do_not_wander(
    timeline: Timeline, account: Account, blog: Blog, accounts: Accounts, clock: FakeClock
):
    item = "<item><title>{0}</title><guid isPermaLink='false'>{0}</guid></item>"

    def publish(*names: str) -> None:
        listed = "".join(item.format(name) for name in names)
        body = f"<rss version='2.0'><channel><title>x</title>{listed}</channel></rss>"
        blog.answers["/feed"] = Response(200, body.encode())

    publish("trois", "deux", "un")
    timeline.refresh(account.id)
    assert titles(timeline) == ["trois", "deux", "un"]
    accounts.close()
    clock.advance(minutes=60)
    publish("quatre", "trois", "deux", "un")
    assert timeline.refresh(account.id).new_entries == 1
    assert titles(timeline) == ["quatre", "trois", "deux", "un"]


def test_an_entry_that_the_feed_forgot_can_still_be_read(
    timeline: Timeline, account: Account, blog: Blog
):
    timeline.refresh(account.id)
    oldest = stored(timeline)[-1]
    blog.entries = entries(6, 10)
    timeline.refresh(account.id)
    thread = timeline.thread(account.id, oldest)
    assert [each.entry.post_id for each in thread] == [oldest.post_id]
    blog.answers["/feed"] = Response(410)
    assert timeline.thread(account.id, oldest)
    assert len(stored(timeline)) == 10


def test_a_feed_that_ended_says_so_and_leaves_what_was_read(
    timeline: Timeline, account: Account, blog: Blog
):
    timeline.refresh(account.id)
    blog.answers["/feed"] = Response(410)
    with pytest.raises(Missing):
        timeline.refresh(account.id)
    assert len(stored(timeline)) == 8


def test_a_server_that_wants_to_be_left_alone_is(
    timeline: Timeline, account: Account, blog: Blog, clock: FakeClock
):
    timeline.refresh(account.id)
    blog.answers["/feed"] = Response(503, headers={"Retry-After": "3600"})
    for _ in range(3):
        with pytest.raises(RateLimited):
            timeline.refresh(account.id)
    asked = len(blog.server.requests)
    blog.answers.clear()
    clock.advance(minutes=30)
    with pytest.raises(RateLimited):
        timeline.refresh(account.id)
    assert len(blog.server.requests) == asked
    assert timeline.next_try(account.id) is not None


def test_older_entries_are_not_asked_for_when_there_are_none(timeline: Timeline, account: Account):
    timeline.refresh(account.id)
    assert timeline.load_older(account.id) == 0


def test_two_feeds_of_one_blog_share_their_entries(
    timeline: Timeline, account: Account, accounts: Accounts, blog: Blog
):
    blog.answers["/category"] = Response(200, Blog.body(blog))
    other = accounts.connect(SignIn("feed", f"{blog.server.url}/category", "", ""))
    assert other.id != account.id
    timeline.refresh(account.id)
    timeline.refresh(other.id)
    assert len(stored(timeline)) == 8


def test_the_same_feed_is_connected_once(accounts: Accounts, account: Account, blog: Blog):
    again = accounts.connect(SignIn("feed", blog.url.replace("http://", "HTTP://"), "", ""))
    assert again.id == account.id
