"""Home feeds enter the store: nothing lost, nothing doubled, and gaps where pages are missing."""

from dataclasses import replace
from datetime import timedelta

import pytest
from fake_server import arrival, author, post
from workbench import Workbench

from desktop.services.domain.errors import RateLimited, Unreachable
from desktop.services.ingest import Ingest, Reach


@pytest.fixture
def ingest(bench: Workbench) -> Ingest:
    bench.server.page_size = 2
    return Ingest(bench.rows, bench.accounts, bench.clock, Reach(first=1, refresh=2))


def write(bench: Workbench, first: int, last: int) -> None:
    """Let Anna write posts with these numbers."""
    bench.server.write(*(arrival(number) for number in range(first, last + 1)))


def texts(*numbers: int) -> list[str]:
    """Return what posts of these numbers say; 0 stands for a gap."""
    return [f"Post {number}" if number else "..." for number in numbers]


def gap_of(bench: Workbench) -> int:
    """Return the one gap of the feed."""
    (gap,) = [entry.id for entry in bench.feed() if entry.gap]
    return gap


def test_the_first_refresh_brings_some_of_the_past_as_read(
    bench: Workbench, ingest: Ingest
) -> None:
    write(bench, 1, 5)
    brought = ingest.refresh(bench.account.id)
    assert bench.shown() == texts(5, 4)
    assert (brought.new_entries, brought.has_gap) == (2, False)
    assert not any(entry.is_unread for entry in bench.feed())


def test_what_comes_later_is_unread_and_a_repeated_refresh_adds_nothing(
    bench: Workbench, ingest: Ingest
) -> None:
    write(bench, 1, 2)
    ingest.refresh(bench.account.id)
    write(bench, 3, 4)
    assert ingest.refresh(bench.account.id).new_entries == 2
    assert [entry.is_unread for entry in bench.feed()] == [True, True, False, False]
    assert ingest.refresh(bench.account.id).new_entries == 0
    assert bench.shown() == texts(4, 3, 2, 1)


def test_an_empty_feed_is_refreshed_too(bench: Workbench, ingest: Ingest) -> None:
    assert ingest.refresh(bench.account.id).new_entries == 0
    write(bench, 1, 1)
    assert ingest.refresh(bench.account.id).new_entries == 1
    assert bench.feed()[0].is_unread


def test_more_than_a_refresh_takes_leaves_a_gap_that_is_filled_on_demand(
    bench: Workbench, ingest: Ingest
) -> None:
    write(bench, 1, 2)
    ingest.refresh(bench.account.id)
    write(bench, 3, 10)
    assert ingest.refresh(bench.account.id).has_gap
    assert bench.shown() == texts(10, 9, 8, 7, 0, 2, 1)
    assert ingest.fill_gap(gap_of(bench)) == 2
    assert bench.shown() == texts(10, 9, 8, 7, 6, 5, 0, 2, 1)
    assert ingest.fill_gap(gap_of(bench)) == 2
    assert ingest.fill_gap(gap_of(bench)) == 0
    assert bench.shown() == texts(10, 9, 8, 7, 6, 5, 4, 3, 2, 1)
    assert all(entry.is_unread for entry in bench.feed()[:8])


def test_a_gap_stays_where_it_is_while_newer_posts_come(bench: Workbench, ingest: Ingest) -> None:
    write(bench, 1, 2)
    ingest.refresh(bench.account.id)
    write(bench, 3, 10)
    ingest.refresh(bench.account.id)
    write(bench, 11, 11)
    assert not ingest.refresh(bench.account.id).has_gap
    assert bench.shown() == texts(11, 10, 9, 8, 7, 0, 2, 1)


def test_a_page_that_reaches_into_a_gap_only_shortens_it(bench: Workbench, ingest: Ingest) -> None:
    write(bench, 1, 2)
    ingest.refresh(bench.account.id)
    write(bench, 3, 10)
    ingest.refresh(bench.account.id)
    for number in (10, 9, 8):
        bench.server.take_away(f"at://anna/{number}")
    assert ingest.refresh(bench.account.id).has_gap
    assert bench.shown() == texts(10, 9, 8, 7, 6, 0, 2, 1)


