"""What one feed learns all of them show, and what is missing is fetched once."""

import pytest
from fake_server import arrival, post, told
from feed_scene import Scene, entry_of, press_post, texts, troubles
from PySide6.QtWidgets import QAbstractButton
from screens import find, heard, settle

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.errors import Unreachable
from desktop.services.domain.feed import FeedKind, Refreshed
from desktop.services.domain.post import NotificationKind
from desktop.services.ingest import Reach
from desktop.views.feed.feed_page import FeedPage


def name_of(page: FeedPage, account: Account) -> str:
    """Return what a screen reader calls the account's chip."""
    return find(page, f"network-{account.network}", QAbstractButton).accessibleName()


def mention(scene: Scene, number: int, text: str) -> None:
    """Let Bob write to the account."""
    scene.server.tell(told(number, NotificationKind.MENTION, post=post(number, text, "bob")))


@pytest.fixture
def gapped(scene: Scene) -> Scene:
    """A feed of which more arrived than one refresh fetches."""
    scene.server.page_size = 2
    scene.stage.session.timeline._ingest._reach = Reach(first=1, refresh=1)
    scene.server.write(arrival(0), arrival(1))
    scene.fetch()
    scene.server.write(*[arrival(number) for number in range(10, 15)])
    scene.fetch()
    return scene


def test_what_was_missed_is_one_row_that_is_fetched_when_it_is_pressed(gapped: Scene):
    assert texts(gapped.list) == ["Post 14", "Post 13", "...", "Post 1", "Post 0"]

    press_post(gapped.list, "...", "gap")
    assert texts(gapped.list)[:5] == ["Post 14", "Post 13", "Post 12", "Post 11", "..."]
    press_post(gapped.list, "...", "gap")

    assert texts(gapped.list) == [f"Post {n}" for n in (14, 13, 12, 11, 10, 1, 0)]


def test_a_gap_that_cannot_be_fetched_stays_and_can_be_tried_again(gapped: Scene):
    wrong = troubles(gapped)
    gapped.server.fail("home", Unreachable())
    press_post(gapped.list, "...", "gap")

    assert isinstance(wrong[0][1], Unreachable)
    assert "..." in texts(gapped.list)
    press_post(gapped.list, "...", "gap")
    assert "Post 12" in texts(gapped.list)


def test_a_gap_is_fetched_once_however_often_it_is_pressed(gapped: Scene):
    lane = gapped.stage.on_busy_lanes()
    gapped.feeds.keeper._tasks = lane
    entry = entry_of(gapped.list, "...")
    calls = gapped.server.called("home")
    for _ in range(3):
        gapped.feeds.home.panel.gap_asked.emit(entry)
    lane.work_off()

    assert gapped.server.called("home") == calls + 1


def test_the_end_of_the_feed_brings_what_is_older_until_there_is_no_more(scene: Scene):
    scene.server.page_size = 2
    scene.stage.session.timeline._ingest._reach = Reach(first=1, refresh=1)
    scene.server.write(*[arrival(number) for number in range(3)])
    scene.fetch()
    assert texts(scene.list) == ["Post 2", "Post 1"]

    scene.home.older_asked.emit()
    assert texts(scene.list) == ["Post 2", "Post 1", "Post 0"]
    scene.home.older_asked.emit()
    calls = scene.server.called("home")
    scene.home.older_asked.emit()
    assert scene.server.called("home") == calls


def test_a_mention_stands_beside_home_and_on_its_own_page(scene: Scene):
    scene.fetch()
    mention(scene, 5, "Do you have rye?")
    scene.fetch()

    assert texts(scene.feeds.beside.list) == ["Do you have rye?"]
    assert texts(scene.feeds.mentions.panel.list) == ["Do you have rye?"]
    assert texts(scene.list) == []


def test_unread_entries_are_counted_on_the_chips_and_for_the_rail(scene: Scene):
    scene.fetch()
    counted = heard(scene.feeds.keeper.unread_counted)
    scene.server.write(arrival(1), arrival(2))
    mention(scene, 3, "Hello")
    scene.fetch()

    assert counted[-1] == (2, 1)
    assert name_of(scene.home, scene.account).endswith("2")
    assert name_of(scene.feeds.mentions, scene.account).endswith("1")
    scene.home.panel.mark_all_read()
    assert counted[-1] == (0, 1)
    assert not name_of(scene.home, scene.account).endswith("2")


