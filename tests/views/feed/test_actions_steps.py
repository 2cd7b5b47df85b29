"""What was pressed under a post is taken back, and done again, wherever the keyboard is."""

import pytest
from fake_server import arrival
from feed_scene import BREAD, Scene, entry_of, menu, press_post, texts
from steps import remember

from desktop.services.domain.account import Cap
from desktop.services.domain.errors import Unreachable


@pytest.fixture
def bakery(scene: Scene) -> Scene:
    """One post in the feed."""
    scene.server.write(arrival(1, BREAD))
    scene.fetch()
    return scene


@pytest.mark.parametrize(
    ("action", "attribute", "sentences"),
    [
        ("repost", "reposted_by", ["You reposted the post", "Your repost is taken back"]),
        ("like", "liked_by", ["You like the post", "You no longer like the post"]),
    ],
)
def test_what_was_done_under_a_post_is_taken_back_and_done_again(
    bakery: Scene, action: str, attribute: str, sentences: list[str]
):
    steps = remember(bakery.stage.tasks, bakery.feeds, bakery.feeds.actions.stepped)
    mine = frozenset({bakery.account.id})
    seen = []
    press_post(bakery.list, BREAD, action)
    seen.append(getattr(entry_of(bakery.list, BREAD), attribute))
    for move in (steps.undo, steps.redo):
        move()
        seen.append(getattr(entry_of(bakery.list, BREAD), attribute))
    press_post(bakery.list, BREAD, action)
    seen.append(getattr(entry_of(bakery.list, BREAD), attribute))
    steps.undo()
    seen.append(getattr(entry_of(bakery.list, BREAD), attribute))

    assert seen == [mine, frozenset(), mine, frozenset(), mine]
    assert steps.sentences == sentences


def test_a_like_that_cannot_be_taken_back_now_stays_to_be_tried_again(bakery: Scene):
    steps = remember(bakery.stage.tasks, bakery.feeds, bakery.feeds.actions.stepped)
    press_post(bakery.list, BREAD, "like")
    bakery.server.fail("undo", Unreachable())
    steps.undo()
    assert [type(error) for error in steps.failures] == [Unreachable]
    assert entry_of(bakery.list, BREAD).liked_by == {bakery.account.id}

    steps.undo()
    assert entry_of(bakery.list, BREAD).liked_by == frozenset()


def test_a_bookmark_is_taken_away_and_put_again(bakery: Scene):
    steps = remember(bakery.stage.tasks, bakery.feeds, bakery.feeds.actions.stepped)
    press_post(bakery.list, BREAD, "bookmark")
    steps.undo()
    assert not entry_of(bakery.list, BREAD).is_bookmarked

    steps.redo()
    assert entry_of(bakery.list, BREAD).is_bookmarked
    assert steps.sentences == ["The post is bookmarked"]


def test_a_person_is_muted_without_being_told_and_may_come_back(bakery: Scene, monkeypatch):
    steps = remember(bakery.stage.tasks, bakery.feeds, bakery.feeds.actions.stepped)
    menu(bakery, monkeypatch, "Mute Anna")
    assert BREAD not in texts(bakery.list)
    assert not bakery.server.called("block")
    assert steps.sentences == ["\u2068@anna.test\u2069 is muted"]

    for _ in range(2):
        steps.undo()
        assert BREAD in texts(bakery.list)
        steps.redo()
        assert BREAD not in texts(bakery.list)


def test_blocking_is_taken_back_and_done_again(bakery: Scene, monkeypatch):
    bakery.be_able_to(caps=bakery.account.caps | Cap.BLOCK)
    steps = remember(bakery.stage.tasks, bakery.feeds, bakery.feeds.actions.stepped)

    menu(bakery, monkeypatch, "Block Anna")
    assert bakery.server.called("block") == 1
    assert BREAD not in texts(bakery.list)
    steps.undo()
    assert BREAD in texts(bakery.list)
    steps.redo()
    assert BREAD not in texts(bakery.list)
    assert steps.told[0].undone == "\u2068@anna.test\u2069 is no longer blocked"