def test_two_gaps_become_one_when_nothing_is_known_between_them(
    bench: Workbench, ingest: Ingest
) -> None:
    write(bench, 1, 2)
    ingest.refresh(bench.account.id)
    write(bench, 3, 10)
    ingest.refresh(bench.account.id)
    bench.rows.posts.remove("bluesky", [f"at://anna/{number}" for number in (10, 9, 8, 7)])
    write(bench, 11, 14)
    ingest.refresh(bench.account.id)
    assert bench.shown() == texts(14, 13, 12, 11, 0, 2, 1)


def test_trouble_half_way_keeps_what_came_before_it_above_a_gap(
    bench: Workbench, ingest: Ingest
) -> None:
    write(bench, 1, 2)
    ingest.refresh(bench.account.id)
    write(bench, 3, 6)
    until = bench.clock() + timedelta(minutes=5)
    bench.server.fail("home", lambda step: None, RateLimited(until))
    with pytest.raises(RateLimited):
        ingest.refresh(bench.account.id)
    assert bench.shown() == texts(6, 5, 0, 2, 1)
    bench.clock.advance(minutes=6)
    ingest.refresh(bench.account.id)
    ingest.fill_gap(gap_of(bench))
    assert bench.shown() == texts(6, 5, 4, 3, 0, 2, 1)


def test_trouble_at_once_changes_nothing(bench: Workbench, ingest: Ingest) -> None:
    bench.server.fail("home", Unreachable())
    with pytest.raises(Unreachable):
        ingest.refresh(bench.account.id)
    assert bench.accounts.held(bench.account.id).refreshed_at is None
    write(bench, 1, 1)
    ingest.refresh(bench.account.id)
    assert not bench.feed()[0].is_unread
    assert bench.accounts.held(bench.account.id).refreshed_at == bench.clock()


def test_the_past_is_fetched_page_by_page_until_its_end(bench: Workbench, ingest: Ingest) -> None:
    write(bench, 1, 5)
    ingest.refresh(bench.account.id)
    assert [ingest.load_older(bench.account.id) for _ in range(3)] == [2, 1, 0]
    assert bench.shown() == texts(5, 4, 3, 2, 1)
    assert not any(entry.is_unread for entry in bench.feed())


def test_an_own_post_is_shown_at_once_and_hides_nothing_below_it(
    bench: Workbench, ingest: Ingest
) -> None:
    write(bench, 1, 2)
    ingest.refresh(bench.account.id)
    write(bench, 3, 4)
    mine = post(5, by="shop")
    ingest.add_own(bench.account.id, mine)
    assert bench.shown() == texts(5, 2, 1)
    assert not bench.feed()[0].is_unread
    bench.server.write(replace(arrival(5), post=mine))
    ingest.refresh(bench.account.id)
    assert bench.shown() == texts(5, 4, 3, 2, 1)
    assert ingest.unconfirmed(bench.account.id) == []


def test_what_the_account_wrote_elsewhere_is_read_already(bench: Workbench, ingest: Ingest) -> None:
    ingest.refresh(bench.account.id)
    bench.server.write(arrival(1, by="shop"), replace(arrival(2), reposter=author("shop")))
    ingest.refresh(bench.account.id)
    assert [entry.is_unread for entry in bench.feed()] == [False, False]


def test_a_repost_made_again_later_hides_nothing(bench: Workbench, ingest: Ingest) -> None:
    repost = replace(arrival(1), reposter=author("bob"))
    bench.server.write(repost)
    ingest.refresh(bench.account.id)
    write(bench, 2, 4)
    bench.server.home.remove(repost)
    bench.server.write(replace(repost, at=repost.at + timedelta(minutes=4)))
    ingest.refresh(bench.account.id)
    assert bench.shown() == texts(4, 3, 2, 1)


def test_edits_are_followed(bench: Workbench, ingest: Ingest) -> None:
    write(bench, 1, 1)
    ingest.refresh(bench.account.id)
    bench.server.take_away("at://anna/1")
    bench.server.write(arrival(1, "Mended", version="cid-2"))
    ingest.refresh(bench.account.id)
    assert bench.shown() == ["Mended"]


def test_the_accounts_own_likes_are_known_from_the_feed(bench: Workbench, ingest: Ingest) -> None:
    write(bench, 1, 1)
    bench.server.acts["act://like/1"] = ("like", "at://anna/1")
    ingest.refresh(bench.account.id)
    assert bench.feed()[0].liked_by == {bench.account.id}
    bench.server.acts.clear()
    ingest.refresh(bench.account.id)
    assert bench.feed()[0].liked_by == set()
