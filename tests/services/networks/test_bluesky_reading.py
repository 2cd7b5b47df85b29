"""Recorded answers are read as they were meant, and spoiled ones do no harm."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from services.networks.recordings import recorded, spoiled

from desktop.services.domain.post import Arrival, FacetKind, Notification, NotificationKind, Post
from desktop.services.networks.bluesky_reading import (
    read_arrival,
    read_author,
    read_feed_post,
    read_notification,
    read_post,
    read_relation,
)
from desktop.services.networks.hostile_json import Unreadable, items, read_each

BAKERY = "did:plc:jyvxbkgezysskgbl4zgw56eu"


def only_post(**changes: object) -> dict[str, object]:
    """Return a recorded post with something else in it."""
    view = recorded("search_posts")["posts"][0]
    return view | changes


def test_the_home_feed_is_read():
    arrivals, bad = read_each(recorded("timeline")["feed"], read_arrival)
    assert not bad
    first = arrivals[0]
    assert first.reposter is not None
    assert first.reposter.handle == "influenceu289539.test"
    assert first.at == datetime(2026, 11, 21, 19, 32, 24, 363_000, UTC)
    post = first.post
    assert post.author.name == "Boulangerie Martin"
    assert post.text == "Nouveau pain au levain ce matin #boulangerie notre carte"
    assert post.url.endswith(f"/profile/{post.author.handle}/post/3n2ttpsszps27")
    assert (post.counts.likes, post.counts.reposts, post.counts.quotes) == (1, 1, 1)
    assert post.viewer.like_id.startswith("at://did:plc:4oksrzwodjwpdo3y3kxl2mlr/")
    assert [(f.kind, f.target) for f in post.facets] == [
        (FacetKind.TAG, "boulangerie"),
        (FacetKind.LINK, "https://example.com/carte"),
    ]
    reply = arrivals[1].post
    assert (reply.reply_to, reply.reply_to_author) == (post.native_id, post.author.handle)


def test_notifications_are_read():
    found, bad = read_each(recorded("notifications")["notifications"], read_notification)
    assert not bad
    assert [each.kind for each in found] == [
        NotificationKind.MENTION,
        NotificationKind.QUOTE,
        NotificationKind.REPOST,
        NotificationKind.LIKE,
        NotificationKind.FOLLOW,
        NotificationKind.FOLLOW,
    ]
    assert found[0].post is not None
    assert found[0].post.facets[0].target == BAKERY
    assert found[3].subject_id.startswith(f"at://{BAKERY}/")


def test_a_profile_is_read():
    author = read_author(recorded("profile"))
    assert (author.native_id, author.name, author.bio) == (
        BAKERY,
        "Boulangerie Martin",
        "Pain au levain, Lyon",
    )
    assert (author.followers, author.following, author.posts) == (2, 1, 2)


def test_a_name_that_leads_nowhere_gives_way_to_the_identity():
    author = read_author({"did": "did:plc:x", "handle": "handle.invalid", "displayName": " "})
    assert (author.handle, author.name) == ("handle.invalid", "did:plc:x")
    assert author.web_url == "https://bsky.app/profile/did:plc:x"


def test_ones_own_feed_leaves_out_what_was_reposted():
    posts, bad = read_each(recorded("author_feed")["feed"], read_feed_post)
    assert not bad
    assert {post.author.native_id for post in posts} == {BAKERY}


def test_a_post_from_the_future_is_dated_when_it_was_seen():
    record = {"text": "x", "createdAt": "2999-01-01T00:00:00Z"}
    post = read_post(only_post(record=record))
    assert post.created_at == post.indexed_at
    record = {"text": "x", "createdAt": "last week"}
    assert read_post(only_post(record=record)).created_at == post.indexed_at


def test_an_older_post_keeps_its_date():
    record = {"text": "x", "createdAt": "2020-01-01T00:00:00Z"}
    assert read_post(only_post(record=record)).created_at == datetime(2020, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("missing", ["uri", "cid", "author"])
def test_a_post_without_an_identity_is_unreadable(missing: str):
    with pytest.raises(Unreadable):
        read_post(only_post(**{missing: None}))


def quoted(kind: str, **record: object) -> dict[str, object]:
    return {"$type": "app.bsky.embed.record#view", "record": {"$type": kind, **record}}


def test_a_quoted_post_is_shown_with_its_author():
    view = only_post()
    quote = {
        **{name: view[name] for name in ("uri", "cid", "author", "indexedAt")},
        "value": {"text": "cité", "createdAt": "2026-11-21T10:00:00Z"},
    }
    plain = quoted("app.bsky.embed.record#viewRecord", **quote)
    with_media = {"record": plain, "media": {"images": [{"thumb": "https://a.b/c"}]}}
    for embed in (plain, with_media):
        post = read_post(only_post(embed=embed))
        assert post.quote is not None
        assert (post.quote.text, post.quote.author.name) == ("cité", "Boulangerie Martin")
        assert post.quote.created_at == datetime(2026, 11, 21, 10, tzinfo=UTC)
    assert read_post(only_post(embed=with_media)).media[0].thumb_url == "https://a.b/c"


@pytest.mark.parametrize(
    "embed",
    [
        quoted("app.bsky.embed.record#viewNotFound", uri="at://x", notFound=True),
        quoted("app.bsky.embed.record#viewBlocked", uri="at://x", blocked=True),
        quoted("app.bsky.embed.record#viewDetached", uri="at://x"),
        quoted("app.bsky.feed.defs#generatorView", uri="at://x"),
        quoted("app.bsky.embed.record#viewRecord"),
        {"$type": "app.bsky.embed.hologram#view", "hologram": {}},
        {"record": {"record": {"record": {}}}},
        "text",
        None,
    ],
)
def test_a_quote_that_is_gone_blocked_or_unknown_leaves_the_post(embed: object):
    post = read_post(only_post(embed=embed))
    assert post.quote is None
    assert post.text


@pytest.mark.parametrize(
    ("reason", "kind"),
    [("like-via-repost", NotificationKind.LIKE), ("repost-via-repost", NotificationKind.REPOST)],
)
def test_acts_through_a_repost_count_as_such(reason: str, kind: NotificationKind):
    view = recorded("notifications")["notifications"][2] | {"reason": reason}
    found = read_notification(view)
    assert found is not None
    assert (found.kind, found.post) == (kind, None)


@pytest.mark.parametrize("reason", ["starterpack-joined", "verified", "new-thing", "", None])
def test_a_notification_of_another_kind_is_not_shown(reason: object):
    view = recorded("notifications")["notifications"][0] | {"reason": reason}
    assert read_notification(view) is None


def test_a_relation_is_read_from_both_sides():
    relation = read_relation(
        {"following": "at://me/app.bsky.graph.follow/1", "followedBy": "at://x"}
    )
    assert relation.is_friend
    assert not read_relation({}).followed_by


READERS: list[tuple[str, str, Callable[[dict[str, object]], object]]] = [
    ("timeline", "feed", read_arrival),
    ("author_feed", "feed", read_feed_post),
    ("notifications", "notifications", read_notification),
    ("search_posts", "posts", read_post),
    ("followers", "followers", read_author),
]


@pytest.mark.parametrize(("name", "field", "read"), READERS)
@given(data=st.data())
def test_a_spoiled_answer_never_harms(
    name: str, field: str, read: Callable[[dict[str, object]], object], data: st.DataObject
):
    answer = data.draw(spoiled(name))
    good, bad = read_each(items(answer.get(field)), read)
    assert len(good) + len(bad) <= len(items(answer.get(field)))
    for item in good:
        assert_storable(item)


@pytest.mark.hard
@pytest.mark.parametrize(("name", "field", "read"), READERS)
@settings(max_examples=5_000, deadline=None)
@given(data=st.data())
def test_thousands_of_spoiled_answers_never_harm(
    name: str, field: str, read: Callable[[dict[str, object]], object], data: st.DataObject
):
    good, _ = read_each(items(data.draw(spoiled(name)).get(field)), read)
    for item in good:
        assert_storable(item)


def assert_storable(item: object) -> None:
    """Check what a database and a screen rely on."""
    if isinstance(item, Arrival):
        assert item.at.tzinfo is UTC
        return assert_storable(item.post)
    if isinstance(item, Notification):
        return None if item.post is None else assert_storable(item.post)
    if not isinstance(item, Post):
        return None
    item.text.encode()
    assert item.created_at.tzinfo is UTC
    assert item.created_at.timestamp() > 0
    for count in (item.counts.likes, item.counts.reposts, item.counts.replies):
        assert count is None or 0 <= count <= 2**53
    for facet in item.facets:
        item.text.encode()[facet.start : facet.end].decode()
    for media in item.media:
        assert media.url.startswith(("http://", "https://"))
    return None
