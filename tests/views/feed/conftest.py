"""What the tests of the feeds share: a window with the feeds of a workspace in it."""

from collections.abc import Iterator

import pytest
from feed_scene import Scene, scene_on
from screens import Stage

from desktop.services.domain.account import Account


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
