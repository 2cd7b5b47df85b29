from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stored import at

from desktop.services.domain.account import Account
from desktop.services.domain.draft import (
    Attachment,
    Draft,
    OutboxItem,
    OutboxState,
    Published,
    PublishKey,
    ReplyTarget,
)
from desktop.services.domain.errors import IllegalMove, StoreTrouble
from desktop.services.domain.post import Facet, FacetKind
from desktop.services.storage.database import Database
from desktop.services.storage.outbox import MOVES
from desktop.services.storage.rows import Rows

State = OutboxState
KEY = PublishKey("uuid-1", "3kaa", datetime(2026, 11, 21, 9, 0, 0, 123456, UTC))
PICTURE = Attachment(b"\0\xff png", "image/png", "A \ud800 loaf", 10, 20)
FULL = Draft(
    "Bread é 🥐",
    "fr",
    ReplyTarget("at:1", "v1", "at:0", "v0"),
    ("at:q", "vq"),
    (PICTURE, replace(PICTURE, content=b"two", alt="")),
    "Food",
    (Facet(FacetKind.TAG, 0, 5, "bread"),),
)


def queued(rows: Rows, account: Account, number: int = 1) -> OutboxItem:
    key = replace(KEY, uuid=f"uuid-{number}", record_key=f"k{number}")
    return rows.outbox.queue(account.id, Draft(f"Text {number}"), key, at(number))


def brought_to(rows: Rows, item: OutboxItem, state: OutboxState) -> OutboxItem:
    """Return the item after the moves that lead to the state."""
    ways = {
        State.QUEUED: (),
        State.SENDING: (State.SENDING,),
        State.SENT: (State.SENDING, State.SENT),
        State.UNKNOWN: (State.SENDING, State.UNKNOWN),
        State.FAILED: (State.SENDING, State.FAILED),
        State.HELD: (State.HELD,),
    }
    for step in ways[state]:
        item = rows.outbox.move(item.id, step, from_=item.state)
    return item


def test_what_is_queued_comes_back_to_the_byte(rows: Rows, account: Account):
    item = rows.outbox.queue(account.id, FULL, KEY, at(1))

    assert item == rows.outbox.get(item.id)
    assert item.key == KEY
    assert item.state == State.QUEUED
    assert item.queued_at == at(1)
    assert item.draft.attachments[0].content == PICTURE.content
    assert item.draft.attachments[0].alt == "A ? loaf"
    assert replace(item.draft, attachments=()) == replace(FULL, attachments=())


def test_a_plain_post_comes_back_as_well(rows: Rows, account: Account):
    item = rows.outbox.queue(account.id, Draft("Hello"), KEY, at(1), state=State.HELD)

    assert (item.draft, item.state) == (Draft("Hello"), State.HELD)


@pytest.mark.parametrize("start", State)
@pytest.mark.parametrize("to", State)
def test_a_post_moves_only_as_allowed(
    rows: Rows, account: Account, start: OutboxState, to: OutboxState
):
    item = brought_to(rows, queued(rows, account), start)

    if to in MOVES[start]:
        assert rows.outbox.move(item.id, to, from_=start).state == to
    else:
        with pytest.raises(IllegalMove):
            rows.outbox.move(item.id, to, from_=start)
    assert rows.outbox.get(item.id).state == (to if to in MOVES[start] else start)


def test_what_was_sent_is_never_sent_again():
    assert MOVES[State.SENT] == frozenset()
    reachable = {State.UNKNOWN}
    assert State.SENDING not in {to for state in reachable for to in MOVES[state]}


def test_a_post_that_moved_meanwhile_is_left_alone(rows: Rows, account: Account):
    item = queued(rows, account)
    rows.outbox.move(item.id, State.SENDING, from_=State.QUEUED)

    with pytest.raises(IllegalMove) as refusal:
        rows.outbox.move(item.id, State.SENDING, from_=(State.QUEUED, State.FAILED))

    assert (refusal.value.state, refusal.value.move) == ("sending", "sending")


