"""A post leaves ten seconds after it was sent off, and until then its writer has it in hand."""

from datetime import timedelta

import pytest
from fakes import TasksLater
from PySide6.QtCore import QTimer
from screens import heard
from steps import Steps, remember

from desktop.services.domain.draft import Draft, OutboxItem, OutboxState
from desktop.services.domain.errors import IllegalMove, Refused, Unreachable
from desktop.services.domain.grace import GRACE
from desktop.views.refresher import Refresher
from desktop.views.sending_off import PATIENCE_MS, SendingOff


@pytest.fixture
def refresher(stage) -> Refresher:
    made = stage.refresher()
    made.start()
    return made


@pytest.fixture
def sending(stage, refresher, window) -> SendingOff:
    made = SendingOff(stage.session, refresher, stage.tasks, window)

    def settle_what_left(items: tuple[OutboxItem, ...]) -> None:
        for item in items:
            if item.state is not OutboxState.QUEUED:
                made.settle(item)

    refresher.sent.connect(settle_what_left)
    return made


@pytest.fixture
def steps(stage, sending, window) -> Steps:
    made = remember(stage.tasks, window, sending.stepped)
    sending.settled.connect(made.history.forget)
    return made


def queue(stage, sending: SendingOff, text: str = "Fresh bread") -> OutboxItem:
    item = stage.session.publishing.queue(stage.bench.account.id, Draft(text), grace=GRACE)
    sending.begin(item)
    return item


def look(sending: SendingOff) -> QTimer:
    """Let the watch look once."""
    ticking = sending.findChild(QTimer)
    ticking.timeout.emit()
    return ticking


def test_it_leaves_after_ten_seconds_and_cannot_be_taken_back_then(stage, sending, steps):
    queue(stage, sending)
    stage.bench.clock.advance(seconds=9)
    assert look(sending).isActive()
    assert stage.bench.public() == []
    assert sending.holds_back
    assert steps.history.can_undo

    stage.bench.clock.advance(seconds=1)
    assert not look(sending).isActive()
    assert stage.bench.public() == ["Fresh bread"]
    assert not sending.holds_back
    assert not steps.history.can_undo


def test_each_post_has_its_own_ten_seconds(stage, sending, steps):
    queue(stage, sending, "First")
    stage.bench.clock.advance(seconds=5)
    queue(stage, sending, "Second")
    stage.bench.clock.advance(seconds=5)
    look(sending)
    assert stage.bench.public() == ["First"]

    stage.bench.clock.advance(seconds=5)
    look(sending)
    assert stage.bench.public() == ["First", "Second"]


def test_the_toast_counts_the_seconds(stage, sending, steps):
    queue(stage, sending)

    (step,) = steps.told
    assert step.countdown.seconds == 10
    assert "7" in step.countdown.words(7)
    assert step.done == step.countdown.words(10)


def test_taken_back_it_never_leaves_and_its_words_are_handed_on(stage, sending, steps):
    taken = heard(sending.taken_back)
    item = queue(stage, sending)
    steps.undo()
    stage.bench.clock.advance(minutes=1)
    look(sending)

    assert taken == [(item,)]
    assert stage.bench.public() == []
    assert stage.session.publishing.outbox() == ()


def test_without_a_network_it_waits_and_can_still_be_taken_back(stage, refresher, sending, steps):
    for call in ("home", "publish"):
        stage.bench.server.fail(call, Unreachable())
    refresher.refresh_all()
    queue(stage, sending)
    stage.bench.clock.advance(seconds=10)
    look(sending)
    assert steps.sentences == ["Post moved to the outbox"]
    assert steps.told[0].countdown is None

    steps.undo()
    assert steps.failures == []
    assert stage.session.publishing.outbox() == ()


def test_a_refused_post_can_still_be_taken_back(stage, sending, steps):
    stage.bench.server.fail("publish", Refused("policy"))
    queue(stage, sending)
    stage.bench.clock.advance(seconds=10)
    look(sending)
    steps.undo()

    assert stage.session.publishing.outbox() == ()


def test_a_step_that_comes_too_late_is_told(stage, sending, steps):
    item = queue(stage, sending)
    stage.bench.rows.outbox.move(item.id, OutboxState.SENDING, from_=OutboxState.QUEUED)
    steps.undo()

    assert [type(error) for error in steps.failures] == [IllegalMove]


def test_what_was_taken_out_by_hand_is_no_step_any_more(stage, sending, steps):
    item = queue(stage, sending)
    stage.session.publishing.withdraw(item)
    sending.settle(item)

    assert not steps.history.can_undo
    assert not sending.holds_back


def test_another_language_makes_no_post_late(stage, refresher, sending, window):
    queue(stage, sending)
    anew = SendingOff(stage.session, refresher, stage.tasks, window)
    anew.start()
    anew.start()
    assert anew.holds_back

    stage.bench.clock.advance(seconds=10)
    look(anew)
    assert stage.bench.public() == ["Fresh bread"]


class TestLettingGo:
    """The window is closed while posts are in their grace."""

    def test_with_nothing_in_hand_it_goes_at_once(self, sending):
        gone = []
        sending.let_go(lambda: gone.append(1))

        assert gone == [1]

    def test_what_is_in_hand_leaves_first(self, stage, sending):
        gone = []
        queue(stage, sending)
        sending.let_go(lambda: gone.append(stage.bench.public()))

        assert gone == [["Fresh bread"]]
        assert not sending.holds_back

    def test_a_network_that_is_away_keeps_nobody_and_loses_nothing(self, stage, sending):
        gone = []
        stage.bench.server.fail("publish", Unreachable())
        queue(stage, sending)
        sending.let_go(lambda: gone.append(1))

        assert gone == [1]
        (item,) = stage.session.publishing.outbox()
        assert item.state is OutboxState.QUEUED

    def test_a_network_that_is_silent_keeps_nobody_for_long(self, stage, refresher, window):
        lanes = TasksLater()
        sending = SendingOff(stage.session, refresher, lanes, window)
        gone = []
        queue(stage, sending)
        sending.let_go(lambda: gone.append(1))
        assert gone == []

        # The wait is a single shot of Qt's own, which has no handle: its end is called by name.
        (waiting,) = [each for each in sending.children() if type(each).__name__ == "_Waiting"]
        waiting._end()
        lanes.work_off()
        assert gone == [1]
        assert timedelta(milliseconds=PATIENCE_MS) <= GRACE