def test_the_networks_hear_that_the_mentions_were_looked_at(scene: Scene):
    mention(scene, 3, "Hello")
    scene.fetch()
    scene.feeds.keeper.mark_seen()

    assert scene.server.called("mark_seen") == 1
    scene.server.fail("mark_seen", Unreachable())
    wrong = troubles(scene)
    scene.feeds.keeper.mark_seen()
    assert wrong == []
    scene.be_able_to(caps=Cap.HOME)
    scene.feeds.keeper.mark_seen()
    assert scene.server.called("mark_seen") == 2


def test_a_post_that_was_deleted_elsewhere_leaves_the_screen(scene: Scene):
    scene.server.write(arrival(1, "Deleted soon"), arrival(2, "Stays"))
    scene.fetch()
    assert texts(scene.list) == ["Stays", "Deleted soon"]
    scene.server.take_away("at://anna/1")
    scene.fetch()

    assert texts(scene.list) == ["Stays"]


def test_an_edit_elsewhere_is_shown(scene: Scene):
    scene.server.write(arrival(1, "Rye at five"))
    scene.fetch()
    edited = post(1, "Rye at six", version="cid-2", edited_at=post(9).created_at)
    scene.server.posts[edited.native_id] = edited
    scene.feeds.keeper.on_refreshed(Refreshed(scene.account.id, scene.stage.session.clock()))
    settle()

    assert texts(scene.list) == ["Rye at six"]


def test_a_like_on_one_list_shows_on_the_other(scene: Scene):
    bread = arrival(4, "Hello bread", "bob")
    scene.server.write(bread)
    scene.server.tell(told(4, NotificationKind.MENTION, post=bread.post))
    scene.fetch()
    press_post(scene.feeds.beside.list, "Hello bread", "like")

    assert entry_of(scene.list, "Hello bread").liked_by == {scene.account.id}


def test_a_search_that_fails_is_told_with_its_account(scene: Scene):
    wrong, said = troubles(scene), heard(scene.feeds.keeper.said)
    scene.server.fail("search", Unreachable())
    scene.home.network_search_asked.emit("croissant")

    assert [(account, type(error)) for account, error in wrong] == [(scene.account.id, Unreachable)]
    assert said == []


def test_networks_that_cannot_search_are_not_asked(scene: Scene):
    scene.be_able_to(caps=Cap.HOME)
    scene.home.network_search_asked.emit("croissant")

    assert scene.server.called("search") == 0


def test_a_network_whose_search_costs_money_is_not_asked_without_a_word(scene: Scene):
    scene.be_able_to(caps=Cap.HOME | Cap.SEARCH | Cap.METERED)
    scene.home.network_search_asked.emit("croissant")

    assert scene.server.called("search") == 0


def test_nothing_new_found_is_said_too(scene: Scene):
    said = heard(scene.feeds.keeper.said)
    scene.home.network_search_asked.emit("croissant")

    assert said == [("0 new posts found by @shop.test",)]


def test_trouble_of_an_account_that_was_disconnected_meanwhile_troubles_nobody(
    scene: Scene, second: Account
):
    wrong = troubles(scene)
    lane = scene.stage.on_busy_lanes()
    scene.feeds.keeper._tasks = lane
    scene.home.network_search_asked.emit("croissant")
    scene.stage.session.accounts.disconnect(second.id)
    scene.stage.book.reload()
    lane.work_off()

    assert wrong == []


def test_reading_in_one_list_is_read_in_the_other(scene: Scene):
    scene.fetch()
    bread = arrival(4, "Hello bread", "bob")
    scene.server.write(bread)
    scene.server.tell(told(4, NotificationKind.MENTION, post=bread.post))
    scene.fetch()
    assert scene.stage.session.timeline.unread_counts(FeedKind.MENTION) == {scene.account.id: 1}
    scene.feeds.beside.list.read_entries.emit([entry_of(scene.list, "Hello bread").id])
    scene.feeds.beside.keep_place()

    assert scene.stage.session.timeline.unread_counts(FeedKind.HOME) == {scene.account.id: 0}


def test_a_fault_of_ours_while_marking_is_not_kept_quiet(scene: Scene):
    scene.server.fail("mark_seen", ZeroDivisionError())
    scene.feeds.keeper.mark_seen()

    assert [type(each) for each in scene.stage.tasks.unhandled] == [ZeroDivisionError]
