"""Work goes to its lane, outcomes come home to the GUI thread."""

import threading
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject

from desktop.ui.tasks import STORE, Lane, Tasks, lane_of


@pytest.fixture
def tasks(qapp):
    made = Tasks()
    yield made
    made.end_lanes()
    assert made.wait_for_lanes(10)


class Outcomes(QObject):
    def __init__(self):
        super().__init__()
        self.done, self.failed, self.threads = [], [], set()

    def on_done(self, value):
        self.done.append(value)
        self.threads.add(threading.current_thread())

    def on_failed(self, error):
        self.failed.append(error)


def test_outcomes_arrive_in_order_in_the_gui_thread(qtbot, tasks):
    seen = Outcomes()
    for number in range(500):
        tasks.run(STORE, partial(int, number), owner=seen, done=seen.on_done)
    qtbot.waitUntil(lambda: len(seen.done) == 500)
    assert seen.done == list(range(500))
    assert seen.threads == {threading.main_thread()}


def test_two_lanes_run_side_by_side(qtbot, tasks):
    seen = Outcomes()
    meeting = threading.Barrier(2, timeout=10)
    for account in (1, 2):
        tasks.run(lane_of(account), meeting.wait, owner=seen, done=seen.on_done)
    qtbot.waitUntil(lambda: len(seen.done) == 2)


def test_a_failure_without_a_handler_is_unhandled_and_never_lost(qtbot, tasks):
    seen = Outcomes()
    tasks.unhandled.connect(seen.on_failed)
    tasks.run(STORE, partial(int, "no number"), owner=seen, done=seen.on_done)
    qtbot.waitUntil(lambda: len(seen.failed) == 1)
    assert isinstance(seen.failed[0], ValueError)


def test_nothing_is_delivered_to_an_owner_that_is_gone(qtbot, tasks):
    gone, seen = Outcomes(), Outcomes()
    hold = threading.Event()
    tasks.run(STORE, hold.wait, owner=gone, done=seen.on_done)
    shiboken6.delete(gone)
    hold.set()
    tasks.run(STORE, partial(int, 7), owner=seen, done=seen.on_done)
    qtbot.waitUntil(lambda: bool(seen.done))
    assert seen.done == [7]


def test_ending_the_lanes_skips_what_waits_and_closes_what_each_thread_opened(qtbot):
    ended = []
    tasks = Tasks(on_lane_end=lambda: ended.append(threading.current_thread().name))
    seen = Outcomes()
    started, hold = threading.Event(), threading.Event()
    tasks.run(STORE, lambda: (started.set(), hold.wait()), owner=seen, done=seen.on_done)
    skipped = tasks.run(STORE, partial(seen.on_done, "never"), owner=seen, done=seen.on_done)
    started.wait(10)
    tasks.end_lanes(then=lambda: ended.append("all"))
    assert not tasks.wait_for_lanes(0)
    hold.set()
    qtbot.waitUntil(lambda: "all" in ended)
    assert skipped.exception() is not None or skipped.cancelled()
    assert [name.rsplit("_", 1)[0] for name in ended] == ["store", "all"]
    tasks.run(STORE, partial(int, 1), owner=seen, done=seen.on_done)
    qtbot.waitUntil(lambda: 1 in seen.done)
    assert "never" not in seen.done
    tasks.end_lanes()
    assert tasks.wait_for_lanes(10)


def test_ending_no_lane_at_all_still_calls_back(qtbot, tasks):
    ended = []
    tasks.end_lanes(then=lambda: ended.append(True))
    qtbot.waitUntil(lambda: bool(ended))


def test_no_thread_of_a_lane_is_left_once_the_lanes_have_ended(tasks, qapp):
    lanes = [Lane(f"gone-{number}") for number in range(20)]
    for lane in lanes:
        tasks.run(lane, lambda: None, owner=tasks, done=lambda _outcome: None)
    tasks.end_lanes()

    assert tasks.wait_for_lanes(10)
    assert not [each.name for each in threading.enumerate() if each.name.startswith("gone-")]
