"""The invented networks, whole and untouched for those who read, fresh for those who write."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.services.domain.post import Post
from desktop.services.networks.demo.history import History
from desktop.services.networks.demo.material import Material, load
from desktop.services.networks.demo.network import DemoRegistry

FOLDER = Path(__file__).parents[4] / "resources" / "demo"
NOW = datetime(2026, 11, 21, 10, 42, tzinfo=UTC)
PLACE, FORUM, KIOSK = "demo-place", "demo-forum", "demo-kiosk"


class Clock:
    """Tells the time it was set to."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **how_long: float) -> None:
        self.now += timedelta(**how_long)


@pytest.fixture(scope="session")
def material() -> Material:
    return load(FOLDER)


@pytest.fixture(scope="session")
def history(material: Material) -> History:
    """All fourteen months; tests only read it."""
    whole = History(material, NOW)
    whole.grow_whole()
    return whole


@pytest.fixture(scope="session")
def posts(history: History) -> list[Post]:
    return [post for memory in history.memories.values() for post in memory.posts.values()]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def networks(clock: Clock) -> DemoRegistry:
    """Networks of one's own, to write to."""
    return DemoRegistry(FOLDER, clock)
