"""A conversation that X gave in pieces reads from its beginning, each answer under its post."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop.services.domain.post import Author, Post
from desktop.services.networks.x_thread import in_reading_order

LEA = Author("x", "1", "lea", "Léa")


def post(number: int, reply_to: int = 0, root: int = 1) -> Post:
    return Post(
        network="x",
        native_id=str(number),
        author=LEA,
        created_at=datetime(2026, 11, 21, tzinfo=UTC) + timedelta(minutes=number),
        text=str(number),
        reply_to=str(reply_to) if reply_to else "",
        root=str(root) if reply_to else "",
    )


def order(posts: list[Post], native_id: str) -> list[str]:
    return [each.native_id for each in in_reading_order(posts, native_id)]


THREAD = [post(1), post(2, 1), post(3, 1), post(4, 2), post(5, 4), post(6, 3), post(7, 2)]


@pytest.mark.parametrize(
    ("focus", "told"),
    [("1", "1245736"), ("2", "12457"), ("5", "1245"), ("6", "136"), ("7", "127")],
)
def test_ancestors_come_first_and_each_answer_under_its_post(focus: str, told: str):
    assert order(THREAD, focus) == list(told)
    assert order(THREAD[::-1], focus) == list(told)


def test_where_an_ancestor_is_missing_the_beginning_stands_in():
    assert order([post(1), post(5, 4), post(6, 5)], "5") == ["1", "5", "6"]
    assert order([post(5, 4), post(6, 5)], "5") == ["5", "6"]


def test_strangers_to_the_conversation_are_left_out():
    assert order([*THREAD, post(90), post(91, 90, 90)], "2") == list("12457")


def test_posts_that_answer_each_other_come_to_an_end():
    assert order([post(2, 3, 2), post(3, 2, 2)], "2") == ["3", "2"]
    assert order([post(2, 2, 2)], "2") == ["2"]


def test_a_deep_conversation_is_read_to_its_end():
    deep = [post(1), *(post(number, number - 1) for number in range(2, 3_000))]
    assert len(order(deep, "1")) == len(order(deep, "2999")) == 2_999


def test_a_post_that_is_not_there_has_no_conversation():
    assert order(THREAD, "99") == []
