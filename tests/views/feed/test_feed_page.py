"""A feed is filtered, searched and read beside what was opened."""

import pytest
from fake_server import arrival, author, post
from feed_scene import Scene, entry_of, open_post, press_post, texts
from screens import choose, find, heard, offers, press, read
from steps import remember

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.post import Arrival


@pytest.fixture
def read_feed(scene: Scene) -> Scene:
    """Three posts of the past that count as read, then one of each kind that does not."""
    scene.server.write(*[arrival(number) for number in range(3)])
    scene.fetch()
    scene.server.write(
        arrival(10, "Fresh bread"),
        arrival(11, "An answer", reply_to="at://anna/10", root="at://anna/10"),
        Arrival(post(1), post(12).created_at, author("bob")),
    )
    scene.fetch()
    return scene


def show_only(scene: Scene, monkeypatch, line: str) -> list[str]:
    offered = choose(monkeypatch, line)
    press(scene.home, "feedOptions")
    return offered[0]


def test_the_feed_is_newest_first(read_feed: Scene):
    assert texts(read_feed.list) == [
        "Post 1",
        "An answer",
        "Fresh bread",
        "Post 2",
        "Post 1",
        "Post 0",
    ]


def test_unread_only_leaves_out_what_was_read(read_feed: Scene):
    press(read_feed.home, "unreadOnly")

    assert texts(read_feed.list) == ["Post 1", "An answer", "Fresh bread"]


def test_replies_and_reposts_can_be_hidden_and_shown_again(read_feed: Scene, monkeypatch):
    lines = show_only(read_feed, monkeypatch, "Hide replies")
    assert texts(read_feed.list) == ["Post 1", "Fresh bread", "Post 2", "Post 1", "Post 0"]
    show_only(read_feed, monkeypatch, "Hide reposts")
    assert texts(read_feed.list) == ["Fresh bread", "Post 2", "Post 1", "Post 0"]
    assert find(read_feed.home, "feedOptions").isChecked()

    show_only(read_feed, monkeypatch, "Hide replies")
    show_only(read_feed, monkeypatch, "Hide reposts")

    assert len(texts(read_feed.list)) == 6
    assert not find(read_feed.home, "feedOptions").isChecked()
    assert lines == ["Hide replies", "Hide reposts", "Mark everything as read"]


def test_one_account_is_chosen_by_its_chip(read_feed: Scene, second: Account):
    press(read_feed.home, "network-bluesky")
    press(read_feed.home, f"account{second.id}")
    assert "Nothing here yet" in read(read_feed.home)

    press(read_feed.home, "everybody")
    assert len(texts(read_feed.list)) == 6


def test_marking_everything_as_read_can_be_undone(read_feed: Scene, monkeypatch):
    steps = remember(read_feed.stage.tasks, read_feed.feeds, read_feed.feeds.actions.stepped)
    show_only(read_feed, monkeypatch, "Mark everything as read")
    press(read_feed.home, "unreadOnly")

    assert steps.sentences == ["3 posts marked as read"]
    assert "All read" in read(read_feed.home)
    steps.undo()
    press(read_feed.home, "Show everything")
    assert len(texts(read_feed.list)) == 6
    press(read_feed.home, "unreadOnly")
    assert len(texts(read_feed.list)) == 3


def test_only_what_is_shown_is_marked_as_read(read_feed: Scene, monkeypatch):
    show_only(read_feed, monkeypatch, "Hide reposts")
    show_only(read_feed, monkeypatch, "Mark everything as read")
    show_only(read_feed, monkeypatch, "Hide reposts")
    press(read_feed.home, "unreadOnly")

    assert texts(read_feed.list) == ["Post 1"]


def test_search_shows_what_holds_the_words_and_a_chip_takes_it_back(read_feed: Scene):
    assert not offers(read_feed.home, "searchChip")
    read_feed.home.search_for("  bread ")
    assert texts(read_feed.list) == ["Fresh bread"]
    chip = find(read_feed.home, "searchChip")
    assert "Search: bread" in read(read_feed.home)
    assert "Clear the search" in chip.accessibleName()

    chip.click()

    assert len(texts(read_feed.list)) == 6
    assert not offers(read_feed.home, "searchChip")
    assert read_feed.window.focusWidget() is read_feed.list


def test_the_way_back_leads_out_of_what_was_opened_and_then_out_of_the_search(read_feed: Scene):
    read_feed.home.search_for("bread")
    open_post(read_feed.list, "Fresh bread")

    assert read_feed.home.go_back()
    assert texts(read_feed.list) == ["Fresh bread"]
    assert read_feed.home.go_back()
    assert len(texts(read_feed.list)) == 6
    assert not read_feed.home.go_back()


