"""Answers of X that were spoiled on the way do no harm."""

from datetime import UTC

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from services.networks.recordings import spoiled
from services.networks.x_street import WORDS, Street

from desktop.services.domain.post import Post
from desktop.services.networks.hostile_json import Json, items, read_each
from desktop.services.networks.x_answer import Includes
from desktop.services.networks.x_reading import (
    full_text,
    read_arrival,
    read_author,
    read_notification,
    read_post,
)


def read_all(answer: Json) -> None:
    """Read an answer in every way; what cannot be read is told apart, and the rest is sound."""
    includes = Includes.of(answer)
    for read in (
        lambda raw: read_arrival(raw, includes),
        lambda raw: read_notification(raw, includes, "2244994901"),
        lambda raw: read_post(raw, includes),
    ):
        good, bad = read_each(items(answer.get("data")), read)
        assert len(good) + len(bad) <= len(items(answer.get("data")))
        for item in good:
            assert_sound(item if isinstance(item, Post) else item.post)
    for raw in includes.posts.values():
        full_text(raw)
    read_each(includes.users.values(), read_author)


def assert_sound(post: Post | None) -> None:
    assert post is not None
    encoded = post.text.encode()
    assert post.created_at.tzinfo is UTC
    assert post.author.handle
    assert post.author.name
    end = 0
    for facet in post.facets:
        assert end <= facet.start < facet.end <= len(encoded)
        assert facet.target
        encoded[facet.start : facet.end].decode()
        end = facet.end
    for count in (post.counts.likes, post.counts.reposts, post.counts.replies):
        assert count is None or 0 <= count <= 2**53
    for media in post.media:
        assert media.url.startswith(("http://", "https://"))


ANSWERS = {word: Street().answer(word) for word in WORDS}


@pytest.mark.parametrize("word", WORDS)
@given(data=st.data())
def test_a_spoiled_answer_never_harms(word: str, data: st.DataObject):
    read_all(data.draw(spoiled(ANSWERS[word])))


@pytest.mark.hard
@pytest.mark.parametrize("word", WORDS)
@settings(max_examples=5_000, deadline=None)
@given(data=st.data())
def test_thousands_of_spoiled_answers_never_harm(word: str, data: st.DataObject):
    read_all(data.draw(spoiled(ANSWERS[word])))
