"""Posts leave once, in order, and say how far they got."""

from dataclasses import replace
from datetime import timedelta

import pytest
from fakes import START
from workbench import Workbench

from desktop.services.domain.account import AccountState, Cap
from desktop.services.domain.draft import Attachment, Draft, OutboxState, ReplyTarget
from desktop.services.domain.errors import (
    InvalidField,
    Missing,
    RateLimited,
    Refused,
    SignedOut,
    Unreachable,
    Unsupported,
)
from desktop.services.publishing import Publishing

PICTURE = Attachment(b"png", "image/png", "A loaf", 10, 10)


def queue(bench: Workbench, publishing: Publishing, text: str = "Bread") -> int:
    """Queue one post and return its number."""
    return publishing.queue(bench.account.id, Draft(text)).id


def test_a_sent_post_is_public_and_at_once_in_the_feed(
    bench: Workbench, publishing: Publishing
) -> None:
    outcome = publishing.send(queue(bench, publishing, "Fresh #bread"))
    assert outcome.state is OutboxState.SENT
    assert outcome.published is not None
    assert bench.public() == bench.shown() == ["Fresh #bread"]
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
    assert bench.public() == ["Bread"]


def test_waiting_posts_leave_in_order_and_none_overtakes(
    bench: Workbench, publishing: Publishing
) -> None:
    for text in ("One", "Two", "Three"):
        queue(bench, publishing, text)
    bench.server.fail("publish", lambda step: None, Unreachable())
    states = [item.state for item in publishing.send_waiting(bench.account.id)]
    assert states == [OutboxState.SENT, OutboxState.QUEUED]
    publishing.send_waiting(bench.account.id)
    assert bench.public() == ["One", "Two", "Three"]


def test_a_refused_post_failed_and_says_why(bench: Workbench, publishing: Publishing) -> None:
    bench.server.fail("publish", Refused("policy"), Missing())
    first = publishing.send(queue(bench, publishing))
    assert (first.state, first.problem, first.problem_reason) == (
        OutboxState.FAILED,
        "Refused",
        "policy",
    )
    assert publishing.send(queue(bench, publishing)).problem == "Missing"


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


@pytest.mark.parametrize(("caps", "times"), [(Cap.NONE, 1), (Cap.METERED, 0)])
def test_a_post_with_pictures_is_read_back_where_that_costs_nothing(
    bench: Workbench, publishing: Publishing, caps: Cap, times: int
) -> None:
    bench.rows.accounts.update(replace(bench.account, caps=bench.account.caps | caps))
    publishing.send(publishing.queue(bench.account.id, Draft("", attachments=(PICTURE,))).id)
    assert bench.server.called("posts") == times


def test_what_was_sent_to_some_people_only_is_shown_as_such(
    bench: Workbench, publishing: Publishing
) -> None:
    draft = Draft("@anna Between us", visibility="direct")
    publishing.send(publishing.queue(bench.account.id, draft).id)
    (entry,) = bench.feed()
    assert entry.post is not None
    assert entry.post.visibility == "direct"


def test_keys_rise_even_when_the_clock_goes_back(bench: Workbench, publishing: Publishing) -> None:
    keys = []
    for step in (0, 1, -3600, 0, 0):
        bench.clock.advance(seconds=step)
        keys.append(publishing.queue(bench.account.id, Draft("Bread")).key.record_key)
    assert keys == sorted(set(keys))
