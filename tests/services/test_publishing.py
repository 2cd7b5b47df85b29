"""Posts leave once, in order, and say how far they got."""

from dataclasses import replace
from datetime import timedelta

import pytest
from fake_server import lose_answer
from fakes import START
from workbench import Workbench

from desktop.services.domain.account import AccountState, Cap
from desktop.services.domain.draft import Attachment, Draft, OutboxState, ReplyTarget
from desktop.services.domain.errors import (
    BadAnswer,
    IllegalMove,
    InvalidField,
    Missing,
    OutcomeUnknown,
    RateLimited,
    Refused,
    SignedOut,
    StoreTrouble,
    Unreachable,
    Unsupported,
)
from desktop.services.ingest import Ingest
from desktop.services.publishing import Publishing

PICTURE = Attachment(b"png", "image/png", "A loaf", 10, 10)


def open_publishing(bench: Workbench) -> Publishing:
    """Open the outbox as a start of the program does."""
    ingest = Ingest(bench.rows, bench.accounts, bench.clock)
    return Publishing(bench.rows, bench.accounts, ingest, bench.clock)


@pytest.fixture
def publishing(bench: Workbench) -> Publishing:
    return open_publishing(bench)


def queue(bench: Workbench, publishing: Publishing, text: str = "Bread") -> int:
    """Queue one post and return its number."""
    return publishing.queue(bench.account.id, Draft(text)).id


def public(bench: Workbench) -> list[str]:
    """Return what the account has on the network, in the order it came."""
    return [draft.text for _, draft in bench.server.published]


def lift_idempotence(bench: Workbench) -> None:
    """Make the network one that takes no keys of ours."""
    bench.rows.accounts.update(
        replace(bench.account, caps=bench.account.caps & ~Cap.IDEMPOTENT_CREATE)
    )


def test_a_sent_post_is_public_and_at_once_in_the_feed(
    bench: Workbench, publishing: Publishing
) -> None:
    outcome = publishing.send(queue(bench, publishing, "Fresh #bread"))
    assert outcome.state is OutboxState.SENT
    assert outcome.published is not None
    assert public(bench) == bench.shown() == ["Fresh #bread"]
    (entry,) = bench.feed()
    assert entry.post is not None
    assert (entry.is_unread, entry.post.url) == (False, outcome.published.url)
    assert [facet.target for facet in entry.post.facets] == ["bread"]
    assert publishing.waiting_count() == 0


def test_a_post_waits_while_the_network_cannot_be_reached(
    bench: Workbench, publishing: Publishing
) -> None:
    item = queue(bench, publishing)
    bench.server.fail("publish", Unreachable())
    outcome = publishing.send(item)
    assert (outcome.state, outcome.problem) == (OutboxState.QUEUED, "Unreachable")
    assert publishing.waiting_count() == 1
    assert publishing.send(item).state is OutboxState.SENT
    assert public(bench) == ["Bread"]


def test_waiting_posts_leave_in_order_and_none_overtakes(
    bench: Workbench, publishing: Publishing
) -> None:
    for text in ("One", "Two", "Three"):
        queue(bench, publishing, text)
    bench.server.fail("publish", lambda step: None, Unreachable())
    states = [item.state for item in publishing.send_waiting(bench.account.id)]
    assert states == [OutboxState.SENT, OutboxState.QUEUED]
    publishing.send_waiting(bench.account.id)
    assert public(bench) == ["One", "Two", "Three"]


def test_a_lost_answer_is_looked_up_and_found(bench: Workbench, publishing: Publishing) -> None:
    bench.server.fail("publish", lose_answer)
    assert publishing.send(queue(bench, publishing)).state is OutboxState.SENT
    assert public(bench) == ["Bread"]


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
    assert public(bench) == ["Bread"]


def test_a_refused_post_failed_and_says_why(bench: Workbench, publishing: Publishing) -> None:
    bench.server.fail("publish", Refused("policy"), Missing())
    first = publishing.send(queue(bench, publishing))
    assert (first.state, first.problem, first.problem_reason) == (
        OutboxState.FAILED,
        "Refused",
        "policy",
    )
    assert publishing.send(queue(bench, publishing)).problem == "Missing"


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


