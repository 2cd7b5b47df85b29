"""The order in which a conversation is read."""

from fake_server import post
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.domain.conversation import reading_order
from desktop.services.domain.post import Post


def told(posts: list[Post], focus: int) -> list[tuple[int, int]]:
    """Return number and depth of each post in reading order."""
    order = reading_order(posts, f"at://anna/{focus}")
    return [(int(each.native_id.rpartition("/")[2]), depth) for each, depth in order]


def reply(number: int, to: int) -> Post:
    """Make a post that answers another."""
    return post(number, reply_to=f"at://anna/{to}", root="at://anna/1")


def test_ancestors_come_first_then_replies_each_with_its_own() -> None:
    posts = [post(1), reply(2, 1), reply(3, 2), reply(4, 3), reply(5, 4), reply(6, 3), reply(7, 1)]
    assert told(posts, 3) == [(1, 0), (2, 1), (3, 2), (4, 3), (5, 4), (6, 3)]


def test_from_the_root_everything_is_read() -> None:
    posts = [post(1), reply(2, 1), reply(3, 2), reply(4, 1)]
    assert told(posts, 1) == [(1, 0), (2, 1), (3, 2), (4, 1)]


def test_a_missing_ancestor_costs_only_itself() -> None:
    assert told([reply(3, 2), reply(4, 3)], 3) == [(3, 0), (4, 1)]


def test_without_the_post_there_is_no_conversation() -> None:
    assert told([post(1)], 2) == []


def test_posts_that_answer_each_other_in_a_ring_end() -> None:
    assert told([reply(1, 2), reply(2, 1)], 1) == [(2, 0), (1, 1)]


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=15), st.integers(0, 12))
def test_nobody_is_read_twice_and_everybody_after_what_they_answer(
    answers: list[tuple[int, int]], focus: int
) -> None:
    posts = [reply(number, to) for number, to in answers]
    order = reading_order(posts, f"at://anna/{focus}")
    ids = [each.native_id for each, _ in order]
    assert len(ids) == len(set(ids))
    if ids:
        for each, _ in order[ids.index(f"at://anna/{focus}") + 1 :]:
            assert ids.index(each.reply_to) < ids.index(each.native_id)
