"""The feeds of a workspace hang together: time, leaving, and opening."""

import pytest
from columns_scene import show_columns
from fake_server import arrival, author, told
from feed_scene import Scene, press_post, texts
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from screens import find

from desktop.services.domain.columns import Column, ColumnKind
from desktop.services.domain.feed import FeedFilter, FeedKind
from desktop.services.domain.post import Media, NotificationKind
from desktop.services.networks.contract import SignIn


def test_times_are_told_as_seen_from_now(scene: Scene):
    scene.server.write(arrival(0, "Fresh bread"))
    scene.stage.bench.clock.advance(minutes=4)
    scene.fetch()
    assert "4 min" in spoken(scene)
    scene.stage.bench.clock.advance(hours=1)
    scene.feeds.tell_time()

    assert "4 min" not in spoken(scene)
    assert "1 h" in spoken(scene)


def spoken(scene: Scene) -> str:
    """Return what a screen reader says of the first post."""
    model = scene.list.model()
    return str(model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole))


def test_leaving_keeps_the_place_and_what_was_typed(scene: Scene):
    scene.server.write(*[arrival(number, "Long " * 80) for number in range(30)])
    scene.server.people["did:anna"] = arrival(1).post.author
    scene.fetch()
    press_post(scene.list, "Long", "author")
    find(scene.home.side.person, "note", QPlainTextEdit).setPlainText("Reads much")
    scene.list.verticalScrollBar().setValue(700)
    scene.feeds.leave()

    assert scene.stage.session.timeline.place("home") == scene.list.place()
    assert scene.stage.session.people.person(scene.account.id, "did:anna").note == "Reads much"


def test_a_new_account_shows_what_it_brings(scene: Scene):
    scene.server.write(arrival(1, "Fresh bread"))
    scene.server.tell(told(2, NotificationKind.MENTION, post=arrival(2, "Hello", "bob").post))
    second = scene.connect("atelier")
    scene.stage.session.timeline.refresh(second.id)
    scene.feeds.open()

    assert texts(scene.list) == ["Fresh bread"]
    assert texts(scene.feeds.beside.list) == ["Hello"]
    assert texts(scene.feeds.mentions.panel.list) == ["Hello"]


def test_bookmarks_of_home_and_mentions_stand_together(scene: Scene):
    scene.server.write(arrival(1, "Fresh bread"))
    scene.server.tell(told(2, NotificationKind.MENTION, post=arrival(2, "Hello", "bob").post))
    scene.fetch()
    press_post(scene.list, "Fresh bread", "bookmark")
    press_post(scene.feeds.beside.list, "Hello", "bookmark")
    scene.feeds.bookmarks.open()

    assert texts(scene.feeds.bookmarks.panel.list) == ["Hello", "Fresh bread"]


def test_the_same_post_on_two_networks_is_read_once(scene: Scene):
    text = "The best sourdough in Lyon"
    rows = scene.stage.bench.rows
    other = scene.stage.session.accounts.connect(
        SignIn("mastodon", "https://mastodon.test", "shop", "secret")
    )
    scene.stage.book.reload()
    rows.feed.add(scene.account.id, [arrival(1, text)], kind=FeedKind.HOME)
    twin = arrival(1, text, network="mastodon", author=author("anna", "mastodon"))
    rows.feed.add(other.id, [twin], kind=FeedKind.HOME)
    scene.feeds.open()

    assert texts(scene.list) == [text]
    assert "Same post on" in spoken(scene)
    assert [pane._count.text() for pane in show_columns(scene, Column(ColumnKind.HOME))] == ["1"]
    scene.home.panel.mark_all_read()
    assert set(rows.feed.unread_counts(FeedKind.HOME).values()) == {0}
    assert rows.feed.newer_than(FeedFilter(unread_only=True), 0) == 0


@pytest.mark.parametrize("kind", ["video", "gif"])
def test_a_film_plays_in_the_browser(scene: Scene, monkeypatch, kind: str):
    opened: list[str] = []
    monkeypatch.setattr("desktop.views.feed.feeds.open_link", lambda url, *_: opened.append(url))
    still = "https://pictures.test/still.jpg"
    film = Media(kind, "https://pictures.test/film.m3u8", still, "The oven", 9, 9)
    scene.server.write(arrival(3, "Look at this", media=(film,)))
    scene.fetch()
    press_post(scene.list, "Look at this", "picture:0")

    assert opened == ["https://shop.test/anna/3"]
