"""The outbox: every state a post can be in, and what can be done about it."""

import pytest
from fake_server import EVERYTHING, lose_answer
from screens import heard, offers, press, read
from steps import remember

from desktop.services.domain.account import Cap
from desktop.services.domain.draft import Draft, OutboxItem
from desktop.services.domain.draft import OutboxState as State
from desktop.services.domain.errors import OutcomeUnknown, Refused, Unreachable
from desktop.views.outbox_page import OutboxPage, OutboxRow

WAY = {
    State.QUEUED: (),
    State.SENDING: (State.SENDING,),
    State.SENT: (State.SENDING, State.SENT),
    State.UNKNOWN: (State.SENDING, State.UNKNOWN),
    State.FAILED: (State.SENDING, State.FAILED),
    State.HELD: (State.SENDING, State.UNKNOWN, State.HELD),
}


@pytest.fixture
def page(stage, shown) -> OutboxPage:
    return shown(OutboxPage(stage.theme, stage.session, stage.book, stage.tasks))


@pytest.fixture
def post(stage):
    """Put a post into the outbox, in whatever state."""

    def put(state: State, text: str = "Fresh bread", **problem: str) -> OutboxItem:
        item = stage.session.publishing.queue(stage.bench.account.id, Draft(text))
        for step in WAY[state]:
            told = problem if step is state else {}
            item = stage.bench.rows.outbox.move(item.id, step, from_=item.state, **told)
        return item

    return put


def states(stage) -> list[State]:
    return [item.state for item in stage.session.publishing.outbox()]


def test_an_empty_outbox_says_what_stands_here(page):
    page.refresh()

    assert "Nothing waits here" in read(page)


@pytest.mark.parametrize(
    ("state", "badge", "buttons"),
    [
        (State.QUEUED, "Waiting", {"Take it back", "Send now"}),
        (State.SENDING, "On its way", set()),
        (State.SENT, "Sent", set()),
        (State.UNKNOWN, "To check", {"Check"}),
        (State.FAILED, "Not sent", {"Take it back", "Send now"}),
        (State.HELD, "Held", {"Mark as sent", "Take it back", "Send now"}),
    ],
)
def test_each_state_has_its_word_and_its_buttons(page, post, state, badge, buttons):
    post(state)
    page.refresh()

    assert badge in read(page).splitlines()
    assert "Fresh bread" in read(page)
    assert "@shop.test" in read(page)
    every = ("Take it back", "Send now", "Check", "Mark as sent")
    assert {each for each in every if offers(page, each)} == buttons


@pytest.mark.parametrize(
    ("state", "problem", "sentence"),
    [
        (State.QUEUED, {"problem": "Unreachable"}, "It leaves with the next fetch."),
        (State.UNKNOWN, {}, "Crieur looks it up before it sends anything again."),
        (State.FAILED, {"reason": "too_long"}, "it is too long"),
        (State.FAILED, {"reason": "duplicate"}, "you already posted this"),
        (State.FAILED, {"reason": "blocked"}, "has blocked this account"),
        (State.FAILED, {"reason": "something new"}, "Your words are safe here."),
        (State.HELD, {"reason": "not_found"}, "the network does not show it"),
        (State.HELD, {}, "restored from a copy"),
    ],
)
def test_each_trouble_is_told_in_a_sentence(page, post, stage, state, problem, sentence):
    item = post(state, **problem)
    if state is State.QUEUED:
        rows = stage.bench.rows.outbox
        rows.move(item.id, State.SENDING, from_=State.QUEUED)
        rows.move(item.id, State.QUEUED, from_=State.SENDING, **problem)
    page.refresh()

    assert sentence in read(page)


def test_the_newest_post_stands_first(page, post):
    post(State.QUEUED, "The first")
    post(State.QUEUED, "The second")
    page.refresh()

    assert read(page).index("The second") < read(page).index("The first")


def test_sending_now_publishes_it_and_says_so(page, post, stage):
    post(State.QUEUED)
    page.refresh()
    changed = heard(page.changed)

    press(page, "sendNow")

    assert stage.bench.public() == ["Fresh bread"]
    assert "Sent" in read(page).splitlines()
    assert len(changed) == 1


@pytest.mark.parametrize("state", [State.FAILED, State.HELD])
def test_what_waits_for_a_person_leaves_when_the_person_says_so(page, post, stage, state):
    post(state)
    page.refresh()

    press(page, "sendNow")

    assert stage.bench.public() == ["Fresh bread"]
    assert states(stage) == [State.SENT]


def test_a_post_that_turns_out_to_be_public_is_not_sent_twice(page, post, stage):
    item = post(State.UNKNOWN)
    network = stage.session.accounts.network(stage.bench.account.id)
    network.publish(item.draft, item.key)
    page.refresh()

    press(page, "Check")

    assert stage.bench.public() == ["Fresh bread"]
    assert states(stage) == [State.SENT]


