"""What is being read stays where it is, whatever arrives, goes, or is looked for."""

import pytest
from fake_server import arrival
from feed_scene import Scene, entries, entry_of, open_post, press_icon, press_post, row_of, texts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from screens import find, heard, offers, press, read

from desktop.services.domain.feed import FeedFilter
from desktop.views.feed.feed_panel import FeedPanel

LONG = "A long morning at the oven. " * 12


@pytest.fixture
def long_feed(scene: Scene) -> Scene:
    """Forty long posts, far down of which someone reads."""
    scene.server.write(*[arrival(number, f"{LONG}{number}") for number in range(40)])
    scene.fetch()
    scene.list.verticalScrollBar().setValue(1_500)
    return scene


def panel_of(scene: Scene) -> FeedPanel:
    return scene.home.panel


def seek(scene: Scene, words: str) -> QLineEdit:
    bar = panel_of(scene).find_bar
    box = find(bar, "findInPage", QLineEdit)
    box.setText(words)
    bar._pause.timeout.emit()
    return box


def test_new_posts_are_told_and_move_nothing(long_feed: Scene):
    place = long_feed.list.place()
    long_feed.server.write(arrival(50), arrival(51))
    long_feed.fetch()

    assert long_feed.list.place() == place
    assert find(panel_of(long_feed), "newPosts").text() == "2 new posts"


def test_one_new_post_is_told_as_one(long_feed: Scene):
    long_feed.server.write(arrival(50))
    long_feed.fetch()

    assert find(panel_of(long_feed), "newPosts").text() == "1 new post"


def test_the_pill_leads_to_the_newest_and_goes(long_feed: Scene):
    long_feed.server.write(arrival(50, "Just out of the oven"))
    long_feed.fetch()
    press(panel_of(long_feed), "newPosts")

    assert entry_of(long_feed.list, "Just out").id == long_feed.list.place().entry_id
    assert not offers(panel_of(long_feed), "newPosts")
    assert long_feed.window.focusWidget() is long_feed.list, "keys go on from there"


def test_posts_that_were_seen_at_the_top_are_not_new_again(long_feed: Scene):
    long_feed.list.go_to_top()
    long_feed.list.verticalScrollBar().setValue(1_500)
    assert not offers(panel_of(long_feed), "newPosts")

    long_feed.server.write(arrival(50))
    long_feed.fetch()

    assert find(panel_of(long_feed), "newPosts").text() == "1 new post"


def test_another_filter_forgets_what_was_new(long_feed: Scene):
    long_feed.server.write(arrival(50))
    long_feed.fetch()
    panel_of(long_feed).set_filter(FeedFilter(hide_replies=True))

    assert not offers(panel_of(long_feed), "newPosts")


