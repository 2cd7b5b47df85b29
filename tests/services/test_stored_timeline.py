"""What is stored is told at once, each post once."""

import pytest
from fake_server import arrival, author
from workbench import Workbench

from desktop.services.domain.feed import FeedFilter, FeedKind
from desktop.services.networks.contract import SignIn
from desktop.services.timeline import Timeline

SAME = "Sourdough bread from six o'clock"


@pytest.fixture
def timeline(bench: Workbench) -> Timeline:
    other = bench.accounts.connect(SignIn("mastodon", "https://m.test", "shop", "pass-word"))
    here = [arrival(1, SAME), arrival(2, "Rain")]
    anna = {"network": "mastodon", "author": author("anna", "mastodon")}
    there = [arrival(3, SAME, **anna), arrival(4, "Snow", **anna)]
    bench.rows.feed.add(bench.account.id, here, kind=FeedKind.HOME)
    bench.rows.feed.add(other.id, there, kind=FeedKind.HOME)
    return bench.timeline()


def test_a_twin_is_counted_once_in_the_merged_feed(timeline: Timeline) -> None:
    assert sum(timeline.unread_counts(FeedKind.HOME).values()) == 4
    assert timeline.unread_total(FeedFilter()) == 3


def test_a_twin_is_found_once(timeline: Timeline) -> None:
    found = timeline.entries(timeline.search("sourdough", FeedFilter()).ids)
    assert [each.also_on for each in found] == [("mastodon",)]


def test_one_persons_posts_are_read_like_any_feed(timeline: Timeline) -> None:
    shown = FeedFilter(author=("mastodon", "did:anna"))
    window = timeline.window(shown)
    assert [each.post.text for each in timeline.entries(window.ids) if each.post] == ["Snow", SAME]
    assert timeline.newer_than(shown, window.ids[1]) == 1
    assert len(timeline.mark_all_read(shown)) == 2
    assert timeline.unread_total(shown) == 0
