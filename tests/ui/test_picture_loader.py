"""Pictures come off the GUI thread, once each, the latest wish first, and never too many."""

import threading
from concurrent.futures import Future
from functools import partial

import pytest
from fakes import TasksNow
from PySide6.QtCore import QSize
from PySide6.QtTest import QSignalSpy
from timeline_entries import png

from desktop.services.domain.errors import Unreachable
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.tasks import IMAGES, Tasks

BOX = QSize(40, 40)


class Lane:
    """Holds jobs until they are let go, one after the other, as a lane does."""

    def __init__(self) -> None:
        self.jobs: list[tuple] = []
        self.lanes: list[str] = []

    def run(self, lane, work, *, owner, done, failed=None) -> Future:
        future: Future = Future()
        self.lanes.append(lane)
        self.jobs.append((future, work, done, failed))
        return future

    def finish(self) -> None:
        future, work, done, failed = self.jobs.pop(0)
        try:
            result = work()
        except Exception as error:
            future.set_exception(error)
            failed(error)
        else:
            future.set_result(result)
            done(result)

    def end(self) -> None:
        """End as lanes do when the workspace changes: nothing is delivered any more."""
        for future, *_ in self.jobs:
            future.cancel()
        self.jobs.clear()


class Web:
    """Answers addresses with pictures and remembers what was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.trouble: Exception | None = None

    def fetch(self, url: str) -> bytes:
        self.asked.append(url)
        if self.trouble is not None:
            raise self.trouble
        return png(80, 80)


@pytest.fixture
def web():
    return Web()


@pytest.fixture
def lane():
    return Lane()


@pytest.fixture
def now():
    return [0.0]


@pytest.fixture
def loader(qapp, lane, web, now):
    return PictureLoader(lane, web.fetch, clock=lambda: now[0])


def test_a_picture_arrives_cut_to_size(loader, lane, web):
    arrived = QSignalSpy(loader.arrived)
    assert loader.pixmap("a", BOX, 2.0) is None

    lane.finish()
    assert loader.pixmap("a", BOX, 2.0).size() == QSize(80, 80)
    assert arrived.count() == 1
    assert lane.lanes == [IMAGES]
    assert web.asked == ["a"]


def test_a_picture_wanted_many_times_is_fetched_once(loader, lane, web):
    for _ in range(5):
        loader.pixmap("a", BOX)
    lane.finish()
    loader.pixmap("a", BOX)

    assert lane.jobs == []
    assert web.asked == ["a"]


def test_the_latest_wish_is_served_first(loader, lane, web):
    for url in "abcd":
        loader.pixmap(url, BOX)
    loader.pixmap("b", BOX)
    while lane.jobs:
        lane.finish()

    assert web.asked == ["a", "b", "d", "c"]


def test_wishes_that_were_scrolled_past_long_ago_are_dropped(loader, lane, web):
    for number in range(500):
        loader.pixmap(str(number), BOX)
    while lane.jobs:
        lane.finish()

    assert len(web.asked) == 201
    assert web.asked[1] == "499"


def test_a_failure_is_remembered_for_ten_minutes(loader, lane, web, now):
    failed = QSignalSpy(loader.failed)
    web.trouble = Unreachable()
    loader.pixmap("a", BOX)
    lane.finish()
    now[0] = 599.0
    assert loader.pixmap("a", BOX) is None
    assert loader.has_failed("a", BOX)
    assert web.asked == ["a"]
    assert failed.count() == 1

    now[0] = 601.0
    assert not loader.has_failed("a", BOX)
    loader.pixmap("a", BOX)
    assert len(lane.jobs) == 1


def test_trying_again_forgets_the_failure(loader, lane, web):
    web.trouble = Unreachable()
    loader.pixmap("a", BOX)
    lane.finish()
    web.trouble = None
    loader.try_again("a")
    loader.pixmap("a", BOX)
    lane.finish()

    assert loader.pixmap("a", BOX) is not None


def test_a_hostile_picture_is_a_failure_like_any_other(qapp):
    loader = PictureLoader(TasksNow(), lambda url: b"<svg/>")

    assert loader.pixmap("a", BOX) is None
    assert loader.has_failed("a", BOX)


def test_no_address_is_no_picture(loader, lane):
    assert loader.pixmap("", BOX) is None
    assert lane.jobs == []


def test_pictures_can_be_switched_off(loader, lane, web):
    loader.pixmap("a", BOX)
    lane.finish()
    loader.set_on(False)
    loader.pixmap("b", BOX)

    assert loader.pixmap("a", BOX) is None
    assert not loader.is_on
    assert web.asked == ["a"]

    loader.set_on(True)
    assert loader.pixmap("a", BOX) is not None


def test_memory_is_bounded(loader, lane, web):
    large = QSize(1_024, 1_024)
    for number in range(40):
        loader.pixmap(str(number), large)
        lane.finish()
    asked = len(web.asked)
    loader.pixmap("39", large)
    loader.pixmap("30", large)
    assert lane.jobs == []

    loader.pixmap("0", large)
    assert len(lane.jobs) == 1
    assert asked == 40


def test_lanes_that_end_do_not_end_the_pictures(loader, lane, web):
    loader.pixmap("a", BOX)
    lane.end()
    loader.pixmap("b", BOX)
    lane.finish()

    assert loader.pixmap("b", BOX) is not None


def test_the_whole_picture_is_kept_beside_its_small_one(loader, lane):
    loader.pixmap("a", BOX)
    lane.finish()
    loader.whole("a")
    lane.finish()

    assert loader.whole("a").size() == QSize(80, 80)
    assert loader.pixmap("a", BOX).size() == BOX


def test_fetching_and_decoding_happen_on_the_images_lane(qtbot, qapp):
    tasks = Tasks()
    threads: list[str] = []

    def fetch(url: str) -> bytes:
        threads.append(threading.current_thread().name)
        return png()

    loader = PictureLoader(tasks, fetch)
    loader.pixmap("a", BOX)
    tasks.end_lanes()

    assert threads
    assert all(name.startswith(IMAGES) for name in threads)
    assert partial(loader.has_failed, "a", BOX)() is False
