"""One walks from post to person to post, and back out of it step by step."""

import pytest
from fake_server import arrival, author, told
from feed_scene import Scene, entry_of, open_post, press_icon, press_post, texts
from PySide6.QtWidgets import QAbstractButton
from screens import find, heard, offers, open_dialog, press, read

from desktop.services.domain.post import Facet, FacetKind, Media, NotificationKind, Quote
from desktop.ui.picture_viewer import PictureViewer


@pytest.fixture
def scene(scene: Scene) -> Scene:
    """Two posts, one of which speaks to the account."""
    bread = arrival(2, "Hello bread #rye", "bob", facets=(Facet(FacetKind.TAG, 12, 16, "rye"),))
    scene.server.write(arrival(1, "Fresh rye"), bread)
    scene.server.tell(told(2, NotificationKind.MENTION, "bob", post=bread.post))
    scene.fetch()
    return scene


def test_at_rest_the_pane_shows_who_speaks_to_the_user(scene: Scene):
    assert "People who speak to you" in read(scene.home.side)
    assert texts(scene.feeds.beside.list) == ["Hello bread #rye"]
    assert not offers(scene.home.side, "back")
    assert not scene.home.go_back()


def test_one_walks_in_and_back_out_by_the_same_way(scene: Scene):
    side = scene.home.side
    emptied = heard(side.emptied)
    open_post(scene.list, "Fresh rye")
    press_post(side.thread.list, "Fresh rye", "author")
    open_post(side.person.list, "Fresh rye")
    seen = []
    while side.is_open:
        seen.append(read(side).splitlines()[0])
        press(side, "back")

    assert seen == ["Conversation", "Person", "Conversation"]
    assert emptied == [()]
    assert "People who speak to you" in read(side)


def test_everything_is_left_at_once(scene: Scene):
    open_post(scene.list, "Fresh rye")
    press_post(scene.home.side.thread.list, "Fresh rye", "author")
    press_icon(scene.home.side, "Close")

    assert not scene.home.side.is_open
    assert not offers(scene.home.side, "back")
    assert "Close" not in [
        each.accessibleName()
        for each in scene.home.side.findChildren(QAbstractButton)
        if each.isVisible()
    ]


def test_a_mention_beside_home_opens_over_it(scene: Scene):
    open_post(scene.feeds.beside.list, "Hello bread")

    assert texts(scene.home.side.thread.list) == ["Hello bread #rye"]
    press(scene.home.side, "back")
    assert scene.feeds.beside.list.isVisible()


def test_the_author_of_a_mention_is_opened_beside_home(scene: Scene):
    press_post(scene.feeds.beside.list, "Hello bread", "author")

    assert scene.home.side.person.native_id == "did:bob"


@pytest.mark.parametrize("where", ["feed", "beside", "thread", "person"])
def test_a_hashtag_is_searched_from_wherever_it_stands(scene: Scene, where: str):
    lists = {"feed": lambda: scene.list, "beside": lambda: scene.feeds.beside.list}
    if where == "thread":
        open_post(scene.list, "Hello bread")
        lists["thread"] = lambda: scene.home.side.thread.list
    if where == "person":
        press_post(scene.list, "Hello bread", "author")
        lists["person"] = lambda: scene.home.side.person.list
    press_post(lists[where](), "Hello bread", "tag:rye")

    assert scene.home.filter().search == "rye"
    assert sorted(texts(scene.list)) == ["Fresh rye", "Hello bread #rye"]


@pytest.mark.parametrize("where", ["feed", "thread", "person"])
def test_a_picture_is_shown_large_with_its_description(scene: Scene, where: str):
    picture = Media("image", "https://pictures.test/1.png", "", "A loaf of rye", 9, 9)
    scene.server.write(arrival(3, "Look at this", media=(picture,)))
    scene.fetch()
    posts = scene.list
    if where == "thread":
        open_post(scene.list, "Look at this")
        posts = scene.home.side.thread.list
    if where == "person":
        press_post(scene.list, "Look at this", "author")
        posts = scene.home.side.person.list
    press_post(posts, "Look at this", "picture:0")
    viewer = open_dialog(scene.window, PictureViewer)

    assert "A loaf of rye" in read(viewer)
    viewer.reject()


@pytest.mark.parametrize("where", ["feed", "beside", "thread", "person"])
def test_who_is_named_in_a_post_is_opened_from_wherever_it_stands(scene: Scene, where: str):
    named = arrival(
        5, "Hello @leo.test", "bob", facets=(Facet(FacetKind.MENTION, 6, 15, "did:leo"),)
    )
    scene.server.people["did:leo"] = author("leo")
    scene.server.write(named)
    scene.server.tell(told(5, NotificationKind.MENTION, "bob", post=named.post))
    scene.fetch()
    posts = {"feed": scene.list, "beside": scene.feeds.beside.list}.get(where)
    if where == "thread":
        open_post(scene.list, "@leo")
        posts = scene.home.side.thread.list
    if where == "person":
        press_post(scene.list, "@leo", "author")
        posts = scene.home.side.person.list
    press_post(posts, "@leo", "mention:did:leo")

    assert "Leo\n@leo.test" in read(scene.home.side.person)


def test_a_quoted_post_is_read_with_the_conversation_of_the_one_that_quotes(scene: Scene):
    quote = Quote("at://leo/9", author("leo"), "Rye is back", entry_of(scene.list, "rye").at)
    scene.server.write(arrival(3, "At last", quote=quote))
    scene.fetch()
    press_post(scene.list, "At last", "quote")

    assert scene.home.side.thread.entry.post.text == "At last"


def test_a_person_of_a_post_nobody_received_is_seen_by_an_account_of_its_network(scene: Scene):
    scene.server.posts["at://leo/4"] = arrival(
        4, "An answer", "leo", reply_to="at://anna/1", root="at://anna/1"
    ).post
    scene.server.people["did:leo"] = author("leo")
    open_post(scene.list, "Fresh rye")
    press_post(scene.home.side.thread.list, "An answer", "author")

    assert find(scene.home.side.person, "follow").isEnabled()
    assert texts(scene.home.side.person.list) == ["An answer"]


def test_escape_words_stand_on_the_way_back(scene: Scene):
    open_post(scene.list, "Fresh rye")

    assert "Esc" in find(scene.home.side, "back").toolTip()
