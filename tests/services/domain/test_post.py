"""Two people are friends when each follows the other."""

import pytest

from desktop.services.domain.post import Relation


@pytest.mark.parametrize(
    ("following_id", "followed_by", "is_friend"),
    [("", False, False), ("at://1", False, False), ("", True, False), ("at://1", True, True)],
)
def test_friendship_takes_two(following_id: str, followed_by: bool, is_friend: bool):
    assert Relation(following_id, followed_by).is_friend is is_friend
