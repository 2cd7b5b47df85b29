"""Whatever is done, taken back and done again, the history agrees with a plain list."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from fakes import TasksLater, TasksNow
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from screens import heard, settle

from desktop.services.domain.errors import Unreachable
from desktop.ui.history import LIMIT, History, Step, Way
from desktop.ui.tasks import STORE


@dataclass
class World:
    """What the steps of a test change, in the order in which it happened."""

    things: list[str] = field(default_factory=list)
    trouble: Exception | None = None

    def step(self, owner: QObject, name: str, *, can_redo: bool = True) -> Step:
        """Do something, and return how to take it back."""
        self.things.append(name)
        back = Way(owner, STORE, lambda: self._change(self.things.remove, name), self.tell)
        again = Way(owner, STORE, lambda: self._change(self.things.append, name), self.tell)
        return Step(f"{name} is here", f"{name} is gone", back, again if can_redo else None)

    def _change(self, change: Callable[[str], None], name: str) -> None:
        if self.trouble is not None:
            raise self.trouble
        change(name)

    def tell(self, _outcome: object) -> None:
        """Take no notice."""


@pytest.fixture
def root(qapp) -> QObject:
    """What the histories of a test belong to."""
    return QObject()


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def history(root) -> History:
    return History(TasksNow(), root)


MOVES = st.lists(st.sampled_from(["do", "do once", "undo", "redo"]), max_size=120)


@given(moves=MOVES)
def test_any_sequence_of_moves_ends_where_a_list_of_them_ends(qapp, moves):
    root, world = QObject(), World()
    history = History(TasksNow(), root)
    expected: list[str] = []
    back: list[tuple[str, bool]] = []
    forth: list[tuple[str, bool]] = []
    for number, move in enumerate(moves):
        name = str(number)
        if move.startswith("do"):
            can_redo = move == "do"
            history.push(world.step(root, name, can_redo=can_redo))
            expected.append(name)
            back = [*back, (name, can_redo)][-LIMIT:]
            forth = []
        elif move == "undo":
            history.undo()
            if back:
                taken = back.pop()
                expected.remove(taken[0])
                forth += [taken] if taken[1] else []
        else:
            history.redo()
            if forth:
                back.append(forth.pop())
                expected.append(back[-1][0])
        assert (history.can_undo, history.can_redo) == (bool(back), bool(forth))
    assert world.things == expected


def test_no_more_than_the_last_twenty_steps_are_taken_back(history, world, root):
    for number in range(LIMIT + 5):
        history.push(world.step(root, str(number)))
    for _ in range(LIMIT + 5):
        history.undo()

    assert LIMIT == 20
    assert world.things == ["0", "1", "2", "3", "4"]
    assert not history.can_undo


def test_a_new_step_ends_what_could_be_done_again(history, world, root):
    history.push(world.step(root, "first"))
    history.undo()
    history.push(world.step(root, "second"))
    history.redo()

    assert world.things == ["second"]


def test_it_tells_what_happened_once(history, world, root):
    stepped, undone, redone = heard(history.stepped), heard(history.undone), heard(history.redone)
    step = world.step(root, "a")
    history.push(step)
    history.undo()
    history.redo()

    assert (stepped, undone, redone) == ([(step,)], [(step,)], [(step,)])


def test_a_step_that_could_not_be_taken_back_stays_to_be_tried_again(history, world, root):
    failed, undone = heard(history.undo_failed), heard(history.undone)
    step = world.step(root, "a")
    history.push(step)
    world.trouble = Unreachable()
    history.undo()
    assert (failed, undone) == ([(step, world.trouble)], [])
    assert history.can_undo
    assert not history.can_redo

    world.trouble = None
    history.undo()
    assert world.things == []


def test_a_step_that_could_not_be_done_again_stays_as_well(history, world, root):
    failed = heard(history.redo_failed)
    step = world.step(root, "a")
    history.push(step)
    history.undo()
    world.trouble = Unreachable()
    history.redo()
    assert failed == [(step, world.trouble)]
    assert (history.can_undo, history.can_redo) == (False, True)

    world.trouble = None
    history.redo()
    assert world.things == ["a"]


def test_one_certain_step_can_be_taken_back_before_newer_ones(history, world, root):
    first = world.step(root, "first")
    history.push(first)
    history.push(world.step(root, "second"))
    history.undo(first)
    assert world.things == ["second"]

    history.undo(first)
    assert world.things == ["second"]


def test_a_step_that_is_forgotten_is_offered_no_more(history, world, root):
    step = world.step(root, "a")
    history.push(step)
    history.forget(step)
    history.undo(step)
    history.forget(step)

    assert not history.can_undo
    assert world.things == ["a"]


class TestWhileAWayIsBeingGone:
    """Lanes take their time, and keys are pressed meanwhile."""

    @pytest.fixture
    def lanes(self) -> TasksLater:
        return TasksLater()

    @pytest.fixture
    def history(self, lanes, root) -> History:
        return History(lanes, root)

    def test_a_second_press_takes_back_the_step_before(self, history, world, root, lanes):
        for name in ("a", "b", "c"):
            history.push(world.step(root, name))
        history.undo()
        history.undo()
        assert world.things == ["a", "b", "c"]

        lanes.work_off()
        assert world.things == ["a"]

    def test_what_was_asked_for_is_dropped_when_the_way_before_it_fails(
        self, history, world, root, lanes
    ):
        for name in ("a", "b"):
            history.push(world.step(root, name))
        history.undo()
        history.undo()
        world.trouble = Unreachable()
        lanes.work_off()
        world.trouble = None
        lanes.work_off()

        assert world.things == ["a", "b"]

    def test_a_step_that_comes_meanwhile_stays_the_newest(self, history, world, root, lanes):
        history.push(world.step(root, "a"))
        history.undo()
        history.push(world.step(root, "b"))
        lanes.work_off()
        assert not history.can_redo

        history.undo()
        lanes.work_off()
        assert world.things == []

    def test_what_was_done_again_meanwhile_can_be_taken_back(self, history, world, root, lanes):
        history.push(world.step(root, "a"))
        history.undo()
        lanes.work_off()
        history.redo()
        history.push(world.step(root, "b"))
        lanes.work_off()
        assert world.things == ["b", "a"]

        history.undo()
        history.undo()
        lanes.work_off()
        assert world.things == []

    def test_it_says_that_it_began(self, history, world, root):
        began = heard(history.began)
        step = world.step(root, "a")
        history.push(step)
        history.undo()

        assert began == [(step,)]


def test_nobody_is_called_who_is_gone(history, root):
    told: list[object] = []
    gone = QObject()
    history.push(Step("done", "undone", Way(gone, STORE, lambda: "back", told.append)))
    gone.deleteLater()
    settle()
    history.undo()

    assert told == []
    assert not history.can_undo


def test_whoever_is_there_hears_what_the_work_returned(history, root):
    told: list[object] = []
    history.push(Step("done", "undone", Way(root, STORE, lambda: "back", told.append)))
    history.undo()

    assert told == ["back"]
