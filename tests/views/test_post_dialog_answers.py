"""Answering a post, and writing again what was taken back."""

from dataclasses import replace

import pytest
from fake_server import EVERYTHING, arrival
from PySide6.QtWidgets import QPlainTextEdit
from screens import Stage, find, offers, press, read, type_post

from desktop.services.domain.account import Cap, Limits
from desktop.services.domain.draft import Draft, OutboxItem
from desktop.services.domain.feed import FeedEntry
from desktop.services.networks.contract import SignIn
from desktop.views.answers import reply_target
from desktop.views.writing import writing_of

FAMILY = "👨‍👩‍👧‍👦"


@pytest.fixture
def entry(stage) -> FeedEntry:
    """A post of the feed that can be answered."""
    stage.bench.server.write(arrival(1, "Is there any bread left?"))
    stage.session.timeline.refresh(stage.bench.account.id)
    return stage.bench.feed()[0]


def outbox(stage: Stage) -> tuple[OutboxItem, ...]:
    return stage.session.publishing.outbox()


def connect(stage: Stage, who: str) -> int:
    account = stage.bench.accounts.connect(SignIn("bluesky", f"https://{who}.test", who, "pass"))
    stage.book.reload()
    return account.id


def test_an_answer_hangs_on_the_post_and_its_conversation(write, stage, entry):
    dialog = write(reply_to=entry, account_id=stage.bench.account.id)
    assert "Reply to Anna" in read(dialog)
    assert "Is there any bread left?" in read(dialog)
    assert dialog.verb_button.text().startswith("Reply as ")
    type_post(dialog, "Yes, two loaves.")

    press(dialog, "verb")

    target = outbox(stage)[0].draft.reply_to
    assert target == reply_target(entry)
    assert (target.native_id, target.root_native_id) == ("at://anna/1", "at://anna/1")


def test_an_answer_leaves_as_the_account_that_was_addressed(write, stage, entry):
    second = connect(stage, "second")

    dialog = write(reply_to=entry, account_id=second)

    assert offers(dialog, f"as{second}")
    assert not offers(dialog, f"as{stage.bench.account.id}")


def test_an_account_that_cannot_answer_is_not_offered_for_an_answer(write, stage, entry):
    stage.bench.server.caps = EVERYTHING & ~Cap.REPLY
    stage.bench.clock.advance(days=1)
    stage.session.accounts.describe(stage.bench.account.id)
    stage.book.reload()

    assert "No account may post." in read(write(reply_to=entry))


def test_a_long_post_that_is_answered_is_shown_in_short(write, stage):
    stage.bench.server.write(arrival(1, "x" * 290))
    stage.session.timeline.refresh(stage.bench.account.id)

    shown = read(write(reply_to=stage.bench.feed()[0]))

    assert "x" * 279 + "…" in shown
    assert "x" * 280 not in shown


def test_a_gap_cannot_be_answered(stage):
    entry = FeedEntry(1, stage.bench.clock(), (stage.bench.account.id,), None)

    assert reply_target(entry) is None


def test_a_post_that_was_taken_back_can_be_written_again(write, stage, entry):
    second = connect(stage, "second")
    draft = Draft("Yes, two loaves", lang="fr", reply_to=reply_target(entry))
    item = stage.session.publishing.queue(second, draft)
    stage.session.publishing.withdraw(item)

    dialog = write(again=writing_of(item))
    assert find(dialog, "postText", QPlainTextEdit).toPlainText() == "Yes, two loaves"
    assert "@second.test" in dialog.verb_button.text()
    type_post(dialog, "Yes, three loaves")
    press(dialog, "verb")

    (other,) = outbox(stage)
    assert (other.account_id, other.draft.text) == (second, "Yes, three loaves")
    assert other.draft.reply_to == draft.reply_to
    assert other.draft.lang == "fr"


def test_the_warning_of_a_post_written_again_takes_its_room_and_stays(write, stage):
    limits = Limits(40, "mastodon")
    stage.bench.rows.accounts.update(replace(stage.bench.account, limits=limits))
    stage.book.reload()
    draft = Draft("Bread with nuts", lang="en", warning="Nuts and gluten")
    item = stage.session.publishing.queue(stage.bench.account.id, draft)
    stage.session.publishing.withdraw(item)

    dialog = write(again=writing_of(item))
    assert "10 characters left" in read(dialog)
    type_post(dialog, "x" * 26)
    assert "1 too many" in read(dialog)
    assert not dialog.verb_button.isEnabled()
    type_post(dialog, "Bread with walnuts")
    press(dialog, "verb")

    assert outbox(stage)[0].draft.warning == "Nuts and gluten"
