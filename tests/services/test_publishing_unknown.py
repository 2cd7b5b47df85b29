"""What happens to posts of which nobody knows whether they left."""

from dataclasses import replace

import pytest
from fake_server import lose_answer
from workbench import Workbench

from desktop.services.domain.account import Cap
from desktop.services.domain.draft import Draft, OutboxState
from desktop.services.domain.errors import (
    BadAnswer,
    IllegalMove,
    OutcomeUnknown,
    Refused,
    StoreTrouble,
    Unreachable,
)
from desktop.services.publishing import Publishing


def queue(bench: Workbench, publishing: Publishing, text: str = "Bread") -> int:
    """Queue one post and return its number."""
    return publishing.queue(bench.account.id, Draft(text)).id


def lift_idempotence(bench: Workbench) -> None:
    """Make the network one that takes no keys of ours."""
    bench.rows.accounts.update(
        replace(bench.account, caps=bench.account.caps & ~Cap.IDEMPOTENT_CREATE)
    )


def test_a_lost_answer_is_looked_up_and_found(bench: Workbench, publishing: Publishing) -> None:
    bench.server.fail("publish", lose_answer)
    assert publishing.send(queue(bench, publishing)).state is OutboxState.SENT
    assert bench.public() == ["Bread"]


@pytest.mark.parametrize("trouble", [OutcomeUnknown(), BadAnswer()])
def test_an_unknown_post_that_is_not_there_leaves_under_the_same_key(
    bench: Workbench, publishing: Publishing, trouble: Exception
) -> None:
    bench.server.fail("publish", trouble)
    item = queue(bench, publishing)
    assert publishing.send(item).state is OutboxState.QUEUED
    assert publishing.send(item).state is OutboxState.SENT
    keys = [about for method, about in bench.server.calls if method == "publish"]
    assert keys[0] == keys[1]


def test_an_unknown_post_stays_unknown_while_it_cannot_be_looked_up(
    bench: Workbench, publishing: Publishing
) -> None:
    bench.server.fail("publish", lose_answer)
    bench.server.fail("find_published", Unreachable(), Unreachable())
    item = queue(bench, publishing)
    assert publishing.send(item).state is OutboxState.UNKNOWN
    assert publishing.send(item).state is OutboxState.UNKNOWN
    assert bench.server.called("publish") == 1
    (outcome,) = publishing.resolve_unknown(bench.account.id)
    assert outcome.state is OutboxState.SENT


def test_without_keys_of_ours_a_person_is_asked_and_nothing_is_resent(
    bench: Workbench, publishing: Publishing
) -> None:
    lift_idempotence(bench)
    bench.server.fail("publish", OutcomeUnknown())
    item = queue(bench, publishing)
    assert publishing.send(item).state is OutboxState.UNKNOWN
    bench.clock.advance(seconds=30)
    assert publishing.send(item).state is OutboxState.UNKNOWN
    bench.clock.advance(seconds=31)
    outcome = publishing.send(item)
    assert (outcome.state, outcome.problem_reason) == (OutboxState.HELD, "not_found")
    publishing.send_waiting(bench.account.id)
    assert bench.server.called("publish") == 1
    assert publishing.confirm_sent(item).state is OutboxState.SENT


def test_a_person_may_have_a_held_post_sent_again_after_a_look_up(
    bench: Workbench, publishing: Publishing
) -> None:
    item = queue(bench, publishing)
    bench.rows.outbox.move(item, OutboxState.HELD, from_=OutboxState.QUEUED)
    assert publishing.send_waiting(bench.account.id) == []
    bench.server.fail("find_published", Unreachable())
    waiting = publishing.send(item)
    assert (waiting.state, waiting.problem) == (OutboxState.HELD, "Unreachable")
    assert publishing.send(item).state is OutboxState.SENT
    with pytest.raises(IllegalMove):
        publishing.send(item)


def test_a_restored_post_that_left_long_ago_is_not_sent_again(
    bench: Workbench, publishing: Publishing
) -> None:
    queued = publishing.queue(bench.account.id, Draft("Bread"))
    network = bench.accounts.network(bench.account.id)
    network.publish(queued.draft, queued.key)
    bench.rows.outbox.move(queued.id, OutboxState.HELD, from_=OutboxState.QUEUED)
    assert publishing.send(queued.id).state is OutboxState.SENT
    assert bench.public() == ["Bread"]


def test_a_duplicate_is_looked_up_before_it_counts_as_failed(
    bench: Workbench, publishing: Publishing
) -> None:
    def refuse_after(step: str) -> None:
        if step == "after":
            raise Refused("duplicate")

    bench.server.fail("publish", refuse_after, Refused("duplicate"))
    assert publishing.send(queue(bench, publishing)).state is OutboxState.SENT
    outcome = publishing.send(queue(bench, publishing))
    assert (outcome.state, outcome.problem_reason) == (OutboxState.FAILED, "duplicate")


def test_a_mistake_of_ours_is_told_and_the_post_looked_up_next_time(
    bench: Workbench, publishing: Publishing
) -> None:
    bench.server.fail("publish", ZeroDivisionError())
    item = queue(bench, publishing)
    with pytest.raises(ZeroDivisionError):
        publishing.send(item)
    assert publishing.send(item).state is OutboxState.QUEUED
    assert publishing.send(item).state is OutboxState.SENT


def test_a_full_disk_after_sending_ends_in_a_look_up_and_not_in_a_second_post(
    bench: Workbench, publishing: Publishing, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = bench.rows.outbox.move
    item = queue(bench, publishing)

    def full_when_sent(item_id: int, to: OutboxState, **more: object) -> object:
        if to is OutboxState.SENT:
            raise StoreTrouble("disk_full")
        return real(item_id, to, **more)  # type: ignore[arg-type] # handed through

    monkeypatch.setattr(bench.rows.outbox, "move", full_when_sent)
    with pytest.raises(StoreTrouble):
        publishing.send(item)
    monkeypatch.undo()
    publishing.send_waiting(bench.account.id)
    assert bench.public() == ["Bread"]
    assert publishing.outbox()[0].state is OutboxState.SENT


def test_after_a_crash_what_was_under_way_is_unknown(
    bench: Workbench, publishing: Publishing
) -> None:
    item = queue(bench, publishing)
    bench.rows.outbox.move(item, OutboxState.SENDING, from_=OutboxState.QUEUED)
    again = bench.publishing()
    assert again.recover() == 1
    assert again.outbox()[0].state is OutboxState.UNKNOWN
    assert again.send(item).state is OutboxState.QUEUED


def test_a_post_is_not_sent_while_it_is_being_sent(
    bench: Workbench, publishing: Publishing
) -> None:
    item = queue(bench, publishing)
    refused: list[str] = []

    def send_too(step: str) -> None:
        if step == "before":
            with pytest.raises(IllegalMove):
                publishing.send(item)
            refused.append(step)

    bench.server.fail("publish", send_too)
    assert publishing.send(item).state is OutboxState.SENT
    assert (refused, bench.public()) == (["before"], ["Bread"])


def test_a_post_that_may_be_under_way_cannot_be_withdrawn(
    bench: Workbench, publishing: Publishing
) -> None:
    item = queue(bench, publishing)
    queue(bench, publishing, "Other")
    publishing.withdraw(publishing.outbox()[0])
    bench.server.fail("publish", lose_answer)
    bench.server.fail("find_published", Unreachable())
    publishing.send(item)
    with pytest.raises(IllegalMove):
        publishing.withdraw(publishing.outbox()[0])
    assert [each.id for each in publishing.outbox()] == [item]
