"""Conversations come in reading order, whatever is missing from them and however deep they go."""

from typing import Any

import pytest
from hypothesis import given
from services.networks.recordings import recorded, spoiled

from desktop.services.domain.errors import Missing
from desktop.services.networks.bluesky_thread import read_thread
from desktop.services.networks.hostile_json import mapping

Node = dict[str, Any]


def node(name: str, *replies: Node, parent: Node | None = None) -> Node:
    view = recorded("search_posts")["posts"][0]
    uri = f"at://did:plc:jyvxbkgezysskgbl4zgw56eu/app.bsky.feed.post/{name}"
    thread: Node = {"post": view | {"uri": uri}, "replies": list(replies)}
    return thread | ({"parent": parent} if parent else {})


def names(thread: Node) -> list[str]:
    return [post.native_id.rpartition("/")[2] for post in read_thread(thread)]


def test_the_recorded_conversation_is_read():
    texts = [post.text for post in read_thread(recorded("thread")["thread"])]
    assert texts == ["Nouveau pain au levain ce matin #boulangerie notre carte", "Délicieux !"]


def test_ancestors_come_first_and_each_reply_is_followed_by_its_own():
    above = node("parent", parent=node("root"))
    thread = node("focus", node("a", node("a1"), node("a2")), node("b", node("b1")), parent=above)
    assert names(thread) == ["root", "parent", "focus", "a", "a1", "a2", "b", "b1"]


def test_replies_to_what_is_gone_stay():
    gone = {"$type": "app.bsky.feed.defs#notFoundPost", "uri": "at://x", "notFound": True}
    blocked = {"$type": "app.bsky.feed.defs#blockedPost", "uri": "at://x", "blocked": True}
    thread = node("focus", {**gone, "replies": [node("kept")]}, blocked, node("b"), parent=blocked)
    assert names(thread) == ["focus", "kept", "b"]


@pytest.mark.parametrize("view", [{}, {"notFound": True}, {"post": {"uri": "at://x"}}])
def test_a_post_that_is_gone_is_missing(view: Node):
    with pytest.raises(Missing):
        read_thread(view)


def test_a_post_that_comes_twice_is_shown_once():
    assert names(node("focus", node("a"), node("a"), parent=node("focus"))) == ["focus", "a"]


def test_a_conversation_of_any_depth_is_read():
    thread = node("r5000")
    for number in range(5_000):
        thread = {"post": node(f"n{number}")["post"], "replies": [thread]}
        if number > 2_500:
            break
    assert len(read_thread(thread)) == 2_000


@given(spoiled("thread"))
def test_a_spoiled_conversation_is_read_or_missing(answer: Node):
    try:
        assert read_thread(mapping(answer.get("thread")))
    except Missing:
        return