def test_what_became_of_a_post_is_kept(rows: Rows, account: Account):
    item = queued(rows, account)
    rows.outbox.move(item.id, State.SENDING, from_=State.QUEUED)
    failed = rows.outbox.move(
        item.id, State.FAILED, from_=State.SENDING, problem="Refused", reason="too_long"
    )
    assert (failed.problem, failed.problem_reason) == ("Refused", "too_long")

    published = Published("at:new", "v1", "https://x.test/new")
    rows.outbox.move(item.id, State.QUEUED, from_=State.FAILED)
    rows.outbox.move(item.id, State.SENDING, from_=State.QUEUED)
    sent = rows.outbox.move(item.id, State.SENT, from_=State.SENDING, published=published)
    assert (sent.problem, sent.published) == ("", published)
    assert rows.outbox.get(item.id) == sent


def test_waiting_posts_leave_in_the_order_they_were_queued(
    rows: Rows, account: Account, other: Account
):
    first, second = queued(rows, account, 1), queued(rows, other, 2)
    third = queued(rows, account, 3)
    held = brought_to(rows, queued(rows, account, 4), State.HELD)

    assert rows.outbox.waiting() == (first, second, third)
    assert rows.outbox.waiting(account.id) == (first, third)
    assert rows.outbox.all() == (held, third, second, first)
    assert rows.outbox.all(limit=1) == (held,)


def test_the_same_key_is_never_queued_twice(rows: Rows, account: Account):
    queued(rows, account)

    with pytest.raises(Exception, match="UNIQUE"):
        queued(rows, account)

    assert len(rows.outbox.all()) == 1


def test_after_a_crash_nobody_knows_what_was_being_sent(rows: Rows, account: Account):
    cut_off = brought_to(rows, queued(rows, account, 1), State.SENDING)
    queued(rows, account, 2)

    assert rows.outbox.crashed_to_unknown() == 1
    assert rows.outbox.crashed_to_unknown() == 0
    assert rows.outbox.get(cut_off.id).state == State.UNKNOWN
    assert rows.outbox.get(cut_off.id).problem == "OutcomeUnknown"


def test_a_post_may_be_taken_out_unless_it_is_on_its_way(
    rows: Rows, account: Account, database: Database
):
    item = rows.outbox.queue(account.id, FULL, KEY, at(1))
    rows.outbox.move(item.id, State.SENDING, from_=State.QUEUED)
    with pytest.raises(IllegalMove):
        rows.outbox.remove(item.id)

    rows.outbox.move(item.id, State.QUEUED, from_=State.SENDING)
    rows.outbox.remove(item.id)
    rows.outbox.remove(item.id)

    assert rows.outbox.all() == ()
    assert database.rows("SELECT count(*) FROM attachment") == [(0,)]
    with pytest.raises(IllegalMove):
        rows.outbox.get(item.id)


@pytest.mark.parametrize(
    "flip",
    [
        "UPDATE outbox SET draft = replace(draft, 'Bread', 'Break')",
        "UPDATE outbox SET draft = 'no json'",
        "UPDATE outbox SET record_key = '3kab'",
        "UPDATE outbox SET created_at = '2026-11-21T09:00:01+00:00'",
        "UPDATE attachment SET content = x'00fe' WHERE position = 0",
        "UPDATE attachment SET alt = 'Another' WHERE position = 0",
        "DELETE FROM attachment WHERE position = 1",
    ],
)
def test_a_post_whose_bytes_changed_is_never_sent(
    rows: Rows, account: Account, database: Database, flip: str
):
    item = rows.outbox.queue(account.id, FULL, KEY, at(1))
    with database.writing() as connection:
        connection.execute(flip)

    assert rows.outbox.waiting() == ()
    with pytest.raises(StoreTrouble) as trouble:
        rows.outbox.get(item.id)
    assert trouble.value.reason == "damaged"
    (shown,) = rows.outbox.all()
    assert (shown.problem, shown.problem_reason) == ("StoreTrouble", "damaged")


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(st.characters()), st.text(st.characters(), max_size=5), st.binary(max_size=99))
def test_any_draft_is_whole_when_it_comes_back(
    rows: Rows, account: Account, text: str, alt: str, content: bytes
):
    for item in rows.outbox.all():
        rows.outbox.remove(item.id)
    draft = Draft(text, attachments=(Attachment(content, "image/png", alt, 1, 1),))

    item = rows.outbox.queue(account.id, draft, KEY, at(0) + timedelta(days=1))

    assert rows.outbox.waiting() == (item,)
    assert item.draft.attachments[0].content == content
