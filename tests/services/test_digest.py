"""The digest as it is read back of a real store."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import stored
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stored import arrival, at, author, notification, post

from desktop.services.digest import SHOWN, Digest
from desktop.services.domain.digest import Why
from desktop.services.domain.feed import FeedKind
from desktop.services.domain.muting import MuteKind
from desktop.services.domain.post import Counts, Facet, FacetKind, LinkCard, NotificationKind

DAY = date(2026, 11, 21)
LIKED = Counts(replies=1, reposts=0, likes=9)
MINUTES = 24 * 60


@pytest.fixture
def account_id(rows) -> int:
    return rows.accounts.add(stored.account("shop")).id


@pytest.fixture
def digest(rows, clock) -> Digest:
    return Digest(rows, clock, UTC)


def home(rows, account_id, *arrivals) -> None:
    rows.feed.add(account_id, arrivals, kind=FeedKind.HOME)


def spoken(name: str, minutes: float = 0, by: str = "ana", **fields: object):
    said = post(name, minutes=minutes, author=author(by), **fields)
    kind = NotificationKind.MENTION
    return notification(name, kind, minutes, actor=author(by), post=said)


def test_it_counts_what_came_of_the_day(rows, account_id, digest):
    home(rows, account_id, *stored.arrivals(range(3)), arrival("before", -10 * 60))
    site = author("site", network="feed")
    home(rows, account_id, arrival("article", 5, network="feed", author=site))

    assert digest.of(DAY).came == (("bluesky", 3), ("feed", 1))
    assert digest.of(DAY - timedelta(days=1)).came == (("bluesky", 1),)
    assert digest.of() == digest.of(DAY)


def test_what_was_only_looked_up_did_not_come(rows, account_id, digest):
    rows.posts.save([post("found", counts=LIKED)])

    assert digest.of(DAY).is_empty


def test_a_post_that_two_accounts_receive_counts_once(rows, account_id, digest):
    other = rows.accounts.add(stored.account("second")).id
    for each in (account_id, other):
        home(
            rows, each, arrival("one", counts=LIKED), arrival("one", 0, author("bob"), counts=LIKED)
        )

    assert digest.of(DAY).came == (("bluesky", 1),)
    assert len(digest.of(DAY).moved) == 1


def test_the_same_post_on_two_networks_counts_once(rows, account_id, digest):
    other = rows.accounts.add(stored.account("second", network="mastodon")).id
    words = "The first stollen of the year comes out of the oven on Saturday."
    home(rows, account_id, arrival("one", text=words, counts=LIKED))
    home(rows, other, arrival("two", 1, text=words, counts=LIKED, network="mastodon"))

    assert digest.of(DAY).came == (("bluesky", 1),)


def test_own_and_muted_posts_are_left_out(rows, account_id, digest, clock):
    home(
        rows,
        account_id,
        arrival("mine", author=author("shop"), counts=LIKED),
        arrival("loud", author=author("loud"), counts=LIKED),
        arrival("fine", counts=LIKED),
    )
    rows.mutes.add(MuteKind.PERSON, "bluesky", "did:loud", "Loud", clock())

    assert digest.of(DAY).came == (("bluesky", 1),)
    assert [each.entry.post.native_id for each in digest.of(DAY).moved] == ["at:fine"]


def test_an_authors_earlier_posts_tell_what_is_usual(rows, account_id, digest):
    earlier = [arrival(f"old{n}", n - 5000, counts=Counts(0, 0, 5)) for n in range(6)]
    home(rows, account_id, *earlier, arrival("now", counts=Counts(2, 3, 10)))

    (moved,) = digest.of(DAY).moved

    assert moved.why == Why("times", 3)
    assert moved.entry.post.native_id == "at:now"


def test_a_websites_article_is_told_by_its_title(rows, account_id, digest):
    site = {"network": "feed", "author": author("site", network="feed")}
    titled = {"card": LinkCard("https://site.test/1", "Wheat is dearer"), **site}
    untitled = {"card": LinkCard("https://site.test/2", "Site"), **site}
    home(rows, account_id, arrival("a", 1, text="Wheat is dearer\nWhy?", **titled))
    home(rows, account_id, arrival("b", 2, text="\nA note\nmore", **untitled))
    home(rows, account_id, *(arrival(f"c{n}", n + 3, **site) for n in range(9)))

    titles = [each.title for each in digest.of(DAY).headlines]

    assert titles == ["Fresh bread"] * 9 + ["A note"]
    assert digest.of(DAY).came == (("feed", 11),)


def test_a_title_in_the_card_is_taken_before_the_text(rows, account_id, digest):
    card = LinkCard("https://site.test/1", "Wheat is dearer")
    site = author("site", network="feed")
    home(rows, account_id, arrival("a", text="Flour…", card=card, network="feed", author=site))

    assert digest.of(DAY).headlines[0].title == "Wheat is dearer"


def test_whoever_spoke_waits_until_the_answer_is_stored(rows, account_id, digest):
    rows.notifications.save(account_id, [spoken("late", 9), spoken("early", 3, by="bob")])
    waiting = [each.post.native_id for each in digest.of(DAY).unanswered]
    assert waiting == ["at:early", "at:late"]

    rows.posts.save([post("answer", minutes=20, author=author("shop"), reply_to="at:early")])

    assert [each.post.native_id for each in digest.of(DAY).unanswered] == ["at:late"]


def test_somebody_elses_answer_is_none_of_ours(rows, account_id, digest):
    rows.notifications.save(account_id, [spoken("asked")])
    rows.posts.save([post("answer", minutes=2, author=author("bob"), reply_to="at:asked")])

    assert len(digest.of(DAY).unanswered) == 1


def test_who_is_muted_waits_for_nothing(rows, account_id, digest, clock):
    rows.notifications.save(
        account_id,
        [
            spoken("asked", by="loud"),
            notification("f", NotificationKind.FOLLOW, actor=author("loud")),
        ],
    )
    rows.mutes.add(MuteKind.PERSON, "bluesky", "did:loud", "Loud", clock())

    assert digest.of(DAY).is_empty


def test_a_mention_told_to_two_accounts_waits_once(rows, account_id, digest):
    other = rows.accounts.add(stored.account("second")).id
    for each in (account_id, other):
        rows.notifications.save(each, [spoken("asked")])

    assert len(digest.of(DAY).unanswered) == 1


def test_beyond_a_screenful_only_the_number_is_told(rows, account_id, digest):
    names = [f"p{n}" for n in range(SHOWN + 5)]
    rows.notifications.save(account_id, [spoken(name, by=name) for name in names])
    rows.notifications.save(
        account_id, [notification(f"f {name}", NotificationKind.FOLLOW) for name in names]
    )
    told = digest.of(DAY)

    assert (len(told.unanswered), told.more_unanswered) == (SHOWN, 5)
    assert (len(told.followers), told.more_followers) == (SHOWN, 5)


def test_new_followers_are_told_with_the_account_they_follow(rows, account_id, digest):
    follow = NotificationKind.FOLLOW
    rows.notifications.save(
        account_id,
        [
            notification("ana", follow, 1),
            notification("bob", follow, 2),
            notification("ana2", follow, 3, actor=author("ana")),
            notification("cat", NotificationKind.LIKE, 3),
        ],
    )
    told = digest.of(DAY).followers

    assert [(each.author.name, each.account_id) for each in told] == [
        ("Bob", account_id),
        ("Ana", account_id),
    ]


def test_hashtags_come_from_what_the_posts_marked(rows, account_id, digest):
    marked = (Facet(FacetKind.TAG, 0, 6, "Bread"), Facet(FacetKind.LINK, 7, 9, "https://a.test"))
    home(rows, account_id, arrival("one", text="#Bread is #notmarked", facets=marked))

    assert digest.of(DAY).tags == (("Bread", 1),)


def test_today_is_the_day_of_the_time_zone(rows, clock):
    clock.now = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)

    assert Digest(rows, clock, ZoneInfo("Asia/Tokyo")).today() == date(2026, 11, 22)
    assert Digest(rows, clock, ZoneInfo("America/Lima")).today() == date(2026, 11, 21)
    assert Digest(rows, clock).today() == clock.now.astimezone().date()


def test_a_post_before_the_clocks_change_is_in_the_longer_day(rows, account_id, clock):
    paris = Digest(rows, clock, ZoneInfo("Europe/Paris"))
    late = datetime(2026, 10, 25, 22, 59, tzinfo=UTC)  # 23:59 there, 25 hours after midnight began
    first = datetime(2026, 10, 24, 22, 0, tzinfo=UTC)
    for number, moment in enumerate((first, late, late + timedelta(minutes=1))):
        minutes = (moment - stored.START).total_seconds() / 60
        home(rows, account_id, arrival(str(number), minutes))

    assert paris.of(date(2026, 10, 25)).came == (("bluesky", 2),)
    assert paris.of(date(2026, 10, 26)).came == (("bluesky", 1),)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(st.integers(-3 * MINUTES, 3 * MINUTES), min_size=1, max_size=25, unique=True),
    st.sampled_from(("UTC", "Asia/Kathmandu", "America/Lima")),
    st.integers(-1, 1),
)
def test_nothing_outside_the_day_is_told(rows, account_id, clock, minutes, zone, shift):
    home(rows, account_id, *(arrival(str(each), each, counts=LIKED) for each in minutes))
    rows.notifications.save(account_id, [spoken(f"m{each}", each) for each in minutes])
    told = Digest(rows, clock, ZoneInfo(zone)).of(DAY + timedelta(days=shift))
    entries = [*(each.entry for each in told.moved), *told.unanswered]

    assert all(told.day.start <= each.post.created_at < told.day.end for each in entries)
    inside = sum(told.day.start <= at(each) < told.day.end for each in minutes)
    assert sum(number for _, number in told.came) >= inside
    assert len(told.unanswered) + told.more_unanswered >= inside