def test_the_pill_stands_in_the_middle_of_whatever_width(long_feed: Scene):
    long_feed.server.write(arrival(50))
    long_feed.fetch()
    for width in (1_200, 900, 700):
        long_feed.window.resize(width, 700)
        pill = find(panel_of(long_feed), "newPosts")
        middle = pill.x() + pill.width() // 2
        assert abs(middle - panel_of(long_feed).width() // 2) <= 1


def test_the_pill_stays_below_the_words_that_are_looked_for(long_feed: Scene):
    long_feed.server.write(arrival(50))
    long_feed.fetch()
    panel = panel_of(long_feed)
    panel.open_find_bar()
    pill = find(panel, "newPosts")

    assert pill.visibleRegion().boundingRect() == pill.rect()
    assert pill.mapTo(panel, pill.rect().topLeft()).y() > panel.find_bar.geometry().bottom()


def test_a_deleted_post_leaves_and_its_neighbours_stay(long_feed: Scene):
    gone, kept = (entries(long_feed.list)[row] for row in (0, 10))
    long_feed.stage.bench.rows.posts.remove("bluesky", [gone.post.native_id])
    place = long_feed.list.place()
    panel_of(long_feed).reload()

    assert gone.id not in [entry.id for entry in entries(long_feed.list)]
    assert kept.id in [entry.id for entry in entries(long_feed.list)]
    assert long_feed.list.place() == place


def test_the_bottom_of_the_list_asks_for_what_is_older(long_feed: Scene):
    asked = heard(panel_of(long_feed).older_asked)
    bar = long_feed.list.verticalScrollBar()
    bar.setValue(bar.maximum())

    assert asked


def test_what_was_read_is_kept_and_counted(scene: Scene):
    scene.server.write(arrival(1))
    scene.fetch()
    scene.server.write(arrival(2, "Fresh bread"))
    scene.fetch()
    changed = heard(panel_of(scene).unread_changed)
    entry = entry_of(scene.list, "Fresh bread")
    assert entry.is_unread
    scene.list.read_entries.emit([entry.id])
    panel_of(scene).keep_place()

    assert not entry_of(scene.list, "Fresh bread").is_unread
    assert len(changed) == 1


def test_the_first_entries_are_waited_for_with_a_sketch_of_them(scene: Scene):
    panel = panel_of(scene)
    panel._slow.timeout.emit()

    assert panel._skeleton.isVisible()
    panel.set_filter(FeedFilter())
    assert "Nothing here yet" in read(panel)


def test_a_match_is_shown_and_the_next_one_after_it(long_feed: Scene):
    long_feed.server.write(arrival(45, "Rye"), arrival(47, "More rye"), arrival(49, "Rye again"))
    long_feed.fetch()
    panel_of(long_feed).open_find_bar()
    box = seek(long_feed, "rye")
    told = [read(panel_of(long_feed).find_bar)]
    tops = [long_feed.list.place().entry_id]
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Return):
        QTest.keyClick(box, key)
        told.append(read(panel_of(long_feed).find_bar))
        tops.append(long_feed.list.place().entry_id)
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)

    names = [entry_of(long_feed.list, words).id for words in ("Rye again", "More rye", "Rye")]
    assert told == ["1 of 3", "2 of 3", "3 of 3", "1 of 3"]
    assert tops[0] == tops[3] == names[0]
    assert tops[1] == names[1]
    assert "3 of 3" in read(panel_of(long_feed).find_bar)


def test_words_that_are_not_in_the_list_are_not_found(long_feed: Scene):
    panel_of(long_feed).open_find_bar()
    seek(long_feed, "croissant")
    assert "Nothing found" in read(panel_of(long_feed).find_bar)

    seek(long_feed, " ")
    assert "Nothing found" not in read(panel_of(long_feed).find_bar)


def test_only_posts_of_the_list_are_found_in_it(long_feed: Scene):
    long_feed.server.write(arrival(45, "Rye in the feed"))
    long_feed.fetch()
    elsewhere = arrival(46, "Rye in a conversation nobody received").post
    long_feed.stage.bench.rows.posts.save([elsewhere])
    panel_of(long_feed).open_find_bar()
    seek(long_feed, "rye")

    assert "1 of 1" in read(panel_of(long_feed).find_bar)


def test_leaving_the_search_leaves_the_list_where_it_is(long_feed: Scene):
    panel_of(long_feed).open_find_bar()
    box = seek(long_feed, "oven")
    place = long_feed.list.place()
    QTest.keyClick(box, Qt.Key.Key_Escape)

    assert not panel_of(long_feed).find_bar.isVisible()
    assert long_feed.list.place() == place


def test_the_post_that_is_open_is_marked_in_the_list(long_feed: Scene):
    words = texts(long_feed.list)[3]
    open_post(long_feed.list, words)
    row = row_of(long_feed.list, words)
    assert long_feed.list._state_of(row).is_opened

    press_icon(long_feed.home.side, "Close")
    assert not long_feed.list._state_of(row).is_opened


def test_a_bookmark_is_shown_wherever_the_post_is(scene: Scene):
    scene.server.write(arrival(1, "Fresh bread"))
    scene.fetch()
    open_post(scene.list, "Fresh bread")
    press_post(scene.list, "Fresh bread", "bookmark")

    assert entry_of(scene.list, "Fresh bread").is_bookmarked
    assert entry_of(scene.home.side.thread.list, "Fresh bread").is_bookmarked


def test_the_arrows_of_the_find_bar_walk_as_the_keys_do(long_feed: Scene):
    long_feed.server.write(arrival(45, "Rye"), arrival(47, "More rye"))
    long_feed.fetch()
    panel_of(long_feed).open_find_bar()
    seek(long_feed, "rye")
    bar = panel_of(long_feed).find_bar
    told = []
    for name in ("Next match", "Next match", "Previous match"):
        press_icon(bar, name)
        told.append(read(bar))

    assert told == ["2 of 2", "1 of 2", "2 of 2"]
    press_icon(bar, "Close the search")
    assert not bar.isVisible()
