"""The sources of a palette: at once, later, too late, and not at all."""

from collections.abc import Callable

import pytest
from fakes import TasksLater, TasksNow
from screens import heard
from ui.test_palette_rows import row

from desktop.services.domain.errors import StoreTrouble
from desktop.ui.palette_answers import PaletteAnswers, SlowSource
from desktop.ui.palette_rows import OFFERED
from desktop.ui.tasks import STORE


class Told:
    """Everything that answers told."""

    def __init__(self, answers: PaletteAnswers) -> None:
        self._begun, self._added = heard(answers.begun), heard(answers.added)
        self._ended, self._failed = heard(answers.ended), heard(answers.failed)

    @property
    def begun(self) -> list[list[str]]:
        return [[each.text for each in found] for (found,) in self._begun]

    @property
    def added(self) -> list[list[str]]:
        return [[each.text for each in found] for (found,) in self._added]

    @property
    def ended(self) -> list[bool]:
        return [has_found for (has_found,) in self._ended]

    @property
    def failed(self) -> list[Exception]:
        return [error for (error,) in self._failed]


def slow(name: str) -> SlowSource:
    return SlowSource(lambda typed: [f"{name} {typed}"], lambda _, read: [row(t) for t in read])


def empty(_typed: str) -> list[object]:
    return []


@pytest.fixture
def make(qapp) -> Callable[..., tuple[PaletteAnswers, Told]]:
    def made(tasks, *slow_ones, instant=(lambda typed: [row(typed)],)):
        answers = PaletteAnswers(instant, slow_ones, tasks)
        return answers, Told(answers)

    return made


def rest(answers: PaletteAnswers) -> None:
    """Let the typing rest for long enough."""
    if answers._pause.isActive():
        answers._pause.stop()
        answers._pause.timeout.emit()


def test_what_is_known_at_once_comes_at_once_and_the_file_is_read_when_typing_rests(make):
    tasks = TasksNow()
    answers, told = make(tasks, slow("people"), slow("posts"))

    answers.ask("br")
    answers.ask("bri")
    assert told.begun == [["br"], ["bri"]]
    assert tasks.lanes == []
    rest(answers)

    assert told.added == [["people bri"], ["posts bri"]]
    assert told.ended == [True]
    assert tasks.lanes == [STORE, STORE]


def test_warming_up_tells_nothing_and_reads_nothing(make):
    tasks, asked = TasksNow(), []
    answers, told = make(tasks, slow("people"), instant=(lambda typed: asked.append(typed) or (),))

    answers.warm_up()

    assert len(asked) == 1
    assert told.begun == told.ended == []
    assert tasks.lanes == []


def test_one_letter_reads_nothing(make):
    tasks = TasksNow()
    answers, told = make(tasks, slow("people"))

    answers.ask("b")
    rest(answers)

    assert tasks.lanes == []
    assert told.ended == [True]


def test_an_answer_to_what_was_typed_before_is_dropped_and_the_present_asked(make):
    tasks = TasksLater()
    answers, told = make(tasks, slow("people"), slow("posts"))
    answers.ask("bri")
    rest(answers)
    answers.ask("brio")
    rest(answers)
    assert len(tasks.waiting) == 1, "one reading at a time"

    tasks.work_off()

    assert told.added == [["people brio"], ["posts brio"]]
    assert told.ended == [True]


def test_the_same_words_typed_again_are_answered_once_and_whole(make):
    tasks = TasksLater()
    answers, told = make(tasks, slow("people"), slow("posts"))
    answers.ask("brio")
    rest(answers)
    tasks.waiting.pop(0)()
    answers.ask("brio")
    rest(answers)

    tasks.work_off()

    assert told.added == [["people brio"], ["people brio"], ["posts brio"]]
    assert told.ended == [True]


def test_nothing_is_told_to_somebody_who_is_gone(make):
    tasks = TasksLater()
    answers, told = make(tasks, slow("people"))
    answers.ask("brio")
    rest(answers)
    answers.forget()

    tasks.work_off()

    assert told.added == told.ended == []


def test_what_is_offered_for_any_words_is_not_found_by_them(make):
    offers = (lambda typed: [row(typed, rank=OFFERED)],)
    answers, told = make(TasksNow(), SlowSource(empty, lambda *_: []), instant=offers)

    answers.ask("xylophone")
    rest(answers)

    assert told.begun == [["xylophone"]]
    assert told.added == []
    assert told.ended == [False]


def test_a_file_that_cannot_be_read_is_told_and_the_others_still_answer(make):
    def fail(_typed: str) -> None:
        raise StoreTrouble("locked")

    answers, told = make(TasksNow(), SlowSource(fail, lambda *_: []), slow("posts"))

    answers.ask("brio")
    rest(answers)

    assert [error.reason for error in told.failed] == ["locked"]
    assert told.added == [["posts brio"]]
    assert told.ended == [True]
