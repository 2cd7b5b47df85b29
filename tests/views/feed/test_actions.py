"""What is pressed under a post happens as the account that received it, and is shown at once."""

import pytest
from fake_server import arrival, post
from fakes import START
from feed_scene import BREAD, Scene, entry_of, menu, open_post, press_post, texts, troubles
from PySide6.QtCore import QPoint
from screens import answer, choose, clipboard, heard

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.errors import Unreachable
from desktop.services.domain.post import Arrival, Author, Facet, FacetKind


@pytest.fixture
def bakery(scene: Scene) -> Scene:
    """One post in the feed."""
    scene.server.write(arrival(1, BREAD))
    scene.fetch()
    return scene


@pytest.fixture
def twice(bakery: Scene, second: Account) -> Scene:
    """The post, received by two accounts."""
    bakery.fetch(second)
    return bakery


def own_post(scene: Scene) -> None:
    me = Author("bluesky", scene.account.native_id, scene.account.handle, "Shop")
    mine = post(5, "We are open", native_id="at://me/5", author=me)
    scene.server.write(Arrival(mine, mine.created_at))
    scene.fetch()


def test_a_like_is_given_and_taken_back(bakery: Scene):
    press_post(bakery.list, BREAD, "like")
    assert entry_of(bakery.list, BREAD).liked_by == {bakery.account.id}
    press_post(bakery.list, BREAD, "like")

    assert entry_of(bakery.list, BREAD).liked_by == frozenset()
    assert bakery.server.acts == {}
    assert (bakery.server.called("like"), bakery.server.called("undo")) == (1, 1)


def test_a_bookmark_asks_no_network(bakery: Scene):
    calls = len(bakery.server.calls)
    press_post(bakery.list, BREAD, "bookmark")
    assert entry_of(bakery.list, BREAD).is_bookmarked
    press_post(bakery.list, BREAD, "bookmark")

    assert not entry_of(bakery.list, BREAD).is_bookmarked
    assert len(bakery.server.calls) == calls


def test_an_answer_is_asked_for_as_the_account_that_received_the_post(bakery: Scene):
    asked = heard(bakery.feeds.actions.reply_asked)
    press_post(bakery.list, BREAD, "reply")

    assert [(entry.post.text, account) for entry, account in asked] == [(BREAD, bakery.account.id)]


def test_a_like_that_does_not_arrive_is_told_and_not_shown(bakery: Scene):
    told = troubles(bakery)
    bakery.server.fail("like", Unreachable())
    press_post(bakery.list, BREAD, "like")

    ((account_id, error),) = told
    assert account_id == bakery.account.id
    assert isinstance(error, Unreachable)
    assert entry_of(bakery.list, BREAD).liked_by == frozenset()


def test_the_first_account_acts_unless_another_is_chosen(
    twice: Scene, second: Account, monkeypatch
):
    press_post(twice.list, BREAD, "like")
    assert entry_of(twice.list, BREAD).liked_by == {twice.account.id}
    asked = heard(twice.feeds.actions.reply_asked)

    lines = menu(twice, monkeypatch, f"Like as @{second.handle}")
    assert f"Like as @{second.handle}" in lines
    assert entry_of(twice.list, BREAD).liked_by == {twice.account.id, second.id}

    menu(twice, monkeypatch, f"Reply as @{second.handle}")
    assert asked[0][1] == second.id
    assert f"Like as @{second.handle}" not in menu(twice, monkeypatch)


def test_an_account_that_may_only_read_offers_nothing_else(bakery: Scene, monkeypatch):
    bakery.be_able_to(caps=Cap.HOME | Cap.MENTIONS)
    entry = entry_of(bakery.list, BREAD)

    assert bakery.feeds.actions.capabilities(entry) == Cap.NONE
    for action in ("like", "repost", "reply"):
        assert bakery.feeds.actions.do(action, entry)
    assert not {"like", "repost"} & {name for name, _ in bakery.server.calls}
    assert menu(bakery, monkeypatch) == [
        "Copy link",
        "Open in browser",
        "Copy text",
        "Mute Anna",
        "Mute this conversation",
        "Mute a word…",
    ]


def test_the_account_that_is_able_acts_for_the_one_that_is_not(twice: Scene, second: Account):
    twice.be_able_to(caps=Cap.HOME)
    press_post(twice.list, BREAD, "like")

    assert entry_of(twice.list, BREAD).liked_by == {second.id}


def test_link_and_text_are_copied(bakery: Scene, monkeypatch):
    said = heard(bakery.feeds.actions.said)
    menu(bakery, monkeypatch, "Copy link")
    assert clipboard() == "https://shop.test/anna/1"
    menu(bakery, monkeypatch, "Copy text")

    assert clipboard() == BREAD
    assert said == [("Link copied",), ("Text copied",)]


