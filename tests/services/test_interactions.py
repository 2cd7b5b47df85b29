"""Acts on posts happen once, on the network first."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from fake_server import arrival, lose_answer
from workbench import Workbench

from desktop.services.domain.account import Cap
from desktop.services.domain.errors import Missing, OutcomeUnknown, Unreachable, Unsupported
from desktop.services.domain.feed import FeedEntry
from desktop.services.domain.post import Counts
from desktop.services.interactions import Interactions


@pytest.fixture
def interactions(bench: Workbench) -> Interactions:
    bench.server.write(arrival(1, counts=Counts(0, 3, 5, 0)), arrival(2, by="shop"))
    bench.timeline().refresh(bench.account.id)
    return Interactions(bench.rows, bench.accounts)


def entry(bench: Workbench) -> FeedEntry:
    """Return Anna's post."""
    return next(each for each in bench.feed() if each.post and each.post.text == "Post 1")


def test_a_like_happens_once_counts_at_once_and_is_taken_back(
    bench: Workbench, interactions: Interactions
) -> None:
    post_id = entry(bench).post_id
    for _ in range(2):
        interactions.like(bench.account.id, post_id)
    liked = entry(bench)
    assert liked.post is not None
    assert (liked.liked_by, liked.post.counts.likes) == ({bench.account.id}, 6)
    for _ in range(2):
        interactions.unlike(bench.account.id, post_id)
    assert entry(bench).liked_by == set()
    assert (bench.server.called("like"), bench.server.called("undo")) == (1, 1)
    assert bench.server.acts == {}


def test_a_repost_happens_once_and_is_taken_back(
    bench: Workbench, interactions: Interactions
) -> None:
    post_id = entry(bench).post_id
    interactions.repost(bench.account.id, post_id)
    assert entry(bench).reposted_by == {bench.account.id}
    interactions.unrepost(bench.account.id, post_id)
    assert entry(bench).reposted_by == set()


def test_an_act_whose_answer_was_lost_is_looked_up(
    bench: Workbench, interactions: Interactions
) -> None:
    bench.server.fail("like", lose_answer)
    interactions.like(bench.account.id, entry(bench).post_id)
    assert entry(bench).liked_by == {bench.account.id}
    bench.server.fail("repost", OutcomeUnknown())
    with pytest.raises(OutcomeUnknown):
        interactions.repost(bench.account.id, entry(bench).post_id)
    assert entry(bench).reposted_by == set()


def test_a_failed_act_changes_nothing(bench: Workbench, interactions: Interactions) -> None:
    bench.server.fail("like", Unreachable())
    with pytest.raises(Unreachable):
        interactions.like(bench.account.id, entry(bench).post_id)
    assert entry(bench).liked_by == set()


def test_a_like_taken_back_elsewhere_is_no_error(
    bench: Workbench, interactions: Interactions
) -> None:
    interactions.like(bench.account.id, entry(bench).post_id)
    bench.server.fail("undo", Missing())
    interactions.unlike(bench.account.id, entry(bench).post_id)
    assert entry(bench).liked_by == set()


def test_acting_on_a_deleted_post_follows_the_deletion(
    bench: Workbench, interactions: Interactions
) -> None:
    bench.server.fail("like", Missing())
    with pytest.raises(Missing):
        interactions.like(bench.account.id, entry(bench).post_id)
    assert bench.shown() == ["Post 2"]


def test_only_own_posts_are_deleted_and_everywhere(
    bench: Workbench, interactions: Interactions
) -> None:
    (own,) = [each for each in bench.feed() if each.post and each.post.text == "Post 2"]
    with pytest.raises(Unsupported) as refusal:
        interactions.delete(bench.account.id, entry(bench).post_id)
    assert refusal.value.web_url == "https://shop.test/anna/1"
    interactions.delete(bench.account.id, own.post_id)
    assert bench.shown() == ["Post 1"]
    assert "at://shop/2" not in bench.server.posts
    with pytest.raises(Missing):
        interactions.delete(bench.account.id, own.post_id)


@pytest.mark.parametrize("cap", [Cap.LIKE, Cap.REPOST])
def test_what_the_network_does_not_offer_is_refused_with_its_address(
    bench: Workbench, interactions: Interactions, cap: Cap
) -> None:
    bench.rows.accounts.update(replace(bench.account, caps=bench.account.caps & ~cap))
    act: Callable[[int, int], None] = {
        Cap.LIKE: interactions.like,
        Cap.REPOST: interactions.repost,
    }[cap]
    with pytest.raises(Unsupported) as refusal:
        act(bench.account.id, entry(bench).post_id)
    assert refusal.value.web_url == "https://shop.test/anna/1"


def test_a_bookmark_is_known_to_nobody_else(bench: Workbench, interactions: Interactions) -> None:
    calls = len(bench.server.calls)
    interactions.bookmark(entry(bench).post_id)
    assert entry(bench).is_bookmarked
    interactions.unbookmark(entry(bench).post_id)
    assert not entry(bench).is_bookmarked
    assert len(bench.server.calls) == calls
