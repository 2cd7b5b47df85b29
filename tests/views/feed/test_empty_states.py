"""Every empty feed says why it is empty, and offers what helps."""

import pytest
from feed_scene import Scene
from screens import find, heard, offers, press, read

from desktop.services.domain.account import Cap
from desktop.services.domain.feed import FeedFilter, FeedKind
from desktop.views.feed.empty_states import empty_state_for

HOME, MENTION = FeedKind.HOME, FeedKind.MENTION


@pytest.mark.parametrize(
    ("shown", "has_accounts", "title", "action", "button"),
    [
        (FeedFilter(), False, "Nothing here yet", "connect", "Connect an account"),
        (FeedFilter(search="x"), False, "Nothing here yet", "connect", "Connect an account"),
        (FeedFilter(), True, "Nothing here yet", "refresh", "Fetch new posts"),
        (FeedFilter(search="x"), True, "Nothing found", "everything", "Show everything"),
        (FeedFilter(unread_only=True), True, "All read", "everything", "Show everything"),
        (FeedFilter(kind=MENTION), True, "No mention yet", "refresh", "Fetch new posts"),
        (FeedFilter(kind=HOME | MENTION, bookmarked_only=True), True, "No bookmark yet", "", ""),
        (
            FeedFilter(kind=MENTION, unread_only=True),
            True,
            "All read",
            "everything",
            "Show everything",
        ),
    ],
)
def test_the_reason_is_named_with_the_one_action_that_helps(
    theme, shown, has_accounts: bool, title: str, action: str, button: str, qtbot
):
    state, offered = empty_state_for(theme, shown, has_accounts=has_accounts)
    qtbot.addWidget(state)
    said = read(state).splitlines()

    assert said[0] == title
    if not has_accounts:
        assert said.pop() == "Import an archive"
    assert len(said) == (3 if button else 2)
    assert said[1].endswith(".")
    assert offered == action
    assert offers(state, button) is bool(button)


def test_an_account_that_nobody_can_ask_is_offered_its_archive(scene: Scene):
    scene.be_able_to(caps=Cap.KEYLESS | Cap.HAND_OFF)
    scene.feeds.open()
    asked = heard(scene.home.import_asked)
    press(scene.home, "Import an archive")

    assert asked == [()]
    assert not offers(scene.home, "Fetch new posts")


def test_the_empty_bookmarks_say_how_to_make_one(scene: Scene):
    scene.go_to(scene.feeds.bookmarks)

    assert "Press the bookmark under a post to find it again here." in read(scene.feeds.bookmarks)


def test_nobody_yet_beside_home_has_nothing_to_press(scene: Scene):
    assert "No mention yet" in read(scene.home.side)
    assert not offers(scene.home.side, "Fetch new posts")


def test_one_empty_state_takes_the_place_of_the_other(scene: Scene):
    press(scene.home, "unreadOnly")
    assert "All read" in read(scene.home)
    press(scene.home, "Show everything")

    assert "Nothing here yet" in read(scene.home)
    assert "All read" not in read(scene.home)
    assert not find(scene.home, "unreadOnly").isChecked()