def test_links_of_the_text_can_be_reached_without_a_pointer(bakery: Scene, monkeypatch):
    opened: list[str] = []
    for module in ("actions", "post_menu"):
        name = f"desktop.views.feed.{module}.open_link"
        monkeypatch.setattr(name, lambda url, _parent, _theme: opened.append(url))
    long = "https://market.test/" + "programme/" * 9
    text = "See market.test and more"
    facets = (
        Facet(FacetKind.LINK, 4, 15, "https://market.test/"),
        Facet(FacetKind.LINK, 20, 24, long),
    )
    bakery.server.write(arrival(2, text, facets=facets))
    bakery.fetch()
    lines = menu(bakery, monkeypatch, "Open market.test/", text)

    assert lines[3] == "Open market.test/"
    assert lines[4].startswith("Open market.test/programme/")
    assert lines[4].endswith("…")
    assert len(lines[4]) <= len("Open ") + 40
    menu(bakery, monkeypatch, "Open in browser", text)
    bakery.feeds.actions.do(f"link:{long}", entry_of(bakery.list, text))
    assert opened == ["https://market.test/", "https://shop.test/anna/2", long]


def test_a_post_without_an_address_offers_its_text_only(bakery: Scene, monkeypatch):
    bakery.server.write(arrival(2, "No address", url=""))
    bakery.fetch()

    assert menu(bakery, monkeypatch, words="No address")[:1] == ["Copy text"]


def test_only_own_posts_can_be_deleted(bakery: Scene, monkeypatch):
    own_post(bakery)

    assert "Delete this post…" not in menu(bakery, monkeypatch)
    assert menu(bakery, monkeypatch, words="We are open")[-1] == "Delete this post…"


@pytest.mark.parametrize("is_sure", [True, False])
def test_deleting_asks_first(bakery: Scene, monkeypatch, is_sure: bool):
    own_post(bakery)
    asked = answer(monkeypatch, "desktop.views.feed.post_menu", is_sure)
    menu(bakery, monkeypatch, "Delete this post…", "We are open")

    assert asked == [
        (
            "Delete this post?",
            "It disappears from the network for everybody. This cannot be undone.",
            "Delete the post",
        )
    ]
    assert ("We are open" in texts(bakery.list)) is not is_sure
    assert ("at://me/5" in bakery.server.posts) is not is_sure


def test_a_deletion_that_fails_leaves_the_post_where_it_is(bakery: Scene, monkeypatch):
    own_post(bakery)
    told = troubles(bakery)
    answer(monkeypatch, "desktop.views.feed.post_menu", True)
    bakery.server.fail("delete", Unreachable())
    menu(bakery, monkeypatch, "Delete this post…", "We are open")

    assert "We are open" in texts(bakery.list)
    assert isinstance(told[0][1], Unreachable)


def test_a_post_nobody_received_is_acted_on_by_an_account_of_its_network(bakery: Scene):
    bakery.server.posts["at://leo/2"] = post(
        2, "An answer", "leo", reply_to="at://anna/1", root="at://anna/1"
    )
    open_post(bakery.list, BREAD)
    press_post(bakery.home.side.thread.list, "An answer", "like")

    assert entry_of(bakery.home.side.thread.list, "An answer").liked_by == {bakery.account.id}


def test_what_only_a_pane_can_do_is_left_to_it(bakery: Scene):
    entry = entry_of(bakery.list, BREAD)

    assert not bakery.feeds.actions.do("picture:0", entry)


def test_a_gap_has_no_menu(bakery: Scene, monkeypatch):
    offered = choose(monkeypatch, "")
    rows = bakery.stage.bench.rows
    gap = rows.feed.add_gap(bakery.account.id, 0, int(START.timestamp() * 1000) << 20, "")
    (entry,) = rows.feed.entries([gap])
    bakery.feeds.actions.show_menu(entry, QPoint())
    bakery.feeds.actions.do("reply", entry)

    assert offered == []


def test_a_conversation_is_muted(bakery: Scene, monkeypatch):
    menu(bakery, monkeypatch, "Mute this conversation")
    assert BREAD not in texts(bakery.list)


def test_whose_post_it_is_is_said_only_where_there_are_several(bakery: Scene):
    actions, entry = bakery.feeds.actions, entry_of(bakery.list, BREAD)
    assert (actions.band(entry), actions.receivers(entry)) == ("", "")

    second = bakery.connect("atelier")
    bakery.fetch(second)
    both = entry_of(bakery.list, BREAD)
    assert (actions.band(entry), actions.receivers(entry)) == ("account1", "@shop.test")
    assert actions.receivers(both) == "@shop.test and @atelier.test"
