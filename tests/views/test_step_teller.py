"""A toast says what was done and what was taken back; what could not be is told in the page."""

import pytest
from fakes import TasksLater
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from screens import heard, press

from desktop.services.domain.errors import IllegalMove, Missing, Unreachable
from desktop.ui.commands import Command, Commands
from desktop.ui.history import History, Step, Way
from desktop.ui.tasks import STORE
from desktop.ui.toasts import Countdown, Toasts
from desktop.views.step_teller import StepTeller, told_history


@pytest.fixture
def toasts(theme, window) -> Toasts:
    return Toasts(theme, window)


@pytest.fixture
def told() -> list[tuple[object, ...]]:
    """What was said to have gone wrong."""
    return []


@pytest.fixture
def trouble() -> list[Exception]:
    """What the next ways meet, one after the other."""
    return []


@pytest.fixture
def history(stage, toasts, window, told) -> History:
    commands = Commands(stage.keymap, window)
    for key in ("undo", "redo"):
        commands.add(Command(key, key, "undo-2", "actions"), lambda: None)
    return told_history(stage.tasks, toasts, commands, lambda *failure: told.append(failure))


@pytest.fixture
def step(window, trouble) -> Step:
    def work() -> None:
        if trouble:
            raise trouble.pop()

    way = Way(window, STORE, work, lambda _outcome: None, 7)
    return Step("Anna is muted", "Anna is shown again", undo=way, redo=way)


def test_what_was_done_is_said_with_the_key_that_takes_it_back(history, toasts, window, step):
    history.push(step)

    assert toasts.text == "Anna is muted"
    way = window.findChild(QWidget, "toastWay")
    assert (way.text(), way.keys) == ("Undo", "Ctrl Z")


def test_what_was_taken_back_is_said_and_can_be_done_again(history, toasts, window, step):
    history.push(step)
    press(window, "Undo")
    assert toasts.text == "Anna is shown again"
    assert window.findChild(QWidget, "toastWay").keys == "Ctrl Shift Z"

    press(window, "Redo")
    assert toasts.text == "Anna is muted"
    assert history.can_undo


def test_the_toast_takes_back_its_own_step_only(history, toasts, window, step):
    history.push(step)
    other = Step("Leo is muted", "Leo is shown again", undo=step.undo)
    history.push(other)
    press(window, "Undo")
    assert toasts.text == "Leo is shown again"

    history.undo()
    assert toasts.text == "Anna is shown again"


def test_what_cannot_be_done_again_does_not_offer_it(history, toasts, window, step):
    history.push(Step("Sent off", "Taken back", undo=step.undo))
    history.undo()

    assert toasts.text == "Taken back"
    assert window.findChild(QWidget, "toastWay").isHidden()


def test_a_step_with_a_countdown_counts(history, toasts, step):
    countdown = Countdown(9, lambda left: f"{left} seconds")
    history.push(Step("It leaves", "Taken back", undo=step.undo, countdown=countdown))

    assert toasts.text == "9 seconds"


def test_a_step_that_was_not_taken_back_is_told_and_offered_again(
    history, toasts, told, trouble, step
):
    history.push(step)
    error = Unreachable()
    trouble.append(error)
    history.undo()

    ((account_id, why, words, try_again),) = told
    assert (account_id, why) == (7, error)
    assert words == "The last step was not undone."
    assert not toasts.is_shown
    try_again()
    assert toasts.text == "Anna is shown again"


def test_a_step_that_was_not_done_again_is_told_in_other_words(history, told, trouble, step):
    history.push(step)
    history.undo()
    trouble.append(Unreachable())
    history.redo()

    ((_, _, words, try_again),) = told
    assert words == "The step was not redone."
    try_again()
    assert history.can_undo


@pytest.mark.parametrize("error", [IllegalMove("sent", "withdraw"), Missing()])
@pytest.mark.parametrize("direction", ["back", "forth"])
def test_what_is_too_late_is_told_and_forgotten(history, told, trouble, step, error, direction):
    history.push(step)
    if direction == "forth":
        history.undo()
    trouble.append(error)
    (history.undo if direction == "back" else history.redo)()

    ((_, _, words, try_again),) = told
    assert "no longer" in words
    assert try_again is None
    assert not history.can_undo
    assert not history.can_redo


def test_a_way_that_takes_long_says_so(theme, stage, toasts, window, step):
    lanes = TasksLater()
    history = History(lanes, window)
    teller = StepTeller(history, toasts, Commands(stage.keymap, window), lambda *_: None)
    undone = heard(history.undone)
    history.push(step)
    history.undo()
    patience = teller.findChild(QTimer)
    assert patience.isActive()
    patience.timeout.emit()
    assert toasts.text == "A moment…"

    lanes.work_off()
    assert toasts.text == "Anna is shown again"
    assert len(undone) == 1
    assert not patience.isActive()
