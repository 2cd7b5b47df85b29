"""Whatever strangers write stays words: in the list, on their card, in the activity, in menus."""

from dataclasses import replace

import pytest
from fake_server import arrival, author, told
from feed_scene import Scene, entries, press_post
from hostile_words import WORDS
from painted import colours_in
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from screens import choose, read, settle

from desktop.services.domain.post import NotificationKind


def stranger(number: int, words: str, **fields: object) -> object:
    return replace(author("eve"), native_id=f"did:eve{number}", name=words, **fields)


def assert_plain(widget: QWidget) -> None:
    """Fail unless every label of a widget shows its words as they are."""
    settle()
    labels = widget.findChildren(QLabel)
    assert labels
    for label in labels:
        assert label.textFormat() == Qt.TextFormat.PlainText, label.text()[:60]


@pytest.fixture
def hostile(scene: Scene) -> Scene:
    """A feed in which every text and every name is meant to do harm."""
    scene.fetch()
    scene.server.write(
        *[
            arrival(number, words, author=stranger(number, words), native_id=f"at://eve/{number}")
            for number, words in enumerate(WORDS)
        ]
    )
    scene.server.page_size = 100
    scene.fetch()
    return scene


def test_every_post_is_painted_and_none_is_lost(hostile: Scene):
    posts = hostile.list
    assert len(entries(posts)) == len(WORDS)
    for row in range(posts.model().rowCount()):
        posts.scrollTo(posts.model().index(row, 0))
        card = posts.card(row)
        assert 0 < card.height < 4_000
        posts.viewport().grab()
    assert "#ff0000" not in colours_in(posts.viewport())


def test_a_menu_shows_no_more_than_a_line_of_it(hostile: Scene, monkeypatch):
    offered = choose(monkeypatch, "")
    for entry in entries(hostile.list)[:20]:
        hostile.feeds.actions.show_menu(entry, hostile.window.pos())

    alike = ("Copy link", "Open in browser", "Copy text", "Mute this conversation", "Mute a word…")
    assert {(*lines[:3], *lines[4:6]) for lines in offered} == {alike}
    assert all(len(line) <= 60 and "\n" not in line for lines in offered for line in lines)


@pytest.mark.parametrize(
    "words", ["<h1>Large</h1>", "<b>" * 2_000, "\n" * 3_000, "x" * 50_000, "pay\u202epal.moc"]
)
def test_a_card_shows_names_and_biographies_as_they_are_written(scene: Scene, words: str):
    eve = stranger(1, words, handle=words[:200], bio=words)
    scene.server.write(arrival(1, "Press me", author=eve, native_id="at://eve/1"))
    scene.server.people["did:eve1"] = eve
    scene.fetch()
    press_post(scene.list, "Press me", "author")
    pane = scene.home.side.person

    assert_plain(pane)
    assert pane.list.height() >= pane.height() // 4
    assert "\u202e" not in read(pane)
    assert scene.window.width() == 1_200
    if words.startswith("<h1>"):
        assert words in read(pane)


@pytest.mark.parametrize(
    "words", ["<h1>Large</h1>", "<b>" * 2_000, "\n" * 3_000, "x" * 50_000, "pay\u202epal.moc"]
)
def test_the_activity_shows_names_and_posts_as_they_are_written(scene: Scene, words: str):
    mine = arrival(0, words or "x", "me")
    scene.server.write(mine)
    scene.fetch()
    scene.go_to(scene.feeds.mentions)
    scene.server.tell(
        told(5, NotificationKind.LIKE, actor=stranger(1, words), subject_id="at://me/0")
    )
    scene.fetch()

    assert_plain(scene.feeds.activity)
    assert "liked your post" in read(scene.feeds.activity)
    assert scene.feeds.activity._rows.itemAt(0).widget().height() < 200
    assert "\u202e" not in read(scene.feeds.activity)
    assert scene.window.width() == 1_200
