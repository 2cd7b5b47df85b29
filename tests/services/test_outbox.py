"""For ten seconds a post can be taken back before anybody has seen it."""

from concurrent.futures import Future, ThreadPoolExecutor, wait

import pytest
from workbench import Workbench

from desktop.services.domain.draft import Draft, OutboxItem, OutboxState
from desktop.services.domain.errors import IllegalMove, Missing, Refused
from desktop.services.domain.grace import GRACE
from desktop.services.publishing import Publishing


@pytest.fixture
def item(bench: Workbench, publishing: Publishing) -> OutboxItem:
    """A post that was sent off just now."""
    return publishing.queue(bench.account.id, Draft("Bread"), grace=GRACE)


def test_it_leaves_when_its_grace_is_over_and_no_sooner(
    bench: Workbench, publishing: Publishing, item: OutboxItem
) -> None:
    bench.clock.advance(seconds=9)
    assert publishing.is_held_back(item)
    assert publishing.held_back() == (item,)
    assert publishing.send_waiting(bench.account.id) == []

    bench.clock.advance(seconds=1)
    assert not publishing.is_held_back(item)
    (sent,) = publishing.send_waiting(bench.account.id)
    assert sent.state is OutboxState.SENT
    assert bench.public() == ["Bread"]


def test_taken_back_in_time_it_is_never_public(
    bench: Workbench, publishing: Publishing, item: OutboxItem
) -> None:
    publishing.withdraw(item)
    bench.clock.advance(minutes=1)

    assert publishing.send_waiting(bench.account.id) == []
    assert bench.public() == []


def test_nothing_overtakes_it(bench: Workbench, publishing: Publishing, item: OutboxItem) -> None:
    publishing.queue(bench.account.id, Draft("Later"))
    assert publishing.send_waiting(bench.account.id) == []

    bench.clock.advance(seconds=10)
    publishing.send_waiting(bench.account.id)
    assert bench.public() == ["Bread", "Later"]


def test_a_person_may_send_it_at_once(
    bench: Workbench, publishing: Publishing, item: OutboxItem
) -> None:
    assert publishing.send(item.id).state is OutboxState.SENT
    bench.clock.advance(minutes=1)

    assert publishing.send_waiting(bench.account.id) == []
    assert bench.public() == ["Bread"]


def test_the_end_of_the_program_is_the_end_of_the_grace(
    bench: Workbench, publishing: Publishing, item: OutboxItem
) -> None:
    publishing.end_grace()
    publishing.send_waiting(bench.account.id)

    assert bench.public() == ["Bread"]


def test_after_a_crash_the_next_start_sends_it_once(
    bench: Workbench, publishing: Publishing, item: OutboxItem
) -> None:
    bench.restart()
    anew = bench.publishing()
    anew.recover()
    anew.send_waiting(bench.account.id)
    anew.send_waiting(bench.account.id)

    assert bench.public() == ["Bread"]


def test_a_clock_that_is_set_back_keeps_it_no_longer(
    bench: Workbench, publishing: Publishing, item: OutboxItem
) -> None:
    bench.clock.advance(hours=-1)
    publishing.send_waiting(bench.account.id)

    assert bench.public() == ["Bread"]


def test_a_public_post_cannot_be_taken_back(
    bench: Workbench, publishing: Publishing, item: OutboxItem
) -> None:
    publishing.send(item.id)

    with pytest.raises(IllegalMove):
        publishing.withdraw(item)
    assert [each.state for each in publishing.outbox()] == [OutboxState.SENT]


def test_what_was_taken_back_is_put_back_under_its_key(
    bench: Workbench, publishing: Publishing, item: OutboxItem
) -> None:
    publishing.withdraw(item)
    other = publishing.queue(bench.account.id, Draft("Cake"))
    back = publishing.restore(item)

    assert (back.key, back.draft, back.queued_at) == (item.key, item.draft, item.queued_at)
    publishing.withdraw(item)
    assert [each.id for each in publishing.outbox()] == [other.id]


def test_a_refused_post_comes_back_as_refused_and_does_not_leave_by_itself(
    bench: Workbench, publishing: Publishing, item: OutboxItem
) -> None:
    bench.server.fail("publish", Refused("too_long"))
    failed = publishing.send(item.id)
    publishing.withdraw(failed)
    back = publishing.restore(failed)

    assert (back.state, back.problem_reason) == (OutboxState.FAILED, "too_long")
    assert publishing.send_waiting(bench.account.id) == []


def test_taking_out_what_is_gone_already_is_told(publishing: Publishing, item: OutboxItem) -> None:
    publishing.withdraw(item)

    with pytest.raises(IllegalMove):
        publishing.withdraw(item)


def test_nothing_is_put_back_for_an_account_that_was_disconnected(
    bench: Workbench, publishing: Publishing, item: OutboxItem
) -> None:
    publishing.withdraw(item)
    bench.accounts.disconnect(bench.account.id)

    with pytest.raises(Missing):
        publishing.restore(item)


def test_what_leaves_while_it_is_being_taken_back_is_never_called_taken_back(
    bench: Workbench, publishing: Publishing, item: OutboxItem, monkeypatch: pytest.MonkeyPatch
) -> None:
    outbox, remove = bench.rows.outbox, bench.rows.outbox.remove
    sent: list[Future[OutboxItem]] = []

    def remove_late(item_id: int) -> None:
        sent.append(lane.submit(publishing.send, item.id))
        wait(sent, timeout=0.5)
        remove(item_id)

    monkeypatch.setattr(outbox, "remove", remove_late)
    with ThreadPoolExecutor(1) as lane:
        publishing.withdraw(item)
        with pytest.raises(IllegalMove):
            sent[0].result()

    assert bench.public() == []
    assert publishing.outbox() == ()


def test_one_that_is_taken_back_as_they_leave_costs_the_others_nothing(
    bench: Workbench, publishing: Publishing, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, gone, last = (publishing.queue(bench.account.id, Draft(word)) for word in "ABC")
    send = publishing.send

    def send_late(item_id: int) -> OutboxItem:
        if item_id == gone.id:
            publishing.withdraw(gone)
        return send(item_id)

    monkeypatch.setattr(publishing, "send", send_late)

    assert [each.id for each in publishing.send_waiting(bench.account.id)] == [kept.id, last.id]
    assert bench.public() == ["A", "C"]
