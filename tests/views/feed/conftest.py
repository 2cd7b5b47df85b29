"""What the tests of the feeds share: a window with the feeds of a workspace in it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from fake_server import arrival, author, post
from feed_scene import Scene, scene_on
from screens import Stage

from desktop.services.domain.account import Account

ANNA = replace(
    author("anna"),
    bio="Eats bread",
    followers=12_345,
    following=7,
    posts=2,
    web_url="https://shop.test/anna",
)


@pytest.fixture
def scene(stage: Stage, qtbot) -> Iterator[Scene]:
    """The home feed of one account, in a window that is looked at."""
    scene = scene_on(stage)
    qtbot.addWidget(scene.window)
    scene.window.show()
    scene.window.activateWindow()
    qtbot.waitExposed(scene.window)
    yield scene
    scene.window.hide()


@pytest.fixture
def second(scene: Scene) -> Account:
    """A second account beside the first."""
    return scene.connect("atelier")


@pytest.fixture
def anna(scene: Scene) -> Scene:
    """Anna wrote two posts of which one is in the feed."""
    scene.server.write(arrival(3, "Croissants and more #croissants"))
    scene.server.posts["at://anna/1"] = post(1, "An older one")
    scene.server.people["did:anna"] = ANNA
    scene.fetch()
    return scene
