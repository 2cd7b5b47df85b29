"""Writing a post: how much room is left, as whom it leaves, and never twice or lost."""

import pytest
from fake_server import EVERYTHING, arrival
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from screens import Stage, answer, find, heard, offers, press, read

from desktop.services.domain.account import Cap
from desktop.services.domain.draft import Draft, OutboxItem
from desktop.services.domain.errors import StoreTrouble
from desktop.services.domain.feed import FeedEntry
from desktop.services.networks.contract import SignIn
from desktop.ui.labels import Label
from desktop.views.post_dialog import PostDialog, reply_target

FAMILY = "👨‍👩‍👧‍👦"


@pytest.fixture
def write(stage, window):
    """Open the dialog."""

    def write(**about: object) -> PostDialog:
        made = PostDialog(stage.theme, stage.session, stage.book, stage.tasks, window, **about)
        made.open()
        return made

    return write


@pytest.fixture
def entry(stage) -> FeedEntry:
    """A post of the feed that can be answered."""
    stage.bench.server.write(arrival(1, "Is there any bread left?"))
    stage.session.timeline.refresh(stage.bench.account.id)
    return stage.bench.feed()[0]


def type_in(dialog: PostDialog, text: str) -> None:
    find(dialog, "postText", QPlainTextEdit).setPlainText(text)


def left(dialog: PostDialog) -> str:
    return find(dialog, "charactersLeft", Label).text()


def outbox(stage: Stage) -> tuple[OutboxItem, ...]:
    return stage.session.publishing.outbox()


def connect(stage: Stage, who: str) -> int:
    account = stage.bench.accounts.connect(SignIn("bluesky", f"https://{who}.test", who, "pass"))
    stage.book.reload()
    return account.id


@pytest.mark.parametrize(
    ("text", "told", "may_leave"),
    [
        ("", "300 characters left", False),
        ("Bread", "295 characters left", True),
        ("  Bread \n", "295 characters left", True),
        (" \n\t ", "300 characters left", False),
        (FAMILY, "299 characters left", True),
        ("é" * 299, "1 character left", True),
        ("x" * 300, "0 characters left", True),
        ("x" * 301, "1 too many", False),
        ("x" * 312, "12 too many", False),
    ],
)
def test_it_counts_what_the_network_counts(write, text, told, may_leave):
    dialog = write()

    type_in(dialog, text)

    assert left(dialog) == told
    assert dialog.verb_button.isEnabled() is may_leave


def test_bytes_are_limited_too(write):
    dialog = write()

    # 150 families are 150 characters and 3,750 bytes, more than the 3,000 that fit.
    type_in(dialog, FAMILY * 150)

    assert "too many" in left(dialog)
    assert not dialog.verb_button.isEnabled()


def test_the_post_lies_in_the_outbox_before_anything_leaves(write, stage):
    dialog = write()
    queued = heard(dialog.queued)
    type_in(dialog, "  Fresh bread \n")

    press(dialog, "verb")

    (item,) = outbox(stage)
    assert item.draft.text == "Fresh bread"
    assert queued == [(item,)]
    assert stage.bench.public() == []
    assert dialog.isHidden()


def test_the_button_says_as_whom(write):
    assert write().verb_button.text().translate({0x2068: None, 0x2069: None}) == (
        "Post as @shop.test"
    )


def test_the_keys_send_it_too(write, stage):
    dialog = write()
    type_in(dialog, "Fresh bread")
    dialog.activateWindow()

    QTest.keyClick(
        find(dialog, "postText", QPlainTextEdit),
        Qt.Key.Key_Return,
        Qt.KeyboardModifier.ControlModifier,
    )

    assert [item.draft.text for item in outbox(stage)] == ["Fresh bread"]


@pytest.mark.parametrize("text", ["", "   ", "x" * 301])
def test_the_keys_send_nothing_that_the_button_would_not(write, stage, text):
    dialog = write()
    type_in(dialog, text)

    QTest.keyClick(
        find(dialog, "postText", QPlainTextEdit),
        Qt.Key.Key_Return,
        Qt.KeyboardModifier.ControlModifier,
    )

    assert outbox(stage) == ()


def test_however_often_it_is_asked_to_leave_it_is_queued_once(stage, write):
    lanes = stage.on_busy_lanes()
    dialog = write()
    type_in(dialog, "Fresh bread")

    for _ in range(3):
        dialog._submit()
    press(dialog, "verb")
    lanes.work_off()

    assert len(outbox(stage)) == 1


