"""The timeline is read back at once, fetched without loss, and answers for what it holds."""

from dataclasses import replace
from datetime import timedelta

import pytest
from fake_server import arrival, post, told
from fakes import START
from workbench import Workbench

from desktop.services.domain.account import Cap
from desktop.services.domain.errors import Missing, RateLimited, Unreachable
from desktop.services.domain.feed import FeedEntry, FeedFilter, FeedKind, Place
from desktop.services.domain.post import NotificationKind, Relation
from desktop.services.ingest import Ingest
from desktop.services.timeline import Timeline


@pytest.fixture
def timeline(bench: Workbench) -> Timeline:
    bench.server.write(arrival(1, "Fresh bread"), arrival(2, "Rain"))
    timeline = bench.timeline()
    timeline.refresh(bench.account.id)
    return timeline


def entry_of(bench: Workbench, text: str) -> FeedEntry:
    """Return the entry whose post says this."""
    return next(each for each in bench.feed() if each.post and each.post.text == text)


def test_a_refresh_says_what_it_brought(bench: Workbench, timeline: Timeline) -> None:
    bench.clock.advance(minutes=3)
    bench.server.write(arrival(3))
    bench.server.tell(told(4, NotificationKind.MENTION, post=post(4, by="bob")))
    outcome = timeline.refresh(bench.account.id)
    assert (outcome.new_entries, outcome.new_mentions, outcome.has_gap) == (1, 1, False)
    assert outcome.at == bench.clock()
    assert timeline.unread_counts(FeedKind.HOME) == {bench.account.id: 1}
    assert timeline.unread_counts(FeedKind.MENTION) == {bench.account.id: 1}
    again = timeline.refresh(bench.account.id)
    assert (again.new_entries, again.new_mentions) == (0, 0)


def test_without_the_capability_no_mentions_are_asked_for(
    bench: Workbench, timeline: Timeline
) -> None:
    bench.server.caps = Cap.HOME
    asked = bench.server.called("notifications")
    bench.clock.advance(hours=13)
    timeline.refresh(bench.account.id)
    assert bench.server.called("notifications") == asked


def test_a_limited_account_makes_no_call_and_says_until_when(
    bench: Workbench, timeline: Timeline
) -> None:
    until = START + timedelta(minutes=5)
    bench.server.fail("home", RateLimited(until))
    with pytest.raises(RateLimited):
        timeline.refresh(bench.account.id)
    calls = len(bench.server.calls)
    with pytest.raises(RateLimited) as limit:
        timeline.refresh(bench.account.id)
    assert limit.value.until == timeline.next_try(bench.account.id) == until
    assert len(bench.server.calls) == calls


def test_what_only_completes_a_refresh_does_not_spoil_it(
    bench: Workbench, timeline: Timeline
) -> None:
    bench.server.take_away("at://anna/1")
    bench.server.write(arrival(0, "Older"))
    bench.server.fail("posts", Unreachable())
    assert timeline.refresh(bench.account.id).new_entries == 1
    bench.clock.advance(minutes=1)
    timeline.refresh(bench.account.id)
    assert bench.shown() == ["Rain", "Older"]


def test_a_refresh_learns_once_who_is_a_friend(bench: Workbench, timeline: Timeline) -> None:
    bench.server.relations["did:anna"] = Relation("act://follow/1", followed_by=True)
    assert not entry_of(bench, "Rain").is_friend
    again = bench.timeline()
    for _ in range(2):
        again.refresh(bench.account.id)
    assert entry_of(bench, "Rain").is_friend
    assert bench.server.called("relations") == 2


def test_reading_needs_no_network(bench: Workbench, timeline: Timeline) -> None:
    calls = len(bench.server.calls)
    shown = FeedFilter()
    ids = timeline.window(shown).ids
    assert [each.post.text for each in timeline.entries(ids) if each.post] == [
        "Rain",
        "Fresh bread",
    ]
    assert timeline.newer_than(shown, ids[1]) == 1
    assert list(timeline.search("BREAD", shown).ids) == [ids[1]]
    timeline.mark_unread(ids)
    assert timeline.mark_all_read(shown) == tuple(ids)
    timeline.mark_unread(ids)
    timeline.mark_read(ids[:1])
    assert timeline.unread_counts(FeedKind.HOME) == {bench.account.id: 1}
    assert len(bench.server.calls) == calls


def test_the_reading_place_is_remembered(bench: Workbench, timeline: Timeline) -> None:
    assert timeline.place("home") is None
    timeline.keep_place("home", Place(12, 34))
    timeline.keep_place("mentions", Place(56))
    assert bench.timeline().place("home") == Place(12, 34)
    assert bench.timeline().place("mentions") == Place(56, 0)