def test_a_limited_network_is_not_asked_before_its_time(
    bench: Workbench, publishing: Publishing
) -> None:
    until = START + timedelta(minutes=5)
    bench.server.fail("publish", RateLimited(until))
    item = queue(bench, publishing)
    for _ in range(3):
        outcome = publishing.send(item)
        assert (outcome.state, outcome.problem) == (OutboxState.QUEUED, "RateLimited")
    assert bench.server.called("publish") == 1
    bench.clock.advance(minutes=6)
    assert publishing.send(item).state is OutboxState.SENT


def test_signing_out_keeps_posts_until_the_account_is_reconnected(
    bench: Workbench, publishing: Publishing
) -> None:
    bench.server.fail("publish", SignedOut())
    item = queue(bench, publishing)
    assert publishing.send(item).problem == "SignedOut"
    assert bench.accounts.held(bench.account.id).state is AccountState.SIGNED_OUT
    assert publishing.send(item).state is OutboxState.QUEUED
    assert bench.server.called("publish") == 1


def test_a_locked_keyring_keeps_posts_waiting(bench: Workbench, publishing: Publishing) -> None:
    bench.vault.trouble = "locked"
    outcome = publishing.send(queue(bench, publishing))
    assert (outcome.state, outcome.problem) == (OutboxState.QUEUED, "VaultTrouble")


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
    assert public(bench) == ["Bread"]
    assert publishing.outbox()[0].state is OutboxState.SENT


def test_after_a_crash_what_was_under_way_is_unknown(
    bench: Workbench, publishing: Publishing
) -> None:
    item = queue(bench, publishing)
    bench.rows.outbox.move(item, OutboxState.SENDING, from_=OutboxState.QUEUED)
    again = open_publishing(bench)
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
    assert (refused, public(bench)) == (["before"], ["Bread"])


@pytest.mark.parametrize(
    ("draft", "field", "reason"),
    [
        (Draft(" \n "), "text", "empty"),
        (Draft("a" * 301), "text", "too_long"),
        (Draft("Bread", attachments=(PICTURE,) * 5), "attachments", "too_many"),
    ],
)
def test_what_the_network_cannot_take_is_not_queued(
    bench: Workbench, publishing: Publishing, draft: Draft, field: str, reason: str
) -> None:
    with pytest.raises(InvalidField) as told:
        publishing.queue(bench.account.id, draft)
    assert (told.value.field, told.value.reason) == (field, reason)
    assert publishing.outbox() == ()


def test_an_account_that_only_reads_queues_nothing(
    bench: Workbench, publishing: Publishing
) -> None:
    bench.accounts.set_may_post(bench.account.id, False)
    with pytest.raises(Unsupported):
        publishing.queue(bench.account.id, Draft("Bread"))


def test_a_reply_keeps_its_conversation(bench: Workbench, publishing: Publishing) -> None:
    target = ReplyTarget("at://anna/2", "cid-2", "at://anna/1", "cid-1")
    draft = Draft("  Merci !  ", reply_to=target, attachments=(PICTURE,))
    publishing.send(publishing.queue(bench.account.id, draft).id)
    (entry,) = bench.feed()
    assert entry.post is not None
    assert (entry.post.text, entry.post.reply_to, entry.post.root) == (
        "Merci !",
        "at://anna/2",
        "at://anna/1",
    )
    assert bench.server.called("posts") == 1


def test_a_post_that_may_be_under_way_cannot_be_withdrawn(
    bench: Workbench, publishing: Publishing
) -> None:
    item = queue(bench, publishing)
    publishing.withdraw(queue(bench, publishing, "Other"))
    bench.server.fail("publish", lose_answer)
    bench.server.fail("find_published", Unreachable())
    publishing.send(item)
    with pytest.raises(IllegalMove):
        publishing.withdraw(item)
    assert [each.id for each in publishing.outbox()] == [item]


def test_keys_rise_even_when_the_clock_goes_back(bench: Workbench, publishing: Publishing) -> None:
    keys = []
    for step in (0, 1, -3600, 0, 0):
        bench.clock.advance(seconds=step)
        keys.append(publishing.queue(bench.account.id, Draft("Bread")).key.record_key)
    assert keys == sorted(set(keys))
