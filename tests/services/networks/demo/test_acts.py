from dataclasses import replace
from datetime import timedelta

import pytest
from services.networks.demo.conftest import FORUM, NOW, PLACE, Clock

from desktop.services.domain.draft import Attachment, Draft, PublishKey, ReplyTarget
from desktop.services.domain.errors import Missing, Refused, Unsupported
from desktop.services.domain.post import FacetKind, Post
from desktop.services.networks.demo.network import DemoNetwork, DemoRegistry

KEY = PublishKey("uuid", "record", NOW)


@pytest.fixture
def door(networks: DemoRegistry) -> DemoNetwork:
    return DemoNetwork(networks.world, PLACE)


def newest(door: DemoNetwork) -> Post:
    return door.home(limit=1).items[0].post


def again(door: DemoNetwork, post: Post) -> Post:
    return door.posts([post.native_id])[0]


def test_a_published_post_leads_the_feed_with_its_facets(door: DemoNetwork):
    published = door.publish(
        Draft("Demain avec @clairef_lyon #Lyon https://example.org/a et lumiere-lyon.fr"), KEY
    )
    post = newest(door)

    assert post.native_id == published.native_id
    assert post.author.native_id == door.me().native_id
    assert [one.kind for one in post.facets] == [
        FacetKind.MENTION,
        FacetKind.TAG,
        FacetKind.LINK,
        FacetKind.LINK,
    ]
    assert post.facets[0].target == f"{PLACE}/clairef_lyon"
    assert door.author_posts(post.author.native_id, limit=1).items[0] == post


def test_publishing_twice_under_one_key_is_one_post(door: DemoNetwork):
    first = door.publish(Draft("Une fois"), KEY)

    assert door.publish(Draft("Une fois"), KEY) == first
    assert door.find_published(Draft("Une fois"), KEY) == first
    assert door.find_published(Draft("Une fois"), replace(KEY, record_key="other")) is None


def test_a_minute_later_people_have_answered(door: DemoNetwork, clock: Clock):
    published = door.publish(Draft("Brioche aux pralines demain"), KEY)
    clock.pass_by(minutes=5)
    told = door.notifications(limit=5).items
    thread = door.thread(published.native_id)

    assert len(thread) > 1
    assert thread[0].counts.replies == len(thread) - 1
    assert thread[0].counts.likes == len(thread) - 1
    assert published.native_id in {notice.subject_id for notice in told}


def test_nobody_answers_a_deleted_post(door: DemoNetwork, clock: Clock):
    published = door.publish(Draft("Non"), KEY)
    door.delete(published.native_id)
    door.delete(published.native_id)
    clock.pass_by(minutes=5)

    assert door.posts([published.native_id]) == ()
    with pytest.raises(Missing):
        door.thread(published.native_id)
    assert "Non" not in {arrival.post.text for arrival in door.home().items}


def test_somebody_elses_post_cannot_be_deleted(door: DemoNetwork):
    with pytest.raises(Refused):
        door.delete(newest(door).native_id)


def test_a_reply_hangs_in_its_thread(door: DemoNetwork):
    asked = newest(door)
    before = again(door, asked).counts.replies or 0
    target = ReplyTarget(asked.native_id, "1", asked.native_id, "1")
    published = door.publish(Draft("Merci Claire", reply_to=target), KEY)
    thread = door.thread(asked.native_id)
    reply = next(post for post in thread if post.native_id == published.native_id)

    assert (reply.reply_to, reply.root) == (asked.native_id, asked.native_id)
    assert again(door, asked).counts.replies == before + 1
    door.delete(published.native_id)
    assert again(door, asked).counts.replies == before


def test_a_quote_is_shown_under_the_post(door: DemoNetwork):
    quoted = newest(door)
    published = door.publish(Draft("À lire", quote_of=(quoted.native_id, "1")), KEY)
    post = door.posts([published.native_id])[0]

    assert post.quote is not None
    assert post.quote.text == quoted.text
    assert again(door, quoted).counts.quotes == 1


def test_pictures_go_with_the_post(door: DemoNetwork):
    picture = Attachment(b"x", "image/png", "Une brioche", 10, 10)
    published = door.publish(Draft("", attachments=(picture,)), KEY)

    assert door.posts([published.native_id])[0].media[0].alt == "Une brioche"


@pytest.mark.parametrize(
    ("draft", "reason"), [(Draft("a" * 281), "too_long"), (Draft("  "), "other")]
)
def test_what_the_network_does_not_take_is_refused(door: DemoNetwork, draft: Draft, reason: str):
    with pytest.raises(Refused) as refusal:
        door.publish(draft, KEY)

    assert refusal.value.reason == reason


def test_what_a_network_lacks_is_unsupported(networks: DemoRegistry, door: DemoNetwork):
    forum = DemoNetwork(networks.world, FORUM)
    with pytest.raises(Unsupported):
        forum.publish(Draft("x", quote_of=("y", "1")), KEY)
    with pytest.raises(Unsupported):
        door.publish(Draft("x", warning="Attention"), KEY)


def test_an_answer_to_what_is_gone_is_missing(door: DemoNetwork):
    with pytest.raises(Missing):
        door.publish(Draft("x", reply_to=ReplyTarget("gone", "1", "gone", "1")), KEY)


def test_a_like_counts_once_and_can_be_taken_back(door: DemoNetwork):
    post = newest(door)
    likes = post.counts.likes or 0
    act = door.like(post.native_id, post.version)

    assert door.like(post.native_id, post.version) == act
    assert again(door, post).counts.likes == likes + 1
    assert again(door, post).viewer.like_id == act
    door.undo(act)
    door.undo(act)
    assert again(door, post).counts.likes == likes
    assert again(door, post).viewer.like_id == ""


def test_a_repost_arrives_in_the_feed_and_can_be_taken_back(door: DemoNetwork, clock: Clock):
    clock.pass_by(seconds=5)
    post = newest(door)
    act = door.repost(post.native_id, post.version)
    top = door.home(limit=1).items[0]

    assert top.post.native_id == post.native_id
    assert top.reposter is not None
    assert top.reposter.native_id == door.me().native_id
    door.undo(act)
    assert door.home(limit=1).items[0].reposter is None
    assert again(door, post) == post


def test_following_somebody_brings_their_posts(door: DemoNetwork):
    stranger = door.profile("sophiem_69")
    act = door.follow(stranger.native_id)

    assert door.relations([stranger.native_id])[stranger.native_id].following_id == act
    said = door.author_posts(stranger.native_id, limit=1).items[0]
    seen: set[str] = set()
    cursor = ""
    while said.native_id not in seen:
        answer = door.home(cursor, 100)
        seen |= {arrival.post.native_id for arrival in answer.items}
        cursor = answer.older
        assert cursor
    door.undo(act)
    assert not door.relations([stranger.native_id])[stranger.native_id].following_id


@pytest.mark.parametrize("act", ["like", "repost"])
def test_acting_on_what_is_gone_is_missing(door: DemoNetwork, act: str):
    with pytest.raises(Missing):
        getattr(door, act)("gone", "1")
    door.undo(f"{act}:gone")


def test_nobody_can_be_followed_who_is_not_there(door: DemoNetwork):
    with pytest.raises(Missing):
        door.follow("nobody")


def test_a_post_never_dates_from_before_the_demonstration(door: DemoNetwork):
    old = replace(KEY, created_at=NOW - timedelta(days=3))
    published = door.publish(Draft("Vieux"), old)

    assert door.posts([published.native_id])[0].created_at == NOW