def test_found_posts_are_stored_and_count_once(bench: Workbench, timeline: Timeline) -> None:
    for number in (11, 12):
        bench.server.posts[f"at://carl/{number}"] = post(number, "More bread", by="carl")
    assert timeline.search_network(bench.account.id, "bread") == 2
    assert timeline.search_network(bench.account.id, "bread") == 0
    assert len(timeline.search("bread", FeedFilter()).ids) == 3
    assert bench.shown() == ["Rain", "Fresh bread"]


def test_older_posts_are_fetched_past_those_that_are_known(bench: Workbench) -> None:
    bench.server.page_size = 2
    bench.server.write(*(arrival(number) for number in range(1, 12)))
    timeline = bench.timeline()
    timeline.refresh(bench.account.id)
    assert len(bench.feed()) == 6
    assert timeline.load_older(bench.account.id) == 2
    cursor = bench.server.home[3].at.isoformat()
    bench.rows.sync.put(bench.account.id, "home", cursor=cursor)
    assert timeline.load_older(bench.account.id) == 2
    assert timeline.load_older(bench.account.id) == 1
    assert timeline.load_older(bench.account.id) == 0


def test_a_gap_is_filled_by_its_entry(bench: Workbench, timeline: Timeline) -> None:
    bench.server.page_size = 1
    bench.server.write(*(arrival(number) for number in range(3, 12)))
    assert timeline.refresh(bench.account.id).has_gap
    (gap,) = [each.id for each in bench.feed() if each.gap]
    assert timeline.fill_gap(gap) == 3
    # Only the next page would tell that nothing is missing any more.
    (gap,) = [each.id for each in bench.feed() if each.gap]
    assert timeline.fill_gap(gap) == 0
    assert "..." not in bench.shown()
    assert timeline.fill_gap(gap) == 0


def test_posts_in_sight_are_checked(bench: Workbench, timeline: Timeline) -> None:
    bench.server.take_away("at://anna/1")
    ids = [each.id for each in bench.feed()]
    assert timeline.check(bench.account.id, ids) == 1
    assert bench.shown() == ["Rain"]


def converse(bench: Workbench) -> None:
    """Let two people answer the post about rain, and one of them the other."""
    first = post(5, "It does", by="bob", reply_to="at://anna/2", root="at://anna/2")
    second = post(6, "Indeed", by="carl", reply_to="at://bob/5", root="at://anna/2")
    bench.server.posts |= {each.native_id: each for each in (first, second)}


def test_a_thread_is_shown_stored_first_and_then_fetched(
    bench: Workbench, timeline: Timeline
) -> None:
    converse(bench)
    rain = entry_of(bench, "Rain")
    (alone,) = timeline.stored_thread(rain)
    assert (alone.entry, alone.depth, alone.is_focus) == (rain, 0, True)
    thread = timeline.thread(bench.account.id, rain)
    texts = [(each.entry.post.text, each.depth) for each in thread if each.entry.post]
    assert texts == [("Rain", 0), ("It does", 1), ("Indeed", 2)]
    assert timeline.stored_thread(rain) == thread
    middle = timeline.stored_thread(thread[1].entry)
    assert [each.is_focus for each in middle] == [False, True, False]


def test_a_thread_round_a_deleted_post_follows_the_deletion(
    bench: Workbench, timeline: Timeline
) -> None:
    rain = entry_of(bench, "Rain")
    bench.server.take_away("at://anna/2")
    with pytest.raises(Missing):
        timeline.thread(bench.account.id, rain)
    assert bench.shown() == ["Fresh bread"]


def test_an_own_post_that_the_network_does_not_show_yet_stays(
    bench: Workbench, timeline: Timeline
) -> None:
    Ingest(bench.rows, bench.accounts, bench.clock).add_own(
        bench.account.id, replace(post(9, "Just sent", "shop"), created_at=bench.clock())
    )
    just_sent = entry_of(bench, "Just sent")
    (alone,) = timeline.thread(bench.account.id, just_sent)
    assert alone.entry.post == just_sent.post
    bench.clock.advance(minutes=11)
    with pytest.raises(Missing):
        timeline.thread(bench.account.id, just_sent)


def test_a_gap_has_no_thread(bench: Workbench, timeline: Timeline) -> None:
    gap = replace(entry_of(bench, "Rain"), post=None)
    assert timeline.stored_thread(gap) == timeline.thread(bench.account.id, gap) == ()


def test_activity_tells_likes_and_follows_of_every_account(
    bench: Workbench, timeline: Timeline
) -> None:
    bench.server.tell(told(9, NotificationKind.FOLLOW))
    timeline.refresh(bench.account.id)
    (line,) = timeline.activity()
    assert (line.kind, line.actors[0].handle) == ("follow", "bob.test")
    assert timeline.activity(before=line.at) == ()
    timeline.mark_seen(bench.account.id)
    assert bench.server.called("mark_seen") == 1
