"""What goes out of sight and comes back again never moves what is being read."""

import pytest
from fake_server import arrival, author
from feed_scene import Scene, texts
from screens import settle
from steps import Steps, remember

LEO = ("bluesky", "did:leo", "leo.test")


@pytest.fixture
def crowd(scene: Scene) -> Scene:
    """Forty posts, every other one by Leo."""
    scene.server.write(*[arrival(number, words(number), **by(number)) for number in range(1, 41)])
    scene.fetch()
    return scene


@pytest.fixture
def steps(crowd: Scene) -> Steps:
    return remember(crowd.stage.tasks, crowd.feeds, crowd.feeds.actions.stepped)


def words(number: int) -> str:
    return f"Post {number:02} " + "words " * (number % 7) * 5


def by(number: int) -> dict[str, object]:
    return {"author": author("leo")} if number % 2 else {}


def top(scene: Scene) -> tuple[str, int]:
    """Return the words at the top of the list, and how far they are scrolled out."""
    place = scene.list.place()
    shown = dict(zip(scene.list.model().ids, texts(scene.list), strict=True))
    return shown[place.entry_id][:7], place.offset


def mute(scene: Scene, *person: str) -> None:
    mutes = scene.stage.session.mutes
    scene.feeds.actions.people.mute(lambda: mutes.mute_person(*(person or LEO)))
    settle()


@pytest.mark.parametrize("row", [0, 1, 9, 20, 33])
@pytest.mark.parametrize("offset", [0, 25])
def test_after_a_mute_was_undone_the_list_stands_as_before(
    crowd: Scene, steps: Steps, row: int, offset: int
):
    crowd.list._place.set(row, offset)
    before = top(crowd)
    mute(crowd)
    assert len(texts(crowd.list)) == 20
    during = top(crowd)

    for move, seen in ((steps.undo, before), (steps.redo, during), (steps.undo, before)):
        move()
        settle()
        assert top(crowd) == seen
    assert len(texts(crowd.list)) == 40


@pytest.mark.parametrize("row", [0, 9, 20])
def test_whoever_read_on_meanwhile_is_not_moved(crowd: Scene, steps: Steps, row: int):
    crowd.list._place.set(row, 10)
    mute(crowd)
    bar = crowd.list.verticalScrollBar()
    bar.setValue(bar.value() + 160)
    read_now = top(crowd)

    steps.undo()
    settle()

    assert top(crowd) == read_now


def test_posts_that_arrive_meanwhile_change_nothing_about_that(crowd: Scene, steps: Steps):
    crowd.list._place.set(9, 10)
    before = top(crowd)
    mute(crowd)
    crowd.server.write(arrival(60, "Brand new"))
    crowd.fetch()
    steps.undo()
    settle()

    assert top(crowd) == before
    assert texts(crowd.list)[0] == "Brand new"


def test_a_list_that_was_empty_for_a_moment_stands_as_before(crowd: Scene, steps: Steps):
    crowd.list._place.set(12, 10)
    before = top(crowd)
    mute(crowd)
    mute(crowd, "bluesky", "did:anna", "anna.test")
    assert texts(crowd.list) == []

    steps.undo()
    steps.undo()
    settle()

    assert top(crowd) == before
