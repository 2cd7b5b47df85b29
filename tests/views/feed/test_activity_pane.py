"""What people did without words is grouped, worded and can be opened."""

import pytest
from fake_server import arrival, told
from feed_scene import Scene, texts
from screens import heard, press, read

from desktop.services.domain.post import NotificationKind

LIKE, REPOST, FOLLOW = NotificationKind.LIKE, NotificationKind.REPOST, NotificationKind.FOLLOW


@pytest.fixture
def bread(scene: Scene) -> Scene:
    """An own post that people may like, on the page of mentions."""
    scene.server.write(arrival(0, "Fresh bread\nand " + "more " * 30, "me"))
    scene.fetch()
    scene.go_to(scene.feeds.mentions)
    return scene


def tell(scene: Scene, *kinds_by: tuple[NotificationKind, str]) -> str:
    """Let people act, and return what the pane then says."""
    scene.server.tell(
        *[
            told(number, kind, by, subject_id="" if kind is FOLLOW else "at://me/0")
            for number, (kind, by) in enumerate(kinds_by, start=1)
        ]
    )
    scene.fetch()
    return read(scene.feeds.activity)


def test_before_anything_happened_the_pane_says_what_it_is_for(bread: Scene):
    assert "Likes, reposts and new followers of your accounts appear here." in read(
        bread.feeds.activity
    )


@pytest.mark.parametrize(
    ("kind", "one", "two", "three"),
    [
        (LIKE, "liked your post", "and 1 other liked your post", "and 2 others liked your post"),
        (
            REPOST,
            "reposted your post",
            "and 1 other reposted your post",
            "and 2 others reposted your post",
        ),
    ],
)
def test_those_who_did_the_same_share_a_line(
    bread: Scene, kind: NotificationKind, one: str, two: str, three: str
):
    assert f"\n{one}\n" in tell(bread, (kind, "bob"))
    assert two in tell(bread, (kind, "leo"))
    said = tell(bread, (kind, "mia"))

    assert three in said
    assert said.count("your post") == 1


def test_a_new_follower_is_told(bread: Scene):
    said = tell(bread, (FOLLOW, "bob"), (LIKE, "leo"))

    assert "follows you now" in said
    assert "Bob" in said


def test_the_post_is_quoted_in_one_line_and_opened_by_a_press(bread: Scene):
    said = tell(bread, (LIKE, "bob")).splitlines()
    quoted = next(line for line in said if line.startswith("Fresh bread"))
    press(bread.feeds.activity, quoted)

    assert quoted.startswith("Fresh bread and more")
    assert quoted.endswith("…")
    assert texts(bread.feeds.mentions.side.thread.list)[0].startswith("Fresh bread")


def test_who_did_it_is_opened_by_a_press(bread: Scene):
    tell(bread, (FOLLOW, "bob"))
    press(bread.feeds.activity, "Bob")

    assert bread.feeds.mentions.side.person.native_id == "did:bob"


def test_what_is_unchanged_is_left_as_it_is(bread: Scene):
    tell(bread, (LIKE, "bob"))
    before = bread.feeds.activity._rows.itemAt(0).widget()
    counted = heard(bread.feeds.keeper.unread_counted)
    bread.feeds.keeper.count_unread()

    assert counted
    assert bread.feeds.activity._rows.itemAt(0).widget() is before