def test_a_post_leaves_as_the_account_that_is_chosen(write, stage):
    second = connect(stage, "second")
    dialog = write()
    type_in(dialog, "Fresh bread")

    press(dialog, f"as{second}")
    assert "@second.test" in dialog.verb_button.text()
    press(dialog, "verb")

    assert [item.account_id for item in outbox(stage)] == [second]


def test_an_account_that_only_reads_is_not_offered(write, stage):
    second = connect(stage, "second")
    stage.bench.accounts.set_may_post(stage.bench.account.id, False)
    stage.book.reload()

    dialog = write()

    assert not offers(dialog, f"as{stage.bench.account.id}")
    assert offers(dialog, f"as{second}")
    assert "@second.test" in dialog.verb_button.text()


def test_where_no_account_may_post_it_says_what_to_do(write, stage):
    stage.bench.accounts.set_may_post(stage.bench.account.id, False)
    stage.book.reload()

    dialog = write()
    type_in(dialog, "Fresh bread")
    dialog._submit()

    assert "No account may post." in read(dialog)
    assert "allow posting for one under Accounts" in read(dialog)
    assert not dialog.verb_button.isEnabled()
    assert outbox(stage) == ()


def test_the_language_of_the_window_is_taken_for_that_of_the_post(write, stage):
    QLocale.setDefault(QLocale("fr_FR"))
    dialog = write()
    type_in(dialog, "Du pain frais")

    press(dialog, "verb")

    assert outbox(stage)[0].draft.lang == "fr"


def test_an_answer_hangs_on_the_post_and_its_conversation(write, stage, entry):
    dialog = write(reply_to=entry, account_id=stage.bench.account.id)
    assert "Reply to Anna" in read(dialog)
    assert "Is there any bread left?" in read(dialog)
    assert dialog.verb_button.text().startswith("Reply as ")
    type_in(dialog, "Yes, two loaves.")

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


def test_a_full_disk_is_told_and_the_words_stay(write, stage, monkeypatch):
    def full(_account_id: int, _draft: Draft) -> None:
        raise StoreTrouble("disk_full")

    monkeypatch.setattr(stage.session.publishing, "queue", full)
    dialog = write()
    type_in(dialog, "Fresh bread")

    press(dialog, "verb")

    assert "The disk is full." in read(dialog)
    assert find(dialog, "postText", QPlainTextEdit).toPlainText() == "Fresh bread"
    assert dialog.isVisible()
    assert not dialog.verb_button.is_busy


def test_a_fault_that_nobody_foresaw_goes_to_the_bug_report(write, stage, monkeypatch):
    def stumble(_account_id: int, _draft: Draft) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(stage.session.publishing, "queue", stumble)
    dialog = write()
    type_in(dialog, "Fresh bread")

    press(dialog, "verb")

    assert len(stage.tasks.unhandled) == 1
    assert dialog.isVisible()


def test_words_are_not_thrown_away_without_a_question(write, monkeypatch):
    asked = answer(monkeypatch, "desktop.views.post_dialog", wanted=False)
    dialog = write()
    type_in(dialog, "Fresh bread")

    press(dialog, "cancel")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert len(asked) == 2
    assert dialog.isVisible()

    answer(monkeypatch, "desktop.views.post_dialog", wanted=True)
    press(dialog, "cancel")
    assert dialog.isHidden()


def test_an_empty_dialog_closes_without_a_question(write, monkeypatch):
    asked = answer(monkeypatch, "desktop.views.post_dialog", wanted=False)
    dialog = write()
    type_in(dialog, "  \n")

    press(dialog, "cancel")

    assert asked == []
    assert dialog.isHidden()


def test_a_post_that_was_taken_back_can_be_written_again(write, stage, entry):
    second = connect(stage, "second")
    draft = Draft("Yes, two loaves", lang="fr", reply_to=reply_target(entry))
    item = stage.session.publishing.queue(second, draft)
    stage.session.publishing.withdraw(item.id)

    dialog = write(again=item)
    assert find(dialog, "postText", QPlainTextEdit).toPlainText() == "Yes, two loaves"
    assert "@second.test" in dialog.verb_button.text()
    type_in(dialog, "Yes, three loaves")
    press(dialog, "verb")

    (other,) = outbox(stage)
    assert (other.account_id, other.draft.text) == (second, "Yes, three loaves")
    assert other.draft.reply_to == draft.reply_to
    assert other.draft.lang == "fr"