def test_nothing_found_offers_the_whole_feed(read_feed: Scene):
    read_feed.home.search_for("croissant")
    assert "No stored post holds these words" in read(read_feed.home)

    press(read_feed.home, "Show everything")

    assert not offers(read_feed.home, "searchChip")
    assert len(texts(read_feed.list)) == 6


def test_the_networks_are_asked_for_the_words_on_demand(read_feed: Scene):
    read_feed.server.posts["at://far/1"] = post(5, "A far croissant", "far", native_id="at://far/1")
    said = heard(read_feed.feeds.keeper.said)
    read_feed.home.search_for("croissant")
    assert read_feed.server.called("search") == 0
    press(read_feed.home, "askNetworks")

    assert not offers(read_feed.home, "askNetworks")
    assert texts(read_feed.list) == ["A far croissant"]
    assert said == [("1 new post found by @shop.test",)]


def test_a_hashtag_is_searched_where_it_was_pressed(read_feed: Scene):
    read_feed.feeds.home.panel.tag_opened.emit("bread")

    assert read_feed.home.searched.words == "bread"
    assert texts(read_feed.list) == ["Fresh bread"]


def test_a_wide_page_shows_the_conversation_beside_the_feed(read_feed: Scene):
    open_post(read_feed.list, "Fresh bread")

    assert read_feed.list.isVisible()
    assert not read_feed.home.banner.isVisible()
    assert texts(read_feed.home.side.thread.list) == ["Fresh bread", "An answer"]
    assert read_feed.home.go_back()
    assert not read_feed.home.go_back()


def test_a_narrow_page_shows_one_pane_at_a_time(read_feed: Scene):
    read_feed.window.resize(600, 700)
    read_feed.window.show()
    assert not read_feed.home.side.isVisible()
    assert not read_feed.home.banner.isVisible()

    open_post(read_feed.list, "Fresh bread")
    assert not read_feed.list.isVisible()
    assert read_feed.home.side.thread.list.isVisible()

    press(read_feed.home.side, "back")
    assert read_feed.list.isVisible()
    assert not read_feed.home.side.isVisible()


def test_a_page_that_becomes_wide_shows_both(read_feed: Scene):
    read_feed.window.resize(600, 700)
    open_post(read_feed.list, "Fresh bread")
    read_feed.window.resize(1200, 700)

    assert read_feed.list.isVisible()
    assert read_feed.home.side.isVisible()


def test_fetching_and_connecting_are_asked_of_the_window(scene: Scene, stage):
    fetch, connect = heard(scene.feeds.refresh_asked), heard(scene.feeds.connect_asked)
    press(scene.home, "refresh")
    press(scene.home, "Fetch new posts")
    stage.session.accounts.disconnect(scene.account.id)
    stage.book.reload()
    scene.feeds.open()

    press(scene.home, "Connect an account")

    assert (len(fetch), len(connect)) == (2, 1)


def test_bookmarks_have_their_own_page_without_unread(read_feed: Scene):
    press_post(read_feed.list, "Fresh bread", "bookmark")
    read_feed.go_to(read_feed.feeds.bookmarks)
    read_feed.feeds.bookmarks.open()

    assert texts(read_feed.feeds.bookmarks.panel.list) == ["Fresh bread"]
    assert not offers(read_feed.feeds.bookmarks, "unreadOnly")


def test_the_place_of_the_whole_feed_is_kept_for_the_next_time(scene: Scene):
    scene.server.write(*[arrival(number, "Long " * 60) for number in range(40)])
    scene.fetch()
    scene.list.verticalScrollBar().setValue(900)
    place = scene.list.place()
    scene.home.search_for("Long")
    scene.list.verticalScrollBar().setValue(100)

    scene.home.show_everything()

    assert scene.list.place() == place


def test_a_small_window_offers_what_a_large_one_shows_beside(read_feed: Scene):
    assert not offers(read_feed.home, "aside")
    read_feed.window.resize(600, 700)
    press(read_feed.home, "aside")
    assert "People who speak to you" in read(read_feed.home.side)
    assert not read_feed.list.isVisible()

    press(read_feed.home.side, "back")
    assert read_feed.list.isVisible()


def test_what_stood_over_the_list_stands_beside_it_in_a_window_that_grows(read_feed: Scene):
    read_feed.window.resize(600, 700)
    press(read_feed.home, "aside")
    read_feed.home.side.open_thread(entry_of(read_feed.list, "Fresh bread"))
    read_feed.window.resize(1200, 700)
    assert read_feed.list.isVisible()
    press(read_feed.home.side, "back")

    assert not read_feed.home.side.is_open
    assert not offers(read_feed.home.side, "back")


def test_networks_that_cannot_be_asked_are_not_offered(read_feed: Scene):
    read_feed.be_able_to(caps=Cap.HOME)
    read_feed.home.search_for("bread")

    assert offers(read_feed.home, "searchChip")
    assert not offers(read_feed.home, "askNetworks")