def test_a_lost_answer_stays_not_sure_while_the_network_cannot_be_asked(page, post, stage):
    post(State.QUEUED)
    stage.bench.server.fail("publish", lose_answer)
    stage.bench.server.fail("find_published", OutcomeUnknown())
    page.refresh()

    press(page, "sendNow")

    assert "To check" in read(page).splitlines()
    assert stage.bench.public() == ["Fresh bread"]


def test_a_person_who_sees_the_post_on_the_network_is_believed(page, post, stage):
    post(State.HELD)
    page.refresh()

    press(page, "Mark as sent")

    assert states(stage) == [State.SENT]
    assert stage.bench.public() == []


def test_a_post_that_is_taken_back_is_gone_and_its_words_are_handed_on(page, post, stage):
    item = post(State.QUEUED)
    page.refresh()
    taken, changed = heard(page.taken_back), heard(page.changed)
    steps = remember(stage.tasks, page, page.stepped)

    press(page, "withdraw")

    assert taken == [(item,)]
    assert len(changed) == 1
    assert states(stage) == []
    assert "Nothing waits here" in read(page)
    assert steps.sentences == ["The post is out of the outbox"]


@pytest.mark.parametrize("state", [State.QUEUED, State.FAILED, State.HELD])
def test_a_post_that_was_taken_out_comes_back_as_it_was_and_goes_again(page, post, stage, state):
    item = post(state)
    page.refresh()
    steps = remember(stage.tasks, page, page.stepped)
    press(page, "withdraw")
    for _ in range(2):
        steps.undo()
        (back,) = stage.session.publishing.outbox()
        assert (back.key, back.state) == (item.key, state)
        assert "Fresh bread" in read(page)
        steps.redo()
        assert states(stage) == []
    assert steps.failures == []


def test_what_was_sent_now_is_told(page, post, stage):
    post(State.QUEUED)
    page.refresh()
    moved = heard(page.moved)
    press(page, "sendNow")

    (((item,),),) = moved
    assert item.state is State.SENT


def test_a_refusal_keeps_the_words_and_says_why(page, post, stage):
    post(State.QUEUED)
    stage.bench.server.fail("publish", Refused("too_long"))
    page.refresh()

    press(page, "sendNow")

    assert "Not sent" in read(page).splitlines()
    assert "Fresh bread" in read(page)
    assert "it is too long" in read(page)


def test_words_that_are_too_long_can_only_be_taken_back(page, post):
    post(State.FAILED, reason="too_long")
    page.refresh()

    assert "Take it back" in read(page)
    assert "Send now" not in read(page)


def test_a_network_out_of_reach_leaves_the_post_waiting(page, post, stage):
    post(State.QUEUED)
    stage.bench.server.fail("publish", Unreachable())
    page.refresh()

    press(page, "sendNow")

    assert "Waiting" in read(page).splitlines()
    assert "It leaves with the next fetch." in read(page)


def test_a_post_that_left_meanwhile_is_told_and_the_list_is_true_again(page, post, stage):
    item = post(State.QUEUED)
    page.refresh()
    stage.session.publishing.send(item.id)

    press(page, "sendNow")

    assert "This cannot be done any more." in read(page)
    assert "Sent" in read(page).splitlines()
    assert stage.bench.public() == ["Fresh bread"]


def test_what_is_on_its_way_cannot_be_taken_back(page, post, stage):
    item = post(State.QUEUED)
    page.refresh()
    stage.bench.rows.outbox.move(item.id, State.SENDING, from_=State.QUEUED)

    press(page, "withdraw")

    assert "This cannot be done any more." in read(page)
    assert states(stage) == [State.SENDING]


def test_a_fault_that_nobody_foresaw_goes_to_the_bug_report(page, post, stage, monkeypatch):
    post(State.QUEUED)
    page.refresh()

    def stumble(_item_id: int) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(stage.session.publishing, "send", stumble)
    press(page, "sendNow")

    assert [type(error) for error in stage.tasks.unhandled] == [ZeroDivisionError]


def test_reading_the_same_outbox_again_leaves_the_rows_alone(page, post):
    post(State.QUEUED)
    page.refresh()
    row = page.findChild(OutboxRow)

    page.refresh()

    assert page.findChild(OutboxRow) is row


def test_a_network_without_keys_asks_a_person_in_the_end(page, post, stage):
    stage.bench.server.caps = EVERYTHING & ~Cap.IDEMPOTENT_CREATE
    stage.bench.clock.advance(days=1)
    stage.session.accounts.describe(stage.bench.account.id)
    post(State.UNKNOWN)
    page.refresh()
    press(page, "Check")
    assert "To check" in read(page).splitlines()

    stage.bench.clock.advance(minutes=2)
    press(page, "Check")

    assert "Held" in read(page).splitlines()
    assert "if it is not public, send it now" in read(page)
